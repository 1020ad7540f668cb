public import CivilTime

extension MemoryLedger {
    public func wishes(of person: PersonID) throws(LedgerError) -> [WishEntry] {
        asked.reversed().filter { $0.wish.person == person }
    }

    @discardableResult
    public func forget(_ person: PersonID) throws(LedgerError) -> Int {
        let own =
            rows.keys.count { $0.person == person } + stretches.count { $0.span.person == person }
            + given.count { $0.person == person } + asked.count { $0.wish.person == person }
        // Where nobody is meant, the id is a word like any other in what far ends said.
        guard own > 0 || state.names(person) || asked.contains(where: { $0.wish.names(person) }) else { return 0 }
        rows = rows.filter { $0.key.person != person }
        for key in rows.keys {
            for index in rows[key]?.attempts.indices ?? 0..<0 {
                let outcome = rows[key]?.attempts[index].outcome
                rows[key]?.attempts[index].outcome = outcome?.without(person)
            }
            for index in rows[key]?.flights.indices ?? 0..<0 where rows[key]?.flights[index].digest?.person == person {
                rows[key]?.flights[index].digest = nil
            }
        }
        stretches.removeAll { $0.span.person == person }
        given.removeAll { $0.person == person }
        asked.removeAll { $0.wish.names(person) }
        state.forget(person)
        opened = rows.values.map(\.number).max() ?? 0
        return own
    }

    public func prune(before time: Timestamp, atMost most: Int) throws(LedgerError) -> Int {
        let old = rows.filter { $0.value.due < time && $0.value.closedAt.map { $0 < time } ?? false && $0.value.flights.isEmpty }
            .sorted { ($0.value.due, $0.value.number) < ($1.value.due, $1.value.number) }.prefix(most)
        for (key, _) in old { rows[key] = nil }
        let before = stretches.count + given.count + asked.count
        let kept = Set(state.ahead.flatMap { name, answers in answers.keys.compactMap { standing(name, $0) } })
        stretches = Self.without(stretches, most) { $0.span.through < time }
        given = Self.without(given, most) { $0.at < time && !kept.contains($0) }
        asked = Self.without(asked, most) { ($0.takenBack ?? $0.wish.until).map { $0 < time } ?? false }
        return old.count + before - stretches.count - given.count - asked.count
    }

    /// The answer ahead that stands for an occurrence: the last that was given.
    private func standing(_ name: OccurrenceName, _ person: PersonID) -> AnswerRecord? {
        given.last { answer in
            guard answer.occurrence == name, answer.person == person, answer.lead == nil else { return false }
            if case .snooze = answer.answer { return false } else { return true }
        }
    }

    /// The rows without the first so many that are old.
    private static func without<Row>(_ rows: [Row], _ most: Int, _ isOld: (Row) -> Bool) -> [Row] {
        var left = most
        return rows.filter { row in
            guard left > 0, isOld(row) else { return true }
            left -= 1
            return false
        }
    }
}
