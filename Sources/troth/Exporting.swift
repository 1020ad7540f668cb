import CivilTime
import Control
import Daemon
import Glibc
import ICalendar
import Interchange
import Ledgers
import Planning
import Recurrence
import Wording

/// Makes a calendar of the schedule.
struct Exporting {
    private let paths: Paths
    private let now: Timestamp
    private let language: Language

    init(_ paths: Paths, now: Timestamp, _ language: Language) {
        self.paths = paths
        self.now = now
        self.language = language
    }

    /// The calendar's text, with what a person should know of it.
    ///
    /// - Throws: ``Ending``: 65 for the schedule, 66 where there is no such person.
    func calendar(for name: String?, withAlarms: Bool) throws -> (text: String, notes: [String]) {
        let (schedule, rules) = try read()
        var person: Person?
        if let name {
            person = schedule.person(PersonID(name))
            guard person != nil else {
                let known = schedule.people.map(\.id.text)
                throw Ending(.noInput, [CommandWording(language).noSuchPerson(name, known: known)])
            }
        }
        let state = schedule.rituals.contains { $0.cadence != nil } ? try record() : nil
        let spoken = person?.language ?? language
        let export = CalendarExport(
            schedule, rules: rules, around: now, for: person, in: spoken, withAlarms: withAlarms,
            recurrence: { ritual, reader in
                state?.recurrence(of: ritual, for: reader.id, in: schedule.zone(of: ritual, for: reader))
                    ?? ritual.recurrence
            })
        let (calendar, leftOut) = export.calendar(changed: changed)
        return (calendar.text, leftOut > 0 ? [ExportWording(language).ownLeftOut(leftOut)] : [])
    }

    /// When the schedule was last changed, as its files say.
    private var changed: Timestamp {
        let times = [paths.schedule, paths.local].compactMap(lastChange)
        return Timestamp(seconds: times.max() ?? 0)
    }

    private func read() throws -> (schedule: Schedule, rules: [RitualID: RuleSet]) {
        do throws(StartFault) {
            return try ScheduleStore(paths).withRules()
        } catch {
            throw Ending(error.exit, error.lines(in: language))
        }
    }

    /// The record, where there is one: looking at it takes no lock.
    private func record() throws -> LedgerState? {
        guard access("\(paths.state)/\(SQLiteLedger.fileName)", F_OK) == 0 else { return nil }
        do throws(LedgerError) {
            return try SQLiteLedger(folder: paths.state, .reading).load()
        } catch {
            throw Ending(StartFault.ledger(error).exit, StartFault.ledger(error).lines(in: language))
        }
    }
}
