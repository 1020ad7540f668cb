import ArgumentParser
import Control
import Daemon
import Loop
import Systemd

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Read the schedule through; say every mistake, or who gets what and when."))
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let language = CallerLanguage.current
        let now = try clock.read()
        do throws(StartFault) {
            let checked = try ScheduleStore(places.paths).check(for: OwnAccount.name, at: now, in: language)
            for warning in checked.warnings { StandardStream.error.write(line: warning) }
            for sentence in checked.sentences { print(sentence) }
            if let schedule = checked.schedule {
                for note in Agreements(places.paths, language).missing(in: schedule) {
                    StandardStream.error.write(line: note)
                }
            }
        } catch {
            throw Ending(error.exit, error.lines(in: language))
        }
    }
}
