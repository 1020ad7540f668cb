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
            rename(from, to, except: [])
        case .opened(let record):
            guard !knows(record.key) else { return }
            open[record.key] = record
            if record.spends { spent[record.key.person, default: []].append(record.due) }
        case .drawn(let key, let prompt, let deck, let startsAnew):
            draw(key, prompt, deck, startsAnew)
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
            note(outcome, on: delivery.channel, at: at)
            update(delivery) { record in
                record.claims.removeAll { $0.channel == delivery.channel }
                record.attempts.append(AttemptRecord(channel: delivery.channel, at: at, outcome: outcome.recorded))
                if case .delivered = outcome { record.delivered = record.delivered ?? at }
            }
            if outcome.mayHaveArrived { keepOut(delivery) }
        case .seen(let delivery, let at):
            update(delivery) { $0.seen = $0.seen ?? at }
        case .held(let key, let until):
            open[key]?.notBefore = until
        case .closed(let key, _, _, _):
            close(key)
        case .missed:
            break
        case .answered(let answer):
            note(answer)
        case .snoozed(let key, let until, let closes):
            beginRound(of: key, at: until) {
                $0.closes = closes
                $0.isLate = false
            }
        case .askedAgain(let key, let at, let joinsOthers, let spends):
            beginRound(of: key, at: at) {
                $0.asked += 1
                $0.isLate = joinsOthers
            }
            if spends, open[key] != nil { spent[key.person, default: []].append(at) }
        case .undertaken(let undertaking):
            undertakings.note(undertaking)
        case .wished(let wish, _):
            wishes.insert(wish)
        case .unwished(let wish, _):
            wishes.remove(wish)
        case .met(let person, _):
            met.insert(person)
        case .advanced(let through):
            advance(to: through)
        case .rewound(let now):
            rewind(to: now)
        }
    }

    public mutating func apply(_ changes: [LedgerChange]) {
        // A first load marks every ritual.
        if marks.isEmpty { marks.reserveCapacity(changes.count) }
        for change in changes { apply(change) }
    }

    /// The open nudges that `subject` carries.
    public func members(of subject: DeliverySubject) -> [NudgeKey] {
        switch subject {
        case .nudge(let key): open.contains(key) ? [key] : []
        case .digest(let key): digests[key] ?? []
        }
    }

    /// What is known of the open nudges that `subject` carries.
    func records(of subject: DeliverySubject) -> [NudgeRecord] {
        switch subject {
        case .nudge(let key): open[key].map { [$0] } ?? []
        case .digest(let key): (digests[key] ?? []).compactMap { open[$0] }
        }
    }

    /// Whether something that `delivery` carries waits for an answer in the round in which it carries it.
    func isOpen(_ delivery: DeliveryKey) -> Bool {
        members(of: delivery.subject).contains {
            open[$0].map { $0.answered == nil && Self.concerns(delivery, $0) } ?? false
        }
    }

    /// Whether the state holds the key, open or closed.
    func knows(_ key: NudgeKey) -> Bool { open.contains(key) || closed[key] != nil }

    /// A nudge that begins a new round leaves its digest, so that only a delivery of its own can be about an earlier round.
    static func concerns(_ delivery: DeliveryKey, _ record: NudgeRecord) -> Bool {
        switch delivery.subject {
        case .nudge: record.round == delivery.round
        case .digest: true
        }
    }

    mutating func update(_ delivery: DeliveryKey, _ body: (inout NudgeRecord) -> Void) {
        let keys = if case .nudge(let key) = delivery.subject { [key] } else { members(of: delivery.subject) }
        for key in keys {
            open.update(key) { record in if Self.concerns(delivery, record) { body(&record) } }
        }
    }

    private mutating func claim(_ delivery: DeliveryKey, _ members: [NudgeKey], at: Timestamp, lease: Timestamp) {
        var carried: [NudgeKey] = []
        for key in members where !carried.contains(key) {
            var left: DigestKey?
            open.update(key) { record in
                guard Self.concerns(delivery, record) else { return }
                record.claims.removeAll { $0.channel == delivery.channel }
                record.claims.append(ClaimRecord(channel: delivery.channel, at: at, lease: lease))
                carried.append(key)
                guard case .digest(let digest) = delivery.subject, record.digest != digest else { return }
                left = record.digest
                record.digest = digest
            }
            leave(left, key)
        }
        if case .digest(let digest) = delivery.subject, !carried.isEmpty { digests[digest] = carried }
    }

    private mutating func leave(_ digest: DigestKey?, _ key: NudgeKey) {
        guard let digest else { return }
        digests[digest]?.removeAll { $0 == key }
        if digests[digest]?.isEmpty == true { digests[digest] = nil }
    }

    private mutating func close(_ key: NudgeKey) {
        guard let record = open.removeValue(forKey: key) else { return }
        if !record.prompts.isEmpty { putBack(record) }
        closed[key] = record.due
        leave(record.digest, key)
    }

    private mutating func note(_ answer: AnswerRecord) {
        if answer.answer == .done {
            let part = Participation(ritual: answer.occurrence.ritual, person: answer.person)
            done[part] = Swift.max(done[part] ?? answer.at, answer.at)
        }
        switch answer.answer {
        case .snooze: break
        case .done, .skip:
            guard let lead = answer.lead else {
                ahead[answer.occurrence, default: [:]][answer.person] = answer.answer
                return
            }
            let key = NudgeKey(occurrence: answer.occurrence, lead: lead, person: answer.person)
            if answer.answer == .done { open[key]?.answered = answer.at }
        }
    }

    private mutating func beginRound(of key: NudgeKey, at time: Timestamp, _ change: (inout NudgeRecord) -> Void) {
        guard var record = open[key] else { return }
        leave(record.digest, key)
        record.round += 1
        record.notBefore = time
        record.digest = nil
        change(&record)
        record.delivered = nil
        record.seen = nil
        record.attempts = []
        record.claims = []
        open[key] = record
    }

    private mutating func advance(to through: Timestamp) {
        self.through = Swift.max(self.through ?? through, through)
        forgetOnceAnHour(through)
        if !wishes.isEmpty { wishes.forget(through: through.adding(seconds: -Self.recent)) }
        guard !ahead.isEmpty else { return }
        let oldestAnswered = through.adding(seconds: -Self.answersKept)
        ahead = ahead.filter { $0.key.written > oldestAnswered }
    }

    /// A walk through all that is remembered costs more than most plans.
    private mutating func forgetOnceAnHour(_ through: Timestamp) {
        let hour = through.seconds / 3_600
        guard hour != forgotten else { return }
        forgotten = hour
        if closed.count > Self.closedAtLeast { closed.forget(through: through.adding(seconds: -Self.recent)) }
        guard !spent.isEmpty else { return }
        let oldest = through.adding(seconds: -Self.spentKept)
        spent = spent.mapValues { $0.filter { $0 > oldest } }.filter { !$0.value.isEmpty }
    }

    private mutating func rewind(to now: Timestamp) {
        through = now
        marks.rewind(to: now)
        // Which days were spent was reckoned by a wrong clock.
        spent = [:]
        for key in open.keys where open[key]?.spends == true { open[key]?.spends = false }
        for (part, at) in done where at > now { done[part] = now }
        wishes.rewind(to: now)
    }

    /// A key that the new id already holds stays under the old one, as do the keys in `kept`.
    mutating func rename(_ from: RitualID, _ to: RitualID, except kept: Set<NudgeKey>) {
        guard from != to else { return }
        if let mark = marks.removeValue(forKey: from) { marks[to] = mark }
        if let drawn = draws.removeValue(forKey: from) { draws[to] = drawn }
        let names = (open.keys.map { $0 } + closed.map(\.key)).filter { key in
            key.ritual == from && !kept.contains(key) && !knows(key.renamed(to))
        }
        let moving = Set(names)
        for key in moving {
            if var record = open.removeValue(forKey: key) {
                record.key = key.renamed(to)
                open[record.key] = record
            }
            if let due = closed[key] {
                closed[key] = nil
                closed[key.renamed(to)] = due
            }
        }
        for (digest, members) in digests where members.contains(where: moving.contains) {
            digests[digest] = members.map { moving.contains($0) ? $0.renamed(to) : $0 }
        }
        wishes.rename(from, to)
        undertakings.rename(from, to)
        for (part, at) in done where part.ritual == from {
            done[part] = nil
            let moved = Participation(ritual: to, person: part.person)
            done[moved] = Swift.max(done[moved] ?? at, at)
        }
        for (name, answers) in ahead where name.ritual == from {
            ahead[name] = nil
            ahead[name.renamed(to), default: [:]].merge(answers) { own, _ in own }
        }
    }
}
