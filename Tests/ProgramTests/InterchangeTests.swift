import Foundation
import Testing

extension Machine {
    static let hasCalendars: Bool = {
        let hasReader = Running.output(python, ["-c", "import icalendar, recurring_ical_events"]).code == 0
        let khal = Running.output("/usr/bin/env", ["khal", "--version"]).code == 0
        if !(hasReader && khal) { print("skipped: this needs khal and python3-recurring-ical-events") }
        return hasReader && khal || isCI
    }()
}

/// Calendars that leave and enter through the built program, as other programs read them.
@Suite struct InterchangeTests {
    static func schedule(_ zone: String) -> String {
        """
        timezone = "\(zone)"

        [people.sam]
        name = "Sam"
        channels = ["desk"]

        [people.alex]
        name = "Alex"
        timezone = "America/Los_Angeles"
        channels = ["desk"]

        [channels.desk]
        type = "command"
        command = ["true"]

        [check-in.weekly]
        title = "weekly"
        every = "Sunday at 19:00"
        ahead = ["1 day"]
        except = ["2026-12-24 to 2027-01-06"]

        [check-in.fortnight]
        title = "fortnight"
        every = "2 weeks on Wednesday at 20:15"
        starting = 2025-03-01

        [ritual.night]
        title = "night"
        every = "Sunday at 02:30"
        except = [2027-10-31]   # both programs read a repeated hour as its second pass, against RFC 5545 §3.3.5

        [ritual.moved]
        title = "moved"
        every = "day 1 of the month at 09:00"
        on-weekend = "after"

        [ritual.last]
        title = "last"
        every = "last weekday of the month at 17:00"

        [ritual.end]
        title = "end"
        every = "day 30 of the month at 08:00"

        [ritual.two]
        title = "two"
        every = ["Tuesday at 07:00", "first Saturday of the month at 09:30"]

        [appreciation.evening]
        title = "evening"
        every = "Tuesday and Friday at 21:00"

        [milestone.leap]
        title = "leap"
        date = 2020-02-29
        every = "year"
        at = "09:00"

        [milestone.leap-next]
        title = "leap-next"
        date = 2020-02-29
        every = "year"
        at = "09:10"
        missing-day = "next"

        [milestone.leap-only]
        title = "leap-only"
        date = 2020-02-29
        every = "year"
        at = "09:20"
        missing-day = "skip"

        [milestone.month-end]
        title = "month-end"
        date = 2026-01-31
        every = "month"
        at = "07:30"

        [milestone.thirtieth]
        title = "thirtieth"
        date = 2025-11-30
        every = "3 months"
        at = "07:40"

        [milestone.first-else]
        title = "first-else"
        date = 2026-10-31
        every = "month"
        at = "07:50"
        missing-day = "next"

        [milestone.counts]
        title = "counts"
        date = 2026-01-01
        counts = ["400 days", "18 months"]
        at = "10:00"

        """
    }

    static let from = "2026-11-28T12:00:00Z"
    static let to = "2028-03-28T12:00:00Z"

    private static let instants: DateFormatter = {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = .gmt
        format.dateFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'"
        return format
    }()

    /// What the planner would send on its moment, as `instant title`.
    private func planned(_ home: Home, for person: String, from: String = from, to: String = to) throws -> [String] {
        let simulated = home.troth("simulate", "--from", from, "--to", to, "--person", person, "--json")
        try #require(simulated.code == 0, "\(simulated.err)")
        let reader = ISO8601DateFormatter()
        return try simulated.objects.filter { $0["lead"] as? String == "0" }.map { object in
            let moment = try #require((object["occurrence"] as? String).flatMap(reader.date))
            let name = try #require(object["ritual"] as? String)
            return "\(Self.instants.string(from: moment)) \(name.split(separator: ".").last ?? "")"
        }.sorted()
    }

    private func export(_ home: Home, for person: String) throws -> String {
        let ended = home.troth(
            "export", "ics", "--person", person, "--out", "\(home.path)/\(person).ics", "--now", Self.from)
        try #require(ended.code == 0 && ended.out.isEmpty, "\(ended.err)")
        return "\(home.path)/\(person).ics"
    }

    @Test(.enabled(if: Machine.hasCalendars), arguments: ["Europe/Dublin", "Australia/Lord_Howe"])
    func anotherProgramFindsTheSame(_ zone: String) throws {
        let home = try Home()
        try home.schedule(Self.schedule(zone))
        let file = try export(home, for: "alex")
        let found = Running.output(Machine.python, [Programs.lab("calendar-occurrences.py"), file, Self.from, Self.to])
        try #require(found.code == 0, "\(found.err)")
        let planned = try planned(home, for: "alex")
        #expect(planned.count > 400)
        #expect(found.lines == planned, "\(Self.difference(found.lines, planned))")
    }

    /// khal keeps whole minutes. Three months with a 29 February and a change of the clocks.
    @Test(.enabled(if: Machine.hasCalendars)) func khalListsTheSame() throws {
        let (from, to) = ("2028-01-15T00:00:00Z", "2028-04-15T00:00:00Z")
        let home = try Home()
        try home.schedule(Self.schedule("America/New_York"))
        let file = try export(home, for: "sam")
        try FileManager.default.createDirectory(atPath: "\(home.path)/calendar", withIntermediateDirectories: true)
        let config = try home.write(
            "khal.conf",
            """
            [calendars]
            [[troth]]
            path = \(home.path)/calendar
            type = calendar
            [sqlite]
            path = \(home.path)/khal.db
            [locale]
            local_timezone = UTC
            default_timezone = UTC
            timeformat = %H:%M
            dateformat = %Y-%m-%d
            longdateformat = %Y-%m-%d
            datetimeformat = %Y-%m-%d %H:%M
            longdatetimeformat = %Y-%m-%d %H:%M

            """)
        let environment = home.environment.merging(["XDG_DATA_HOME": "\(home.path)/data", "LC_ALL": "C.UTF-8"]) { $1 }
        func khal(_ arguments: String...) throws -> Ended {
            let ended = Running.output("/usr/bin/env", ["khal", "-c", config] + arguments, environment: environment)
            try #require(ended.code == 0, "\(ended.err)")
            return ended
        }
        _ = try khal("import", "--batch", "-a", "troth", file)
        let listed = try khal(
            "list", "--day-format", "", "--format", "{start-date}T{start-time}:00Z {title}", "2028-01-15", "91d")
        let found = Set(listed.lines.filter { $0 >= from && $0 < to }).sorted()
        let planned = try planned(home, for: "sam", from: from, to: to)
        #expect(planned.count > 60)
        #expect(found == planned, "\(Self.difference(found, planned))")
    }

    private static func difference(_ found: [String], _ planned: [String]) -> String {
        let (here, there) = (Set(found).subtracting(planned).sorted(), Set(planned).subtracting(found).sorted())
        return "only there: \(here.prefix(12)), only here: \(there.prefix(12))"
    }

    /// What comes out goes in again, into a schedule as `troth init` makes it; nothing is written anywhere.
    @Test func whatIsImportedIsASchedule() throws {
        let home = try Home()
        try home.schedule(Self.schedule("Europe/Berlin"))
        let file = try export(home, for: "sam")
        let back = try Home()
        try #require(back.troth("init").code == 0)
        let before = back.text("config/troth/troth.toml")
        let contacts = try back.write(
            "contacts.vcf",
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kim\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\r\nEND:VCARD\r\n")
        let events = back.troth("import", "ics", file, "--now", Self.from)
        let dates = back.troth("import", "vcf", contacts)
        #expect(events.code == 0 && dates.code == 0, "\(events.err)\(dates.err)")
        #expect(back.text("config/troth/troth.toml") == before)
        #expect(events.out.contains("[ritual.night]") && dates.out.contains("[milestone.kims-birthday]"))
        try back.schedule([before, events.out, dates.out].joined(separator: "\n"))
        let checked = back.troth("check")
        #expect(checked.code == 0, "\(checked.err)")
        // A second time nothing is taken for what is there.
        #expect(back.troth("import", "ics", file, "--now", Self.from).out.contains("[ritual.night-2]"))
    }

    @Test func contactsAreReadFromStandardInput() throws {
        let home = try Home()
        let card = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zoë\r\nBDAY:--0415\r\nEND:VCARD\r\n"
        let ended = Running.output(
            Programs.troth, ["import", "vcf", "-"], environment: home.environment.merging(["LANG": "de_DE.UTF-8"]) { $1 },
            input: card)
        #expect(ended.code == 0, "\(ended.err)")
        #expect(
            ended.out == """
                # 1 Eintrag. Lies ihn durch und übernimm ihn in deinen Plan, wenn du magst; geändert wurde nichts.

                [milestone.geburtstag-zoe]
                title = "Geburtstag: Zoë"
                date = "04-15"
                at = "09:00"

                """)
    }

    @Test func whatCannotBeReadIsSaid() throws {
        let home = try Home()
        try home.schedule(Self.schedule("Europe/Berlin"))
        let file = try home.write("bad.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nhello\r\n")
        let broken = home.troth("import", "ics", file)
        #expect(broken.code == 65 && broken.err == "\(file):3: error: a line needs a name, a colon and a value\n")
        let missing = home.troth("import", "vcf", "\(home.path)/none.vcf")
        #expect(missing.code == 66 && missing.err == "error: \(home.path)/none.vcf: there is no such file\n")
        let nobody = home.troth("export", "ics", "--person", "kim")
        #expect(nobody.code == 66 && nobody.out.isEmpty)
        let unwritable = home.troth("export", "ics", "--out", "\(home.path)/none/a.ics")
        #expect(unwritable.code == 78)
    }
}
