import Foundation
import Testing

/// What people undertake by hand, with the built programs as they would use them.
@Suite struct PracticeTests {
    private func home() throws -> Home {
        let home = try Home()
        try home.schedule(
            """
            timezone = "UTC"

            [people.sam]
            name = "Sam"
            channels = ["desk"]

            [people.alex]
            name = "Alex"
            channels = ["desk"]

            [channels.desk]
            type = "command"
            command = ["\(home.receiver)", "{title}", "{body}"]

            [check-in.weekly]
            title = "Our talk"
            every = "Sunday at 19:00"
            turns = ["sam", "alex"]

            [appreciation.morning]
            every = "day at 08:30"
            people = ["sam"]

            [season.apart]
            title = "Apart"
            off = ["morning"]

            [season.apart.change.weekly]
            every = "day at 20:00"

            [help]
            contacts = ["Dr. Kim, 030 123"]
            """)
        return home
    }

    @Test func aSeasonIsSwitchedOnAndOff() async throws {
        let home = try home()
        let service = try await home.start()
        let before = home.troth("next", "-n", "40", "--json").objects
        #expect(before.contains { $0["ritual"] as? String == "appreciation.morning" })
        let on = home.troth("season", "apart", "on")
        #expect(on.code == 0, "\(on.err)")
        #expect(home.troth("season").out.contains("apart (Apart): on"))
        let during = home.troth("next", "-n", "40", "--json").objects
        #expect(!during.contains { $0["ritual"] as? String == "appreciation.morning" })
        let times = Set(
            during.filter { $0["ritual"] as? String == "check-in.weekly" }.compactMap { $0["occurrence"] as? String }
                .map { $0.dropFirst(11).prefix(5) })
        #expect(times == ["20:00"])
        // Both are told that what is shared comes at another time, once each.
        try await eventually("both are told") {
            Set(
                home.history().filter { $0["outcome"] as? String == "delivered" }.compactMap { $0["person"] as? String }
            )
                == ["sam", "alex"]
        }
        #expect(home.troth("season", "apart", "off").code == 0)
        #expect(home.troth("season", "--json").objects.first?["on"] as? Bool == false)
        #expect(home.troth("season", "apart", "on", "--until", "2001-01-01").code == 64)
        #expect(home.troth("season", "nothing", "on").code == 66)
        #expect(try await home.stop(service).code == 0)
    }

    @Test func aPromiseIsMadeMovedAndKept() async throws {
        let home = try home()
        let service = try await home.start()
        let made = home.troth(
            "promise", "Call about the keys", "--at", "Friday at 18:00", "--to", "alex", "--person", "sam")
        #expect(made.code == 0, "\(made.err)")
        #expect(made.out.contains("Can you keep it?"))
        let coming = home.troth("next", "-n", "60", "--json").objects.filter {
            $0["ritual"] as? String == "promise.promise-1"
        }
        #expect(coming.map { $0["lead"] as? String } == ["1 h", "0"])
        #expect(coming.allSatisfy { $0["person"] as? String == "sam" }, "it is its maker's alone")
        let moved = home.troth("move", "promise-1", "--to", "Saturday at 11:00", "--person", "sam")
        #expect(moved.code == 0, "\(moved.err)")
        let later = home.troth("next", "-n", "60", "--json").objects.filter {
            $0["ritual"] as? String == "promise.promise-1"
        }
        #expect(later.last?["occurrence"].map { "\($0)".contains("T11:00") } == true)
        let id = try #require(later.last?["id"] as? String)
        #expect(home.troth("done", id, "--person", "sam").code == 0)
        #expect(home.troth("promise", "Later", "--at", "some day", "--person", "sam").code == 64)
        #expect(home.troth("promise", "\u{1B}[31m", "--at", "18:00", "--person", "sam").code == 64)
        #expect(home.troth("move", "promise-9", "--to", "18:00", "--person", "sam").code == 66)
        #expect(try await home.stop(service).code == 0)
    }

    @Test func aRepairSaysFirstWhatItIsNotFor() async throws {
        let home = try home()
        let service = try await home.start()
        let begun = home.troth("repair", "begin", "--person", "sam")
        #expect(begun.code == 0, "\(begun.err)")
        let lines = begun.out.split(separator: "\n")
        #expect(lines[0].contains("not for fear, threats"))
        #expect(begun.out.contains("Dr. Kim, 030 123"))
        #expect(home.troth("repair", "begin", "--person", "sam").code == 64, "it is under way")
        let coming = home.troth("next", "-n", "60", "--json").objects
        #expect(coming.contains { ($0["ritual"] as? String)?.hasPrefix("repair.repair-1-") == true })
        #expect(home.troth("repair", "leave", "--person", "alex").code == 0)
        let rest = home.troth("next", "-n", "60", "--json").objects.filter {
            ($0["ritual"] as? String)?.hasPrefix("repair.") == true
        }
        #expect(!rest.isEmpty)
        #expect(rest.allSatisfy { $0["person"] as? String == "sam" })
        #expect(home.troth("repair", "end", "--person", "sam").code == 0)
        let after = home.troth("next", "-n", "60", "--json").objects
        #expect(!after.contains { ($0["ritual"] as? String)?.hasPrefix("repair.") == true })
        #expect(try await home.stop(service).code == 0)
    }

    @Test func aSmallWinComesBackInALookBack() async throws {
        let home = try home()
        let service = try await home.start()
        let noted = home.troth("celebrate", "First hard talk <without> leaving", "--shared", "--person", "sam")
        #expect(noted.code == 0, "\(noted.err)")
        #expect(home.troth("celebrate", "Mine alone", "--person", "sam").code == 0)
        let back = home.troth("lookback", "--person", "sam")
        #expect(back.out.contains("Small wins"))
        #expect(back.out.contains("First hard talk <without> leaving"))
        let others = home.troth("lookback", "--person", "alex")
        #expect(others.out.contains("First hard talk"))
        #expect(!others.out.contains("Mine alone"))
        let page = "\(home.path)/back.html"
        let written = home.troth("lookback", "--person", "sam", "--html", page)
        #expect(written.code == 0, "\(written.err)")
        let html = try String(contentsOfFile: page, encoding: .utf8)
        #expect(html.contains("First hard talk &lt;without&gt; leaving"))
        #expect(html.contains("<html lang=\"en\">"))
        #expect(!html.contains("http"), "it needs nothing from elsewhere")
        let today = home.troth("lookback", "--person", "sam", "--since", "2020-01-01", "--until", "2020-12-31")
        #expect(today.out.contains("Nothing is on record"))
        #expect(try await home.stop(service).code == 0)
    }

    @Test func aLetterStaysSealedAndOneStepIsSuggested() async throws {
        let home = try home()
        let service = try await home.start()
        let file = "\(home.path)/letter.txt"
        try "Dear Alex,\nit was a good year.\n".write(toFile: file, atomically: true, encoding: .utf8)
        let sealed = home.troth("letter", "seal", file, "--opens", "2126-12-24", "--to", "alex", "--person", "sam")
        #expect(sealed.code == 0, "\(sealed.err)")
        #expect(home.troth("letter", "list", "--person", "sam").out.contains("sealed until"))
        #expect(home.troth("letter", "list", "--person", "alex").out == "no letters\n")
        #expect(home.troth("letter", "read", "1", "--person", "sam").code == 64, "its writer neither")
        #expect(home.troth("letter", "drop", "1", "--person", "alex").code == 66)
        let read = home.troth("letter", "read", "1", "--person", "alex", "--now", "2126-12-24T12:00:00Z")
        #expect(read.out.hasSuffix("Dear Alex,\nit was a good year.\n"), "\(read.err)")
        #expect(home.troth("letter", "drop", "1", "--person", "sam").code == 0)
        #expect(home.troth("letter", "list", "--person", "sam").out == "no letters\n")
        try "\u{1B}[2J".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(home.troth("letter", "seal", file, "--opens", "2126-12-24", "--person", "sam").code == 64)
        #expect(home.troth("letter", "seal", file + "x", "--opens", "2126-12-24", "--person", "sam").code == 66)
        try Data([0xFF, 0xFE, 0x44, 0x00]).write(to: URL(filePath: file))
        let foreign = home.troth("letter", "seal", file, "--opens", "2126-12-24", "--person", "sam")
        #expect(foreign.code == 64 && foreign.err.hasPrefix("error: this letter is not written in UTF-8\n"), "\(foreign.err)")
        try "\u{FEFF}Nochmals\r\nund \u{200F}weiter\r\n".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(home.troth("letter", "seal", file, "--opens", "2126-12-24", "--person", "sam").code == 0)

        #expect(home.troth("suggest", "--person", "sam").out.contains("some weeks"))
        let later = Date(timeIntervalSinceNow: 30 * 86_400).formatted(.iso8601)
        let next = home.troth("suggest", "--person", "sam", "--now", later)
        #expect(next.out.contains("`new-couple`"), "there is a talk and an appreciation already: \(next.out)\(next.err)")
        #expect(home.troth("init", "--template", "new-couple", "--show").out.contains("[ritual.evening]"))

        // A pause of one of two is told to the other, who is then asked to nothing that both do.
        #expect(home.troth("pause", "--person", "alex").code == 0)
        try await eventually("Sam is told") { home.troth("history", "--person", "sam").out.contains("A change of plan") }
        let coming = home.troth("next", "-n", "40", "--json").objects
        #expect(!coming.isEmpty && !coming.contains { $0["ritual"] as? String == "check-in.weekly" })
        #expect(try await home.stop(service).code == 0)
    }

    @Test func aCardIsShownAtOnce() throws {
        let home = try home()
        let card = home.troth("card")
        #expect(card.code == 0)
        #expect(card.out.split(separator: "\n").count == 1)
    }

    @Test func everyTemplateIsRightAsItStands() throws {
        let list = try Home().troth("init", "--list-templates")
        let names = list.out.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(names.count == 8)
        for name in names {
            let home = try Home()
            try? FileManager.default.removeItem(atPath: home.schedule)
            let made = home.troth("init", "--template", name, "--with", "Jürgen")
            #expect(made.code == 0, "\(name): \(made.err)")
            let checked = home.troth("check")
            #expect(checked.code == 0, "\(name): \(checked.err)")
            #expect(home.troth("init", "--template", name).code == 78, "it never overwrites")
        }
        #expect(try Home().troth("init", "--template", "nothing").code == 66)
    }
}
