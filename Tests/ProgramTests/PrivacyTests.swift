import Foundation
import Testing

/// What others can read while the built service works: the list of processes, what it says, what it keeps.
@Suite struct PrivacyTests {
    /// Words that are in no other text, and where they may not be.
    static let titles = ["Zqplain", "Zqhidden", "Zqpromise", "Zqdiscreet", "Zqmessage", "Zqprompt"]
    static let privateIDs = ["zqcake", "zqcall", "zqgift"]

    static func schedule(_ home: Home, due: String) -> String {
        """
        timezone = "UTC"

        [people.sam]
        name = "Sam"
        email = "zqsam@example.org"
        channels = [["loud", "desk"]]

        [people.alex]
        name = "Alex"
        channels = ["desk"]

        [channels.loud]
        type = "command"
        command = ["\(home.path)/loud", "{title}", "{body}", "{ritual}", "{when}", "{person}"]

        [channels.desk]
        type = "command"
        command = ["\(home.path)/quiet", "{title}", "{body}", "{ritual}", "{when}", "{person}"]

        [appreciation.tea]
        title = "Zqplain"
        message = "Zqmessage"
        prompts = ["Zqprompt"]
        people = ["sam"]
        every = "day at \(due)"
        urgent = true

        [ritual.zqcake]
        title = "Zqhidden"
        message = "Zqmessage"
        prompts = ["Zqprompt"]
        people = ["sam"]
        hidden-from = ["alex"]
        every = "day at \(due)"
        urgent = true

        [promise.zqcall]
        title = "Zqpromise"
        people = ["sam"]
        every = "day at \(due)"
        urgent = true

        [check-in.zqgift]
        title = "Zqdiscreet"
        message = "Zqmessage"
        people = ["sam"]
        discreet = true
        every = "day at \(due)"
        urgent = true
        """
    }

    /// A command that writes down how the list of processes shows it, and what it alone was given; `more` follows.
    static func command(_ home: Home, _ name: String, _ more: String) throws {
        try home.write(
            name,
            """
            #!/bin/sh
            line=$(tr '\\0\\n' '| ' </proc/$$/cmdline)
            printf '%s\\n' "$line" >>'\(home.path)/\(name).arguments'
            given=$(tr '\\0' '|' </proc/$$/environ; echo; cat)
            printf '%s\\n' "$given" >>'\(home.path)/\(name).given'
            \(more)
            """, mode: 0o755)
    }

    @Test func nothingPrivateIsLeftLying() async throws {
        let home = try Home()
        // It repeats everything that it was given, and an address, as it fails.
        try Self.command(
            home, "loud",
            "echo \"$TROTH_TITLE $TROTH_BODY $TROTH_RITUAL to <zqsam@example.org>: no such room\" >&2; exit 1")
        try Self.command(home, "quiet", "exit 0")
        try home.schedule(Self.schedule(home, due: Moment.clock(in: Moment.soon)))
        let service = try await home.start()
        try await eventually("all four are delivered") {
            Self.history(home, "sam").count { $0["outcome"] as? String == "delivered" } == 4
        }

        // Whose account it is is not known, so it might be Alex who asks.
        #expect(home.history().count == 3)
        #expect(Self.history(home, "alex").isEmpty)

        // The list of processes: of the plain one all, of the others a neutral title.
        let quiet = home.text("quiet.arguments").split(separator: "\n").map(String.init)
        #expect(quiet.count == 4)
        #expect(quiet.count { $0.contains("|Zqplain|") && $0.contains("Zqmessage") } == 1)
        #expect(quiet.count { $0.hasSuffix("|Something for you||||sam|") } == 3)
        // What fails once need not be tried with the others at the same time.
        let loud = home.text("loud.arguments")
        #expect(!loud.isEmpty)
        for word in ["Zqhidden", "Zqpromise", "Zqdiscreet"] + Self.privateIDs {
            #expect(!loud.contains(word) && !quiet.contains { $0.contains(word) }, "\(word)")
        }

        // What the program alone can read has the words, except of what is discreet.
        let given = home.text("quiet.given")
        for word in ["Zqplain", "Zqhidden", "Zqpromise", "ritual.zqcake", "promise.zqcall"] {
            #expect(given.contains(word), "\(word)")
        }
        for word in ["Zqdiscreet", "zqgift"] { #expect(!given.contains(word), "\(word)") }

        // A delivery that says nothing of itself is answered by its handle.
        let key = try #require(
            given.split(separator: "\n").first { $0.hasPrefix("{") && $0.contains("\"title\":\"Something for you\"") })
        let handle = try #require(key.split(separator: "\"").first { $0.count == 32 }).prefix(10)
        let done = home.troth("done", String(handle), "--person", "sam")
        #expect(done.code == 0, "\(done.err)")
        #expect(done.out.contains("Zqdiscreet"), "whose it is may be told")
        #expect(home.troth("done", String(handle), "--person", "alex").code != 0)

        // The status line, the log, and what is kept.
        let status = home.troth("status").out
        let ended = try await home.stop(service)
        #expect(ended.code == 0)
        for word in Self.titles + Self.privateIDs + ["zqsam@", "example.org"] {
            #expect(!status.contains(word), "status: \(word)")
            #expect(!ended.err.contains(word) && !ended.out.contains(word), "log: \(word) in \(ended.err)")
        }
        #expect(ended.err.contains("tea@"), "what is plain has its id in the log")
        #expect(ended.err.contains("no such room"), "why it failed is told")
        let record = try Self.bytes(in: home.state) { $0.hasPrefix("schedule") }
        for word in Self.titles + ["zqsam@", "example.org"] {
            #expect(record.range(of: Data(word.utf8)) == nil, "the record: \(word)")
        }
        #expect(record.range(of: Data("no such room".utf8)) != nil)
    }

    static func history(_ home: Home, _ person: String) -> [[String: Any]] {
        home.troth("history", "-n", "1000", "--json", "--person", person).objects
    }

    /// The bytes of all files in a folder but those that `isLeftOut` names.
    static func bytes(in folder: String, _ isLeftOut: (String) -> Bool) throws -> Data {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { !isLeftOut($0) }
            .reduce(into: Data()) { all, name in
                if let data = FileManager.default.contents(atPath: "\(folder)/\(name)") { all += data }
            }
    }

    /// What `Who can read what` says of files: nobody but the owner can open what the service keeps.
    @Test func whatIsKeptIsItsOwners() async throws {
        let home = try Home()
        try Self.command(home, "loud", "exit 0")
        try Self.command(home, "quiet", "exit 0")
        try home.schedule(Self.schedule(home, due: "23:59"))
        let service = try await home.start()
        func mode(_ path: String) throws -> Int {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            return try #require(attributes[.posixPermissions] as? Int)
        }
        #expect(try mode(home.state) == 0o700)
        let names = try FileManager.default.contentsOfDirectory(atPath: home.state)
        #expect(names.contains("schedule.toml") && names.contains { $0.hasPrefix("ledger") })
        for name in names {
            // The socket's folder is closed, so whoever may connect there is the owner.
            #expect(try mode("\(home.state)/\(name)") & 0o077 == 0 || name.hasSuffix(".sock"), "\(name)")
        }
        #expect(try await home.stop(service).code == 0)
    }

    /// A schedule that cannot be used is told to whoever keeps it; Alex is told neither what nor where it is hidden.
    @Test func aViewHidesWhatItIsKeptFrom() async throws {
        let home = try Home()
        try Self.command(home, "loud", "exit 0")
        try Self.command(home, "quiet", "exit 0")
        try home.schedule(Self.schedule(home, due: "12:00"))
        // So that there is a record.
        #expect(try await home.stop(try await home.start()).code == 0)
        for language in ["C.UTF-8", "de_DE.UTF-8"] {
            for arguments in [
                ["next", "-n", "100"], ["next", "-n", "100", "--json"], ["history"], ["history", "--ritual", "zqcake"],
                ["simulate", "--from", "2027-01-01", "--to", "2027-02-01"], ["done", "zqcak"], ["skip", "zqgif"],
            ] {
                let said = Running.output(
                    Programs.troth, arguments + ["--person", "alex"],
                    environment: home.environment.merging(["LANG": language]) { $1 })
                for word in ["Zqhidden", "zqcake", "zqcall", "Zqpromise"] where !arguments.contains(word) {
                    #expect(!(said.out + said.err).contains(word), "\(arguments): \(word)")
                }
            }
            // The same words for what is hidden as for what there is not, but for the name itself.
            for verb in ["done", "skip", "snooze"] {
                func said(_ id: String) -> String {
                    let ended = Running.output(
                        Programs.troth, [verb, id, "--person", "alex"],
                        environment: home.environment.merging(["LANG": language]) { $1 })
                    return "\(ended.code) \(ended.out) \(ended.err)".replacingOccurrences(of: id, with: "X")
                }
                #expect(said("zqcake") == said("zqcave"), "\(verb)")
                #expect(said("zqcake").contains("`X`"))
            }
        }
    }
}
