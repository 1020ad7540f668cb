import CivilTime

extension Planner {
    /// Moves on every open nudge whose time has come, until the plan has so many changes.
    mutating func lookAtOpen(_ now: Timestamp, atMost most: Int, _ plan: inout Plan) {
        while plan.changes.count < most, let due = looks.popDue(now) {
            advance(due.subject, now, &plan)
            looks.settle(due)
        }
    }

    mutating func advance(_ subject: DeliverySubject, _ now: Timestamp, _ plan: inout Plan) {
        var carried = state.records(of: subject)
        let before = plan.changes.count
        closeUnwanted(carried, now, &plan)
        let asking = askAgain(subject, now, &plan)
        if plan.changes.count > before { carried = state.records(of: subject) }
        guard let (step, members, urgent) = step(subject, carried, now) else { return }
        switch step {
        case .wait(let until):
            looks.look(at: subject, no: asking.map { Swift.min($0, until) } ?? until)
        case .send(let channels):
            guard let first = members.first else { return }
            let item = Ready(urgent: urgent, due: first.due, subject: subject, channels: channels)
            if first.isLate, first.digest == nil, first.attempts.isEmpty {
                gathering[first.key.person, default: []].append(item)
            } else if !channels.isEmpty {
                ready[channels, default: Heap()].push(item)
            }
        case .giveUp(let claims):
            for claim in claims {
                guard let first = members.first else { continue }
                let key = first.delivery(on: claim.channel)
                underWay[key.channel]?.remove(key)
                record(
                    [claim.begun ? .attempted(key, .uncertain("no outcome was recorded"), at: now) : .released(key)],
                    in: &plan)
            }
            looks.look(at: subject, no: now)
        case .close(let outcome, let reason):
            for member in carried where now >= member.closes || outcome == .failed {
                let end = member.answered == nil ? (outcome, reason) : (.acknowledged, .done)
                record(.closed(member.key, end.0, end.1, at: now), in: &plan)
                if end.0 == .delivered { invite(after: member, now, &plan) }
            }
            if let left = members.filter({ state.open.contains($0.key) }).map(\.closes).min() {
                looks.look(at: subject, no: left)
            }
        }
    }

    /// What a subject does next, with its open members; those that their person has answered only where all are.
    typealias NextStep = (step: Step, members: [NudgeRecord], urgent: Bool)

    func step(_ subject: DeliverySubject, _ now: Timestamp) -> NextStep? { step(subject, state.records(of: subject), now) }

    private func step(_ subject: DeliverySubject, _ all: [NudgeRecord], _ now: Timestamp) -> NextStep? {
        var members = all
        if all.contains(where: { $0.answered != nil }), all.contains(where: { $0.answered == nil }) {
            members.removeAll { $0.answered != nil }
        }
        guard let first = members.first, let person = peopleIndex[first.key.person] else { return nil }
        let urgent = members.indices.contains { index in
            place(of: members[index].key.ritual).map { schedule.rituals[$0].urgent } ?? false
        }
        let course = Course(
            list: channelLists[person], channels: channelIndex, reachable: reachable,
            welcome: Welcome(schedule.people[person], urgent: urgent), subject: subject)
        // Members that close before the others leave one by one.
        let earliest = all.map(\.closes).min() ?? first.closes
        let closes = first.delivered != nil || now >= earliest ? earliest : all.map(\.closes).max() ?? earliest
        return (course.step(first, closes: closes, now: now), members, urgent)
    }

    /// What a change from outside makes worth looking at.
    func subjects(of change: LedgerChange) -> [DeliverySubject] {
        switch change {
        case .attempted(let key, _, _), .released(let key), .claimed(let key, _, _, _), .seen(let key, _): [key.subject]
        case .opened(let record): [record.subject]
        case .held(let key, _), .snoozed(let key, _, _), .askedAgain(let key, _, _, _):
            [.nudge(key)] + (state.open[key].map { [$0.subject] } ?? [])
        case .closed(let key, _, _, _): state.open[key].map { [$0.subject] } ?? []
        case .answered(let answer):
            answer.lead.map { NudgeKey(occurrence: answer.occurrence, lead: $0, person: answer.person) }
                .flatMap { state.open[$0] }.map { [$0.subject] } ?? []
        case .wished(let wish, _), .unwished(let wish, _): subjects(of: wish)
        default: []
        }
    }
}
