import ArgumentParser
import Control
import Daemon
import Loop
import Systemd
import Wording

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Read the schedule through; say every mistake, or who gets what and when."))
    @Argument(help: told("A schedule; the same as by --config.")) var file: String?
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        if file != nil, places.config != nil { throw Ending(.usage, CallerLanguage.words.scheduleTwice) }
        let paths = Paths(config: file ?? places.config, state: places.state)
        let language = CallerLanguage.current
        let now = try clock.read()
        do throws(StartFault) {
            let checked = try ScheduleStore(paths).check(for: OwnAccount.name, at: now, in: language)
            for warning in checked.warnings { StandardStream.error.write(line: warning) }
            for sentence in checked.sentences { print(sentence) }
            if let schedule = checked.schedule {
                for note in Agreements(paths, language).missing(in: schedule) {
                    StandardStream.error.write(line: note)
                }
            }
        } catch {
            throw Ending(error.exit, error.lines(in: language))
        }
    }
}
