public import Decks
public import Planning

/// How decks are listed and printed.
public enum DeckWording {
    /// One line for a list: the name, then what it is and for whom.
    public static func line(_ deck: BuiltInDeck, in language: Language) -> String {
        let words = words(language)
        let notes = [words.audience(deck.audience)] + (deck.isDelicate ? [words.delicate] : [])
        return "\(deck.name)  \(deck.words(in: language).title) (\(notes.joined(separator: ", ")))"
    }

    /// The deck as a text file that a person can change and name in a schedule.
    public static func file(_ deck: BuiltInDeck, in language: Language) -> String {
        let words = words(language)
        let own = deck.words(in: language)
        let notes = [words.audience(deck.audience)] + (deck.isDelicate ? [words.optIn] : [])
        let head = [own.title, own.about, notes.joined(separator: ", "), words.format]
        return (head.map { "# \($0)" } + [""] + own.lines.map(String.init)).joined(separator: "\n")
    }

    /// One line for an agenda: its name and its decks, in their order.
    public static func line(_ agenda: Agenda, in language: Language) -> String {
        "\(agenda.name)  \(agenda.decks.joined(separator: ", "))"
    }

    public static func decksHeading(_ language: Language) -> String { words(language).decksHeading }
    public static func agendasHeading(_ language: Language) -> String { words(language).agendasHeading }

    /// `error:` and `hint:` where there is no such deck.
    public static func unknown(_ name: String, near: String?, in language: Language) -> [String] {
        let mistake = DeckMistake.unknownDeck(name, near: near, known: [])
        let marks = DiagnosticWords(language)
        let (message, hint) =
            language == .german ? (mistake.german, mistake.germanHint) : (mistake.english, mistake.englishHint)
        return ["\(marks.error): \(message)"] + (hint.map { ["\(marks.hint): \($0)"] } ?? [])
    }

    static func words(_ language: Language) -> any DeckVocabulary {
        switch language {
        case .english: EnglishDeckVocabulary()
        case .german: GermanDeckVocabulary()
        }
    }
}

/// What is said about decks in one language.
protocol DeckVocabulary: Sendable {
    func audience(_ audience: Audience) -> String
    var delicate: String { get }
    var optIn: String { get }
    var format: String { get }
    var decksHeading: String { get }
    var agendasHeading: String { get }
}

struct EnglishDeckVocabulary: DeckVocabulary {
    func audience(_ audience: Audience) -> String {
        switch audience {
        case .couple: "for couples"
        case .parentAndChild: "for a grown-up and a child"
        case .friends: "for friends"
        case .onePerson: "for one person alone"
        case .anyone: "for anyone"
        }
    }
    var delicate: String { "delicate" }
    var optIn: String { "delicate: each person opts into it for themselves" }
    var format: String { "A prompt on each line; lines that begin with # are left out." }
    var decksHeading: String { "decks, for `deck = \"…\"`" }
    var agendasHeading: String { "agendas, for `agenda = \"…\"`: a prompt from each, in this order" }
}

struct GermanDeckVocabulary: DeckVocabulary {
    func audience(_ audience: Audience) -> String {
        switch audience {
        case .couple: "für Paare"
        case .parentAndChild: "für einen Erwachsenen und ein Kind"
        case .friends: "für Freundschaften"
        case .onePerson: "für eine Person allein"
        case .anyone: "für alle"
        }
    }
    var delicate: String { "behutsam" }
    var optIn: String { "behutsam: dafür entscheidet sich jede Person selbst" }
    var format: String { "Eine Karte je Zeile; Zeilen, die mit # beginnen, zählen nicht." }
    var decksHeading: String { "Kartensätze, für `deck = \"…\"`" }
    var agendasHeading: String { "Abläufe, für `agenda = \"…\"`: aus jedem eine Karte, in dieser Reihenfolge" }
}
