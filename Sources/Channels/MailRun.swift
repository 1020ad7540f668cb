import JSON
import Loop
import Mail
import Planning

/// Hands messages to one run of `troth-mail`, each after the outcome of the one before was reported, over one
/// connection as long as the server keeps it. ``HandoverServer`` says what is spoken.
///
/// What is handed in while others wait, or shortly after the last of them, joins the same run.
final class MailRun {
    /// A parcel with its message, or with the reason why there can be none.
    struct Item {
        var key: DeliveryKey
        var message: Result<HandoverMessage, NoMessage>
        var time: BurstTime
        var report: (DeliveryKey, AttemptOutcome) -> Void
    }

    struct NoMessage: Error { var outcome: AttemptOutcome }

    /// How long the connection is kept for more: the next claim follows upon an outcome.
    static let patience = Duration.seconds(1)

    private let loop: EpollLoop
    private let program: String
    private let server: HandoverServer
    private var waiting: [Item] = []
    private let onEnd: (MailRun) -> Void
    private let tell: (DeliveryKey, ChannelStep) -> Void

    private var child: Child?
    private var current: (item: Item, number: Int, begun: Bool)?
    private var number = 0
    private var guardian: Delay?
    private var lingering: Delay?
    private var isGoingOn = false
    /// What every message that is left ends with.
    private var forAll: AttemptOutcome?
    private var isStopping = false

    init(
        to server: HandoverServer, by program: String, on loop: EpollLoop,
        tell: @escaping (DeliveryKey, ChannelStep) -> Void = { _, _ in }, onEnd: @escaping (MailRun) -> Void
    ) {
        (self.server, self.program, self.loop, self.onEnd) = (server, program, loop, onEnd)
        self.tell = tell
    }

    func add(_ items: [Item]) {
        // From the end, where they are taken.
        waiting = items.reversed() + waiting
        lingering?.cancel()
        goOn()
    }

    /// Once the present callback is over.
    private func goOn() {
        guard !isGoingOn, current == nil else { return }
        isGoingOn = true
        loop.deferred { [self] in
            isGoingOn = false
            next()
        }
    }

    private func next() {
        guard current == nil else { return }
        guard let item = waiting.popLast() else { return rest() }
        if let forAll { return ended(item, forAll) }
        if isStopping { return ended(item, NotSent.stopping) }
        guard let share = item.time.share else { return ended(item, NotSent.tooLate) }
        switch item.message {
        case .failure(let none): ended(item, none.outcome)
        case .success(let message): send(message, item, within: share)
        }
    }

    /// Nothing is left: waits a little for more, unless nothing more would come of it.
    private func rest() {
        guard child != nil, forAll == nil, !isStopping else { return close() }
        lingering = loop.after(MailRun.patience) { [weak self] in self?.close() }
    }

    private func close() {
        lingering?.cancel()
        child?.closeInput()
        onEnd(self)
    }

    private func ended(_ item: Item, _ outcome: AttemptOutcome) {
        item.report(item.key, outcome)
        goOn()
    }

    private func send(_ message: HandoverMessage, _ item: Item, within share: Duration) {
        var message = message
        number += 1
        message.number = number
        message.timeLimit = min(max(1, share.components.seconds), 86_400)
        if child == nil {
            do throws(SystemError) {
                child = try start()
            } catch {
                return ended(item, SpawnFailure.outcome(error, program))
            }
            child?.write(server.json.bytes + [UInt8(ascii: "\n")])
        }
        current = (item, number, false)
        // It keeps its own time; this is for one that cannot (a call into a library that does not return).
        guardian = loop.after(share + .seconds(2)) { [weak self] in self?.child?.end() }
        child?.write(message.json.bytes + [UInt8(ascii: "\n")])
    }

    private func start() throws(SystemError) -> Child {
        var environment = ChildEnvironment.own
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
        case .connected(let number, let address) where number == current.number:
            tell(current.item.key, .connected(address))
        case .said(let number, let text) where number == current.number:
            tell(current.item.key, .said(text))
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
        self.ended(ended.item, outcome)
    }

    /// Starts no further message; the one under way may go on for a little while.
    func finish() {
        guard !isStopping else { return }
        isStopping = true
        lingering?.cancel()
        goOn()
        loop.after(NotSent.patience) { [weak self] in self?.child?.end() }
    }
}
