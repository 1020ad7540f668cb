import ArgumentParser
import Control
import Loop

struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Take somebody out of the record, for good."),
        discussion: told(
            """
            For yourself; whoever keeps the record does it for somebody whom the schedule no longer names. While it does,
            this says where, and changes nothing.
            """))
    @Argument(help: told("Who: the ID in the schedule.")) var person: String
    @Option(help: told("Write what is on record into this new file first, a JSON object a line.")) var export: String?
    @Flag(
        inversion: .prefixedNo,
        help: told("Get nothing more from now on, and be taken out once the schedule no longer names you."))
    var later: Bool?
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let asking = Asking(places, clock, reader)
        if let export { StandardStream.error.write(line: try RecordFile(asking).write(person, to: export)) }
        try asking.ask(.forget(later.map { $0 ? .later : .never } ?? .now), person: person)
    }
}
