import ArgumentParser
import Control

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say how a rule is read.")
    @Argument(help: "A phrase, an RRULE, a calendar expression or a cron line.") var expression: String

    func run() throws {
        throw Ending(.usage, ["error: explain is not here yet"])
    }
}
