public import CivilTime

/// What somebody asked for themselves: to be left alone, or something that is done only with their agreement.
///
/// It is theirs: nobody else sees it, and no edit of the schedule takes it back.
public struct Wish: Hashable, Sendable {
    /// The raw value is what the ledger keeps.
    public enum Kind: String, CaseIterable, Sendable {
        /// No more of it, until it is started again.
        case stop
        /// Nothing for a while.
        case pause
        /// Nothing on some dates, nor about them.
        case mute
        /// Go on with what needs this person's agreement.
        case agree
        /// Nothing more of anything, and no record of it once the schedule leaves the person out.
        case forget
    }

    public enum Subject: Hashable, Sendable {
        case everything
        case ritual(RitualID)
        case deck(String)
    }

    public var person: PersonID
    public var kind: Kind
    public var subject: Subject
    /// What exactly was agreed to, where that could change; else empty.
    public var terms: String
    /// Inclusive.
    public var from: Timestamp
    /// Exclusive; nil is until it is taken back.
    public var until: Timestamp?

    public init(
        _ kind: Kind, _ subject: Subject, by person: PersonID, terms: String = "", from: Timestamp,
        until: Timestamp? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.person = person
        self.terms = terms
        self.from = from
        self.until = until
    }

    public func covers(_ instant: Timestamp) -> Bool { from <= instant && until.map { instant < $0 } ?? true }

    func renamed(_ from: RitualID, _ to: RitualID) -> Wish {
        guard subject == .ritual(from) else { return self }
        var wish = self
        wish.subject = .ritual(to)
        return wish
    }
}

extension Wish.Subject {
    /// The text by which a ledger keeps it: `everything`, `ritual weekly`, `deck ours`.
    public var keyText: String {
        switch self {
        case .everything: "everything"
        case .ritual(let id): "ritual \(id)"
        case .deck(let name): "deck \(name)"
        }
    }

    /// The subject that ``keyText`` wrote; nil for any other text.
    public init?(keyText: String) {
        let parts = keyText.split(separator: " ", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("everything", 1): self = .everything
        case ("ritual", 2): self = .ritual(RitualID(parts[1]))
        case ("deck", 2): self = .deck(parts[1])
        default: return nil
        }
    }
}
