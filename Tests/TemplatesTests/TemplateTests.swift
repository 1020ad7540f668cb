import CivilTime
import Planning
import Recurrence
import ScheduleFile
import Testing
import Wording
import ZoneFiles

@testable import Templates

/// Each template, as the file that it becomes.
struct Prepared {
    let template: Template
    let tongue: Template.Tongue
    let schedule: Schedule
    let reading: ScheduleReading

    init(_ template: Template, _ tongue: Template.Tongue) throws {
        self.template = template
        self.tongue = tongue
        var people = StarterPeople(login: "sam", name: "Sam")
        let other = template.company == .alone ? "" : people.add("Alex")
        let child = template.company == .otherAndChild ? people.add("Kid") : ""
        let text = StarterSchedule.text(
            opening: template.opening(tongue),
            rituals: template.rituals(Template.Names(me: "sam", other: other, child: child), tongue), people,
            child: child.isEmpty ? nil : child, hasSession: false, zone: "Europe/Berlin", isGerman: tongue == .german)
        let zones = SystemZones()
        reading = ScheduleFile.parse(
            [SourceFile(name: "troth.toml", bytes: Array(text.utf8))], systemZone: .utc,
            holidays: { _ throws(FileLookupError) in throw .missing },
            zone: { name throws(ZoneLookupError) in try zones.zone(named: name) })
        var schedule = try #require(reading.schedule, "\(template.name): \(reading.report(in: .english))")
        // Nobody but the first has a channel yet; for the year everybody gets one.
        for index in schedule.people.indices { schedule.people[index].channels = [[ChannelID("terminal")]] }
        self.schedule = schedule
    }
}

@Suite struct TemplateTests {
    static let all = Template.all.flatMap { template in Template.Tongue.allCases.map { (template.name, $0) } }

    private func prepared(_ name: String, _ tongue: Template.Tongue) throws -> Prepared {
        try Prepared(try #require(Template.named(name)), tongue)
    }

    @Test(arguments: all) func isRightAsItStands(name: String, tongue: Template.Tongue) throws {
        let prepared = try prepared(name, tongue)
        #expect(prepared.reading.mistakes.isEmpty)
        #expect(prepared.schedule.rituals.count { $0.isOn } <= 3)
        #expect(prepared.schedule.rituals.contains { $0.isOn })
        #expect(!prepared.template.summary(tongue).isEmpty)
    }

    @Test func bothLanguagesHaveTheSameRituals() throws {
        for template in Template.all {
            let (english, german) = (try Prepared(template, .english), try Prepared(template, .german))
            #expect(english.schedule.rituals.map(\.name) == german.schedule.rituals.map(\.name))
            #expect(english.schedule.rituals.map(\.recurrence) == german.schedule.rituals.map(\.recurrence))
            #expect(zip(english.schedule.rituals, german.schedule.rituals).allSatisfy { $0.title != $1.title })
        }
    }

    /// A simulated year that one would want to live with, kept beside the tests to be read.
    @Test(arguments: Template.all.map(\.name)) func aYearIsGoodToLiveWith(name: String) throws {
        let prepared = try prepared(name, .english)
        var year = LivedYear(prepared.schedule)
        year.run(2027)
        #expect(year.lines.count >= 12)
        for ill in year.ills { Issue.record("\(name): \(ill)") }
        #expect(Set(year.turns.values.flatMap(\.self)).count == (year.turns.isEmpty ? 0 : 2))
        try Year.compare(name, year.text)
    }

    /// What a year is judged by is seen where it is so.
    @Test func whatNobodyWouldWantIsSeen() throws {
        let good = try prepared("weekly-check-in", .english).schedule
        func kinds(_ year: inout LivedYear) -> Set<String> {
            year.run(2027, months: 2)
            return Set(year.ills.map { String($0.prefix { $0 != ":" }) })
        }
        func change(_ body: (inout Schedule) -> Void) -> Schedule {
            var schedule = good
            body(&schedule)
            return schedule
        }
        var same = LivedYear(good)
        #expect(kinds(&same) == [])

        let twice = change { schedule in
            var second = schedule.rituals[0]
            second.id = RitualID("second")
            second.turns = []
            schedule.rituals.append(second)
        }
        var soon = LivedYear(twice)
        #expect(kinds(&soon) == ["too soon"])

        var late = LivedYear(
            good,
            judgedBy: change { schedule in
                schedule.people[0].pace.quietHours = QuietHours([QuietHours.Span(start: 17 * 60, end: 8 * 60)])
            })
        #expect(kinds(&late) == ["quiet"])

        var many = LivedYear(good, judgedBy: change { $0.people[0].pace.perDay = 0 })
        #expect(kinds(&many) == ["budget"])

        var alike = LivedYear(
            change { schedule in
                for index in schedule.rituals.indices {
                    schedule.rituals[index].decks = schedule.rituals[index].decks.map { deck in
                        Deck(name: deck.name, prompts: Array(deck.prompts.prefix(3)))
                    }
                }
            }, judgedBy: good)
        #expect(kinds(&alike) == ["repeat"])

        var unfair = LivedYear(change { $0.rituals[0].turns.append($0.rituals[0].turns[0]) })
        #expect(kinds(&unfair) == ["turn"])
    }
}
