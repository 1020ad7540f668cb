extension LedgerState {
    /// What `person` drew in the present pass through the decks of `ritual`, oldest first.
    func drawn(_ ritual: RitualID, by person: PersonID) -> [Draw] { draws[ritual]?[person] ?? [] }

    mutating func draw(_ key: NudgeKey, _ prompt: UInt64, _ deck: UInt64, _ startsAnew: Bool) {
        var drawn = drawn(key.ritual, by: key.person)
        if startsAnew { drawn.removeAll { $0.deck == deck } }
        if !drawn.contains(where: { $0.deck == deck && $0.prompt == prompt }) {
            drawn.append(Draw(deck: deck, prompt: prompt, occurrence: key.occurrence.key, isOut: false))
        }
        draws[key.ritual, default: [:]][key.person] = drawn
        if open[key]?.prompts.contains(prompt) == false { open[key]?.prompts.append(prompt) }
    }

    /// What `delivery` carries may have been read: it counts as drawn whatever becomes of its nudges.
    mutating func keepOut(_ delivery: DeliveryKey) {
        guard !draws.isEmpty else { return }
        for key in members(of: delivery.subject) {
            guard let record = open[key], Self.concerns(delivery, record), !record.prompts.isEmpty else { continue }
            change(key) { $0.isOut = true }
        }
    }

    /// What was drawn for a nudge that ended unsent goes back into the deck, unless another nudge of its occurrence
    /// carries it.
    mutating func putBack(_ record: NudgeRecord) {
        let key = record.key
        guard !record.claims.contains(where: \.begun),
            !open.values.contains(where: {
                $0.key.occurrence == key.occurrence && $0.key.person == key.person && !$0.prompts.isEmpty
            })
        else { return }
        draws[key.ritual]?[key.person]?.removeAll { $0.occurrence == key.occurrence.key && !$0.isOut }
        if draws[key.ritual]?[key.person]?.isEmpty == true { draws[key.ritual]?[key.person] = nil }
        if draws[key.ritual]?.isEmpty == true { draws[key.ritual] = nil }
    }

    private mutating func change(_ key: NudgeKey, _ body: (inout Draw) -> Void) {
        guard var drawn = draws[key.ritual]?[key.person] else { return }
        for index in drawn.indices where drawn[index].occurrence == key.occurrence.key { body(&drawn[index]) }
        draws[key.ritual]?[key.person] = drawn
    }
}

extension AttemptOutcome {
    /// Whether the person may have it by now.
    public var mayHaveArrived: Bool {
        switch self {
        case .delivered, .uncertain: true
        case .transient, .permanent, .unreachable: false
        }
    }
}
