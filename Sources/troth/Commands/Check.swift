import ArgumentParser
import CivilTime
import Control
import Daemon
import Loop
import Planning
import Wording

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the schedule through; say every mistake, or who gets what and when.")
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let language = CallerLanguage.current
        let now = try clock.read()
        let loaded: LoadedSchedule
        do throws(StartFault) {
            loaded = try ScheduleStore(places.paths, language: language).load(keeping: false)
        } catch {
            throw Ending(error.exit, error.lines)
        }
        for warning in loaded.warnings { StandardStream.error.write(line: warning) }
        for line in Overview(loaded.schedule, language: language).lines(at: now) { print(line) }
    }
}
