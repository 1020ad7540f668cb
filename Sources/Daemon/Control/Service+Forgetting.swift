import CivilTime
import Control
import Loop
import Planning
import Wording

/// Taking people out of the record, and what is long over.
extension Service {
    /// Answers a request to be forgotten.
    func forget(_ request: Request, _ desk: Desk) -> Reply {
        // A file that cannot be read names nobody; the schedule in force still does.
        let mentions = request.person.flatMap { try? store.mentions(of: PersonID($0)) } ?? []
        switch desk.forgetting(request, mentions: mentions) {
        case .said(let reply, let changes):
            guard changes.isEmpty || commit(changes) else {
                return Reply(complaints: ProgramWording(request.language).recordRefuses, exit: .temporary)
            }
            if !changes.isEmpty { askForPlan() }
            return reply
        case .erase(let person):
            do throws(LedgerError) {
                return desk.forgotten(person, entries: try erase(person))
            } catch {
                return Reply(
                    complaints: [CommandWording(request.language).recordUnreadable(error)], exit: .temporary)
            }
        }
    }

    /// Takes those out who asked for it while the schedule still named them, and whom it no longer names.
    func eraseWhoLeft() {
        for person in planner.state.wishes.leaving where loaded.schedule.person(person) == nil {
            do throws(LedgerError) {
                try erase(person)
                journal.say("somebody who had asked for it is no longer on record")
            } catch {
                refused(error)
            }
        }
    }

    /// Has the ledger forget, and goes on from what is left.
    @discardableResult
    private func erase(_ person: PersonID) throws(LedgerError) -> Int {
        giveUpPrepared()
        store.forgetFormer()
        // The rows may be gone though the file could not be made smaller.
        defer {
            adoptAgain()
            withdrawAnswered()
            askForPlan()
        }
        return try parts.ledger.forget(person)
    }

    /// Deletes what came to an end longer ago than the schedule has it kept: now and once a day, a little at a time.
    func tidy() {
        tidying?.cancel()
        tidying = nil
        guard let keep = loaded.schedule.keep else { return }
        var rest: Duration = .seconds(86_400)
        let reading = parts.clock.read()
        // By a clock that is wrong, everything could be old.
        if let through = planner.state.through, Planner.hold(reading, planner.state) == nil {
            let now = min(reading.now, through)
            let edge = keep.before(now, in: loaded.schedule.zone)
            letGo(planner.state.outgrown(planner.schedule, before: edge, at: now))
            do throws(LedgerError) {
                let count = try parts.ledger.prune(before: edge, atMost: 100)
                if count > 0 { rest = .milliseconds(100) }
            } catch {
                refused(error)
            }
        }
        tidying = parts.loop.after(rest) { [weak self] in self?.tidy() }
    }

    /// What people undertook is little, and what of it still comes only the schedule knows; so it goes by changes of its
    /// own.
    private func letGo(_ outgrown: [Undertaking]) {
        guard !outgrown.isEmpty, commit(outgrown.map { .undertaken($0) }) else { return }
        // Days on which something rested are gone from the rules; now, when nothing is missed by it.
        if outgrown.contains(where: { !$0.leavesTheSchedule }) { adoptAgain() }
    }
}
