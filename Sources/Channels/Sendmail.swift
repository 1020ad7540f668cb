import Loop
import Planning

/// The machine's own mailer: takes a message on its standard input and says by its exit code (sysexits.h) what
/// became of it.
enum Sendmail {
    static func command(_ argv: [String], to recipient: String, message: [UInt8]) -> ChildCommand {
        // `--` only where it is needed: not every mailer knows it.
        let arguments = argv + (recipient.hasPrefix("-") ? ["--", recipient] : [recipient])
        var command = ChildCommand(arguments, environment: ChildEnvironment.own)
        command.input = .bytes(message.filter { $0 != 0x0D })
        command.errors = .captured(limit: 4096)
        // A mailer that queues leaves a process behind to deliver; that one goes on.
        command.endsGroup = false
        return command
    }

    /// What an exit code of sysexits.h says.
    ///
    /// - 0 is delivered: the mailer has the message and its queue is its own.
    /// - 64, 65, 66, 67, 72, 73, 77 and 78 lie in the address or in how the mailer is set up: permanent. So does
    ///   69, which mailers use for what the server refused for good.
    /// - 68 (host unknown) is what msmtp says without a network, 70 and 71 are the machine's: worth another try,
    ///   as is 75, and as are codes that sysexits.h does not know.
    /// - 74 (input/output) and 76 (protocol) may have come after the message was taken: uncertain, as are a
    ///   signal and the time limit.
    static func outcome(of report: ChildReport, timeLimit: Int64) -> AttemptOutcome {
        let why = { CommandChannel.reason($0, report) }
        switch report.end {
        case .exited(0): return .delivered("the mailer took it")
        case .exited(let code):
            let what = "the mailer exited with \(code)" + (names[code].map { " (\($0))" } ?? "")
            switch code {
            case 64, 65, 66, 67, 69, 72, 73, 77, 78, 126, 127: return .permanent(why(what))
            case 74, 76: return .uncertain(why(what))
            default: return .transient(why(what), retryAfter: nil)
            }
        case .signalled(let number): return .uncertain(why("the mailer was ended by signal \(number)"))
        case .timedOut: return .uncertain(why("the mailer did not end in time (\(timeLimit) s)"))
        }
    }

    private static let names: [Int32: String] = [
        64: "usage", 65: "data", 66: "no input", 67: "no such user", 68: "no such host", 69: "refused",
        70: "internal", 71: "system", 72: "system file", 73: "cannot create", 74: "input or output",
        75: "try again later", 76: "protocol", 77: "not allowed", 78: "configuration",
    ]
}
