import ArgumentParser
import Control
import Decks
import Planning
import ScheduleFile
import Wording

struct ListDecks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decks", abstract: told("List the decks that rituals can draw from, or print one to change it."),
        discussion: told(
            """
            A printed deck is a text file: `troth decks small-gestures > ours.txt`, then change it, and name it in the
            schedule as [deck.ours] with file = "ours.txt".
            """))

    @Argument(help: told("The deck to print; without one, all are listed.")) var name: String?
    @Option(help: told("In this language: en or de (default: yours).")) var language: String?

    func run() throws {
        for line in try DeckListing(language: try chosen()).lines(name) { print(line) }
    }

    private func chosen() throws -> Language {
        guard let language else { return CallerLanguage.current }
        guard let chosen = Language(rawValue: language) else {
            throw Ending(.usage, ["error: --language is en or de"])
        }
        return chosen
    }
}

/// What `troth decks` prints.
struct DeckListing {
    let language: Language

    func lines(_ name: String?) throws -> [String] {
        guard let name else { return list }
        guard let deck = Library.deck(name) else {
            let near = nearest(to: name, among: Library.decks.map(\.name))
            throw Ending(.noInput, DeckWording.unknown(name, near: near, in: language))
        }
        return [DeckWording.file(deck, in: language)]
    }

    private var list: [String] {
        [DeckWording.decksHeading(language)] + Library.decks.map { "  " + DeckWording.line($0, in: language) }
            + ["", DeckWording.agendasHeading(language)]
            + Agenda.all.map { "  " + DeckWording.line($0, in: language) }
    }
}
