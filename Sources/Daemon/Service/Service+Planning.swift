import CivilTime
import Loop
import Planning
import Systemd

extension Service {
    /// Plans now, commits, begins what is due and sets the wake-up.
    func plan() {
        guard !isStopping, !isWaitingForLedger else { return }
        if store.zonesChanged { takeUpZones() }
        // Until the record takes the schedule up, a plan by the former one could only pass over what is new.
        if awaitsAdoption { guard adoptAgain(), tellOfChanges() else { return } }
        let reading = parts.clock.read()
        let plan = planner.plan(at: reading, preparing: Policy.preparation, atMost: Policy.decidedAtOnce)
        let changedHold = hold != plan.hold
        hold = plan.hold
        nextDue = plan.nextDue
        CrashPoint.beforeClaim.reached(if: !plan.deliveries.isEmpty)
        guard let known = commitPlanned(plan) else { return }
        CrashPoint.afterClaim.reached(if: !plan.deliveries.isEmpty)
        if changedHold { journal.note(hold) }
        journal.note(plan.changes)
        begin(known.isEmpty ? plan.deliveries : withoutKnown(plan.deliveries, known), at: reading.now)
        sleep(until: [plan.wakeAt, nextBegin].compactMap(\.self).min())
        tellStatus()
    }

    func tellReady() {
        let line = statusLine
        toldStatus = line
        notifier.ready(line)
    }

    /// A manager is told what is new, and not a thousand times the same.
    func tellStatus() {
        let line = statusLine
        guard line != toldStatus else { return }
        toldStatus = line
        notifier.status(line)
    }

    /// Plans once the present callback is over; several requests make one plan.
    func askForPlan() {
        guard !isPlanAsked else { return }
        isPlanAsked = true
        parts.loop.deferred { [weak self] in
            self?.isPlanAsked = false
            self?.plan()
        }
    }

    /// Commits changes that come from outside the plan, and lets the planner take them in; false when refused.
    func commit(_ changes: [LedgerChange], durably: Bool = true) -> Bool {
        do throws(LedgerError) {
            try parts.ledger.commit(changes, durably: durably)
        } catch {
            refused(error)
            return false
        }
        ledgerRefuses = false
        planner.take(changes)
        withdrawAnswered()
        return true
    }

    /// Commits changes that the planner has taken in already; where the ledger refuses, it starts again from there.
    ///
    /// - Returns: Nudges that the ledger knew already, so that they may not go out; nil where it refused all.
    private func commitPlanned(_ plan: Plan) -> Set<NudgeKey>? {
        guard !plan.changes.isEmpty else { return [] }
        do throws(LedgerError) {
            // What a power cut takes of a part that sends nothing is decided again; the next commit brings it to the disk.
            let durably = !plan.isPart || !plan.deliveries.isEmpty
            let known = Set(try parts.ledger.commit(plan.changes, durably: durably))
            ledgerRefuses = false
            if !known.isEmpty { startAgainFromLedger() }
            return known
        } catch {
            refused(error)
            startAgainFromLedger()
            return nil
        }
    }

    func startAgainFromLedger() {
        awaitsAdoption = true
        retry?.cancel()
        retry = parts.loop.after(parts.patience) { [weak self] in self?.plan() }
    }

    /// The deliveries that carry nothing the record knew before; the others' claims end unsent.
    private func withoutKnown(_ deliveries: [Delivery], _ known: Set<NudgeKey>) -> [Delivery] {
        let spoilt = deliveries.filter { $0.members.contains { known.contains($0.key) } }
        if !spoilt.isEmpty { _ = commit(spoilt.map { .released($0.key) }) }
        return deliveries.filter { delivery in !spoilt.contains { $0.key == delivery.key } }
    }

    func refused(_ error: LedgerError) {
        if !ledgerRefuses { journal.fault("the record cannot be written: \(error.journalText)") }
        ledgerRefuses = true
        tellStatus()
    }

    /// Takes the schedule up, as the record has it lived; where the ledger refuses, that is tried again soon.
    ///
    /// - Returns: Whether the ledger let it be.
    @discardableResult
    func adoptAgain() -> Bool {
        giveUpPrepared()
        let now = parts.clock.read().now
        do throws(LedgerError) {
            let (fresh, awaits) = try Adopting.adopt(loaded.schedule, parts, since: adoptsSince)
            takeUp(fresh)
            awaitsAdoption = awaits
            adoptsSince = nil
            return true
        } catch {
            refused(error)
            adoptsSince = adoptsSince ?? now
            startAgainFromLedger()
            return false
        }
    }

    private func sleep(until time: Timestamp?) {
        let wall = time.map { time in
            WallTime(
                seconds: time.seconds, nanoseconds: Int32((time.microseconds - time.seconds * 1_000_000) * 1_000))
        }
        do throws(SystemError) {
            try parts.loop.sleep(until: wall)
        } catch {
            journal.fault("the wake-up could not be set: \(error.reason)")
            stop()
        }
    }
}

/// Brings a ledger up to a schedule.
enum Adopting {
    /// A planner for `schedule` as it is lived, by the record, and whether the ledger still has to be
    /// brought up to it.
    ///
    /// While the clock is not to be believed nothing is marked: a mark made now would be in the wrong place.
    ///
    /// - Parameter since: When it should have been taken up, where that was refused; nil is now.
    static func adopt(
        _ schedule: Schedule, _ parts: Service.Parts, since: Timestamp?
    ) throws(LedgerError) -> (Planner, Bool) {
        var state = try parts.ledger.load()
        let reading = parts.clock.read()
        let schedule = schedule.lived(state.undertakings, at: reading.now)
        guard Planner.hold(reading, state) == nil else { return (Planner(schedule, state, at: reading.now), true) }
        let changes = Adoption.changes(
            schedule, state, at: min(since ?? reading.now, reading.now), strangers: Keeping.strangers(schedule))
        if !changes.isEmpty {
            // What the record knew already, it knows better than this state.
            if try parts.ledger.commit(changes, durably: true).isEmpty {
                state.apply(changes)
            } else {
                state = try parts.ledger.load()
            }
        }
        return (Planner(schedule, state, at: reading.now), false)
    }
}
