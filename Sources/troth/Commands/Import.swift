import ArgumentParser

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Make parts of a schedule from another program's file."),
        discussion: told(
            """
            What comes of it is printed, to be read through and put into the schedule by hand; no file is changed. What
            a schedule has no place for is said in comments.
            """),
        subcommands: [ImportCalendar.self, ImportContacts.self])
}

struct ImportCalendar: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ics", abstract: told("Events of a calendar (iCalendar) as rituals and milestones."))
    @Argument(help: told("The file; - is standard input.")) var file: String
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let importing = Importing(places.paths, CallerLanguage.current)
        print(try importing.calendar(file, now: try clock.read()), terminator: "")
    }
}

struct ImportContacts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vcf", abstract: told("Birthdays and anniversaries of contacts (vCard) as milestones."))
    @Argument(help: told("The file; - is standard input.")) var file: String
    @OptionGroup var places: PlaceOptions

    func run() throws {
        print(try Importing(places.paths, CallerLanguage.current).contacts(file), terminator: "")
    }
}
