import CivilTime

extension Planner {
    /// Claims what is ready, most urgent first, as far as channels have room and their rates allow, until the plan has
    /// so many changes.
    mutating func sendReady(_ now: Timestamp, atMost limit: Int, _ plan: inout Plan) {
        full = full.filter { claims(on: $0) > most(on: $0) / 2 }
        while plan.changes.count < limit, let channels = nextReady(now), let next = ready[channels]?.pop() {
            if ready[channels]?.isEmpty == true { ready[channels] = nil }
            // Looked at again: an answer or an outcome may have come since it became ready.
            let at = Swift.max(now, next.due)
            if case (.send(let channels), let members, _)? = step(next.subject, at) {
                claim(next.subject, members, channels, now, goesOut: at, &plan)
            } else {
                looks.look(at: next.subject, no: now)
            }
        }
        for person in gathering.keys.sorted() where plan.changes.count < limit {
            guard let gathered = gathering[person],
                hasRoom(gathered.first?.channels ?? [], at: now, urgent: false)
            else { continue }
            gathering[person] = nil
            sendGathered(gathered, now, &plan)
        }
    }

    /// All that is caught up for one person is one message.
    private mutating func sendGathered(_ gathered: [Ready], _ now: Timestamp, _ plan: inout Plan) {
        var members: [NudgeRecord] = []
        var channels: [ChannelID] = []
        for item in gathered {
            guard case (.send(let list), let records, _)? = step(item.subject, now), let record = records.first,
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

    /// The channels of what goes out next; one that has no room holds up only what needs it.
    private func nextReady(_ now: Timestamp) -> [ChannelID]? {
        var best: (channels: [ChannelID], first: Ready)?
        for (channels, heap) in ready {
            guard let first = heap.first,
                hasRoom(channels, at: Swift.max(now, first.due), urgent: first.urgent)
            else { continue }
            if let known = best {
                let isEqual = first == known.first
                if isEqual ? !channels.lexicographicallyPrecedes(known.channels) : !(first < known.first) { continue }
            }
            best = (channels, first)
        }
        return best?.channels
    }

    /// A channel that was full takes more once half of it is free, so that a burst is claimed by the handful and not
    /// one by one; what is urgent does not wait for that.
    private func hasRoom(_ channels: [ChannelID], at time: Timestamp, urgent: Bool) -> Bool {
        channels.allSatisfy { claims(on: $0) < most(on: $0) && (urgent || !full.contains($0)) }
            && free(channels, from: time) <= time
    }

    private func claims(on channel: ChannelID) -> Int { underWay[channel]?.count ?? 0 }

    private func most(on channel: ChannelID) -> Int {
        Swift.min(capacity, channelIndex[channel]?.capacity ?? capacity)
    }

    private mutating func claim(
        _ subject: DeliverySubject, _ members: [NudgeRecord], _ channels: [ChannelID], _ now: Timestamp,
        goesOut: Timestamp, _ plan: inout Plan
    ) {
        guard let first = members.first else { return }
        if let introduction = introduction(due: first.key.person), introduction.key != first.key {
            claim(.nudge(introduction.key), [introduction], channels, now, goesOut: goesOut, &plan)
        }
        for member in members { drawPrompts(for: member, &plan) }
        for channel in channels {
            let limit = channelIndex[channel]?.timeLimit ?? 0
            let round = if case .nudge = subject { first.round } else { 0 }
            let key = DeliveryKey(subject: subject, channel: channel, round: round)
            let lease = goesOut.adding(seconds: limit + Policy.leaseMargin)
            record(.claimed(key, members: members.map(\.key), at: now, lease: lease), in: &plan)
            underWay[channel, default: []].insert(key)
            if claims(on: channel) >= most(on: channel) { full.insert(channel) }
            noteSending(on: channel, at: goesOut)
            let records = members.compactMap { state.open[$0.key] }
            plan.deliveries.append(Delivery(key: key, person: first.key.person, members: records, at: goesOut))
            looks.look(at: subject, no: lease)
        }
    }

    /// Draws from each deck without repeats until it is through; fixed from the first claim on.
    private mutating func drawPrompts(for member: NudgeRecord, _ plan: inout Plan) {
        guard member.prompts.isEmpty, let place = place(of: member.key.ritual),
            case let decks = schedule.rituals[place].decks, !decks.isEmpty
        else { return }
        let ritual = schedule.rituals[place]
        let key = member.key
        for deck in decks {
            if deck.giver == key.person {
                record(.drawn(key, prompt: deck.contents, deck: deck.id, startsAnew: true), in: &plan)
                continue
            }
            let drawn = state.drawn(ritual.id, by: key.person)
            let person = ritual.together ? nil : key.person
            guard let (prompt, startsAnew) = deck.draw(for: key.occurrence, person, after: drawn) else { continue }
            record(.drawn(key, prompt: prompt.id, deck: deck.id, startsAnew: startsAnew), in: &plan)
        }
    }
}
