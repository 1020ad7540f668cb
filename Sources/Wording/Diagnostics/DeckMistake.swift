public import Decks

/// What can be wrong with decks and with who draws from them.
public enum DeckMistake: Sendable, Hashable {
    case unknownDeck(String, near: String?, known: [String])
    case unknownAgenda(String, near: String?, known: [String])
    /// A deck of one's own has the name of one that comes with Troth.
    case builtInName(String)
    case nothingInIt(String)
    case badFile(DeckTextError)
    /// A deck that was not written for children, and a child that would get it.
    case notForChild(deck: String, person: String)
    case jarInAgenda(String)
    case jarNeedsPeople(String)
    /// Whoever fills a jar is among those who draw from it.
    case giverDraws(String)
}

extension DeckMistake {
    var english: String {
        switch self {
        case .unknownDeck(let name, _, _): "no deck is named `\(name)`"
        case .unknownAgenda(let name, _, _): "no agenda is named `\(name)`"
        case .builtInName(let name): "`\(name)` is a deck that comes with Troth"
        case .nothingInIt(let name): "the deck `\(name)` has no prompts"
        case .badFile(let error): "in this file, \(error.reason.english)"
        case .notForChild(let deck, let person): "`\(deck)` was not written for children, and `\(person)` is a child"
        case .jarInAgenda(let name): "`\(name)` is a jar, and a jar is not part of an agenda"
        case .jarNeedsPeople: "a jar needs `people`: those who draw from it"
        case .giverDraws(let person): "`\(person)` fills this jar, and knows what is in it"
        }
    }

    var englishHint: String? {
        switch self {
        case .unknownDeck(_, let near?, _), .unknownAgenda(_, let near?, _): "did you mean `\(near)`?"
        case .unknownDeck(_, nil, let own):
            own.isEmpty
                ? "`troth decks` lists those that come with it; your own is `[deck.ID]`"
                : "there is \(choiceList(own, "and")), and what `troth decks` lists"
        case .unknownAgenda(_, nil, let known): "there is \(choiceList(known, "and")); or write a list of decks"
        case .builtInName(let name): "give your own another name, such as `\(ownName(name))`"
        case .nothingInIt: "add `prompts = [\"…\"]`, or a `file` with a prompt on each line"
        case .badFile: "the file is plain text in UTF-8, with a prompt on each line"
        case .notForChild: "`troth decks` says for whom each was written"
        case .jarInAgenda: "give it a ritual of its own"
        case .jarNeedsPeople(let giver): "add `people = [\"…\"]`, without `\(giver)`"
        case .giverDraws: "take them out of `people`"
        }
    }

    var german: String {
        switch self {
        case .unknownDeck(let name, _, _): "kein Kartensatz heißt `\(name)`"
        case .unknownAgenda(let name, _, _): "kein Ablauf heißt `\(name)`"
        case .builtInName(let name): "`\(name)` ist ein Kartensatz, den Troth mitbringt"
        case .nothingInIt(let name): "im Kartensatz `\(name)` steht nichts"
        case .badFile(let error): "in dieser Datei \(error.reason.german)"
        case .notForChild(let deck, let person):
            "`\(deck)` ist nicht für Kinder geschrieben, und `\(person)` ist ein Kind"
        case .jarInAgenda(let name): "`\(name)` ist ein Glas, und ein Glas gehört in keinen Ablauf"
        case .jarNeedsPeople: "ein Glas braucht `people`: wer daraus zieht"
        case .giverDraws(let person): "`\(person)` füllt dieses Glas und weiß, was darin ist"
        }
    }

    var germanHint: String? {
        switch self {
        case .unknownDeck(_, let near?, _), .unknownAgenda(_, let near?, _): "meintest du `\(near)`?"
        case .unknownDeck(_, nil, let own):
            own.isEmpty
                ? "`troth decks` zählt die mitgebrachten auf; ein eigener ist `[deck.KENNUNG]`"
                : "es gibt \(choiceList(own, "und")), und was `troth decks` aufzählt"
        case .unknownAgenda(_, nil, let known):
            "es gibt \(choiceList(known, "und")); oder schreib eine Liste von Kartensätzen"
        case .builtInName(let name): "gib deinem einen anderen Namen, etwa `\(ownName(name))`"
        case .nothingInIt: "schreib `prompts = [\"…\"]` dazu, oder eine `file` mit einer Karte je Zeile"
        case .badFile: "die Datei ist reiner Text in UTF-8, eine Karte je Zeile"
        case .notForChild: "`troth decks` sagt, für wen ein Kartensatz gedacht ist"
        case .jarInAgenda: "gib ihm ein eigenes Ritual"
        case .jarNeedsPeople(let giver): "schreib `people = [\"…\"]` dazu, ohne `\(giver)`"
        case .giverDraws: "nimm die Person aus `people`"
        }
    }

    private func ownName(_ name: String) -> String { "our-\(name)" }
}

extension DeckTextError.Reason {
    fileprivate var english: String {
        switch self {
        case .notUTF8: "this line is not UTF-8"
        case .controlCharacter(let number): "there is a control character (\(unicodeName(number)))"
        case .tooLong(let limit): "this line is longer than \(limit) characters"
        case .twice(let line): "this line stands there already, as line \(line)"
        }
    }

    fileprivate var german: String {
        switch self {
        case .notUTF8: "ist diese Zeile kein UTF-8"
        case .controlCharacter(let number): "steht ein Steuerzeichen (\(unicodeName(number)))"
        case .tooLong(let limit): "ist diese Zeile länger als \(limit) Zeichen"
        case .twice(let line): "steht diese Zeile schon da, als Zeile \(line)"
        }
    }
}
