import CivilTime

/// What one person's answer to an open nudge does, for that person and for the others.
extension Planner {
    /// Done, said about `record` by its person.
    func acknowledging(_ record: NudgeRecord, _ ritual: Ritual, at now: Timestamp) -> [LedgerChange] {
        let (name, person) = (record.key.occurrence, record.key.person)
        func answered(_ lead: Lead?) -> LedgerChange {
            .answered(AnswerRecord(occurrence: name, person: person, lead: lead, answer: .done, at: now))
        }
        let own = LedgerChange.closed(record.key, .acknowledged, .done, at: now)
        // What is said about a nudge ahead says nothing about the occurrence.
        guard ritual.isDecisive(record.key.lead), ritual.people.count > 1 else {
            return [answered(record.key.lead), own]
        }
        switch ritual.answering {
        case .each: return [answered(record.key.lead), own]
        case .any:
            // An answer to the whole, so that it also holds for those whose nudge is still to come.
            return [answered(nil), own] + closingForOthers(name, ritual, except: person, by: .done, at: now)
        case .all:
            let isComplete = isAnsweredByAll(name, ritual, except: person)
            return [answered(record.key.lead)]
                + (isComplete ? [own] + closingOnceComplete(name, ritual, except: person, at: now) : [])
        }
    }

    /// Skip, said about the occurrence of `record` by its person.
    func skipping(_ record: NudgeRecord, _ ritual: Ritual, at now: Timestamp) -> [LedgerChange] {
        let (name, person) = (record.key.occurrence, record.key.person)
        let answer = AnswerRecord(occurrence: name, person: person, answer: .skip, at: now)
        let own = open(of: name) { $0 == person }.map { LedgerChange.closed($0, .skipped, .skippedByPerson, at: now) }
        let others =
            switch ritual.answering {
            case .any: closingForOthers(name, ritual, except: person, by: .skip, at: now)
            case .all: closingOnceComplete(name, ritual, except: person, at: now)
            case .each: [LedgerChange]()
            }
        return [.answered(answer)] + own + others
    }

    /// Ends what the others have open of an occurrence that one person answered for all.
    func closingForOthers(
        _ name: OccurrenceName, _ ritual: Ritual, except person: PersonID, by answer: AnswerRecord.Answer,
        at now: Timestamp
    ) -> [LedgerChange] {
        open(of: name) { $0 != person }.map { key in
            answer == .done
                ? .closed(key, .acknowledged, .doneByAnother, at: now)
                : .closed(key, .skipped, .skippedByAnother, at: now)
        }
    }

    /// Ends what stayed open for `person`'s answer, where that was the last.
    func closingOnceComplete(
        _ name: OccurrenceName, _ ritual: Ritual, except person: PersonID, at now: Timestamp
    ) -> [LedgerChange] {
        guard isAnsweredByAll(name, ritual, except: person) else { return [] }
        return open(of: name) { $0 != person }.filter { state.open[$0]?.answered != nil }
            .map { .closed($0, .acknowledged, .done, at: now) }
    }

    /// Whether everybody but `person` whom this record serves has answered an occurrence, or is not asked any more.
    private func isAnsweredByAll(_ name: OccurrenceName, _ ritual: Ritual, except person: PersonID) -> Bool {
        ritual.people.filter { $0 != person && schedule.isServed($0) }.allSatisfy { other in
            if state.ahead[name]?[other] != nil { return true }
            guard let lead = ritual.leads.last else { return true }
            let key = NudgeKey(occurrence: name, lead: lead, person: other)
            return state.closed[key] != nil || state.open[key]?.answered != nil
        }
    }

    private func open(of name: OccurrenceName, _ isMeant: (PersonID) -> Bool) -> [NudgeKey] {
        state.open.keys.filter { $0.occurrence == name && isMeant($0.person) }
            .sorted { $0.description < $1.description }
    }
}
