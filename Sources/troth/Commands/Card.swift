import ArgumentParser
import Control
import Wording

struct Card: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a reassuring card.", discussion: "Nothing is asked, sent or recorded.")

    func run() {
        print(CardWording.cards(CallerLanguage.current).randomElement() ?? "")
    }
}
