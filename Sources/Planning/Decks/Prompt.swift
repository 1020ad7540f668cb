/// One question or idea of a deck, the same card whatever language it is read in.
public struct Prompt: Hashable, Sendable {
    /// What the ledger keeps of it. The same text has the same id wherever it stands, so that neither moving a deck to
    /// a file nor changing its other prompts deals the card anew.
    public let id: UInt64
    private let english: String
    private let german: String?

    /// A prompt that is the same in every language, as people write their own.
    public init(_ text: String) {
        id = stableHash(text)
        english = text
        german = nil
    }

    public init(english: String, german: String) {
        id = stableHash(english)
        self.english = english
        self.german = german
    }

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .german: german ?? english
        }
    }
}
