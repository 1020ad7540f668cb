import ArgumentParser
import Control

struct Season: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Show the seasons, or switch one on or off."),
        discussion: told(
            """
            A season changes what comes and when, as its part of the schedule says: while you are apart, take space, or
            have an exam. Without a name, all are shown.
            """))

    enum State: String, ExpressibleByArgument { case on, off }

    @Argument(help: told("The season's name in the schedule.")) var season: String?
    @Argument(help: told("on or off.")) var state: State?
    @Option(help: told("The last day on which it holds: 2026-12-20.")) var until: String?
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        guard let season else { return try Asking(places, clock, reader).ask(.seasons, person: nil) }
        guard let state else { throw Ending(.usage, ["error: say `on` or `off`"]) }
        if state == .off, until != nil { throw Ending(.usage, ["error: `--until` goes with `on`"]) }
        try Asking(places, clock, reader).ask(.season(season, isOn: state == .on, until: until), person: nil)
    }
}
