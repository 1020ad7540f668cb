import CivilTime

extension Planner {
    /// Claims what is ready, most urgent first, as far as channels have room.
    mutating func sendReady(_ now: Timestamp, _ plan: inout Plan) {
        for channel in ready.keys.sorted() {
            while let next = ready[channel]?.first, hasRoom(next.channels) {
                _ = ready[channel]?.pop()
                // Looked at again: an answer or an outcome may have come since it became ready.
                let at = Swift.max(now, next.due)
                if case (.send(let channels), let members)? = step(next.subject, at) {
                    claim(next.subject, members, channels, now, goesOut: at, &plan)
                } else {
                    looks.look(at: next.subject, no: now)
                }
            }
            if ready[channel]?.isEmpty == true { ready[channel] = nil }
        }
        for person in gathering.keys.sorted() {
            guard let gathered = gathering[person], hasRoom(gathered.first?.channels ?? []) else { continue }
            gathering[person] = nil
            sendGathered(gathered, now, &plan)
        }
    }

    /// All that is caught up for one person is one message.
    private mutating func sendGathered(_ gathered: [Ready], _ now: Timestamp, _ plan: inout Plan) {
        var members: [NudgeRecord] = []
        var channels: [ChannelID] = []
        for item in gathered {
            guard case (.send(let list), let records)? = step(item.subject, now), let record = records.first,
                record.digest == nil, !members.contains(where: { $0.key == record.key })
            else {
                looks.look(at: item.subject, no: now)
                continue
            }
            members.append(record)
            channels = list
        }
        guard let first = members.first else { return }
        let subject: DeliverySubject =
            members.count == 1
            ? .nudge(first.key) : .digest(DigestKey(person: first.key.person, gathered: now))
        claim(subject, members, channels, now, goesOut: now, &plan)
    }

    private func hasRoom(_ channels: [ChannelID]) -> Bool {
        channels.allSatisfy { (underWay[$0]?.count ?? 0) < capacity }
    }

    private mutating func claim(
        _ subject: DeliverySubject, _ members: [NudgeRecord], _ channels: [ChannelID], _ now: Timestamp,
        goesOut: Timestamp, _ plan: inout Plan
    ) {
        guard let first = members.first else { return }
        for member in members { drawPrompt(for: member, &plan) }
        for channel in channels {
            let limit = channelIndex[channel]?.timeLimit ?? 0
            let key = DeliveryKey(subject: subject, channel: channel, round: first.round)
            let lease = goesOut.adding(seconds: limit + Policy.leaseMargin)
            record([.claimed(key, members: members.map(\.key), at: now, lease: lease)], in: &plan)
            underWay[channel, default: []].insert(key)
            let records = members.compactMap { state.open[$0.key] }
            plan.deliveries.append(Delivery(key: key, person: first.key.person, members: records, at: goesOut))
            looks.look(at: subject, no: lease)
        }
    }

    /// Draws a prompt without repeats until the list is through; fixed from the first claim on.
    private mutating func drawPrompt(for member: NudgeRecord, _ plan: inout Plan) {
        guard member.prompt == nil, let ritual = ritual(member.key.ritual), !ritual.prompts.isEmpty else { return }
        let all = ritual.prompts.map(stableHash)
        let drawn = state.draws[ritual.id]?[member.key.person] ?? []
        let left = all.filter { !drawn.contains($0) }
        let choices = left.isEmpty ? all : left
        let choice = choices[Int(stableHash(member.key.description) % UInt64(choices.count))]
        record([.drawn(member.key, prompt: choice, startsAnew: left.isEmpty)], in: &plan)
    }
}
