public import Recurrence

/// A prompt that one person got, or is about to get, from a deck of a ritual.
public struct Draw: Hashable, Sendable {
    /// ``Deck/id``.
    public var deck: UInt64
    /// ``Prompt/id``.
    public var prompt: UInt64
    /// What it was drawn for, so that every nudge of an occurrence brings the same one; nil where that was not kept.
    public var occurrence: OccurrenceKey?
    /// Whether it may have reached the person: what never left goes back into the deck.
    public var isOut: Bool

    public init(deck: UInt64, prompt: UInt64, occurrence: OccurrenceKey?, isOut: Bool) {
        self.deck = deck
        self.prompt = prompt
        self.occurrence = occurrence
        self.isOut = isOut
    }
}

extension Deck {
    /// The prompt for an occurrence: the one already drawn for it, else one that has not come in this pass.
    ///
    /// Which one that is follows from the ritual, the occurrence and the prompts that are left, and from nothing else:
    /// two ledgers that know the same draw the same, and another prompt in the deck changes nothing unless it is drawn.
    ///
    /// - Parameters:
    ///   - drawn: Of this pass, oldest first, of any deck of the ritual.
    ///   - person: Nil where everybody shall get the same.
    /// - Returns: The prompt, and whether it begins the next pass; nil where nothing is left that may be drawn.
    func draw(
        for occurrence: OccurrenceName, _ person: PersonID?, after drawn: [Draw]
    ) -> (prompt: Prompt, startsAnew: Bool)? {
        let mine = drawn.filter { $0.deck == id }
        if let known = mine.last(where: { $0.occurrence == occurrence.key }),
            let prompt = prompts.first(where: { $0.id == known.prompt })
        {
            return (prompt, false)
        }
        let seen = Set(mine.map(\.prompt))
        let left = prompts.filter { !seen.contains($0.id) }
        if !left.isEmpty { return chosen(from: left, for: occurrence, person).map { ($0, false) } }
        guard giver == nil else { return nil }
        // The next pass does not begin with what has just been.
        let last = prompts.count > 1 ? mine.last?.prompt : nil
        return chosen(from: prompts.filter { $0.id != last }, for: occurrence, person).map { ($0, true) }
    }

    /// How many prompts nobody drew in this pass.
    func left(after drawn: [Draw]) -> Int {
        let seen = Set(drawn.lazy.filter { $0.deck == id }.map(\.prompt))
        return prompts.count { !seen.contains($0.id) }
    }

    private func chosen(from prompts: [Prompt], for occurrence: OccurrenceName, _ person: PersonID?) -> Prompt? {
        var seed = StableHash()
        seed.add(occurrence.description)
        seed.add(person?.text ?? "")
        seed.add(id)
        let start = seed.value
        return prompts.min { rank($0, start) < rank($1, start) }
    }

    private func rank(_ prompt: Prompt, _ seed: UInt64) -> UInt64 { StableHash.mixed(seed ^ prompt.id) }
}
