import Decks
import Planning
import Testing
import Wording

/// The decks that come with Troth: whole in both languages, no two prompts alike, and kind.
@Suite struct LibraryTests {
    static let names = Library.decks.map(\.name)

    @Test func namesAreIdentifiersAndUnique() {
        #expect(Set(Self.names).count == Self.names.count)
        #expect(Self.names.count >= 12)
        for name in Self.names {
            #expect(name.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }, "\(name)")
            #expect(Library.deck(name)?.name == name)
        }
        #expect(Library.deck("no-such-deck") == nil)
    }

    @Test(arguments: names) func aDeckIsWholeInBothLanguages(_ name: String) throws {
        let deck = try #require(Library.deck(name))
        let (english, german) = (deck.words(in: .english), deck.words(in: .german))
        #expect((18...24).contains(english.lines.count))
        #expect(english.lines.count == german.lines.count)
        #expect(!deck.kinds.isEmpty)
        #expect(english.title != german.title && english.about != german.about)
        for text in [english, german].flatMap({ [$0.title, $0.about] + $0.lines.map(String.init) }) {
            #expect(text == text.trimmingSpaces, "\(text)")
            #expect(text.count <= 120, "\(text)")
        }
        let dealt = deck.deck
        #expect(dealt.name == name && dealt.isDelicate == deck.isDelicate && dealt.giver == nil)
        #expect(dealt.prompts.map { $0.text(in: .english) } == english.lines.map(String.init))
        #expect(dealt.prompts.map { $0.text(in: .german) } == german.lines.map(String.init))
    }

    /// What is left of a prompt when the small words are gone is its own.
    @Test(arguments: [Language.english, .german]) func noTwoPromptsAreAlike(_ language: Language) {
        let all = Library.decks.flatMap { deck in
            deck.words(in: language).lines.map {
                (deck: deck.name, text: String($0), words: StopWords.left(of: $0, language))
            }
        }
        #expect(all.count > 600)
        for (place, one) in all.enumerated() {
            #expect(!one.words.isEmpty, "\(one.deck): \(one.text)")
            for other in all[..<place] {
                let shared = one.words.intersection(other.words).count
                let together = one.words.union(other.words).count
                #expect(
                    shared * 5 < together * 3,
                    "\(one.deck): \(one.text)\n\(other.deck): \(other.text)")
            }
        }
    }

    @Test func likenessIsSeen() {
        let one = StopWords.left(of: "What are you thankful for today?", .english)
        #expect(one == StopWords.left(of: "Today, what is it that you are thankful for?", .english))
        #expect(one != StopWords.left(of: "What are you proud of today?", .english))
    }

    /// No blame, no score, no diagnosis, nothing shouted, nobody's pronoun, and nothing that asks for what is
    /// somebody's own.
    @Test(arguments: names) func aDeckIsKind(_ name: String) throws {
        let deck = try #require(Library.deck(name))
        let unkind = [
            "!", "password", "passwort", "phone", "telefon", "handy", "whereabouts", "location", "standort", "track",
            "spy", "score", "punkte", "streak", "overdue", "überfällig", "diagnos", "disorder", "störung", "syndrom",
            "narciss", "narziss", "toxic", "toxisch", "your fault", "deine schuld", "you failed", "versagt",
            "do not be late", "husband", "wife", "ehemann", "ehefrau",
        ]
        for language in Language.allCases {
            let words = deck.words(in: language)
            for text in [words.title, words.about] + words.lines.map(String.init) {
                for word in unkind { #expect(!text.lowercased().contains(word), "\(name): \(text)") }
                let parts = text.lowercased().split { !$0.isLetter }
                if language == .english {
                    for pronoun in ["he", "she", "him", "her", "his", "hers"] {
                        #expect(!parts.contains { $0 == pronoun }, "\(name): \(text)")
                    }
                } else {
                    #expect(!text.contains("Sie ") || text.hasPrefix("Sie "), "\(name): \(text)")
                    for formal in ["ihnen", "ihrerseits"] {
                        #expect(!parts.contains { $0 == formal }, "\(name): \(text)")
                    }
                }
            }
        }
    }

    @Test func whatTouchesWhatHurtsIsDelicate() {
        let delicate = Set(Library.decks.filter(\.isDelicate).map(\.name))
        #expect(delicate == ["appreciation-after-hurt", "forgiveness", "benefit-of-the-doubt"])
    }

    /// Each audience has a deck, and only what was written for them goes to children.
    @Test func everyAudienceIsServed() {
        for audience in Audience.allCases {
            #expect(Library.decks.contains { $0.audience == audience }, "\(audience)")
        }
        for deck in Library.decks where deck.audience.includesChildren { #expect(!deck.isDelicate, "\(deck.name)") }
        #expect(!Audience.couple.includesChildren && !Audience.onePerson.includesChildren)
    }

    /// An agenda is decks that are there, each once, and none that has to be opted into.
    @Test func agendasAreMadeOfDecks() throws {
        #expect(Set(Agenda.names).count == Agenda.names.count)
        for agenda in Agenda.all {
            #expect(agenda.decks.count >= 2 && Set(agenda.decks).count == agenda.decks.count, "\(agenda.name)")
            for name in agenda.decks {
                let deck = try #require(Library.deck(name), "\(agenda.name): \(name)")
                #expect(
                    !deck.isDelicate && deck.kinds.contains(.checkIn) || name == "with-a-child"
                        || deck.kinds.contains(.appreciation), "\(agenda.name): \(name)")
            }
        }
        #expect(Library.agenda("check-in")?.decks.first == "check-in-feelings")
        #expect(Library.agenda("nothing") == nil)
    }

    /// What is printed is what is drawn: a person can copy it, change it and name it.
    @Test(arguments: names) func aPrintedDeckReadsBack(_ name: String) throws {
        let deck = try #require(Library.deck(name))
        for language in Language.allCases {
            let printed = DeckWording.file(deck, in: language)
            let read = try DeckText(parsing: Array(printed.utf8))
            #expect(read.prompts == deck.words(in: language).lines.map(String.init))
            #expect(DeckWording.line(deck, in: language).hasPrefix("\(name)  "))
        }
        // A printed English deck goes on where the built-in one was.
        let read = try DeckText(parsing: Array(DeckWording.file(deck, in: .english).utf8))
        #expect(read.prompts.map { Prompt($0).id } == deck.deck.prompts.map(\.id))
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
