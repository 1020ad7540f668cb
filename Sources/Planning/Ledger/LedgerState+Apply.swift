import CivilTime

extension LedgerState {
    /// Takes in one change; unknown keys are left alone, so that replaying a change does no harm.
    public mutating func apply(_ change: LedgerChange) {
        switch change {
        case .marked(let ritual, let mark):
            marks[ritual] = mark
        case .unmarked(let ritual):
            marks[ritual] = nil
            draws[ritual] = nil
        case .renamed(let from, let to):
            rename(from, to)
        case .opened(let record):
            open[record.key] = record
        case .drawn(let key, let prompt, let startsAnew):
            var seen = startsAnew ? [] : draws[key.ritual]?[key.person] ?? []
            seen.insert(prompt)
            draws[key.ritual, default: [:]][key.person] = seen
            open[key]?.prompt = prompt
        case .claimed(let delivery, let members, let at, let lease):
            claim(delivery, members, at: at, lease: lease)
        case .begun(let delivery):
            update(delivery) { record in
                for i in record.claims.indices where record.claims[i].channel == delivery.channel {
                    record.claims[i].begun = true
                }
            }
        case .released(let delivery):
            update(delivery) { $0.claims.removeAll { $0.channel == delivery.channel } }
        case .attempted(let delivery, let outcome, let at):
            update(delivery) { record in
                record.claims.removeAll { $0.channel == delivery.channel }
                record.attempts.append(AttemptRecord(channel: delivery.channel, at: at, outcome: outcome))
                if case .delivered = outcome { record.delivered = record.delivered ?? at }
            }
        case .held(let key, let until):
            open[key]?.notBefore = until
        case .closed(let key, _, _, _):
            close(key)
        case .missed:
            break
        case .answered(let answer):
            note(answer)
        case .snoozed(let key, let until, let closes):
            snooze(key, until: until, closes: closes)
        case .advanced(let through):
            advance(to: through)
        case .rewound(let now):
            rewind(to: now)
        }
    }

    public mutating func apply(_ changes: [LedgerChange]) {
        for change in changes { apply(change) }
    }

    /// The open nudges that `subject` carries.
    public func members(of subject: DeliverySubject) -> [NudgeKey] {
        switch subject {
        case .nudge(let key): open[key] == nil ? [] : [key]
        case .digest(let key): digests[key] ?? []
        }
    }

    private mutating func update(_ delivery: DeliveryKey, _ body: (inout NudgeRecord) -> Void) {
        for key in members(of: delivery.subject) {
            guard var record = open[key], record.round == delivery.round else { continue }
            body(&record)
            open[key] = record
        }
    }

    private mutating func claim(_ delivery: DeliveryKey, _ members: [NudgeKey], at: Timestamp, lease: Timestamp) {
        for key in members {
            guard var record = open[key] else { continue }
            record.claims.removeAll { $0.channel == delivery.channel }
            record.claims.append(ClaimRecord(channel: delivery.channel, at: at, lease: lease))
            if case .digest(let digest) = delivery.subject { record.digest = digest }
            open[key] = record
        }
        if case .digest(let digest) = delivery.subject { digests[digest] = members }
    }

    private mutating func close(_ key: NudgeKey) {
        guard let record = open.removeValue(forKey: key) else { return }
        closed[key] = record.due
        guard let digest = record.digest else { return }
        digests[digest]?.removeAll { $0 == key }
        if digests[digest]?.isEmpty == true { digests[digest] = nil }
    }

    private mutating func note(_ answer: AnswerRecord) {
        switch answer.answer {
        case .snooze: break
        case .done, .skip:
            guard answer.lead == nil else { return }
            ahead[answer.occurrence, default: [:]][answer.person] = answer.answer
        }
    }

    private mutating func snooze(_ key: NudgeKey, until: Timestamp, closes: Timestamp) {
        guard var record = open[key] else { return }
        if let digest = record.digest {
            digests[digest]?.removeAll { $0 == key }
            if digests[digest]?.isEmpty == true { digests[digest] = nil }
        }
        record.round += 1
        record.notBefore = until
        record.closes = closes
        record.digest = nil
        record.isLate = false
        record.delivered = nil
        record.attempts = []
        record.claims = []
        open[key] = record
    }

    private mutating func advance(to through: Timestamp) {
        self.through = Swift.max(self.through ?? through, through)
        let oldest = Timestamp(seconds: through.seconds - Self.recent)
        closed = closed.filter { $0.value > oldest }
    }

    private mutating func rewind(to now: Timestamp) {
        through = now
        for (ritual, mark) in marks where mark.since > now { marks[ritual]?.since = now }
    }

    private mutating func rename(_ from: RitualID, _ to: RitualID) {
        func moved(_ name: OccurrenceName) -> OccurrenceName { OccurrenceName(ritual: to, key: name.key) }
        func moved(_ key: NudgeKey) -> NudgeKey {
            key.ritual == from
                ? NudgeKey(occurrence: moved(key.occurrence), lead: key.lead, person: key.person) : key
        }
        if let mark = marks.removeValue(forKey: from) { marks[to] = mark }
        if let drawn = draws.removeValue(forKey: from) { draws[to] = drawn }
        for record in open.values where record.key.ritual == from {
            open[record.key] = nil
            var record = record
            record.key = moved(record.key)
            open[record.key] = record
        }
        digests = digests.mapValues { $0.map(moved) }
        closed = Dictionary(closed.map { (moved($0.key), $0.value) }, uniquingKeysWith: Swift.max)
        for (name, answers) in ahead where name.ritual == from {
            ahead[name] = nil
            ahead[moved(name)] = answers
        }
    }
}
