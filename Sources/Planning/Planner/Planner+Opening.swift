import CivilTime
import Recurrence

extension Planner {
    /// Opens what fell due since the last look, and closes what is no longer worth sending.
    mutating func openDue(_ now: Timestamp, _ plan: inout Plan) {
        while let entry = agenda.popDue(now) {
            let ritual = schedule.rituals[Int(entry.ritual)]
            let stream = schedule.stream(of: entry, state)
            let due = FallingDue(stream, from: entry.at, to: now)
            if let next = stream.next(after: now) {
                agenda.push(Agenda.Entry(at: next.at, ritual: entry.ritual, person: entry.person))
            }
            for reader in schedule.readers(of: entry) {
                for nudge in due.superseded {
                    open(nudge, ritual, reader, stream, now, closing: (.skipped, .supersededByLater), &plan)
                }
                for nudge in due.good.sorted(by: { $0.at < $1.at }) {
                    open(nudge, ritual, reader, stream, now, closing: nil, &plan)
                }
                if let from = due.missedFrom, let to = due.missedTo {
                    let span = MissedSpan(ritual: ritual.id, person: reader, after: from.justBefore, through: to)
                    record([.missed(span, at: now)], in: &plan)
                }
            }
        }
    }

    private mutating func open(
        _ nudge: GeneratedNudge, _ ritual: Ritual, _ reader: PersonID, _ stream: Stream, _ now: Timestamp,
        closing: (Outcome, Reason)?, _ plan: inout Plan
    ) {
        let name = OccurrenceName(ritual: ritual.id, key: nudge.occurrence.key)
        let key = NudgeKey(occurrence: name, lead: nudge.lead, person: reader)
        // A change of tzdata or of the clock can bring a local time back; it does not come twice.
        guard state.open[key] == nil, state.closed[key] == nil, let person = person(reader) else { return }
        let following = stream.following(nudge.occurrence)
        let isLate = FallingDue.isLate(nudge.at, now)
        let held = isLate && !ritual.urgent ? Policy.endOfNight(now, in: person.zone) : nudge.at
        let record = NudgeRecord(
            key: key, due: nudge.at, moment: nudge.occurrence.instant, ordinal: nudge.occurrence.ordinal,
            closes: closes(nudge, ritual, FallingDue.bound(ritual, following, late: isLate), stream.zone),
            horizon: following,
            notBefore: Swift.max(held, nudge.at), isLate: isLate)
        var changes: [LedgerChange] = [.opened(record)]
        if let end = closing ?? answeredAhead(key) { changes.append(.closed(key, end.0, end.1, at: now)) }
        self.record(changes, in: &plan)
        if state.open[key] != nil { look(at: .nudge(key), no: now) }
    }

    /// A lead stays good until the next one is due, a moment for its grace.
    private func closes(_ nudge: GeneratedNudge, _ ritual: Ritual, _ following: Timestamp?, _ zone: Zone) -> Timestamp {
        if nudge.lead.isMoment {
            return FallingDue.close(nudge.occurrence, of: ritual, following: following, in: zone)
        }
        let moment = nudge.occurrence.instant
        let later = ritual.leads.map { $0.instant(before: moment, in: zone) }.filter { $0 > nudge.at }
        return later.min() ?? moment
    }

    private func answeredAhead(_ key: NudgeKey) -> (Outcome, Reason)? {
        switch state.ahead[key.occurrence]?[key.person] {
        case .skip: (.skipped, .skippedByPerson)
        case .done: (.acknowledged, .done)
        case .snooze, nil: nil
        }
    }
}
