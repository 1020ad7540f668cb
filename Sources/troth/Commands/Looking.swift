import ArgumentParser
import Control
import Wording

struct Next: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Show what comes next."))
    @Option(name: .shortAndLong, help: told("How many nudges.")) var n = 10
    @Option(help: told("For one person only.")) var person: String?
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        guard n > 0 else { throw Ending(.usage, CallerLanguage.words.atLeast("-n", 1)) }
        try Asking(places, clock, reader).ask(.next(count: min(n, Request.mostToCome)), person: person)
    }
}

struct History: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Show what was sent and what became of it."))
    @Option(name: .shortAndLong, help: told("How many nudges.")) var n = 20
    @Option(help: told("Of one ritual only.")) var ritual: String?
    @Option(help: told("For one person only.")) var person: String?
    @Option(help: told("From then on: 2026-11-22, 2026-11-22T18:00, or 3 days ago as '3 days'.")) var since: String?
    @Option(help: told("Before then; written the same.")) var until: String?
    @Option(help: told("Only what ended so: acknowledged, delivered, skipped, expired, failed; or open.")) var outcome: String?
    @Option(help: told("The page behind this place, as the page before it ends with.")) var before: String?
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        guard n > 0 else { throw Ending(.usage, CallerLanguage.words.atLeast("-n", 1)) }
        let request = HistoryRequest(
            limit: n, ritual: ritual, since: since, until: until, outcome: outcome, before: before)
        try Asking(places, clock, reader).ask(.history(request), person: person)
    }
}

struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Say why something was or was not delivered."))
    @Argument(help: told("A ritual, or one occurrence of it as `troth next` prints it.")) var id: String
    @Option(help: told("For one person only.")) var person: String?
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try Asking(places, clock, reader).ask(.why(id), person: person)
    }
}

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Say how the service is."))
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try Asking(places, clock, reader).ask(.status, person: nil)
    }
}

struct Reload: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Have the service read the schedule again."))
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try Asking(places, clock).ask(.reload, person: nil)
    }
}

struct TestChannel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test-channel", abstract: told("Send one test message and say what happened."))
    @Argument(help: told("The channel's name in the schedule.")) var channel: String
    @Option(help: told("To whom.")) var to: String
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try Asking(places, clock, reader).ask(.testChannel(channel, to: to), person: nil)
    }
}
