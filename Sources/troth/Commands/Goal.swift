import ArgumentParser
import Control

struct GoalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "goal",
        abstract: told("Set a small goal for next time, at a check-in or after it."),
        discussion: told(
            """
            `troth goal "Cook together on Tuesday"` sets one. It comes back with the next time, once, to look at
            together; those who sit down together see it together. Nothing counts what was reached.
            """),
        subcommands: [Set.self, List.self, Reached.self, Drop.self], defaultSubcommand: Set.self)

    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: told("Set one; `troth goal TEXT` does the same."))
        @Argument(help: told("What you set out to do, in a line.")) var text: String
        @Option(name: .customLong("for"), help: told("At which ritual (default: your only check-in).")) var ritual:
            String?
        @OptionGroup var who: Who
        func run() throws { try who.ask(.setGoal(text, for: ritual)) }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: told("Show those for next time, and last time's."))
        @OptionGroup var reader: ReaderOptions
        @OptionGroup var who: Who
        func run() throws { try who.ask(.goals, reader) }
    }

    struct Reached: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: told("Say that one is reached, if you like."),
            discussion: told("It is told as reached next time, and when you look back."))
        @Argument(help: told("The goal's number.")) var number: String
        @OptionGroup var who: Who
        func run() throws { try who.ask(.reachGoal(number)) }
    }

    struct Drop: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: told("Let one go; nothing of it is kept."))
        @Argument(help: told("The goal's number.")) var number: String
        @OptionGroup var who: Who
        func run() throws { try who.ask(.dropGoal(number)) }
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
