import CLinux
import Glibc
import JSON
import Mail
import Planning

/// Takes the service's messages one by one and says how each ended.
final class Courier {
    private let input: LineInput
    private let output: LineOutput

    init(input: LineInput, output: LineOutput) {
        self.input = input
        self.output = output
    }

    /// Runs until the input ends; returns the exit code: 0, or 65 (EX_DATAERR) for a line that cannot be read.
    func run() -> Int32 {
        guard let first = input.next() else { return input.isEnded ? 0 : 65 }
        guard let json = try? JSON.parse(first), let order = HandoverServer(json) else {
            return refuse("the first line does not say which server")
        }
        var session: Session?
        while let line = input.next() {
            guard let json = try? JSON.parse(line), let message = HandoverMessage(json) else {
                return refuse("a line is no message")
            }
            do throws(Refusal) {
                let present: Session
                if let session { present = session } else { present = try open(order) }
                session = present
                let (outcome, all) = present.send(message)
                reply(.ended(message: message.number, outcome, all: all))
                present.settle()
            } catch {
                reply(.ended(message: message.number, error.outcome, all: true))
            }
        }
        if let session { session.close() }
        return 0
    }

    private func open(_ order: HandoverServer) throws(Refusal) -> Session {
        var password: String?
        if let source = order.server.password {
            let isToken = order.server.authentication == .xoauth2
            password = try Secret.read(
                source, named: isToken ? "token" : "password", seconds: order.timeLimit, while: input)
        }
        return try Session(order, password: password, input: input) { [self] in reply($0) }
    }

    /// What cannot be told ends it: the service is gone.
    private func reply(_ reply: HandoverReply) {
        if !output.write(reply.json.bytes) { _exit(0) }
    }

    private func refuse(_ reason: String) -> Int32 {
        _ = LineOutput(descriptor: 2).write(Array(reason.utf8))
        return 65
    }
}

/// Why no message of this run can be sent.
struct Refusal: Error {
    var outcome: AttemptOutcome

    static func permanent(_ text: String) -> Refusal { Refusal(outcome: .permanent(text)) }
    static func transient(_ text: String) -> Refusal { Refusal(outcome: .transient(text, retryAfter: nil)) }
}
