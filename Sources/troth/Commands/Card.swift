import ArgumentParser
import Control
import Wording

struct Card: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Show a reassuring card."), discussion: told("Nothing is asked, sent or recorded."))

    func run() {
        print(CardWording.cards(CallerLanguage.current).randomElement() ?? "")
    }
}
