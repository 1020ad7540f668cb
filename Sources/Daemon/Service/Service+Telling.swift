import CivilTime
import Planning

/// What was in force, and until when, before something changed of which nobody has been told yet.
struct Untold {
    /// As it was lived.
    var schedule: Schedule
    var until: Timestamp
}

extension Service {
    /// Commits what somebody did by hand, and with it what the others are told of what that changes; false when refused.
    func commit(_ changes: [LedgerChange], by person: PersonID?) -> Bool {
        guard changes.contains(where: { $0.changesTheSchedule || $0.isOfPause }) else { return commit(changes) }
        let now = parts.clock.read().now
        let old = planner.schedule
        if awaitsAdoption {
            guard commit(changes) else { return false }
            untold = untold ?? Untold(schedule: old, until: now)
        } else {
            let told = Predictability.telling(changes, by: person, from: old, to: loaded.schedule, planner.state, at: now)
            guard commit(told) else { return false }
        }
        adoptAgain()
        return true
    }

    /// Tells of what changed while nothing could be told: no service ran, or its clock was not to be believed.
    ///
    /// - Returns: Whether the ledger let it be.
    @discardableResult
    func tellOfChanges() -> Bool {
        guard let untold else {
            store.changesAreTold()
            return true
        }
        return tellOfChanges(since: untold)
    }

    /// Puts on record what each person is to be told of what is shared, so that it goes out like any nudge.
    @discardableResult
    func tellOfChanges(since former: Untold) -> Bool {
        untold = untold ?? former
        guard !awaitsAdoption, let former = untold else { return true }
        CrashPoint.beforeTelling.reached()
        let changes = Predictability.telling(
            [], by: nil, from: former.schedule, to: loaded.schedule, planner.state, since: former.until,
            at: parts.clock.read().now)
        // What is refused is tried again once the record can be written.
        guard changes.isEmpty || commit(changes) else {
            startAgainFromLedger()
            return false
        }
        CrashPoint.afterTelling.reached()
        untold = nil
        store.changesAreTold()
        return changes.isEmpty || adoptAgain()
    }
}
