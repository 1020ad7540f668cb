public import Planning

/// A deck that comes with Troth, in every language that it speaks.
///
/// The words stand in the program, a file a deck, as one text a language with a prompt on each line: the service needs no
/// files beside it, and pages that nobody draws from are never read from the disk.
public struct BuiltInDeck: Sendable {
    public let name: String
    public let audience: Audience
    /// Touches what hurts, so that each person opts into it for themselves.
    public let isDelicate: Bool
    /// The kinds of ritual that it was written for.
    public let kinds: [Kind]
    private let english: DeckWords
    private let german: DeckWords

    init(
        _ name: String, for audience: Audience, isDelicate: Bool = false, kinds: [Kind], english: DeckWords,
        german: DeckWords
    ) {
        self.name = name
        self.audience = audience
        self.isDelicate = isDelicate
        self.kinds = kinds
        self.english = english
        self.german = german
    }

    public func words(in language: Language) -> DeckWords {
        switch language {
        case .english: english
        case .german: german
        }
    }

    /// What rituals draw from: the prompts of both languages, in pairs.
    public var deck: Deck {
        let pairs = zip(english.lines, german.lines).map { Prompt(english: String($0), german: String($1)) }
        return Deck(name: name, prompts: pairs, isDelicate: isDelicate)
    }
}

/// A built-in deck's words in one language.
public struct DeckWords: Sendable {
    public let title: String
    /// What it is, in a sentence or two.
    public let about: String
    /// A prompt on each line.
    public let prompts: String

    init(title: String, about: String, prompts: String) {
        self.title = title
        self.about = about
        self.prompts = prompts
    }

    public var lines: [Substring] { prompts.split(separator: "\n") }
}
