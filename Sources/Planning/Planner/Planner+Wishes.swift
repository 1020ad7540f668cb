import CivilTime
import Recurrence

/// What becomes of nudges for somebody who wants to be left alone.
extension Planner {
    /// Moments that passed unsent, as one stretch; apart where the person had asked for none.
    func missed(
        _ stream: Stream, _ person: PersonID, after: Timestamp, through: Timestamp
    ) -> [MissedSpan] {
        let ritual = stream.ritual.id
        let whole = MissedSpan(ritual: ritual, person: person, after: after, through: through)
        guard !state.wishes.isEmpty else { return [whole] }
        let first = after.justAfter
        var spans: [MissedSpan] = []
        var start = first
        for end in state.wishes.changes(person, after: first, through: through).map(\.justBefore) + [through] {
            defer { start = end.justAfter }
            // A stretch without a moment of its own is none.
            guard let next = stream.next(after: start.justBefore), next.at <= end else { continue }
            var span = MissedSpan(ritual: ritual, person: person, after: start.justBefore, through: end)
            if let silence = state.wishes.silence(ritual, for: person, at: next.at, about: next.occurrence.instant) {
                span.outcome = .skipped
                span.reason = silence
            }
            if let last = spans.last, last.reason == span.reason {
                spans[spans.count - 1].through = end
            } else {
                spans.append(span)
            }
        }
        return spans.isEmpty ? [whole] : spans
    }

    /// Closes those of the open nudges `records` that are for somebody who now wants none of them.
    ///
    /// What has arrived closes as that; what is just being sent is left to come to its end.
    mutating func closeUnwanted(_ records: [NudgeRecord], _ now: Timestamp, _ plan: inout Plan) {
        for record in records where !record.claims.contains(where: \.begun) {
            let key = record.key
            if record.delivered == nil, isOffTheTable(record, now) {
                self.record(.closed(key, .skipped, .noAgreement, at: now), in: &plan)
                continue
            }
            guard !state.wishes.isEmpty else { continue }
            if ritual(key.ritual)?.calledOff(at: record.moment, state.wishes) != nil, record.moment > now {
                let (outcome, reason): (Outcome, Reason) =
                    record.delivered == nil ? (.skipped, .calledOff) : (.delivered, .delivered)
                self.record(.closed(key, outcome, reason, at: now), in: &plan)
                continue
            }
            guard let silence = state.wishes.silence(key.ritual, for: key.person, at: now, about: record.moment)
            else {
                continue
            }
            if record.delivered == nil {
                self.record(.closed(key, .skipped, silence, at: now), in: &plan)
            } else if silence != .muted {
                self.record(.closed(key, .delivered, .delivered, at: now), in: &plan)
            }
        }
    }

    /// What a wish makes worth looking at: all that the person has open, what an agreement is about, and what others
    /// would do together with somebody who pauses.
    func subjects(of wish: Wish) -> [DeliverySubject] {
        state.open.values.filter { record in
            if record.key.person == wish.person || wish.subject == .ritual(record.key.ritual) { return true }
            guard wish.kind == .pause, let ritual = ritual(record.key.ritual) else { return false }
            return ritual.together && ritual.people.contains(wish.person)
        }.map(\.subject)
    }
}

extension Timestamp {
    var justAfter: Timestamp { Timestamp(microseconds: microseconds + 1) }
}
