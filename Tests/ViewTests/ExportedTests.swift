import CivilTime
import ICalendar
import Interchange
import Planning
import Testing

@testable import Daemon

/// What is hidden from Alex is in no calendar that Alex exports, nor in one that is made for everybody.
@Suite struct ExportedTests {
    @Test(arguments: [UInt64(1), 4, 7])
    func nothingOfItIsInACalendar(_ seed: UInt64) throws {
        let household = SecretHousehold(seed)
        let from = try HiddenTests.utc(HiddenTests.from)
        let run = try SimulatedService(household.text, at: from)
        let (schedule, rules, _) = try withExtendedLifetime(run) { try run.store.withRules() }
        let alex = try #require(schedule.person(PersonID("alex")))
        func calendar(_ person: Person?, at now: Timestamp) -> String {
            let export = CalendarExport(schedule, rules: rules, around: now, for: person, in: .english)
            // Folded lines are put together.
            return export.calendar(changed: from).calendar.text.replacing("\r\n ", with: "")
        }
        for now in [from, try HiddenTests.utc(HiddenTests.to)] {
            let words = household.hidden(from: alex, at: now)
            let own = calendar(alex, at: now)
            #expect(own.contains("Plain"))
            HiddenTests.expectNone(words, in: own, "seed \(seed) at \(now)")
            HiddenTests.expectNone(words, in: calendar(nil, at: now), "seed \(seed) at \(now), everybody's")
        }
        let secrets = household.secrets.filter { secret in
            schedule.ritual(RitualID(secret.id)).map { !$0.isDiscreet } ?? false
        }
        let sams = calendar(schedule.person(PersonID("sam")), at: from)
        for secret in secrets { #expect(sams.contains(secret.words[1]), "seed \(seed): Sam knows of \(secret.id)") }
    }
}
