import ArgumentParser
import Control
import Daemon
import Loop
import Systemd

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the schedule through; say every mistake, or who gets what and when.")
    @OptionGroup var places: PlaceOptions
    @Option(help: .hidden) var now: String?

    func run() throws {
        let language = CallerLanguage.current
        do throws(StartFault) {
            let checked = try ScheduleStore(places.paths, language: language).check(for: OwnAccount.name)
            for warning in checked.warnings { StandardStream.error.write(line: warning) }
            for sentence in checked.sentences { print(sentence) }
        } catch {
            throw Ending(error.exit, error.lines)
        }
    }
}
