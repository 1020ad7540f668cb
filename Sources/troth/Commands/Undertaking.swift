import ArgumentParser
import Control

struct Celebrate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Note something good that happened, on the day it did."),
        discussion: told("It comes back when you look back, and each year only if you wish."))
    @Argument(help: told("What happened, in a line.")) var text: String
    @Option(help: told("Another day: 2026-11-22.")) var day: String?
    @Flag(help: told("Let the others see it, too.")) var shared = false
    @Flag(help: told("Let it come back each year.")) var yearly = false
    @Option(help: told("Who says so.")) var person: String?
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let win = Request.Win(day: day, isShared: shared, isYearly: yearly)
        try Asking(places, clock).ask(.celebrate(text, win), person: person)
    }
}

struct Promise: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Make a promise with a time, and be reminded so that you can keep it."),
        discussion:
            told("It is yours alone unless it is --shared. Kept: `troth done`; let go: `troth skip`; else `troth move`."))
    @Argument(help: told("What you promise, in a line.")) var text: String
    @Option(help: told("When: 18:00, Friday at 18:00, 2026-12-04 18:00.")) var at: String
    @Option(help: told("To whom.")) var to: String?
    @Option(help: told("How long ahead to be reminded (default: an hour).")) var ahead: String?
    @Flag(help: told("Show it to the one it is made to.")) var shared = false
    @Option(help: told("Who promises.")) var person: String?
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let promise = Request.Promise(to: to, at: at, ahead: ahead, isShared: shared)
        try Asking(places, clock).ask(.promise(text, promise), person: person)
    }
}

struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: told("Give a promise another time."))
    @Argument(help: told("The promise, as `troth next` prints it.")) var id: String
    @Option(help: told("When: 18:00, Friday at 18:00, 2026-12-04 18:00.")) var to: String
    @Option(help: told("Who says so.")) var person: String?
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        try Asking(places, clock).ask(.move(id, to: to), person: person)
    }
}

struct Repair: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Find back to each other after a conflict, step by step."),
        subcommands: [List.self, Begin.self, End.self, Leave.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: told("Show which there are, what each asks for, and whom to call."))
        @Option(help: told("Whose.")) var person: String?
        @OptionGroup var reader: ReaderOptions
        @OptionGroup var places: PlaceOptions
        @OptionGroup var clock: ClockOptions
        func run() throws { try Asking(places, clock, reader).ask(.repairs, person: person) }
    }

    struct Begin: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: told("Begin one; the other is invited."))
        @Argument(help: told("Which, where there are several.")) var name: String?
        @OptionGroup var who: Who
        func run() throws { try who.ask(.repair(.begin, name)) }
    }

    struct End: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: told("End it for both."))
        @Argument(help: told("Which, where there are several.")) var name: String?
        @OptionGroup var who: Who
        func run() throws { try who.ask(.repair(.end, name)) }
    }

    struct Leave: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: told("Take no part; nobody is told."))
        @Argument(help: told("Which, where there are several.")) var name: String?
        @OptionGroup var who: Who
        func run() throws { try who.ask(.repair(.leave, name)) }
    }

    struct Who: ParsableArguments {
        @Option(help: told("Who says so.")) var person: String?
        @OptionGroup var places: PlaceOptions
        @OptionGroup var clock: ClockOptions

        func ask(_ verb: Request.Verb) throws { try Asking(places, clock).ask(verb, person: person) }
    }
}
