import CivilTime
import Control
import Daemon
import Glibc
import Ledgers
import Loop
import Planning
import Systemd
import Wording

/// Answers a request from the record itself, under its lock, where no service runs.
struct Offline {
    private let paths: Paths
    private let now: Timestamp

    init(_ paths: Paths, now: Timestamp) {
        self.paths = paths
        self.now = now
    }

    func answer(_ request: Request) throws -> Reply {
        let words = CommandWording(request.language)
        switch request.verb {
        case .reload, .status: return Reply(complaints: ProgramWording(request.language).error(words.noService), exit: .unavailable)
        case .testChannel(let channel, let person):
            return try ChannelTrial(schedule(request.language), now: now).run(channel, to: person, words)
        default: break
        }
        let schedule = try schedule(request.language)
        let ledger = try openRecord(request.verb.changesNothing ? .reading : .existing, request.language)
        var state = LedgerState()
        do throws(LedgerError) {
            if let ledger { state = try ledger.load() }
        } catch {
            throw Ending(.configuration, [words.recordUnreadable(error)])
        }
        // Whoever can open the record could read all of it; what it shows them is what the service would.
        let caller = Caller(account: OwnAccount.name, isKeeper: true, in: schedule)
        let desk = Desk(
            Planner(schedule.lived(state.undertakings, at: now), state, at: now), ledger, at: now,
            language: request.language, caller: caller, service: nil)
        let (reply, changes) = try request.verb.forgets ? forget(request, desk, ledger) : desk.answer(request)
        if let ledger, !changes.isEmpty {
            // A service that starts later tells the others.
            let told = Predictability.telling(
                changes, by: request.person.map { PersonID($0) } ?? caller.only,
                from: schedule.lived(state.undertakings, at: now), to: schedule, state, at: now)
            do throws(LedgerError) {
                _ = try ledger.commit(told, durably: true)
            } catch {
                throw Ending(.temporary, [words.recordUnreadable(error)])
            }
            StandardStream.error.write(line: words.workedOnRecord(paths.state))
        }
        return reply
    }

    /// Has the record forget somebody, and whatever else the state folder keeps of former schedules.
    private func forget(
        _ request: Request, _ desk: Desk, _ ledger: SQLiteLedger?
    ) throws -> (reply: Reply, changes: [LedgerChange]) {
        let store = ScheduleStore(paths)
        let mentions: [String]
        do throws(StartFault) {
            mentions = try request.person.map { name throws(StartFault) in try store.mentions(of: PersonID(name)) } ?? []
        } catch {
            throw Ending(error.exit, error.lines(in: request.language))
        }
        switch desk.forgetting(request, mentions: mentions) {
        case .said(let reply, let changes): return (reply, changes)
        case .erase(let person):
            do throws(StartFault) {
                _ = try store.takeUp(at: now)
                store.forgetFormer()
            } catch {
                throw Ending(error.exit, error.lines(in: request.language))
            }
            do throws(LedgerError) {
                return (desk.forgotten(person, entries: try ledger?.forget(person) ?? 0), [])
            } catch {
                throw Ending(.temporary, [CommandWording(request.language).recordUnreadable(error)])
            }
        }
    }

    /// Reads the schedule in force: the file, else the last good one with a word on it.
    private func schedule(_ language: Language) throws -> Schedule {
        do throws(StartFault) {
            return try ScheduleStore(paths).load().schedule
        } catch {
            throw Ending(error.exit, error.lines(in: language))
        }
    }

    /// The record that is there; nil where there is none, since reading makes none.
    private func openRecord(_ access: SQLiteLedger.Access, _ language: Language) throws -> SQLiteLedger? {
        guard Glibc.access("\(paths.state)/\(SQLiteLedger.fileName)", F_OK) == 0 else { return nil }
        do throws(LedgerError) {
            return try SQLiteLedger(folder: paths.state, access, boot: Boot.id)
        } catch {
            throw Ending(StartFault.ledger(error).exit, StartFault.ledger(error).lines(in: language))
        }
    }
}

extension Request.Verb {
    /// Whether it only looks, so that it needs no lock and can be answered beside a service.
    fileprivate var changesNothing: Bool {
        switch self {
        case .next, .history, .why, .status, .stop(nil), .agree(nil), .records, .seasons, .repairs, .lookBack, .letters,
            .readLetter, .goals, .suggest: true
        default: false
        }
    }

    fileprivate var forgets: Bool { if case .forget = self { true } else { false } }
}
