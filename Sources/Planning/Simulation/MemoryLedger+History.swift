import CivilTime

extension MemoryLedger {
    public func history(_ query: HistoryQuery) throws(LedgerError) -> [HistoryEntry] {
        let entries = rows.map { key, row in
            let flights = row.flights.filter(\.begun).map {
                HistoryEntry.Attempt(channel: $0.channel, round: $0.round, at: $0.at, outcome: nil)
            }
            return HistoryEntry(
                number: row.number, nudge: key, due: row.due, moment: row.moment, outcome: row.outcome,
                reason: row.reason, closedAt: row.closedAt, attempts: row.attempts + flights,
                answers: given.filter { $0.occurrence == key.occurrence && $0.person == key.person },
                waited: row.waited, gathered: row.gathered, asks: row.asks)
        }
        let found = entries.filter {
            query.takes($0.nudge.ritual, $0.nudge.person, $0.due) && query.takes($0.place)
                && query.takes($0.outcome, wasDelivered: $0.wasDelivered)
                && $0.nudge.occurrence.keyText.hasPrefix(query.occurrence ?? "")
        }
        return Array(found.sorted { $0.place > $1.place }.prefix(max(0, query.limit)))
    }

    public func missed(_ query: HistoryQuery) throws(LedgerError) -> [MissedEntry] {
        let found = stretches.filter {
            query.takes($0.span.ritual, $0.span.person, $0.span.through) && query.takes($0.place)
                && query.takes($0.span.outcome, wasDelivered: false) && !$0.isVoid
        }
        return Array(found.sorted { $0.place > $1.place }.prefix(max(0, query.limit)))
    }

    public func answers(_ query: HistoryQuery) throws(LedgerError) -> [AnswerRecord] {
        let found = given.reversed().filter { query.takes($0.occurrence.ritual, $0.person, $0.at) }
        return Array(found.prefix(max(0, query.limit)))
    }
}

extension HistoryQuery {
    fileprivate func takes(_ ritual: RitualID, _ person: PersonID, _ time: Timestamp) -> Bool {
        (self.ritual.map { $0 == ritual } ?? true) && (self.person.map { $0 == person } ?? true)
            && (since.map { $0 <= time } ?? true) && (until.map { time < $0 } ?? true)
    }

    fileprivate func takes(_ place: HistoryPlace) -> Bool { before.map { place < $0 } ?? true }

    fileprivate func takes(_ outcome: Outcome?, wasDelivered: Bool) -> Bool {
        switch end {
        case nil: true
        case .open: outcome == nil
        case .outcome(.delivered): outcome == .delivered || outcome == nil && wasDelivered
        case .outcome(let wanted): outcome == wanted
        }
    }
}
