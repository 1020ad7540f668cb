import CivilTime

extension Planner {
    /// Why the person gets nothing of an occurrence that fell due, as far as its decks decide.
    func withheld(_ ritual: Ritual, _ key: NudgeKey, _ now: Timestamp) -> (Outcome, Reason)? {
        guard !ritual.decks.isEmpty, ritual.giver != key.person else { return nil }
        if !schedule.isWanted(ritual, by: key.person, state, at: now) { return (.skipped, .notOptedIn) }
        if isThrough(ritual, for: key) { return (.skipped, .nothingLeft) }
        return nil
    }

    /// Whether a jar has nothing for `key` beyond what other occurrences are about to draw.
    private func isThrough(_ ritual: Ritual, for key: NudgeKey) -> Bool {
        guard let jar = ritual.decks.first(where: { $0.giver != nil }) else { return false }
        let drawn = state.drawn(ritual.id, by: key.person)
        if drawn.contains(where: { $0.deck == jar.id && $0.occurrence == key.occurrence.key }) { return false }
        let waiting = state.open.values.filter { record in
            record.key.ritual == ritual.id && record.key.person == key.person && record.prompts.isEmpty
                && record.key.occurrence != key.occurrence
        }
        return jar.left(after: drawn) <= Set(waiting.map(\.key.occurrence)).count
    }

    /// Who fills the jar of `ritual`, where `reader` comes to its last line and the giver was not told so since it was
    /// last filled.
    func giverToTell(_ ritual: Ritual, _ reader: PersonID, _ now: Timestamp) -> PersonID? {
        guard let jar = ritual.decks.first(where: { $0.giver != nil }), let giver = jar.giver, giver != reader,
            schedule.isServed(giver), person(giver).map({ !ritual.isHidden(from: $0, at: now) }) == true,
            jar.left(after: state.drawn(ritual.id, by: reader)) <= 1,
            !state.drawn(ritual.id, by: giver).contains(where: { $0.prompt == jar.contents }),
            !state.open.keys.contains(where: { $0.ritual == ritual.id && $0.person == giver })
        else { return nil }
        return giver
    }
}

extension Schedule {
    /// Whether `person` opted into every delicate deck of a ritual; any other is wanted as it is written.
    ///
    /// Whoever keeps a schedule for themselves alone has said so by writing it.
    func isWanted(_ ritual: Ritual, by person: PersonID, _ state: LedgerState, at instant: Timestamp) -> Bool {
        people.count == 1
            || ritual.decks.allSatisfy { deck in
                !deck.isDelicate || state.wishes.agrees(person, to: .deck(deck.name), at: instant)
            }
    }

    /// The delicate decks that rituals of `person` draw from, in the order of the schedule.
    func delicateDecks(for person: PersonID) -> [String] {
        var names: [String] = []
        guard people.count > 1 else { return names }
        for ritual in rituals where ritual.isOn && ritual.people.contains(person) {
            for deck in ritual.decks where deck.isDelicate && !names.contains(deck.name) { names.append(deck.name) }
        }
        return names
    }
}
