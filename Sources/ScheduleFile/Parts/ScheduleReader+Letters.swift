import Planning
import TOML
import Wording

extension ScheduleReader {
    /// What `letter` says: a letter to give, or one that is not sent.
    func letter(_ table: TableReader) -> LetterForm? {
        guard let form = table.choice("letter", ["love", "unsent"]) else { return nil }
        // A letter is between those whom it is for, so that nobody is in it by not being named.
        if table.lacks("people") { findings.report(.letterNeedsPeople, at: table.spot("letter")) }
        if form == "unsent", table.has("shared") {
            findings.report(.keysExclude("letter", "shared"), at: table.spot("shared"), first: table.spot("letter"))
        }
        return form == "love" ? .love : .unsent
    }

    /// What a letter draws from: what it says itself, else the deck that comes with Troth for letters of its form.
    func lettered(_ letter: LetterForm, _ table: TableReader, _ people: [Person]) -> [Deck] {
        guard !["deck", "agenda", "prompts"].contains(where: table.has) else { return decks(table, people) }
        let name = letter == .love ? "love-letters" : "unsent-letters"
        return builtIn(name).map { isFit($0, for: people, at: table.spot("letter")) ? [$0] : [] } ?? []
    }
}
