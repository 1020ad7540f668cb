import Foundation
import Testing

/// A simulated year for two people an ocean apart, against a table made by another calendar: Python's zoneinfo.
@Suite(.enabled(if: Machine.hasPython)) struct SimulationTests {
    /// Everything that two rituals and a milestone bring in 2027, one a line: when in UTC, what, whom, how far ahead.
    ///
    /// Any line can be checked with date(1), as in
    /// `TZ=America/Chicago date --date='TZ="UTC" 2027-03-12 14:30'`.
    static let table = """
        import datetime as d, zoneinfo
        berlin, chicago = zoneinfo.ZoneInfo("Europe/Berlin"), zoneinfo.ZoneInfo("America/Chicago")
        first, last = d.datetime(2027, 1, 1, tzinfo=berlin), d.datetime(2028, 1, 1, tzinfo=berlin)
        def say(local, ahead, what, who, lead):
            at = (local - d.timedelta(days=ahead)).astimezone(d.timezone.utc)
            if first < at <= last:
                offset = local.strftime("%z")
                print(at.strftime("%Y-%m-%dT%H:%M:%SZ"), what, who, lead,
                      local.strftime("%Y-%m-%dT%H:%M:%S") + offset[:3] + ":" + offset[3:])
        day = d.date(2026, 12, 1)
        while day < d.date(2028, 2, 1):
            if day.weekday() == 6:
                for who in ["sam", "alex"]:
                    for ahead in [0, 1]:
                        say(d.datetime(day.year, day.month, day.day, 19, tzinfo=berlin), ahead, "check-in.weekly", who, ahead)
            if day.weekday() < 5:
                say(d.datetime(day.year, day.month, day.day, 8, 30, tzinfo=berlin), 0, "appreciation.morning", "sam", 0)
                say(d.datetime(day.year, day.month, day.day, 8, 30, tzinfo=chicago), 0, "appreciation.morning", "alex", 0)
            if (day.month, day.day) == (6, 15):
                for zone, who in [(berlin, "sam"), (chicago, "alex")]:
                    for ahead in [0, 2, 21]:
                        say(d.datetime(day.year, 6, 15, 9, tzinfo=zone), ahead, "milestone.wedding", who, ahead)
            day += d.timedelta(days=1)
        """

    static let leads = ["0": "0", "1": "1 day", "2": "2 days", "21": "3 weeks"]

    @Test func aYearInTwoZonesMatchesATableFromElsewhere() throws {
        let home = try Home()
        try home.schedule(
            """
            timezone = "Europe/Berlin"

            [people.sam]
            name = "Sam"
            channels = ["desk"]

            [people.alex]
            name = "Alex"
            timezone = "America/Chicago"
            channels = ["desk"]

            [channels.desk]
            type = "command"
            command = ["true"]

            [check-in.weekly]
            every = "Sunday at 19:00"
            ahead = ["1 day"]

            [appreciation.morning]
            every = "weekday at 08:30"
            people = ["sam", "alex"]

            [milestone.wedding]
            date = 2019-06-15
            every = "year"
            at = "09:00"
            ahead = ["3 weeks", "2 days"]
            """)
        let simulated = home.troth("simulate", "--from", "2027-01-01", "--to", "2028-01-01", "--json")
        #expect(simulated.code == 0, "\(simulated.err)")
        let expected = Running.output(Machine.python, ["-c", Self.table])
        try #require(expected.code == 0, "\(expected.err)")

        let said = simulated.objects.map { object in
            ["at", "ritual", "person", "lead", "occurrence"].map { object[$0] as? String ?? "?" }.joined(separator: " ")
        }
        let wanted = expected.lines.map { line in
            var parts = line.split(separator: " ").map(String.init)
            parts[3] = Self.lead(parts[3])
            return parts.joined(separator: " ")
        }
        #expect(wanted.count > 700)
        let missing = Set(wanted).subtracting(said).sorted()
        let surplus = Set(said).subtracting(wanted).sorted()
        #expect(missing.isEmpty, "not simulated: \(missing.prefix(5))")
        #expect(surplus.isEmpty, "not in the table: \(surplus.prefix(5))")
        #expect(said.count == wanted.count)
        let times = simulated.objects.compactMap { $0["at"] as? String }
        #expect(times == times.sorted(), "in order of time")
        for object in simulated.objects { #expect(object["channel"] as? String == "desk") }
    }

    /// What a lead of so many days is called: as it is keyed, weeks and days alike.
    private static func lead(_ days: String) -> String { leads[days] ?? days }

    @Test func aSimulationStartsFromNothingAndLeavesNothing() throws {
        let home = try Home()
        #expect(home.troth("init").code == 0)
        let first = home.troth("simulate", "--from", "2027-01-01", "--to", "2027-02-01")
        let second = home.troth("simulate", "--from", "2027-01-01", "--to", "2027-02-01")
        #expect(first.code == 0, "\(first.err)")
        #expect(first.lines.count > 20)
        #expect(first.out == second.out)
        #expect(!FileManager.default.fileExists(atPath: home.state), "there is no record of it")
        #expect(home.troth("simulate", "--from", "soon", "--to", "2027-02-01").code == 64)
        #expect(home.troth("simulate", "--from", "2027-02-01", "--to", "2027-01-01").code == 64)
    }
}
