import Foundation
import Testing

/// `troth explain`: what a rule is, and when it comes.
@Suite struct ExplainTests {
    private static func troth(_ arguments: [String], language: String = "C.UTF-8") -> Ended {
        Running.output(Programs.troth, arguments, environment: ["LANG": language, "PATH": "/usr/bin:/bin"])
    }

    static func explain(_ arguments: String...) -> Ended {
        troth(["explain", "--now", "2026-11-21T12:00:00Z"] + arguments)
    }

    @Test func aPhraseInAZone() {
        let ended = Self.explain("every Sunday 7pm", "--zone", "Europe/Berlin")
        #expect(ended.code == 0)
        #expect(
            ended.out == """
                dialect      phrase
                normal form  Sunday at 19:00
                RRULE        FREQ=WEEKLY;BYDAY=SU;BYHOUR=19;BYMINUTE=0;BYSECOND=0
                policies     gap = "shift": a time that the clock skips comes that much later
                             fold = "first": a time that happens twice comes once, the first time
                next         Sun 2026-11-22 19:00 CET (+01:00)
                             Sun 2026-11-29 19:00 CET (+01:00)
                             Sun 2026-12-06 19:00 CET (+01:00)
                             Sun 2026-12-13 19:00 CET (+01:00)
                             Sun 2026-12-20 19:00 CET (+01:00)

                """)
    }

    /// (arguments, lines that must be there)
    static let cases: [([String], [String])] = [
        (["0 9 1 * mon", "--zone", "UTC"], ["dialect      cron line", "normal form  0 9 1 * 1", "next         Mon 2026-11-23 09:00 UTC (+00:00)"]),
        // A rule that names its zone keeps it.
        (
            ["*-*~1 09:00 Europe/Dublin", "--zone", "Asia/Kolkata"],
            ["dialect      calendar expression (systemd)", "next         Mon 2026-11-30 09:00 GMT (+00:00)", "             Wed 2027-03-31 09:00 IST (+01:00)"]
        ),
        (["2026-12-24..31 18:00", "--zone", "UTC"], ["RRULE        none: RFC 5545 has no way to say it"]),
        (["FREQ=WEEKLY;BYDAY=FR", "--at", "09:00", "--zone", "Asia/Kolkata"], ["next         Fri 2026-11-27 09:00 IST (+05:30)"]),
        (["15 minutes", "--zone", "UTC"], ["policies     subdaily = \"elapsed\": exact durations, also through a repeated hour"]),
        (["2 weeks on Friday", "--starting", "2026-01-02", "--at", "19:30", "--zone", "UTC"], ["next         Fri 2026-12-04 19:30 UTC (+00:00)"]),
        (["2 weeks on Friday"], ["needs        nothing says from when to count", "             nothing says at what time"]),
        (["month at 09:00", "--starting", "2026-01-31"], ["             missing-day = \"clamp\": a day that a month lacks comes on its last one"]),
    ]

    @Test(arguments: cases)
    func says(_ arguments: [String], _ expected: [String]) {
        let ended = Self.troth(["explain", "--now", "2026-11-21T12:00:00Z"] + arguments)
        #expect(ended.code == 0)
        for line in expected { #expect(ended.lines.contains(line), "\(ended.out)") }
    }

    /// (arguments, exit code, what standard error says)
    static let refused: [([String], Int32, String)] = [
        (
            ["every Fridy at 19:00"], 65,
            "error: cannot read `Fridy`\n  every Fridy at 19:00\n        ^^^^^\nhint: did you mean `Friday`?\n"
        ),
        (["Sun\u{1B}[31mday"], 65, "error: a control character\n  Sun␛[31mday\n     ^\nhint: write it with spaces\n"),
        (["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"], 65, "error: this never comes\n"),
        (["0 9 * * *", "--at", "10:00"], 64, "error: the time is given twice\nhint: leave --at out\n"),
        (["15 minutes", "--at", "10:00"], 64, "error: minutes and hours take no time of day\nhint: leave --at out\n"),
        (["Sunday", "--starting", "2026-01-04"], 64, "error: nothing says at what time\nhint: add --at, such as --at 19:00\n"),
        (["Sunday", "--starting", "tomorrow"], 64, "error: --starting is no local time: tomorrow\nhint: such as 2026-01-05 or 2026-01-05T19:00\n"),
    ]

    @Test(arguments: refused)
    func refuses(_ arguments: [String], _ code: Int32, _ words: String) {
        let ended = Self.troth(["explain", "--now", "2026-11-21T12:00:00Z"] + arguments)
        #expect(ended.code == code)
        #expect(ended.err == words)
    }

    @Test func answersInJSON() throws {
        let object = try #require(Self.explain("Sunday at 19:00", "--zone", "Europe/Berlin", "--json").objects.first)
        #expect(object["dialect"] as? String == "phrase")
        #expect(object["text"] as? String == "Sunday at 19:00")
        let next = try #require(object["next"] as? [[String: String]])
        #expect(next.count == 5)
        #expect(next.first?["at"] == "2026-11-22T18:00:00Z")
        #expect(next.first?["abbreviation"] == "CET")
        #expect(next.first?["offset"] == "+01:00")
    }
}
