import Planning

/// What the journal calls things: rituals by their ids, except where an id would tell something. What is private, and
/// what has left the schedule, has a name made of its keyed hash, always the same on this machine.
struct JournalNames {
    private let tokens: KeyedHash
    /// Whether a ritual's id may be read by everybody who reads the journal.
    private let isPlain: (RitualID) -> Bool

    init(_ tokens: KeyedHash, isPlain: @escaping (RitualID) -> Bool) {
        self.tokens = tokens
        self.isPlain = isPlain
    }

    func name(_ ritual: RitualID) -> String {
        isPlain(ritual) ? ritual.text : "private-\(tokens.token(for: "ritual \(ritual)").prefix(8))"
    }

    func name(_ key: NudgeKey) -> String { renamed(key).description }

    func name(_ key: DeliveryKey) -> String {
        var key = key
        if case .nudge(let nudge) = key.subject { key.subject = .nudge(renamed(nudge)) }
        return key.description
    }

    private func renamed(_ key: NudgeKey) -> NudgeKey {
        var key = key
        key.occurrence.ritual = RitualID(name(key.ritual))
        return key
    }
}
