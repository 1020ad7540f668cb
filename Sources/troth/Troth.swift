import ArgumentParser
import Control
import Daemon
import Glibc
import Loop
import ScheduleFile
import Wording

/// The command line. Each verb parses, calls one function, prints, and sets the exit code.
@main
struct Troth: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "troth",
        abstract: told("Reminders and rituals, kept."),
        version: Release.version,
        subcommands: [
            Check.self, Next.self, Simulate.self, History.self, Why.self, Done.self, Skip.self, Snooze.self, Status.self,
            Stop.self, Start.self, Pause.self, Resume.self, Mute.self, Unmute.self, Agree.self, Disagree.self, Forget.self,
            Promise.self, Move.self, Celebrate.self, GoalCommand.self, LookBackCommand.self, Letter.self, Repair.self, Season.self,
            Card.self, Suggest.self, Reload.self, TestChannel.self, Occurrences.self, Explain.self, ListDecks.self, Export.self,
            Import.self, Init.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
            finish(Ending(.ok))
        } catch let end as Ending {
            finish(end)
        } catch {
            if let name = unknownCommand {
                let near = nearest(to: name, among: commands).map { "troth \($0)" }
                finish(Ending(.usage, CallerLanguage.words.noSuchCommand(name, near: near)))
            }
            // The parser's own words; what is wrong with the command line is EX_USAGE.
            let message = HelpWording(CallerLanguage.current).message(fullMessage(for: error))
            if exitCode(for: error) == .success {
                print(message)
                finish(Ending(.ok))
            }
            finish(Ending(.usage, [message]))
        }
    }

    /// The first word, or what `help` is asked about, where it is no option and names no command.
    private static var unknownCommand: String? {
        var words = CommandLine.arguments.dropFirst()
        if words.first == "help" { words.removeFirst() }
        guard let word = words.first, !word.hasPrefix("-"), word != "help", !commands.contains(word) else { return nil }
        return word
    }

    private static var commands: [String] { configuration.subcommands.map { $0._commandName } }

    private static func finish(_ end: Ending) -> Never {
        var end = end
        if let problem = Output.end() {
            end.complaints += CallerLanguage.words.output(problem)
            if end.code == .ok { end.code = .io }
        }
        for complaint in end.complaints { StandardStream.error.write(line: visibleLines(complaint)) }
        Glibc.exit(end.code.rawValue)
    }
}

/// How a verb ends when it does not end well: complaints for standard error, and a code of sysexits.h.
struct Ending: Error {
    var complaints: [String]
    var code: Control.ExitCode

    init(_ code: Control.ExitCode, _ complaints: [String] = []) {
        self.code = code
        self.complaints = complaints
    }
}

typealias ExitCode = Control.ExitCode
