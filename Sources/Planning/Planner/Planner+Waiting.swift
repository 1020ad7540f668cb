import CivilTime

/// What a nudge that falls due has to wait for, if anything.
struct Waiting {
    /// What it waits for; nil for nothing.
    var reason: WaitReason?
    /// When it may go out.
    var until: Timestamp
    /// How long that is past its time, in seconds.
    var seconds: Int64
    /// It goes out in one message with whatever else waits.
    var joinsOthers: Bool
    /// It counts against the person's budget for the day.
    var spends: Bool
}

extension Planner {
    /// Late, in quiet hours, over the day's budget, or none of these, in this order.
    func waiting(
        _ nudge: GeneratedNudge, _ ritual: Ritual, _ person: Person, isLate: Bool, _ now: Timestamp
    ) -> Waiting {
        let welcome = Welcome(person, urgent: ritual.urgent)
        func until(_ time: Timestamp, _ reason: WaitReason) -> Waiting {
            let time = Swift.max(time, nudge.at)
            return Waiting(
                reason: reason, until: time, seconds: time.seconds(since: nudge.at), joinsOthers: true, spends: false)
        }
        if isLate { return until(welcome.caughtUp(now), .late) }
        if let end = welcome.quietEnd(around: nudge.at) { return until(end, .quietHours) }
        let isCounted = !ritual.urgent && !alwaysPasses(nudge.lead, ritual)
        if isCounted, isSpent(person, on: nudge.at) { return until(welcome.digest(after: nudge.at), .budget) }
        return Waiting(
            until: nudge.at, seconds: 0, joinsOthers: false, spends: isCounted && person.pace.perDay != nil)
    }

    /// Milestones on their day and what is done together come whatever else the day held.
    func alwaysPasses(_ lead: Lead, _ ritual: Ritual) -> Bool {
        lead.isMoment && (ritual.together || ritual.kind == .milestone)
    }

    /// Whether the budget of the local day around `instant` is spent.
    func isSpent(_ person: Person, on instant: Timestamp) -> Bool {
        guard let budget = person.pace.perDay else { return false }
        let day = person.zone.local(at: instant).date
        let spent = state.spent[person.id, default: []].count { person.zone.local(at: $0).date == day }
        return spent >= budget
    }
}
