import Foundation
import Testing

/// Days left out and moved, cadences and clock changes, as the built programs show them.
@Suite struct DaysTests {
    static let head = """
        timezone = "Europe/Berlin"

        [holidays]
        files = ["days.ics"]

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


        """

    static let days = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20001225
        DTEND;VALUE=DATE:20001227
        RRULE:FREQ=YEARLY
        SUMMARY:Weihnachten
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20000101
        RRULE:FREQ=YEARLY
        SUMMARY:Neujahr
        END:VEVENT
        END:VCALENDAR

        """

    private func home(_ rituals: String, days: String = days) throws -> Home {
        let home = try Home()
        try home.schedule(Self.head + rituals)
        try home.write("config/troth/days.ics", days)
        return home
    }

    /// 25 December 2026 is a Friday, 1 January 2027 a Friday, 7 February a Sunday.
    @Test func daysAreLeftOutAndMoved() throws {
        let home = try home(
            """
            [check-in.weekly]
            every = "Sunday at 19:00"
            people = ["sam"]
            except = ["2026-12-24 to 2027-01-06", 2027-01-17, "trip"]

            [ritual.trip]
            date = 2027-02-07
            at = "08:00"
            people = ["sam"]

            [ritual.before]
            every = "day 25 of the month at 09:00"
            people = ["sam"]
            on-holiday = "before"
            on-weekend = "before"

            [ritual.after]
            every = "day 1 of the month at 09:00"
            people = ["sam"]
            on-holiday = "after"
            on-weekend = "after"

            [ritual.skip]
            every = "Friday at 10:00"
            people = ["sam"]
            on-holiday = "skip"
            """)
        let check = home.troth("check")
        #expect(check.code == 0, "\(check.err)")
        #expect(check.out.contains("not from 2026-12-24 to 2027-01-06, on 2027-01-17 and on the days of `ritual.trip`"))
        #expect(check.out.contains("moved from holidays and weekends to the day before"))
        #expect(check.out.contains("not on holidays"))
        let simulated = home.troth("simulate", "--from", "2026-12-19", "--to", "2027-02-15", "--json")
        #expect(simulated.code == 0, "\(simulated.err)")
        let said = simulated.objects.map { object in
            "\((object["at"] as? String ?? "").prefix(10)) \(object["ritual"] as? String ?? "")"
                + " \((object["occurrence"] as? String ?? "").prefix(10))"
        }
        #expect(
            said == [
                "2026-12-20 check-in.weekly 2026-12-20", "2026-12-24 ritual.before 2026-12-24",
                "2027-01-04 ritual.after 2027-01-04", "2027-01-08 ritual.skip 2027-01-08",
                "2027-01-10 check-in.weekly 2027-01-10", "2027-01-15 ritual.skip 2027-01-15",
                "2027-01-22 ritual.skip 2027-01-22", "2027-01-24 check-in.weekly 2027-01-24",
                "2027-01-25 ritual.before 2027-01-25", "2027-01-29 ritual.skip 2027-01-29",
                "2027-01-31 check-in.weekly 2027-01-31", "2027-02-01 ritual.after 2027-02-01",
                "2027-02-05 ritual.skip 2027-02-05", "2027-02-07 ritual.trip 2027-02-07",
                "2027-02-12 ritual.skip 2027-02-12", "2027-02-14 check-in.weekly 2027-02-14",
            ])
        // Named by the day that it was moved from.
        #expect(simulated.objects.contains { $0["id"] as? String == "after@2027-01-01" })
    }

    /// Sunday 19:00 in Berlin is 12:00 in Chicago, but for the weeks between the two changes of the clocks.
    @Test func aClockChangeIsSaid() throws {
        let home = try home("[check-in.weekly]\nevery = \"Sunday at 19:00\"\n")
        for (from, to, shifted) in [
            ("2027-03-01", "2027-04-10", ["2027-03-14": 3600, "2027-03-28": -3600]),
            ("2027-10-20", "2027-11-20", ["2027-10-31": 3600, "2027-11-07": -3600]),
        ] {
            let simulated = home.troth("simulate", "--from", from, "--to", to, "--json").objects
            #expect(simulated.count >= 8)
            for object in simulated {
                let day = String((object["occurrence"] as? String ?? "").prefix(10))
                let expected = object["person"] as? String == "alex" ? shifted[day] : nil
                #expect(object["clockShift"] as? Int == expected, "\(day)")
            }
        }
        let english = home.troth("next", "-n", "2", "--person", "alex", "--now", "2027-03-13T12:00:00Z")
        #expect(
            english.out.contains("Sunday, 14 March 2027, 13:00: Check-in for Alex by desk, an hour later than last time"))
        let german = home.troth("simulate", "--from", "2027-03-27", "--to", "2027-03-30", with: ["LANG": "de_DE.UTF-8"])
        #expect(german.out.contains("12:00: Euer Gespräch für Alex über desk, eine Stunde früher als letztes Mal"))
    }

    @Test func doneCountsAnew() async throws {
        let home = try home(
            """
            [reflection.friends]
            people = ["sam", "alex"]
            after-done = "10 days"
            at-most = "3 weeks"
            starting = 2026-01-05
            at = "18:00"
            """)
        #expect(
            home.troth("check").out.contains("10 days after it was last done, again at the latest 3 weeks after it"))
        let simulated = home.troth(
            "simulate", "--from", "2026-01-06", "--to", "2026-02-20", "--person", "sam", "--json")
        #expect(
            simulated.objects.map { String(($0["at"] as? String ?? "").prefix(10)) }
                == ["2026-01-15", "2026-01-25", "2026-02-04", "2026-02-14"])
        // Answered without a service, from the record that one left.
        let service = try await home.start()
        #expect(try await home.stop(service).code == 0)
        func next(_ person: String) -> [String] {
            home.troth("next", "--person", person, "--now", "2030-03-01T12:00:00Z", "--json").objects
                .map { $0["at"] as? String ?? "" }
        }
        let before = next("alex")
        #expect(before.count == 1)
        let done = home.troth("done", "friends", "--person", "sam", "--now", "2030-03-01T12:00:00Z")
        #expect(done.code == 0, "\(done.err)")
        #expect(next("sam") == ["2030-03-11T17:00:00Z"])
        #expect(next("alex") == before)
    }

    @Test func aBadHolidayFileLeavesTheLastGoodOnesInForce() async throws {
        let home = try home(
            "[ritual.rent]\nevery = \"25 December at 09:00\"\npeople = [\"sam\"]\non-holiday = \"after\"\n")
        let service = try await home.start()
        func rent() -> String? {
            home.troth("next", "-n", "1", "--json").objects.first.flatMap { $0["at"] as? String }.map {
                String($0.dropFirst(5).prefix(5))
            }
        }
        #expect(rent() == "12-27")
        try home.write(
            "config/troth/days.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261324\nEND:VEVENT\nEND:VCALENDAR\n")
        let reloaded = home.troth("reload")
        #expect(reloaded.code == 65)
        #expect(reloaded.err.contains("troth.toml:4:10: error: in this file, DTSTART is no date: 20261324"))
        #expect(reloaded.err.contains("days.ics:3:1: note: this is the line"))
        #expect(rent() == "12-27")
        #expect(try await home.stop(service).code == 0)
        let again = try await home.start()
        #expect(again.err.contains("error: in this file"))
        #expect(rent() == "12-27")
        try home.write("config/troth/days.ics", Self.days.replacingOccurrences(of: "20001227", with: "20001228"))
        #expect(home.troth("reload").code == 0)
        #expect(rent() == "12-28")
        #expect(try await home.stop(again).code == 0)
    }
}
