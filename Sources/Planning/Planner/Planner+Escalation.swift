import CivilTime
import Recurrence

/// Invitations of a second person, where a ritual stands unanswered and both have agreed.
extension Planner {
    /// Opens the invitation that follows from `record`'s end, where there is one: delivered, its time of waiting over,
    /// and nothing said to it.
    mutating func invite(after record: NudgeRecord, _ now: Timestamp, _ plan: inout Plan) {
        // A snooze is an answer; asking again is none.
        guard record.key.lead.isMoment, record.round == record.asked, record.answered == nil,
            let ritual = ritual(record.key.ritual), ritual.isOn, !ritual.isDiscreet, ritual.secrecy == nil,
            ritual.people.contains(record.key.person), let escalation = ritual.escalation,
            let person = person(record.key.person), let to = self.person(escalation.to),
            schedule.isServed(to.id), state.isAgreed(ritual, at: now)
        else { return }
        let key = NudgeKey(occurrence: record.key.occurrence, lead: .moment, person: to.id)
        let due = escalation.after.after(record.moment, in: schedule.zone(of: ritual, for: person))
        // Where the next occurrence or a shorter grace ended it before, its time of waiting never came.
        guard record.closes >= due, !state.knows(key) else { return }
        let end = due.adding(seconds: Policy.grace)
        let closes = record.horizon.map { Swift.min($0, end) } ?? end
        guard now < closes else { return }
        let nudge = GeneratedNudge(
            occurrence: Occurrence(key: record.key.occurrence.key, instant: record.moment, ordinal: record.ordinal),
            lead: .moment, at: due)
        let waiting = waiting(nudge, ritual, to, isLate: FallingDue.isLate(due, now), now)
        let invitation = NudgeRecord(
            key: key, due: due, moment: record.moment, ordinal: record.ordinal, closes: closes,
            horizon: record.horizon, notBefore: waiting.until, isLate: waiting.joinsOthers, spends: waiting.spends)
        self.record(.opened(invitation), in: &plan)
        looks.look(at: .nudge(key), no: now)
    }

    /// A nudge of an agreed escalation stays open until the second person would be invited.
    func untilInvitation(_ moment: Timestamp, _ ritual: Ritual, in zone: Zone) -> Timestamp? {
        guard let escalation = ritual.escalation, state.isAgreed(ritual, at: moment) else { return nil }
        return escalation.after.after(moment, in: zone)
    }

    /// Whether `record` is an invitation that nobody wants any more: the schedule says otherwise, or one of the two
    /// withdrew.
    func isOffTheTable(_ record: NudgeRecord, _ now: Timestamp) -> Bool {
        guard let place = place(of: record.key.ritual), !schedule.rituals[place].people.contains(record.key.person),
            case let ritual = schedule.rituals[place], ritual.giver != record.key.person
        else { return false }
        return ritual.escalation?.to != record.key.person || !state.isAgreed(ritual, at: now)
    }
}
