import ArgumentParser
import CivilTime
import Control
import Daemon
import Glibc
import JSON
import Ledgers
import Planning
import Systemd
import Wording

struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Show every delivery that would be made between two times."),
        discussion: told(
            """
            A virtual clock drives the same planner as the service. It starts from an empty record, takes the first
            channel to succeed, and assumes that people answer "done" on the day. With --state it starts from a copy
            of that record. Times are dates, local times in the schedule's zone, or instants with Z or an offset.
            """))

    @Option(help: told("From this time on.")) var from: String
    @Option(help: told("Up to this time.")) var to: String
    @Option(help: told("For one person only.")) var person: String?
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let language = CallerLanguage.current
        let schedule: Schedule
        do throws(StartFault) {
            schedule = try ScheduleStore(places.paths).load().schedule
        } catch {
            throw Ending(error.exit, error.lines(in: language))
        }
        if let person, schedule.person(PersonID(person)) == nil {
            let known = schedule.people.map(\.id.text)
            throw Ending(.noInput, [CommandWording(language).noSuchPerson(person, known: known)])
        }
        let state = try state()
        let start = try time(from, "--from", schedule.zone)
        let end = try time(to, "--to", schedule.zone)
        guard start <= end else { throw Ending(.usage, CallerLanguage.words.liesAfter("--from", "--to")) }
        let lived = schedule.lived(state.undertakings, at: start)
        var simulation = Simulation(lived, state, from: start, to: end)
        let objects = NudgeObject(lived)
        let screen = Screen(for: readers(lived), lived, at: try clock.read())
        // Another's record tells what they stopped by what does not come.
        let caller = places.state == nil ? nil : Caller(account: OwnAccount.name, isKeeper: true, in: schedule)
        let words = CommandWording(language)
        simulation.run { delivered in
            for member in delivered.delivery.members
            where isShown(member.key, in: lived, to: caller) && screen.shows(member.key.ritual, of: member.key.person) {
                if reader.json {
                    print(
                        objects.json(
                            member.key, channel: delivered.delivery.key.channel, moment: member.moment,
                            at: delivered.at, takes: lived.ritual(member.key.ritual)?.takes,
                            outcome: Outcome.delivered.rawValue
                        ).text)
                } else if let ritual = lived.ritual(member.key.ritual), let to = lived.person(member.key.person) {
                    print(
                        words.coming(
                            title: NudgeWording.title(of: ritual, ordinal: member.ordinal, in: language),
                            person: to.name, when: DateWording.full(delivered.at, in: to.zone, language),
                            lead: member.key.lead, channels: [delivered.delivery.key.channel.text],
                            id: objects.shortID(member.key, ritual, member.moment),
                            clockShift: lived.clockShift(
                                of: member.key.occurrence.key, at: member.moment, of: ritual, for: to)))
                }
            }
            return true
        }
    }

    /// For whom it looks: whom the command names, else the person with this account.
    private func readers(_ schedule: Schedule) -> [PersonID] {
        let named = person.map(PersonID.init).flatMap(schedule.person)
        return named.map { [$0.id] } ?? schedule.people(with: OwnAccount.name)
    }

    private func isShown(_ key: NudgeKey, in schedule: Schedule, to caller: Caller?) -> Bool {
        guard person.map({ $0 == key.person.text }) ?? true else { return false }
        return caller?.sees(schedule.ritual(key.ritual), of: key.person) ?? true
    }

    /// A copy of the record where one was named; an empty one otherwise.
    private func state() throws -> LedgerState {
        guard places.state != nil else { return LedgerState() }
        do throws(LedgerError) {
            return try SQLiteLedger(folder: places.paths.state, .reading).load()
        } catch {
            throw Ending(StartFault.ledger(error).exit, StartFault.ledger(error).lines(in: CallerLanguage.current))
        }
    }

    private func time(_ text: String, _ option: String, _ zone: Zone) throws -> Timestamp {
        if let instant = Timestamp(parsing: text) { return instant }
        if let local = CivilDateTime(parsing: text) { return zone.instant(of: local) }
        if let date = CivilDate(parsing: text) {
            return zone.instant(of: CivilDateTime(microseconds: Int64(date.dayNumber) * 86_400_000_000))
        }
        throw Ending(.usage, CallerLanguage.words.noTime(option, text))
    }
}
