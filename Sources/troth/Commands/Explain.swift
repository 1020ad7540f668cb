import ArgumentParser
import Control
import ZoneFiles

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Say how a rule is read, and when it comes next."),
        discussion: told(
            """
            A rule is a phrase (Sunday at 19:00), a recurrence rule (FREQ=WEEKLY;BYDAY=SU), a calendar expression
            (Sun *-*-* 19:00) or a cron line (0 19 * * 0). The answer names the dialect, the rule's normal form, the
            RRULE that says the same where there is one, and the next five times.
            """))

    @Argument(help: told("A phrase, an RRULE, a calendar expression or a cron line.")) var expression: String
    @Option(help: told("The time zone (default: the machine's).")) var zone: String?
    @Option(help: told("Where counting starts: 2026-01-05 or 2026-01-05T19:00.")) var starting: String?
    @Option(help: told("The time of day, for a rule that names none.")) var at: String?
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let answer = try Explaining(SystemZones(), in: CallerLanguage.current).answer(
            expression, zone: zone, starting: starting, at: at, now: try clock.read())
        try answer.show(json: reader.json)
    }
}
