import ArgumentParser
import CivilTime
import Control
import Daemon
import JSON
import Loop
import Planning
import Wording

/// Where the schedule and the record are.
struct PlaceOptions: ParsableArguments {
    @Option(help: told("The schedule (default: ~/.config/troth/troth.toml).")) var config: String?
    @Option(help: told("The state folder (default: ~/.local/state/troth).")) var state: String?

    var paths: Paths { Paths(config: config, state: state) }

    /// Whether nothing was said about them.
    var areUsual: Bool { config == nil && state == nil }
}

/// What the time is, unless a test says otherwise.
struct ClockOptions: ParsableArguments {
    @Option(help: .hidden) var now: String?

    func read() throws -> Timestamp {
        guard let now else { return MachineClock().read().now }
        guard let time = Timestamp(parsing: now) else {
            throw Ending(.usage, CallerLanguage.words.noInstant("--now", now))
        }
        return time
    }
}

/// How to print.
struct ReaderOptions: ParsableArguments {
    @Flag(help: told("One JSON object a line.")) var json = false
}

extension Reply {
    /// Prints the reply and ends with its code.
    func show(json: Bool) throws {
        for line in lines {
            if json {
                if let object = line.object { print(object.text) }
            } else if let text = line.text {
                print(visibleLines(text))
            }
        }
        if exit != .ok || !complaints.isEmpty { throw Ending(exit, complaints) }
    }
}

/// The language of the command line's own sentences, from the usual variables.
enum CallerLanguage {
    static var current: Language { Language(environment: ProcessEnvironment.all()) }

    /// What the program says of itself and of how it was called.
    static var words: ProgramWording { ProgramWording(current) }
}
