import JSON
import Loop
import Mail
import Planning

/// Hands the messages of one burst to one run of `troth-mail`, each after the outcome of the one before was
/// reported. ``HandoverServer`` says what is spoken.
final class MailBurst {
    /// A parcel with its message, or with the reason why there can be none.
    struct Item {
        var key: DeliveryKey
        var message: Result<HandoverMessage, NoMessage>
    }

    struct NoMessage: Error { var outcome: AttemptOutcome }

    private let loop: EpollLoop
    private let program: String
    private let server: HandoverServer
    private var waiting: ArraySlice<Item>
    private let time: BurstTime
    private let report: (DeliveryKey, AttemptOutcome) -> Void
    private let onEnd: (MailBurst) -> Void

    private var child: Child?
    private var current: (key: DeliveryKey, number: Int, begun: Bool)?
    private var guardian: Delay?
    /// What every message that is left ends with.
    private var forAll: AttemptOutcome?
    private var isStopping = false

    init(
        _ items: [Item], to server: HandoverServer, by program: String, on loop: EpollLoop,
        report: @escaping (DeliveryKey, AttemptOutcome) -> Void, onEnd: @escaping (MailBurst) -> Void
    ) {
        self.loop = loop
        self.program = program
        self.server = server
        waiting = items[...]
        time = BurstTime(loop, seconds: server.timeLimit)
        (self.report, self.onEnd) = (report, onEnd)
        loop.deferred { self.next() }
    }

    private func next() {
        guard let item = waiting.popFirst() else {
            child?.closeInput()
            return onEnd(self)
        }
        if let forAll { return ended(item.key, forAll) }
        if isStopping { return ended(item.key, NotSent.stopping) }
        guard let share = time.share else { return ended(item.key, NotSent.tooLate) }
        switch item.message {
        case .failure(let none): ended(item.key, none.outcome)
        case .success(let message): send(message, item.key, within: share)
        }
    }

    private func ended(_ key: DeliveryKey, _ outcome: AttemptOutcome) {
        report(key, outcome)
        loop.deferred { self.next() }
    }

    private func send(_ message: HandoverMessage, _ key: DeliveryKey, within share: Duration) {
        var message = message
        message.timeLimit = min(max(1, share.components.seconds), 86_400)
        if child == nil {
            do throws(SystemError) {
                child = try start()
            } catch {
                return ended(key, SpawnFailure.outcome(error, program))
            }
            child?.write(server.json.bytes + [UInt8(ascii: "\n")])
        }
        current = (key, message.number, false)
        // It keeps its own time; this is for one that cannot (a call into a library that does not return).
        guardian = loop.after(share + .seconds(2)) { [weak self] in self?.child?.end() }
        child?.write(message.json.bytes + [UInt8(ascii: "\n")])
    }

    private func start() throws(SystemError) -> Child {
        var environment = ChildEnvironment.base()
        // The password's credential is read there, and nowhere else.
        environment["CREDENTIALS_DIRECTORY"] = ProcessEnvironment.all()["CREDENTIALS_DIRECTORY"]
        var command = ChildCommand([program], environment: environment)
        command.input = .pipe
        command.output = .lines(limit: 64 << 10) { [self] line in heard(line) }
        command.errors = .captured(limit: 4096)
        return try Child.spawn(command, on: loop) { [self] report in childEnded(report) }
    }

    private func heard(_ line: [UInt8]) {
        guard let current, let json = try? JSON.parse(line), let reply = HandoverReply(json) else { return }
        switch reply {
        case .begun(let number) where number == current.number:
            self.current?.begun = true
        case .ended(let number, let outcome, let all) where number == current.number:
            if all { forAll = outcome }
            settle(outcome)
        default: break
        }
    }

    /// It ended while a message was under way: killed, or by a fault of its own.
    private func childEnded(_ report: ChildReport) {
        child = nil
        guard let current else { return }
        let what = CommandChannel.reason("troth-mail ended without an answer", report)
        settle(current.begun ? .uncertain(what) : .transient(what, retryAfter: nil))
    }

    private func settle(_ outcome: AttemptOutcome) {
        guard let ended = current else { return }
        current = nil
        guardian?.cancel()
        self.ended(ended.key, outcome)
    }

    /// Starts no further message; the one under way may go on for a little while.
    func finish() {
        guard !isStopping else { return }
        isStopping = true
        loop.after(NotSent.patience) { [weak self] in self?.child?.end() }
    }
}
