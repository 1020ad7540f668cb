import CivilTime
import Control
import Daemon
import Glibc
import ICalendar
import Interchange
import Ledgers
import Planning
import Recurrence
import Systemd
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
        let (schedule, rules, files) = try read()
        var person: Person?
        if let name {
            person = schedule.person(PersonID(name))
            guard person != nil else {
                let known = schedule.people.map(\.id.text)
                throw Ending(.noInput, [CommandWording(language).noSuchPerson(name, known: known)])
            }
        }
        let needsRecord = !schedule.seasons.isEmpty || schedule.rituals.contains { $0.cadence != nil }
        let state = needsRecord ? try record() ?? LedgerState() : LedgerState()
        let spoken = person?.language ?? language
        let export = CalendarExport(
            schedule, rules: rules, seasons: state.undertakings.seasons, around: now, for: person, in: spoken,
            withAlarms: withAlarms, course: { course(of: $0, for: $1, state, in: schedule) })
        // When each file was last changed: looking at them without a change makes nothing new.
        let changed = Timestamp(seconds: files.compactMap(lastChange).max() ?? 0)
        let (calendar, leftOut) = export.calendar(changed: changed)
        // That others have something of their own is theirs to tell.
        let caller = caller(schedule)
        let own = leftOut.count { $0.people.contains(where: caller.speaks) }
        return (calendar.text, own > 0 ? [ExportWording(language).ownLeftOut(own)] : [])
    }

    /// What is counted from the last time tells when that was, so it is for those who may know of each other's answers.
    private func course(
        of ritual: Ritual, for reader: Person, _ record: LedgerState, in schedule: Schedule
    ) -> CalendarExport.Course? {
        let caller = caller(schedule)
        let isSeen = ritual.people.contains { caller.speaks(for: $0) && (ritual.together || $0 == reader.id) }
        guard isSeen || caller.sees(ritual, of: reader.id) else { return nil }
        let zone = schedule.zone(of: ritual, for: reader)
        return CalendarExport.Course(
            record.recurrence(of: ritual, for: reader.id, in: zone), changed: record.lastDone(ritual, by: reader.id))
    }

    /// Whoever can open the record could read all of it; what it shows them is what the service would.
    private func caller(_ schedule: Schedule) -> Caller {
        Caller(account: OwnAccount.name, isKeeper: true, in: schedule)
    }

    private func read() throws -> (schedule: Schedule, rules: [RitualID: RuleSet], files: [String]) {
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
