import CivilTime
import Planning
import Recurrence
import ScheduleFile
import Testing
import Wording
import ZoneFiles

/// Reads a schedule with the machine's zones, as the programs do.
func reading(_ text: String, local: String? = nil, systemZone: Zone = .utc) -> ScheduleReading {
    let zones = SystemZones()
    var files = [SourceFile(name: "troth.toml", text: text)]
    if let local { files.append(SourceFile(name: "troth.local.toml", text: local)) }
    return ScheduleFile.parse(files, systemZone: systemZone) { name throws(ZoneLookupError) in
        try zones.zone(named: name)
    }
}

@Suite("A schedule becomes a model")
struct ParseTests {
    static let sample = """
        timezone = "Europe/Berlin"

        [people.sam]
        name = "Sam"
        email = "sam@example.org"
        channels = ["desktop", "email"]

        [people.alex]
        name = "Alex"
        email = "alex@example.org"
        timezone = "America/Chicago"
        channels = ["email"]

        [channels.desktop]
        type = "command"
        command = ["notify-send", "--app-name=Troth", "{title}", "{body}"]
        timeout = "10 s"

        [channels.email]
        type = "email"
        from = "Troth <troth@example.org>"
        server = "smtp://127.0.0.1:2525"

        [check-in.weekly]
        title = "Weekly check-in"
        every = "Sunday at 19:00"
        people = ["sam", "alex"]
        ahead = ["1 day"]
        message = "How did this week feel?"

        [appreciation.morning]
        every = "weekday at 08:30"
        people = ["sam"]
        prompts = ["Name one thing Alex did yesterday that you would miss.", "And another?"]

        [milestone.wedding]
        date = 2019-06-15
        every = "year"
        at = "09:00"
        ahead = ["2 days", "3 weeks"]
        """

    @Test func `the sample reads whole`() throws {
        let reading = reading(Self.sample, local: "[host]\nserves = [\"sam\"]")
        #expect(reading.report(in: .english) == "")
        let schedule = try #require(reading.schedule)
        #expect(schedule.zone.identifier == "Europe/Berlin")
        #expect(schedule.serves == [PersonID("sam")])
        let sam = try #require(schedule.person(PersonID("sam")))
        #expect(sam.channels == [[ChannelID("desktop")], [ChannelID("email")]])
        #expect(schedule.person(PersonID("alex"))?.zone.identifier == "America/Chicago")
        let wedding = try #require(schedule.ritual(RitualID("wedding")))
        #expect(wedding.leads.map(\.description) == ["3 weeks", "2 days", "0"])
        #expect(wedding.people == [PersonID("sam"), PersonID("alex")])
        let from = try #require(Timestamp(parsing: "2026-01-01T00:00:00Z"))
        let next = try #require(wedding.recurrence.next(after: from, in: schedule.zone))
        #expect(next.ordinal == 7)
        #expect(next.instant.description == "2026-06-15T07:00:00Z")
        let weekly = try #require(schedule.ritual(RitualID("weekly")))
        #expect(weekly.together)
        #expect(weekly.name == "check-in.weekly")
        #expect(
            reading.sentences.first?.text(in: .english)
                == "Sam gets “Weekly check-in” every Sunday at 19:00 (Europe/Berlin), together with Alex, "
                + "and 1 day ahead, by desktop, else by email")
        #expect(
            reading.sentences.last?.text(in: .german)
                == "Alex bekommt „Ein Meilenstein“ je Jahr ab 2019-06-15 um 09:00 (America/Chicago), "
                + "und 3 Wochen und 2 Tage vorher, über email – von einem anderen Rechner")
    }

    @Test(arguments: [true, false])
    func `the starter works unedited`(hasSession: Bool) throws {
        let text = StarterSchedule.text(personID: "Jürgen", name: "Jürgen \"J\"", hasSession: hasSession)
        let reading = reading(text)
        #expect(reading.report(in: .english) == "")
        #expect(reading.schedule?.people.map(\.id.text) == ["juergen"])
        #expect(reading.schedule?.rituals.count == 2)
        #expect(reading.followsSystemZone)
    }
}
