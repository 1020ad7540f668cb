import CivilTime
import Recurrence

extension Planner {
    /// Opens what fell due since the last look, and closes what is no longer worth sending, until the plan has so many
    /// changes.
    mutating func openDue(_ now: Timestamp, atMost most: Int, _ plan: inout Plan) {
        while plan.changes.count < most, let entry = dueQueue.popDue(now) {
            for key in open(entry, now, &plan) { looks.look(at: .nudge(key), no: now) }
        }
    }

    /// Opens what falls due in the next `seconds`, each at its own instant, and makes it ready to go out then.
    ///
    /// Nothing happens before half of them has gone by, so that a dense schedule is prepared by the handful.
    mutating func prepare(_ now: Timestamp, seconds: Int64, atMost most: Int, _ plan: inout Plan) {
        guard let next = dueQueue.next, next <= now.adding(seconds: seconds / 2) else { return }
        while plan.changes.count < most, let entry = dueQueue.popDue(now.adding(seconds: seconds)) {
            for key in open(entry, entry.at, &plan) { advance(.nudge(key), entry.at, &plan) }
        }
    }

    /// Opens what `entry` has due by `now`, and gives the keys of what is to go out.
    private mutating func open(_ entry: DueQueue.Entry, _ now: Timestamp, _ plan: inout Plan) -> [NudgeKey] {
        let ritual = schedule.rituals[Int(entry.ritual)]
        let stream = schedule.stream(of: entry, state)
        let due = FallingDue(stream, from: entry.at, to: now)
        if let next = stream.next(after: now) {
            dueQueue.push(DueQueue.Entry(at: next.at, ritual: entry.ritual, person: entry.person))
        }
        var opened: [NudgeKey] = []
        for reader in schedule.readers(of: entry) {
            for nudge in due.superseded {
                _ = open(nudge, ritual, reader, stream, now, closing: (.skipped, .supersededByLater), &plan)
            }
            for nudge in due.good.sorted(by: { $0.at < $1.at }) {
                if let key = open(nudge, ritual, reader, stream, now, closing: nil, &plan) { opened.append(key) }
            }
            if let nudge = due.good.first, let giver = giverToTell(ritual, reader, now),
                let key = open(nudge, ritual, giver, stream, now, closing: nil, &plan)
            {
                opened.append(key)
            }
            if let from = due.missedFrom, let to = due.missedTo {
                let spans = missed(stream, reader, after: from.justBefore, through: to)
                record(spans.map { .missed($0, at: now) }, in: &plan)
            }
        }
        return opened
    }

    private mutating func open(
        _ nudge: GeneratedNudge, _ ritual: Ritual, _ reader: PersonID, _ stream: Stream, _ now: Timestamp,
        closing: (Outcome, Reason)?, _ plan: inout Plan
    ) -> NudgeKey? {
        let name = OccurrenceName(ritual: ritual.id, key: nudge.occurrence.key)
        let key = NudgeKey(occurrence: name, lead: nudge.lead, person: reader)
        // A change of tzdata or of the clock can bring a local time back; it does not come twice.
        guard !state.knows(key), let person = person(reader) else { return nil }
        let following = stream.following(nudge.occurrence)
        let isLate = FallingDue.isLate(nudge.at, now)
        let waiting = waiting(nudge, ritual, person, isLate: isLate, now)
        let silence = state.wishes.silence(
            ritual.id, for: reader, at: nudge.at, about: nudge.occurrence.instant)
        let withheld =
            ritual.calledOff(at: nudge.occurrence.instant, state.wishes).map { _ in (Outcome.skipped, Reason.calledOff) }
            ?? withheld(ritual, key, now)
        let bound = FallingDue.bound(ritual, following, late: isLate)
        let closes = closes(nudge, ritual, bound, waited: isLate ? 0 : waiting.seconds, stream.zone)
        let record = NudgeRecord(
            key: key, due: nudge.at, moment: nudge.occurrence.instant, ordinal: nudge.occurrence.ordinal,
            closes: closes, horizon: following, notBefore: waiting.until, isLate: waiting.joinsOthers,
            spends: waiting.spends && silence == nil && withheld == nil, waited: waiting.reason)
        var changes: [LedgerChange] = [.opened(record)]
        let end: (Outcome, Reason)? =
            closing ?? answeredAhead(key, ritual) ?? silence.map { (.skipped, $0) } ?? overtaken(record)
            ?? withheld
        if let end {
            changes.append(.closed(key, end.0, end.1, at: now))
        }
        self.record(changes, in: &plan)
        return end == nil ? key : nil
    }

    /// A lead stays good until the next one is due, a moment for its grace, not counting the seconds it had to wait.
    private func closes(
        _ nudge: GeneratedNudge, _ ritual: Ritual, _ following: Timestamp?, waited: Int64, _ zone: Zone
    ) -> Timestamp {
        if nudge.lead.isMoment {
            let close = FallingDue.close(nudge.occurrence, of: ritual, following: following, in: zone)
            let waits = untilInvitation(nudge.occurrence.instant, ritual, in: zone)
            let extended = Swift.max(close.adding(seconds: waited), waits ?? close)
            return following.map { Swift.min($0, extended) } ?? extended
        }
        let moment = nudge.occurrence.instant
        let later = ritual.leads.map { $0.instant(before: moment, in: zone) }.filter { $0 > nudge.at }
        return later.min() ?? moment
    }

    /// A lead whose next one is due by the time that quiet ends.
    private func overtaken(_ record: NudgeRecord) -> (Outcome, Reason)? {
        guard !record.key.lead.isMoment, record.closes < record.moment, record.notBefore >= record.closes
        else { return nil }
        return (.skipped, .supersededByLater)
    }

    /// How the nudge ends at once, as its person has answered before; or as anybody has, where that counts for all.
    private func answeredAhead(_ key: NudgeKey, _ ritual: Ritual) -> (Outcome, Reason)? {
        guard let answer = state.answerAhead(of: key.occurrence, for: key.person, ritual) else { return nil }
        return switch answer.answer {
        case .skip: (.skipped, answer.isOwn ? .skippedByPerson : .skippedByAnother)
        case .done: (.acknowledged, answer.isOwn ? .done : .doneByAnother)
        case .snooze: nil
        }
    }
}

extension LedgerState {
    /// The answer to an occurrence as a whole that holds for a person: their own, or anybody's where the first one
    /// counts for all.
    func answerAhead(
        of name: OccurrenceName, for person: PersonID, _ ritual: Ritual
    ) -> (answer: AnswerRecord.Answer, isOwn: Bool)? {
        guard let answers = ahead[name] else { return nil }
        if let own = answers[person] { return (own, true) }
        guard ritual.answering == .any else { return nil }
        // Skip and done of two others in one moment: what was done was done.
        let others = ritual.people.compactMap { answers[$0] }
        return (others.first { $0 == .done } ?? others.first).map { ($0, false) }
    }
}
