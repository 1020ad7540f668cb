import ArgumentParser
import Control

struct Done: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Say that something is done."))
    @Argument(help: told("A ritual, or one occurrence of it as `troth next` prints it.")) var id: String
    @Option(help: told("Who says so.")) var person: String?
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try Asking(places, clock).ask(.done(id), person: person)
    }
}

struct Skip: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Leave one occurrence out."))
    @Argument(help: told("A ritual, or one occurrence of it as `troth next` prints it.")) var id: String
    @Option(help: told("Who says so.")) var person: String?
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try Asking(places, clock).ask(.skip(id), person: person)
    }
}

struct Snooze: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Be nudged once more, later."))
    @Argument(help: told("A ritual, or one occurrence of it as `troth next` prints it.")) var id: String
    @Argument(help: told("How much later: 30 min, 2 h, 1 day; else what the schedule says, else an hour.")) var span: String?
    @Option(help: told("Who says so.")) var person: String?
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try Asking(places, clock).ask(.snooze(id, span: span), person: person)
    }
}
