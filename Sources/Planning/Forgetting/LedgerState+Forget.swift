import CivilTime

extension LedgerState {
    /// Whether anything is known of a person, as far as it is theirs or says who they are; a far end's words do not count.
    func names(_ person: PersonID) -> Bool {
        open.keys.contains { $0.person == person } || closed.contains { $0.key.person == person }
            || digests.keys.contains { $0.person == person } || ahead.values.contains { $0[person] != nil }
            || draws.values.contains { $0[person] != nil } || done.keys.contains { $0.person == person }
            || spent[person] != nil || met.contains(person) || wishes.names(person) || undertakings.names(person)
    }

    /// Lets go of all that is known of a person, as ``Ledger/forget(_:)`` leaves it.
    mutating func forget(_ person: PersonID) {
        for key in open.keys.filter({ $0.person == person }) { open.removeValue(forKey: key) }
        for key in open.keys.map({ $0 }) {
            open.update(key) { record in
                if record.digest?.person == person { record.digest = nil }
                for index in record.attempts.indices {
                    record.attempts[index].outcome = record.attempts[index].outcome.without(person)
                }
            }
        }
        for key in closed.map(\.key) where key.person == person { closed[key] = nil }
        digests = digests.filter { $0.key.person != person }
            .mapValues { $0.filter { $0.person != person } }.filter { !$0.value.isEmpty }
        ahead = ahead.mapValues { $0.filter { $0.key != person } }.filter { !$0.value.isEmpty }
        draws = draws.mapValues { $0.filter { $0.key != person } }.filter { !$0.value.isEmpty }
        done = done.filter { $0.key.person != person }
        spent[person] = nil
        wishes.forget(person)
        undertakings.forget(person)
        met.remove(person)
    }
}

extension Undertakings {
    fileprivate func names(_ person: PersonID) -> Bool {
        wins.contains { $0.person == person } || promises.contains { $0.maker == person || $0.to == person }
            || repairs.contains { $0.person == person } || repairEnds.contains { $0.person == person }
            || notices.contains { $0.person == person } || goals.contains { $0.person == person }
            || letters.contains { $0.writer == person || $0.reader == person }
    }

    /// Lets go of what a person undertook, and of letters to them. A repair that they ended stays ended, by nobody.
    mutating func forget(_ person: PersonID) {
        wins.removeAll { $0.person == person }
        let promised = Set(promises.lazy.filter { $0.maker == person }.map(\.id))
        promises.removeAll { $0.maker == person }
        moves.removeAll { promised.contains($0.promise) }
        for index in promises.indices where promises[index].to == person { promises[index].to = nil }
        let begun = Set(repairs.lazy.filter { $0.person == person }.map(\.number))
        repairs.removeAll { $0.person == person }
        repairEnds.removeAll { begun.contains($0.number) || $0.person == person && $0.isOwnOnly }
        for index in repairEnds.indices where repairEnds[index].person == person {
            repairEnds[index].person = .somebody
        }
        notices.removeAll { $0.person == person }
        letters.removeAll { $0.writer == person || $0.reader == person }
        goals.removeAll { $0.person == person }
    }
}

extension PersonID {
    /// Whoever is no longer on record; nobody in a schedule can have this id.
    public static let somebody = PersonID("(somebody)")
}

extension Wish {
    /// Whether it says anything of `person`: it is theirs, or agrees to something with them.
    func names(_ person: PersonID) -> Bool { self.person == person || terms.hasPrefix(Escalation.terms(with: person)) }
}

extension AttemptOutcome {
    /// The outcome without a person's id, where a far end's words hold it.
    public func without(_ person: PersonID) -> AttemptOutcome {
        func text(_ words: String) -> String { words.leavingOut(person.text) }
        return switch self {
        case .delivered(let words): .delivered(text(words))
        case .transient(let words, let after): .transient(text(words), retryAfter: after)
        case .permanent(let words): .permanent(text(words))
        case .uncertain(let words): .uncertain(text(words))
        case .unreachable(let words): .unreachable(text(words))
        }
    }
}

extension String {
    /// The text with `(somebody)` wherever `id` stands as a word of its own.
    fileprivate func leavingOut(_ id: String) -> String {
        guard !id.isEmpty, contains(id) else { return self }
        func isPart(_ character: Character?) -> Bool {
            character.map { $0.isLetter || $0.isNumber || $0 == "-" } ?? false
        }
        var result = ""
        var rest = self[...]
        while let found = rest.firstRange(of: id) {
            let before = rest[..<found.lowerBound]
            let isWord = !isPart(before.last ?? result.last) && !isPart(rest[found.upperBound...].first)
            result += before + (isWord ? PersonID.somebody.text : String(rest[found]))
            rest = rest[found.upperBound...]
        }
        return result + rest
    }
}
