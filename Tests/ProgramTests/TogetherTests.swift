import Foundation
import Testing

/// How long a talk takes, what people set out to do at it, and how far they have come: with the built programs, under a
/// clock that the test sets.
@Suite(.enabled(if: Machine.hasCompiler && Machine.hasPython)) struct TogetherTests {
    /// A person with a command and a mailer that write down what they get, and what comes in two hours.
    private func clock(_ ritual: String) throws -> (clock: ServiceClock, moment: Date) {
        let clock = try ServiceClock()
        let moment = Moment.date(in: 7200)
        try clock.set(ahead: 0, kept: true)
        let home = clock.home
        try home.write(
            "note",
            "#!/bin/sh\nprintf '%s' \"$2\" >>'\(home.path)/arguments'\nprintf '%s\\n--\\n' \"$TROTH_BODY\" >>'\(home.path)/bodies'\n",
            mode: 0o755)
        try home.write(
            "take", "#!/bin/sh\ncat >'\(home.path)/mail'.new\nmv '\(home.path)/mail.new' '\(home.path)/mail'\n",
            mode: 0o755)
        try home.schedule(
            """
            timezone = "UTC"

            [people.sam]
            name = "Sam"
            email = "sam@example.org"
            calendar = true
            channels = [["desk", "post"]]

            [channels.desk]
            type = "command"
            command = ["\(home.path)/note", "{title}", "{body}"]

            [channels.post]
            type = "email"
            from = "Troth <troth@example.org>"
            sendmail = ["\(home.path)/take"]

            \(ritual)
            every = "day at \(Moment.clock(at: moment))"
            urgent = true

            """)
        return (clock, moment)
    }

    /// The parts of the last mail as a mail program reads them.
    private func mail(_ home: Home) -> String {
        let read = """
            import email, email.policy, sys
            m = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
            for part in m.walk():
                if not part.is_multipart(): print(part.get_content_type() + "\\n" + part.get_content())
            """
        return Running.output(Machine.python, ["-c", read, "\(home.path)/mail"]).out.replacingOccurrences(
            of: "\r", with: "")
    }

    @Test func aTalkSaysHowLongItTakes() async throws {
        let (clock, moment) = try clock("[check-in.talk]\ntitle = \"Our talk\"\ntakes = \"45 min\"")
        let home = clock.home
        let checked = home.troth("check")
        #expect(checked.out.contains("about 45 minutes long"), "\(checked.out)\(checked.err)")
        #expect(home.troth("check", with: GermanTests.german).out.contains("etwa 45 Minuten lang"))
        let calendar = home.troth("export", "ics")
        #expect(calendar.out.contains("DURATION:PT45M"))
        let file = try home.write("talk.ics", calendar.out)
        #expect(home.troth("import", "ics", file).out.contains("takes = \"45 min\""))
        let service = try await home.start(with: clock.environment)
        #expect(clock.troth("next", "-n", "1", "--json").objects.first?["takes"] as? String == "45 min")
        try clock.set(justBefore: moment)
        try await eventually("it comes") {
            home.text("bodies").contains("about 45 minutes") && !home.text("mail").isEmpty
        }
        let mail = mail(home)
        #expect(mail.contains("It takes about 45 minutes.") && mail.contains("DURATION:PT45M"), "\(mail)")
        #expect(try await home.stop(service).code == 0)
        try home.schedule(home.text("config/troth/troth.toml").replacingOccurrences(of: "45 min", with: "3 weeks"))
        let refused = home.troth("check")
        #expect(refused.code == 65 && refused.err.contains("takes = \"3 weeks\""), "\(refused.err)")
    }

    @Test func lastTimesGoalsComeWithTheNextTalk() async throws {
        let (clock, moment) = try clock("[check-in.talk]\ntitle = \"Our talk\"")
        let home = clock.home
        let service = try await home.start(with: clock.environment)
        let noted = clock.troth("goal", "Zqcook together")
        #expect(noted.out.hasPrefix("noted as goal 1: “Zqcook together”. It comes with “Our talk”, "), "\(noted.err)")
        #expect(clock.troth("goal", "Zqbank", "--for", "check-in.talk").code == 0)
        #expect(clock.troth("goal", "Zqdropped").code == 0)
        #expect(clock.troth("goal", "drop", "3").code == 0)
        #expect(clock.troth("goal", "reached", "2").out == "how good: “Zqbank” is reached\n")
        #expect(clock.troth("goal", "\u{1B}[31m").code == 64)
        #expect(clock.troth("goal", "x", "--for", "nothing").code == 66)
        try clock.set(justBefore: moment)
        try await eventually("the talk comes") {
            home.text("bodies").contains("Last time you set out to: Zqcook together\nReached since last time: Zqbank\n")
        }
        try await eventually("by mail, too") { mail(home).contains("Last time you set out to: Zqcook together") }
        #expect(mail(home).components(separatedBy: "text/calendar").last?.contains("Zq") == false, "in no calendar")
        #expect(!home.text("arguments").contains("Zq"), "in no list of processes")
        #expect(!home.text("bodies").contains("Zqdropped"))
        #expect(clock.troth("goal", "list", "--json").objects.map { $0["time"] as? String } == ["last", "last"])
        // At the talk something else is set; the day after, that is last time's.
        #expect(clock.troth("goal", "Zqwalk").code == 0)
        try clock.set(justBefore: moment.addingTimeInterval(86_400))
        try await eventually("the next talk comes") { home.text("bodies").contains("Last time you set out to: Zqwalk") }
        #expect(home.text("bodies").components(separatedBy: "Zqcook").count == 2, "once")
        #expect(clock.troth("lookback").out.contains("What you set out to do and reached\n– "))
        let ended = try await home.stop(service)
        #expect(ended.code == 0 && !(ended.out + ended.err).contains("Zq"))
        // Without a service the command line works on the record itself.
        let offline = clock.troth("goal", "Zqlater")
        #expect(offline.code == 0 && offline.err.contains("no service"), "\(offline.err)")
        #expect(clock.troth("goal", "list").out.contains("“Zqlater”, for next time (“Our talk”)"))
    }

    @Test func aLookBackComesByItself() async throws {
        let (clock, moment) = try clock("[reflection.month]\npeople = [\"sam\"]\nlook-back = \"1 month\"")
        let home = clock.home
        #expect(home.troth("check").out.contains("“Looking back”"))
        let day = Date(timeIntervalSinceNow: 0).formatted(.iso8601.year().month().day())
        let until = Date(timeIntervalSinceNow: 2 * 86_400).formatted(.iso8601.year().month().day())
        let simulated = home.troth("simulate", "--from", day, "--to", until)
        #expect(simulated.out.contains("Looking back") && !simulated.out.contains("record"), "\(simulated.out)")
        let service = try await home.start(with: clock.environment)
        try clock.set(justBefore: moment)
        try await eventually("it comes, with nothing yet") { home.text("bodies").contains("that is all right") }
        for number in 1...9 { #expect(clock.troth("celebrate", "Zqwin \(number)").code == 0) }
        try clock.set(justBefore: moment.addingTimeInterval(86_400))
        try await eventually("it comes once more") { home.text("bodies").contains("Zqwin 9") }
        let notice = try #require(home.text("bodies").components(separatedBy: "\n--\n").dropLast().last)
        #expect(!notice.contains("Zqwin 4") && notice.hasSuffix("shows all of it."), "\(notice)")
        try await eventually("by mail, too") { mail(home).contains("Zqwin 9") }
        for line in clock.troth("lookback", "--since", "2020-01-01").lines where line.contains("Zqwin") {
            #expect(mail(home).contains(line), "\(line)")
        }
        #expect(!home.text("arguments").contains("Zq"))
        #expect(try await home.stop(service).code == 0)
        try home.schedule(home.text("config/troth/troth.toml").replacingOccurrences(of: "1 month", with: "36 h"))
        let refused = home.troth("check")
        #expect(refused.code == 65 && refused.err.contains("`look-back` is too short or too long"), "\(refused.err)")
    }
}
