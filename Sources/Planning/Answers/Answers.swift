public import CivilTime
import Recurrence

/// Turns what somebody says into changes of the ledger. The next plan reads them; nothing is sent from here.
public struct Answers {
    let planner: Planner
    let now: Timestamp

    public init(_ planner: Planner, at now: Timestamp) {
        self.planner = planner
        self.now = now
    }

    /// What an answer did: the changes to commit, and what to tell the person.
    public struct Effect: Sendable, Hashable {
        public var changes: [LedgerChange]
        public var ritual: RitualID
        public var person: PersonID
        public var occurrence: OccurrenceName
        public var moment: Timestamp
        /// When a snoozed nudge comes back.
        public var until: Timestamp?
        /// Whether it is about an occurrence of which nothing is open.
        public var isAhead = false
    }

    /// Acknowledges the nearest open nudge; a named occurrence that has not come yet is acknowledged ahead, and so is what
    /// comes once.
    ///
    /// Whom it counts for is the ritual's ``Ritual/answering``; done on a nudge ahead of its moment is about that nudge
    /// alone.
    public func done(_ target: AnswerTarget, by person: String?) throws(AnswerError) -> Effect {
        let (ritual, person) = try subject(target, person)
        if ritual.cadence != nil, ritual.people.contains(person.id) { return try doneNow(ritual, person, target) }
        if let record = nearestOpen(ritual, person, target) {
            return effect(record, planner.acknowledging(record, ritual, at: now))
        }
        guard target.lead == nil, target.occurrence != nil || comesOnce(ritual, person) else {
            throw .nothingOpen(ritual.id, next: nextShort(ritual, person))
        }
        return try ahead(.done, ritual, person, target)
    }

    /// Whoever has done what a cadence asks for has done it, whether a nudge is open or not: it counts from now, and
    /// answers all that is open of it; for everybody where it is together.
    private func doneNow(_ ritual: Ritual, _ person: Person, _ target: AnswerTarget) throws(AnswerError) -> Effect {
        let record = nearestOpen(ritual, person, target)
        let next = stream(ritual, person).occurrence(after: now)
        if record == nil, let text = target.occurrence, !(next.map { target.names($0.key) } ?? false) {
            throw .noSuchOccurrence(ritual.id, text, next: nextShort(ritual, person))
        }
        guard
            let key = record?.key.occurrence.key ?? next?.key
                ?? ritual.recurrence.latest(atOrBefore: now, in: stream(ritual, person).zone)?.key
        else { throw .nothingOpen(ritual.id, next: nil) }
        let name = OccurrenceName(ritual: ritual.id, key: key)
        let answer = AnswerRecord(
            occurrence: name, person: person.id, lead: record?.key.lead ?? .moment, answer: .done, at: now)
        let closings = planner.state.open.keys
            .filter { $0.ritual == ritual.id && (ritual.together || $0.person == person.id) }
            .sorted { $0.description < $1.description }
            .map { LedgerChange.closed($0, .acknowledged, $0.person == person.id ? .done : .doneByAnother, at: now) }
        return Effect(
            changes: [.answered(answer)] + closings, ritual: ritual.id, person: person.id, occurrence: name,
            moment: record?.moment ?? now)
    }

    /// Drops the nearest open occurrence, or else the next one, with all its leads; for everybody where the first
    /// answer counts for all.
    public func skip(_ target: AnswerTarget, by person: String?) throws(AnswerError) -> Effect {
        let (ritual, person) = try subject(target, person)
        guard let record = nearestOpen(ritual, person, target) else {
            guard target.lead == nil else { throw .nothingOpen(ritual.id, next: nextShort(ritual, person)) }
            return try ahead(.skip, ritual, person, target)
        }
        return effect(record, planner.skipping(record, ritual, at: now))
    }

    /// Brings the nearest open nudge back once more, at `until` or after `span`.
    public func snooze(_ target: AnswerTarget, by person: String?, for span: Span) throws(AnswerError) -> Effect {
        let (ritual, person) = try subject(target, person)
        guard let record = nearestOpen(ritual, person, target) else {
            throw .nothingOpen(ritual.id, next: nextShort(ritual, person))
        }
        let until = span.after(now, in: person.zone)
        guard until > now else { throw .snoozeTooShort }
        let horizon = Self.latestSnooze(record)
        if let horizon, until >= horizon { throw .snoozeTooLong(until: until, latest: horizon) }
        let seconds = ritual.expiresAtItsTime ? Policy.expiringGrace : Policy.grace
        let kept = Swift.max(record.closes, until.adding(seconds: seconds))
        let closes = horizon.map { Swift.min($0, kept) } ?? kept
        let answer = AnswerRecord(
            occurrence: record.key.occurrence, person: person.id, lead: record.key.lead, answer: .snooze(until: until),
            at: now)
        var effect = effect(record, [.answered(answer), .snoozed(record.key, until: until, closes: closes)])
        effect.until = until
        return effect
    }

    /// Whether a snooze of `span` from now ends before the nudge's successor comes.
    public func maySnooze(_ record: NudgeRecord, for span: Span, in zone: Zone) -> Bool {
        guard let latest = Self.latestSnooze(record) else { return true }
        return span.after(now, in: zone) < latest
    }

    private static func latestSnooze(_ record: NudgeRecord) -> Timestamp? {
        record.key.lead.isMoment ? record.horizon : record.closes
    }

    private func effect(_ record: NudgeRecord, _ changes: [LedgerChange]) -> Effect {
        Effect(
            changes: changes, ritual: record.key.ritual, person: record.key.person, occurrence: record.key.occurrence,
            moment: record.moment)
    }

    private func ahead(
        _ answer: AnswerRecord.Answer, _ ritual: Ritual, _ person: Person, _ target: AnswerTarget
    ) throws(AnswerError) -> Effect {
        // An invitation is one at a time.
        guard ritual.people.contains(person.id) else { throw .nothingOpen(ritual.id, next: nil) }
        let stream = stream(ritual, person)
        var found: Occurrence?
        var looked = 0
        var after = now
        while let occurrence = stream.occurrence(after: after) {
            after = occurrence.instant
            let name = OccurrenceName(ritual: ritual.id, key: occurrence.key)
            let isAnswered = planner.state.answerAhead(of: name, for: person.id, ritual) != nil
            if target.names(occurrence.key), !(target.occurrence == nil && isAnswered) {
                found = occurrence
                break
            }
            looked += 1
            if looked == 1_000 { break }
        }
        guard let found else {
            guard let text = target.occurrence else { throw .nothingOpen(ritual.id, next: nil) }
            throw .noSuchOccurrence(ritual.id, text, next: nextShort(ritual, person))
        }
        let name = OccurrenceName(ritual: ritual.id, key: found.key)
        let record = AnswerRecord(occurrence: name, person: person.id, answer: answer, at: now)
        var changes: [LedgerChange] = [.answered(record)]
        switch ritual.answering {
        case .any: changes += planner.closingForOthers(name, ritual, except: person.id, by: answer, at: now)
        case .all: changes += planner.closingOnceComplete(name, ritual, except: person.id, at: now)
        case .each: break
        }
        return Effect(
            changes: changes, ritual: ritual.id, person: person.id, occurrence: name,
            moment: found.instant, isAhead: true)
    }

    /// Whether its only occurrence is still to come, so that nothing else can be meant.
    private func comesOnce(_ ritual: Ritual, _ person: Person) -> Bool {
        let stream = stream(ritual, person)
        guard stream.occurrence(atOrBefore: now) == nil, let only = stream.occurrence(after: now) else { return false }
        return stream.occurrence(after: only.instant) == nil
    }

    private func nearestOpen(_ ritual: Ritual, _ person: Person, _ target: AnswerTarget) -> NudgeRecord? {
        planner.state.open.values
            .filter { $0.key.ritual == ritual.id && $0.key.person == person.id && target.names($0.key.occurrence.key) }
            .filter { $0.answered == nil }
            .filter { target.lead == nil || $0.key.lead == target.lead }
            .min { distance($0) < distance($1) }
    }

    private func distance(_ record: NudgeRecord) -> UInt64 {
        (record.moment.microseconds - now.microseconds).magnitude
    }

    private func nextShort(_ ritual: Ritual, _ person: Person) -> String? {
        guard ritual.people.contains(person.id) else { return nil }
        let stream = stream(ritual, person)
        guard let next = stream.occurrence(after: now) else { return nil }
        return OccurrenceName(ritual: ritual.id, key: next.key)
            .short(in: ritual.recurrence, at: next.instant, zone: stream.zone)
    }

    private func stream(_ ritual: Ritual, _ person: Person) -> Stream {
        Stream(
            ritual: ritual, zone: planner.schedule.zone(of: ritual, for: person),
            lastDone: planner.state.lastDone(ritual, by: person.id))
    }

    private func subject(_ target: AnswerTarget, _ person: String?) throws(AnswerError) -> (Ritual, Person) {
        guard let ritual = planner.ritual(target.ritual) else {
            throw .noSuchRitual(
                target.ritual.text, nearest: nearest(target.ritual.text, planner.schedule.rituals.map(\.id.text)))
        }
        if let person {
            guard let known = planner.person(PersonID(person)) else {
                throw .noSuchPerson(person, nearest: nearest(person, planner.schedule.people.map(\.id.text)))
            }
            guard ritual.mayReach(known.id) else { throw .notForPerson(ritual.id, known.id) }
            return (ritual, known)
        }
        guard ritual.people.count == 1, let only = planner.person(ritual.people[0]) else {
            throw .whoAnswers(ritual.id, ritual.people)
        }
        return (ritual, only)
    }

    /// The name that was most likely meant: one that starts alike, or differs in a letter.
    private func nearest(_ text: String, _ names: [String]) -> String? {
        names.first { $0.hasPrefix(text) || text.hasPrefix($0) }
            ?? names.first { name in
                abs(name.count - text.count) <= 1 && zip(name, text).count(where: { $0.0 != $0.1 }) <= 1
            }
    }
}
