import CivilTime

/// Asking again where something was delivered and nobody answered.
///
/// It is one more message that nobody waits for: by day, outside quiet hours, within the day's budget, and never past
/// the end of its nudge.
extension Planner {
    /// When a nudge is asked about again, and how.
    struct Asking {
        var at: Timestamp
        /// Goes out in one message with whatever else waits.
        var joinsOthers: Bool
        var spends: Bool
    }

    /// Begins the next round of each member of `subject` whose time for it has come.
    ///
    /// - Returns: When the next of the others is asked about; nil for never.
    mutating func askAgain(_ subject: DeliverySubject, _ now: Timestamp, _ plan: inout Plan) -> Timestamp? {
        guard asksAgain else { return nil }
        var next: Timestamp?
        for member in state.records(of: subject) {
            guard let asking = asking(member, now) else { continue }
            guard asking.at <= now else {
                next = next.map { Swift.min($0, asking.at) } ?? asking.at
                continue
            }
            record(
                [.askedAgain(member.key, at: now, joinsOthers: asking.joinsOthers, spends: asking.spends)], in: &plan)
            if subject != .nudge(member.key) { looks.look(at: .nudge(member.key), no: now) }
        }
        return next
    }

    /// When a delivered nudge comes once more unless it is answered; nil for never.
    func comesAgain(_ record: NudgeRecord, at now: Timestamp) -> Timestamp? { asking(record, now)?.at }

    /// Nil where the nudge is not asked about any more: it was answered, it was asked about often enough, or it ends
    /// before there is a good time.
    private func asking(_ record: NudgeRecord, _ now: Timestamp) -> Asking? {
        guard record.delivered != nil, record.answered == nil, record.claims.isEmpty,
            let ritual = ritual(record.key.ritual), ritual.giver != record.key.person, let again = ritual.again,
            record.asked < again.times,
            ritual.isDecisive(record.key.lead), let person = person(record.key.person),
            let delivered = record.lastDelivery
        else { return nil }
        let welcome = Welcome(person, urgent: ritual.urgent)
        let isCounted = person.pace.perDay != nil && !ritual.urgent && !alwaysPasses(record.key.lead, ritual)
        var asking = Asking(
            at: welcome.late(again.after.after(delivered, in: person.zone)), joinsOthers: false, spends: isCounted)
        if isCounted, isSpent(person, on: asking.at) {
            asking = Asking(at: welcome.late(welcome.digest(after: asking.at)), joinsOthers: true, spends: false)
        }
        if FallingDue.isLate(asking.at, now) {
            asking = Asking(at: welcome.late(now), joinsOthers: true, spends: false)
        }
        return asking.at < record.closes ? asking : nil
    }
}

extension NudgeRecord {
    /// When the present round was last delivered.
    fileprivate var lastDelivery: Timestamp? {
        attempts.last { if case .delivered = $0.outcome { true } else { false } }?.at ?? delivered
    }
}
