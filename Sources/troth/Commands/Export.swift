import ArgumentParser
import Loop

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Write the schedule in a form that other programs read."), subcommands: [ExportCalendar.self])
}

struct ExportCalendar: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ics", abstract: told("Write a calendar to subscribe to (iCalendar)."),
        discussion: told(
            """
            An entry for each ritual, with its rule; times stay right in every zone and over clock changes. The same
            schedule gives the same text all year, so that it can be written again and again to where calendars fetch
            it. With --person it is that person's calendar, with what is theirs alone.
            """))

    @Option(help: told("For one person, in their own time and language.")) var person: String?
    @Option(help: told("The file to replace (default: standard output).")) var out: String?
    @Flag(inversion: .prefixedNo, help: told("Whether the calendar reminds, too.")) var alarms = true
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let exporting = Exporting(places.paths, now: try clock.read(), CallerLanguage.current)
        let (text, notes) = try exporting.calendar(for: person, withAlarms: alarms)
        for note in notes { StandardStream.error.write(line: note) }
        if let out { try WholeFile(out).replace(with: text) } else { print(text, terminator: "") }
    }
}
