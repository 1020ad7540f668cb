import ArgumentParser
import Control
import Planning
import Wording

struct Letter: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Write a letter that stays sealed until a day, and comes back on it."),
        discussion: told(
            """
            A letter to yourself or to somebody in the schedule. Until its day nobody is shown it, and the one it is for
            does not hear of it. For letters that are written and never sent, see `letter = "unsent"` of a ritual.
            """),
        subcommands: [Seal.self, List.self, Read.self, Drop.self])

    struct Seal: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: told("Seal a letter, read from a file or standard input."))
        @Argument(help: told("The file that holds it; - is standard input.")) var file = "-"
        @Option(help: told("The day on which it may be opened: 2027-12-24.")) var opens: String
        @Option(help: told("For whom (default: yourself).")) var to: String?
        @OptionGroup var who: Who

        func run() throws {
            let bytes = try WholeFile(file).read(atMost: LetterText.readable)
            let text: String
            do throws(LetterFault) {
                text = try LetterText.read(bytes)
            } catch {
                throw Ending(.usage, LetterWording(CallerLanguage.current).refused(error))
            }
            try who.ask(.sealLetter(text, to: to, opens: opens))
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: told("Show what you wrote, and what you may read by now."))
        @OptionGroup var reader: ReaderOptions
        @OptionGroup var who: Who
        func run() throws { try who.ask(.letters, reader) }
    }

    struct Read: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: told("Show a letter whose day has come."))
        @Argument(help: told("Its number.")) var number: String
        @OptionGroup var who: Who
        func run() throws { try who.ask(.readLetter(number)) }
    }

    struct Drop: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: told("Let a letter go for good."),
            discussion: told("Whoever wrote it can until its day, and from then on the one it is for."))
        @Argument(help: told("Its number.")) var number: String
        @OptionGroup var who: Who
        func run() throws { try who.ask(.dropLetter(number)) }
    }

    struct Who: ParsableArguments {
        @Option(help: told("Who says so.")) var person: String?
        @OptionGroup var places: PlaceOptions
        @OptionGroup var clock: ClockOptions

        func ask(_ verb: Request.Verb, _ reader: ReaderOptions? = nil) throws {
            try Asking(places, clock, reader).ask(verb, person: person)
        }
    }
}
