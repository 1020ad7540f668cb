public import CivilTime

/// A ledger as somebody sees it from whom some things are kept: what they may not see is not there.
public final class ScreenedLedger: Ledger {
    private let whole: any Ledger
    private let screen: Screen

    public init(_ whole: any Ledger, _ screen: Screen) {
        self.whole = whole
        self.screen = screen
    }

    public func load() throws(LedgerError) -> LedgerState { screen.state(try whole.load()) }

    @discardableResult
    public func commit(_ changes: [LedgerChange], durably: Bool) throws(LedgerError) -> [NudgeKey] {
        try whole.commit(changes, durably: durably)
    }

    public func history(_ query: HistoryQuery) throws(LedgerError) -> [HistoryEntry] {
        try filled(query, { query throws(LedgerError) in try whole.history(query) }) {
            screen.shows($0.nudge.ritual, of: $0.nudge.person)
        }
    }

    public func missed(_ query: HistoryQuery) throws(LedgerError) -> [MissedEntry] {
        try filled(query, { query throws(LedgerError) in try whole.missed(query) }) {
            screen.shows($0.span.ritual, of: $0.span.person)
        }
    }

    public func answers(_ query: HistoryQuery) throws(LedgerError) -> [AnswerRecord] {
        try filled(query, { query throws(LedgerError) in try whole.answers(query) }) {
            screen.shows($0.occurrence.ritual, of: $0.person)
        }
    }

    public func wishes(of person: PersonID) throws(LedgerError) -> [WishEntry] { try whole.wishes(of: person) }

    @discardableResult
    public func forget(_ person: PersonID) throws(LedgerError) -> Int { try whole.forget(person) }

    public func prune(before time: Timestamp, atMost most: Int) throws(LedgerError) -> Int {
        try whole.prune(before: time, atMost: most)
    }

    public func secret() throws(LedgerError) -> [UInt8] { try whole.secret() }

    /// As many rows as were asked for, of those that are left: what is not there takes nothing's place.
    private func filled<Row>(
        _ query: HistoryQuery, _ read: (HistoryQuery) throws(LedgerError) -> [Row], _ isShown: (Row) -> Bool
    ) throws(LedgerError) -> [Row] {
        var wider = query
        while true {
            let rows = try read(wider)
            let shown = rows.filter(isShown)
            if shown.count >= query.limit || rows.count < wider.limit { return Array(shown.prefix(query.limit)) }
            wider.limit *= 4
        }
    }
}
