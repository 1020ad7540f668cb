import CivilTime

/// A ledger that lives as long as its process: for simulations, and as the plainest statement of what a ledger does.
public final class MemoryLedger: Ledger {
    public internal(set) var state: LedgerState
    private let ownSecret: [UInt8]
    var rows: [NudgeKey: Row] = [:]
    var stretches: [MissedEntry] = []
    var given: [AnswerRecord] = []
    var asked: [WishEntry] = []
    var opened: Int64 = 0

    /// - Parameters:
    ///   - state: Where the ledger starts, such as a copy of another's.
    ///   - secret: The key of its hashes.
    public init(_ state: LedgerState = LedgerState(), secret: [UInt8] = [UInt8](repeating: 0, count: 32)) {
        self.state = state
        ownSecret = secret
        for record in state.open.values { keep(record) }
        for (key, due) in state.closed {
            opened += 1
            var row = Row(number: opened, due: due, moment: due)
            row.outcome = .expired
            rows[key] = row
        }
    }

    /// What the record knows of one nudge beside its state.
    struct Row {
        var number: Int64
        var due: Timestamp
        var moment: Timestamp
        var outcome: Outcome?
        var reason: Reason?
        var closedAt: Timestamp?
        var attempts: [HistoryEntry.Attempt] = []
        var flights: [Flight] = []
        var waited: HistoryEntry.Wait?
        var gathered: Timestamp?
        var asks: [Timestamp] = []

        func flight(_ channel: ChannelID, _ round: Int) -> Int? {
            flights.firstIndex { $0.channel == channel && $0.round == round }
        }

        mutating func end(_ channel: ChannelID, _ round: Int) {
            flights.removeAll { $0.channel == channel && $0.round == round }
        }
    }

    /// A claim that no outcome has ended; it outlives its nudge's end and its round.
    struct Flight {
        var channel: ChannelID
        var round: Int
        var digest: DigestKey?
        var at: Timestamp
        var begun: Bool
    }

    public func load() throws(LedgerError) -> LedgerState { state }

    public func secret() throws(LedgerError) -> [UInt8] { ownSecret }

    @discardableResult
    public func commit(_ changes: [LedgerChange], durably: Bool) throws(LedgerError) -> [NudgeKey] {
        var refused: [NudgeKey] = []
        for change in changes { take(change, &refused) }
        return refused
    }

    private func take(_ change: LedgerChange, _ refused: inout [NudgeKey]) {
        switch change {
        case .opened(let record):
            if let row = rows[record.key] {
                refused.append(record.key)
                if row.outcome != nil { state.closed[record.key] = row.due }
                return
            }
            keep(record)
        case .closed(let key, let outcome, let reason, let at):
            if state.open[key] != nil {
                rows[key]?.outcome = outcome
                rows[key]?.reason = reason
                rows[key]?.closedAt = at
            }
        case .begun(let delivery):
            for (key, round) in targets(delivery) {
                guard let index = rows[key]?.flight(delivery.channel, round) else { continue }
                rows[key]?.flights[index].begun = true
            }
        case .released(let delivery):
            for (key, round) in targets(delivery) { rows[key]?.end(delivery.channel, round) }
        case .attempted(let delivery, let outcome, let at):
            for (key, round) in targets(delivery) {
                rows[key]?.end(delivery.channel, round)
                rows[key]?.attempts.append(
                    HistoryEntry.Attempt(
                        channel: delivery.channel, round: round, at: at, outcome: outcome.recorded))
            }
        case .missed(let span, let at):
            stretches.append(MissedEntry(number: (stretches.last?.number ?? 0) + 1, span: span, at: at))
        case .answered(let answer):
            given.append(answer)
        case .rewound(let now):
            for index in stretches.indices where stretches[index].span.through > now {
                stretches[index].voidBeyond = min(stretches[index].voidBeyond ?? now, now)
            }
            for index in asked.indices where asked[index].wish.kind != .mute && isInForce(asked[index]) {
                asked[index].wish.from = min(asked[index].wish.from, now)
            }
        case .renamed(let from, let to):
            rename(from, to, &refused)
            return
        case .askedAgain(let key, let at, _, _):
            if state.open[key] != nil { rows[key]?.asks.append(at) }
        case .wished(let wish, let at):
            if !state.wishes.of(wish.person).contains(wish) { asked.append(WishEntry(wish, at: at)) }
        case .unwished(let wish, let at):
            for index in asked.indices where asked[index].wish == wish && isInForce(asked[index]) {
                asked[index].takenBack = at
            }
        case .marked, .unmarked, .drawn, .seen, .held, .snoozed, .advanced, .claimed, .undertaken, .met:
            break
        }
        state.apply(change)
        if case .claimed(let delivery, let members, let at, _) = change { fly(delivery, members, at) }
    }

    /// Whether the planner still knows of a wish.
    private func isInForce(_ entry: WishEntry) -> Bool {
        entry.takenBack == nil && state.wishes.of(entry.wish.person).contains(entry.wish)
    }

    private func keep(_ record: NudgeRecord) {
        opened += 1
        var row = Row(number: opened, due: record.due, moment: record.moment)
        row.waited = record.waited.map { HistoryEntry.Wait($0, until: record.notBefore) }
        row.attempts = record.attempts.map {
            HistoryEntry.Attempt(
                channel: $0.channel, round: record.round, at: $0.at, outcome: $0.outcome.recorded)
        }
        row.flights = record.claims.map {
            Flight(
                channel: $0.channel, round: record.round, digest: record.digest, at: $0.at, begun: $0.begun)
        }
        rows[record.key] = row
    }

    private func fly(_ delivery: DeliveryKey, _ members: [NudgeKey], _ at: Timestamp) {
        for key in Set(members) {
            guard let record = state.open[key] else { continue }
            var digest: DigestKey?
            switch delivery.subject {
            case .nudge: if record.round != delivery.round { continue }
            case .digest(let key): digest = key
            }
            if let gathered = digest?.gathered, rows[key]?.gathered.map({ $0 < gathered }) ?? true {
                rows[key]?.gathered = gathered
            }
            rows[key]?.end(delivery.channel, record.round)
            rows[key]?.flights.append(
                Flight(channel: delivery.channel, round: record.round, digest: digest, at: at, begun: false))
        }
    }

    /// The nudges that a delivery is about, with the round in which it carries them.
    private func targets(_ delivery: DeliveryKey) -> [(NudgeKey, Int)] {
        switch delivery.subject {
        case .nudge(let key):
            if state.open[key]?.round == delivery.round { return [(key, delivery.round)] }
            return rows[key]?.flight(delivery.channel, delivery.round) == nil ? [] : [(key, delivery.round)]
        case .digest(let digest):
            var targets = state.members(of: delivery.subject).compactMap { key in
                state.open[key].map { (key, $0.round) }
            }
            for (key, row) in rows {
                let stale = row.flights.filter {
                    $0.digest == digest && $0.channel == delivery.channel && state.open[key]?.round != $0.round
                }
                targets += stale.map { (key, $0.round) }
            }
            return targets
        }
    }

    private func rename(_ from: RitualID, _ to: RitualID, _ refused: inout [NudgeKey]) {
        guard from != to else { return }
        let old = rows.filter { $0.key.ritual == from }
        let taken = Set(old.keys.filter { rows[$0.renamed(to)] != nil })
        state.rename(from, to, except: taken)
        for (key, row) in old where !taken.contains(key) {
            rows[key] = nil
            rows[key.renamed(to)] = row
        }
        refused += taken.sorted { (rows[$0]?.number ?? 0) < (rows[$1]?.number ?? 0) }
        for index in given.indices where given[index].occurrence.ritual == from {
            given[index].occurrence = given[index].occurrence.renamed(to)
        }
        for index in asked.indices { asked[index].wish = asked[index].wish.renamed(from, to) }
        for index in stretches.indices where stretches[index].span.ritual == from {
            stretches[index].span.ritual = to
        }
    }
}
