import ArgumentParser
import Control

// What anybody may ask for themselves, at any time.

struct Stop: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Get no more of something; without an ID, show what is stopped, paused and muted."))
    @Argument(help: told("A ritual, or: everything.")) var id: String?
    @OptionGroup var wish: WishOptions

    func run() throws { try wish.ask(.stop(id)) }
}

struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Undo `troth stop`."))
    @Argument(help: told("A ritual, or: everything.")) var id: String
    @OptionGroup var wish: WishOptions

    func run() throws { try wish.ask(.start(id)) }
}

struct Pause: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Get nothing at all for a while."))
    @Option(help: told("A date, a local time, or how long: 2026-12-24, 2026-12-24T18:00, \"2 weeks\".")) var until: String?
    @OptionGroup var wish: WishOptions

    func run() throws { try wish.ask(.pause(until: until)) }
}

struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("End a pause."))
    @OptionGroup var wish: WishOptions

    func run() throws { try wish.ask(.resume) }
}

struct Mute: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Get nothing on a date, nor ahead of what is on it."))
    @Argument(help: told("A date, or a range: 2026-12-24, 2026-12-24..2026-12-26.")) var dates: String
    @OptionGroup var wish: WishOptions

    func run() throws { try wish.ask(.mute(dates)) }
}

struct Unmute: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Undo `troth mute`."))
    @Argument(help: told("The same date or range.")) var dates: String
    @OptionGroup var wish: WishOptions

    func run() throws { try wish.ask(.unmute(dates)) }
}

struct Agree: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Agree to a ritual's escalation; it needs both people."))
    @Argument(help: told("A ritual.")) var id: String?
    @Flag(help: told("Show what asks for your agreement.")) var list = false
    @OptionGroup var wish: WishOptions

    func run() throws {
        guard list != (id != nil) else { throw Ending(.usage, ["error: give a ritual's ID, or --list"]) }
        try wish.ask(.agree(id))
    }
}

struct Disagree: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Withdraw your agreement, at any time."))
    @Argument(help: told("A ritual.")) var id: String
    @OptionGroup var wish: WishOptions

    func run() throws { try wish.ask(.disagree(id)) }
}

/// What every wish has.
struct WishOptions: ParsableArguments {
    @Option(help: told("Who says so, where several people share an account.")) var person: String?
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func ask(_ verb: Request.Verb) throws { try Asking(places, clock, reader).ask(verb, person: person) }
}
