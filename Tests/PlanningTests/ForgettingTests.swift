import CivilTime
import Planning
import Recurrence
import Testing

/// Who is taken out of others' rows, and that nothing else of them changes.
@Suite("Forgetting") struct ForgettingTests {
    static let words: [(said: String, id: String, left: String)] = [
        ("250 sam is at home", "sam", "250 (somebody) is at home"),
        ("samuel is at home, not sam-2", "sam", "samuel is at home, not sam-2"),
        ("sam, sam", "sam", "(somebody), (somebody)"),
        ("nobody is named", "", "nobody is named"),
        ("", "", ""),
    ]

    @Test(arguments: words) func anIdStandsAsAWordOfItsOwn(said: String, id: String, left: String) {
        #expect(AttemptOutcome.permanent(said).without(PersonID(id)) == .permanent(left))
    }

    /// A ledger with one nudge of Sam's, open or closed, about which a far end said something.
    private func ledger(said words: String, isOpen: Bool) throws -> MemoryLedger {
        let ledger = MemoryLedger()
        let at = Household.utc("2026-11-22T08:30:00Z")
        let name = OccurrenceName(ritual: RitualID("morning"), key: .wall(CivilDateTime(seconds: at.seconds)))
        let key = NudgeKey(occurrence: name, lead: .moment, person: Household.sam.id)
        let delivery = DeliveryKey(subject: .nudge(key), channel: ChannelID("desktop"), round: 0)
        try ledger.commit(
            [
                .opened(NudgeRecord(key: key, due: at, moment: at, closes: at, notBefore: at)),
                .claimed(delivery, members: [key], at: at, lease: at), .begun(delivery),
                .attempted(delivery, .permanent(words), at: at),
            ], durably: true)
        if !isOpen { try ledger.commit([.closed(key, .failed, .everyChannelFailed, at: at)], durably: true) }
        return ledger
    }

    @Test(arguments: [true, false]) func aWordThatIsNobodysStays(isOpen: Bool) throws {
        let ledger = try ledger(said: "the command exited with 1", isOpen: isOpen)
        let (before, rows) = (ledger.state, try ledger.history(HistoryQuery()))
        #expect(try ledger.forget(PersonID("the")) == 0)
        #expect(ledger.state == before)
        #expect(try ledger.history(HistoryQuery()) == rows)
        #expect(rows.first?.attempts.first?.outcome == .permanent("the command exited with 1"))
    }

    /// One thing that makes somebody known is enough.
    static let known: [LedgerChange] = [
        .met(alex, at: at),
        .wished(Wish(.agree, .ritual(RitualID("morning")), by: Household.sam.id, terms: "alex, 1 day", from: at), at: at),
        .undertaken(
            .promised(
                MadePromise(
                    id: RitualID("promise-1"), maker: Household.sam.id, to: alex, text: "Tea",
                    time: CivilDateTime(seconds: at.seconds), lead: nil, isShared: false, at: at))),
    ]
    private static let alex = PersonID("alex")
    private static let at = Household.utc("2026-11-22T08:30:00Z")

    @Test(arguments: known) func whoeverIsKnownIsTakenOutOfWordsToo(change: LedgerChange) throws {
        let ledger = try ledger(said: "alex is not here", isOpen: false)
        try ledger.commit([change], durably: true)
        try ledger.forget(Self.alex)
        #expect(try ledger.history(HistoryQuery()).first?.attempts.first?.outcome == .permanent("(somebody) is not here"))
    }
}
