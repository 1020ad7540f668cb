import CivilTime

extension Planner {
    /// Moves on every open nudge whose time has come, until the plan has so many changes.
    mutating func lookAtOpen(_ now: Timestamp, atMost most: Int, _ plan: inout Plan) {
        while plan.changes.count < most, let subject = looks.popDue(now) { advance(subject, now, &plan) }
    }

    mutating func advance(_ subject: DeliverySubject, _ now: Timestamp, _ plan: inout Plan) {
        guard let (step, members) = step(subject, now) else { return }
        switch step {
        case .wait(let until):
            looks.look(at: subject, no: until)
        case .send(let channels):
            guard let first = members.first else { return }
            let urgent = members.contains(where: isUrgent)
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
            looks.look(at: subject, no: now)
        case .close(let outcome, let reason):
            for member in members where now >= member.closes || outcome == .failed {
                record([.closed(member.key, outcome, reason, at: now)], in: &plan)
            }
            if let left = members.filter({ state.open[$0.key] != nil }).map(\.closes).min() {
                looks.look(at: subject, no: left)
            }
        }
    }

    /// What `subject` does next, with its open members.
    func step(_ subject: DeliverySubject, _ now: Timestamp) -> (Step, [NudgeRecord])? {
        let members = state.records(of: subject)
        guard let first = members.first, let person = peopleIndex[first.key.person] else { return nil }
        let course = Course(
            list: channelLists[person], mayRepeat: { channelIndex[$0]?.mayRepeat ?? false },
            deadline: { channelIndex[$0]?.deadline ?? Policy.channelDeadline },
            wait: { channelIndex[$0]?.wait }, unseen: { channelIndex[$0]?.unseen }, isReachable: reachable.contains,
            welcome: Welcome(schedule.people[person], urgent: members.contains(where: isUrgent)),
            jitter: { stableHash(subject.description) })
        // Members that close before the others leave one by one.
        let earliest = members.map(\.closes).min() ?? first.closes
        let closes = first.delivered != nil || now >= earliest ? earliest : members.map(\.closes).max() ?? earliest
        return (course.step(first, closes: closes, now: now), members)
    }

    private func isUrgent(_ record: NudgeRecord) -> Bool {
        place(of: record.key.ritual).map { schedule.rituals[$0].urgent } ?? false
    }

    func subject(of record: NudgeRecord) -> DeliverySubject {
        record.digest.map { .digest($0) } ?? .nudge(record.key)
    }

    /// What a change from outside makes worth looking at.
    func subjects(of change: LedgerChange) -> [DeliverySubject] {
        switch change {
        case .attempted(let key, _, _), .released(let key), .claimed(let key, _, _, _), .seen(let key, _): [key.subject]
        case .opened(let record): [subject(of: record)]
        case .held(let key, _), .snoozed(let key, _, _):
            [.nudge(key)] + (state.open[key].map { [subject(of: $0)] } ?? [])
        case .closed(let key, _, _, _): state.open[key].map { [subject(of: $0)] } ?? []
        default: []
        }
    }
}
