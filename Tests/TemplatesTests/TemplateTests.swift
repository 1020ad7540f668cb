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
        let schedule = prepared.schedule
        let start = try #require(Timestamp(parsing: "2027-01-01T00:00:00Z"))
        let end = try #require(Timestamp(parsing: "2028-01-01T00:00:00Z"))
        var simulation = Simulation(schedule, LedgerState(), from: start, to: end)
        var lines: [String] = []
        var last: [PersonID: Timestamp] = [:]
        var perDay: [String: Int] = [:]
        var openers: [RitualID: [PersonID]] = [:]
        var seen: Set<OccurrenceName> = []
        simulation.run { delivered in
            guard let first = delivered.delivery.members.first, let person = schedule.person(first.key.person) else {
                return true
            }
            let local = person.zone.local(at: delivered.at)
            if let before = last[person.id] {
                let gap = delivered.at.seconds - before.seconds
                #expect(gap >= 3_600, "\(person.id): \(local) comes \(gap) s after the one before")
            }
            last[person.id] = delivered.at
            #expect(person.pace.quietHours?.end(around: delivered.at, in: person.zone) == nil, "\(local) is quiet")
            perDay["\(person.id) \(local.date)", default: 0] += 1
            for member in delivered.delivery.members {
                guard let ritual = schedule.ritual(member.key.ritual) else { continue }
                let title = NudgeWording.title(of: ritual, ordinal: member.ordinal, in: .english)
                var line = "\(local.date.weekday) \(local)  \(person.name)  \(title)"
                if !member.key.lead.isMoment { line += " (\(member.key.lead) ahead)" }
                if let turn = schedule.turn(of: member.key.occurrence.key, at: member.moment, of: ritual) {
                    line += ", \(turn)’s turn"
                    if seen.insert(member.key.occurrence).inserted { openers[ritual.id, default: []].append(turn) }
                }
                lines.append(line)
            }
            return true
        }
        #expect(lines.count >= 12)
        for (day, count) in perDay {
            let person = schedule.people.first { day.hasPrefix("\($0.id) ") }
            #expect(count <= person?.pace.perDay ?? .max, "\(day)")
        }
        for (ritual, turns) in openers {
            #expect(zip(turns, turns.dropFirst()).allSatisfy { $0 != $1 }, "\(ritual): \(turns)")
        }
        try Year.compare(name, lines.joined(separator: "\n") + "\n")
    }
}
