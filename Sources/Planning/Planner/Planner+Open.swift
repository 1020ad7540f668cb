import CivilTime

extension Planner {
    /// Moves on every open nudge whose time has come.
    mutating func lookAtOpen(_ now: Timestamp, _ plan: inout Plan) {
        while let first = queue.first, first.at <= now {
            _ = queue.pop()
            guard looks[first.subject] == first.at else { continue }
            looks[first.subject] = nil
            advance(first.subject, now, &plan)
        }
    }

    mutating func advance(_ subject: DeliverySubject, _ now: Timestamp, _ plan: inout Plan) {
        guard let (step, members) = step(subject, now) else { return }
        switch step {
        case .wait(let until):
            look(at: subject, no: until)
        case .send(let channels):
            guard let first = members.first else { return }
            let urgent = members.contains { ritual($0.key.ritual)?.urgent == true }
            let item = Ready(urgent: urgent, due: first.due, subject: subject, channels: channels)
            if first.isLate, first.digest == nil, first.attempts.isEmpty {
                gathering[first.key.person, default: []].append(item)
            } else if !channels.isEmpty {
                ready[channels, default: Heap()].push(item)
            }
        case .giveUp(let claims):
            for claim in claims {
                guard let first = members.first else { continue }
                let key = DeliveryKey(subject: subject, channel: claim.channel, round: first.round)
                underWay[key.channel]?.remove(key)
                record(
                    [claim.begun ? .attempted(key, .uncertain("no outcome was recorded"), at: now) : .released(key)],
                    in: &plan)
            }
            look(at: subject, no: now)
        case .close(let outcome, let reason):
            for member in members where now >= member.closes || outcome == .failed {
                record([.closed(member.key, outcome, reason, at: now)], in: &plan)
            }
            if let left = members.filter({ state.open[$0.key] != nil }).map(\.closes).min() {
                look(at: subject, no: left)
            }
        }
    }

    /// What `subject` does next, with its open members.
    func step(_ subject: DeliverySubject, _ now: Timestamp) -> (Step, [NudgeRecord])? {
        let members = state.members(of: subject).compactMap { state.open[$0] }
        guard let first = members.first, let person = person(first.key.person) else { return nil }
        let course = Course(
            list: person.channels.map { $0.filter { channelIndex[$0] != nil } }.filter { !$0.isEmpty },
            mayRepeat: { channelIndex[$0]?.mayRepeat ?? false },
            welcome: Welcome(person, urgent: members.contains { ritual($0.key.ritual)?.urgent == true }),
            jitter: stableHash(subject.description))
        // Members that close before the others leave one by one.
        let earliest = members.map(\.closes).min() ?? first.closes
        let closes = first.delivered != nil || now >= earliest ? earliest : members.map(\.closes).max() ?? earliest
        return (course.step(first, closes: closes, now: now), members)
    }

    /// Asks for `subject` to be looked at, at `time`.
    mutating func look(at subject: DeliverySubject, no time: Timestamp) {
        if let known = looks[subject], known <= time { return }
        looks[subject] = time
        queue.push(Look(at: time, subject: subject))
    }

    func subject(of record: NudgeRecord) -> DeliverySubject {
        record.digest.map { .digest($0) } ?? .nudge(record.key)
    }

    /// What a change from outside makes worth looking at.
    func subjects(of change: LedgerChange) -> [DeliverySubject] {
        switch change {
        case .attempted(let key, _, _), .released(let key), .claimed(let key, _, _, _): [key.subject]
        case .opened(let record): [subject(of: record)]
        case .held(let key, _), .snoozed(let key, _, _):
            [.nudge(key)] + (state.open[key].map { [subject(of: $0)] } ?? [])
        case .closed(let key, _, _, _): state.open[key].map { [subject(of: $0)] } ?? []
        default: []
        }
    }
}
