import Foundation
import Testing

/// The README says only what works: its schedules pass `troth check`, its commands run.
@Suite struct ReadmeTests {
    /// A fenced block: what the fence says, and the lines in it.
    struct Block {
        var language: String
        var lines: [String]
    }

    static let blocks: [Block] = {
        let text = (try? String(contentsOfFile: "\(Programs.root)/README.md", encoding: .utf8)) ?? ""
        var blocks: [Block] = []
        var open: Block?
        for line in text.components(separatedBy: "\n") {
            if line.hasPrefix("```") {
                if let block = open {
                    blocks.append(block)
                    open = nil
                } else {
                    open = Block(language: String(line.dropFirst(3)).trimmingCharacters(in: .whitespaces), lines: [])
                }
            } else {
                open?.lines.append(line)
            }
        }
        return blocks
    }()

    /// The commands of all `sh` blocks, in order, without comments.
    static let commands: [String] = blocks.filter { $0.language == "sh" }.flatMap(\.lines).compactMap { line in
        let plain = line.components(separatedBy: "  #").first?.trimmingCharacters(in: .whitespaces) ?? ""
        return plain.isEmpty || plain.hasPrefix("#") ? nil : plain
    }

    @Test func thereIsOne() {
        #expect(!Self.blocks.isEmpty, "README.md has no fenced blocks")
        #expect(Self.commands.contains { $0.hasPrefix("troth ") })
    }

    @Test func itsSchedulesAreRight() throws {
        for block in Self.blocks where block.language == "toml" {
            let home = try Home()
            try home.schedule(block.lines.joined(separator: "\n"))
            let check = home.troth("check")
            #expect(check.code == 0, "\(check.err)")
        }
    }

    /// Commands are run in order in one home that already has the README's first schedule, unless they make their own.
    @Test func itsCommandsRun() async throws {
        let home = try Home()
        let makesItsOwn = Self.commands.contains { $0.hasPrefix("troth init") }
        if !makesItsOwn, let first = Self.blocks.first(where: { $0.language == "toml" }) {
            try home.schedule(first.lines.joined(separator: "\n"))
        }
        try home.write("contacts.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Kim\r\nBDAY:--0229\r\nEND:VCARD\r\n")
        var service: Running?
        for command in Self.commands {
            let words = command.split(separator: " ").map(String.init)
            switch words.first {
            case "make":
                for target in words.dropFirst() where !target.contains("=") {
                    #expect(Self.targets.contains(target), "no such target: \(command)")
                }
            case "troth":
                if ["done", "skip", "snooze", "status", "reload", "history"].contains(words.dropFirst().first), service == nil {
                    service = try await home.start()
                }
                let ended = Running.output(
                    "/bin/sh", ["-c", command],
                    environment: home.environment.merging(["PATH": "\(Programs.folder):/usr/bin:/bin"]) { $1 })
                #expect(ended.code == 0, "\(command): \(ended.err)")
            case "trothd":
                #expect(Running.output(Programs.trothd, ["--help"]).code == 0)
            case "systemctl":
                // Shown to work by the tests that boot a systemd.
                #expect(words.last?.hasPrefix("troth") == true, "\(command)")
            case "sudo", "git", "cd", "mkdir", "cp", "sudoedit":
                break
            default:
                Issue.record("nobody tries this command: \(command)")
            }
        }
        if let service { #expect(try await home.stop(service).code == 0) }
    }

    /// `make run` builds, then serves the sample with this script: the programs under test are built already.
    @Test func makeRunShowsANudgeWithinAMinute() async throws {
        let planned = try await Running("/usr/bin/env", ["make", "-n", "-C", Programs.root, "run", "RELEASE=/built"]).end()
        #expect(planned.code == 0, "\(planned.err)")
        #expect(planned.lines.contains { $0.contains("for p in trothd troth troth-mail; do swift build -c release") })
        #expect(planned.lines.last { !$0.hasPrefix("make") } == "Config/run-sample /built")

        let home = try Home()
        let folder = "\(home.path)/thrown-away"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let sample = try Running(
            "\(Programs.root)/Config/run-sample", [Programs.folder],
            environment: home.environment.merging(["TMPDIR": folder]) { $1 })
        // Longer than a minute is a failure, not a slow machine: the sample's first moment comes within 20 seconds.
        try await eventually("a nudge is seen", within: 60) { sample.out.contains("A first nudge from Troth") }
        #expect(sample.out.contains("serving "))
        // Ctrl-C goes to all that the terminal runs.
        for pid in Self.children(of: sample.pid) + [sample.pid] { kill(pid, SIGINT) }
        _ = try await sample.end()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [], "its record is gone")
        #expect(!FileManager.default.fileExists(atPath: home.state), "no record but the one that is thrown away")
    }

    /// `make test` is what the gate runs, and it tests what it builds.
    @Test func makeTestTestsTheReleasePrograms() async throws {
        let planned = try await Running("/usr/bin/env", ["make", "-n", "-C", Programs.root, "test"]).end()
        #expect(planned.code == 0, "\(planned.err)")
        let lines = planned.lines
        let built = try #require(lines.lastIndex { $0.contains("swift build -c release --static-swift-stdlib") })
        let tested = lines.indices.filter { lines[$0].contains("swift test") }
        #expect(tested.count == 2 && tested.allSatisfy { $0 > built })
        #expect(tested.allSatisfy { lines[$0].contains("TROTH_PROGRAMS=") })
        let gate = try String(contentsOfFile: "\(Programs.root)/.ci/run", encoding: .utf8)
        #expect(gate.hasSuffix("\nmake test\n"))
    }

    private static func children(of pid: Int32) -> [Int32] {
        let text = (try? String(contentsOfFile: "/proc/\(pid)/task/\(pid)/children", encoding: .utf8)) ?? ""
        let found = text.split(separator: " ").compactMap { Int32($0.trimmingCharacters(in: .whitespaces)) }
        return found.flatMap { children(of: $0) } + found
    }

    static let targets: Set<String> = {
        let text = (try? String(contentsOfFile: "\(Programs.root)/Makefile", encoding: .utf8)) ?? ""
        return Set(
            text.components(separatedBy: "\n").compactMap { line in
                guard let colon = line.firstIndex(of: ":"), line.first?.isLetter == true, !line.contains(":=") else { return nil }
                return String(line[..<colon])
            })
    }()
}
