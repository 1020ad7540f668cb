import Loop
import Planning

/// Sends the parcels of one burst by a program each, one after the other.
final class ProgramBurst {
    /// What to do for a parcel: start a program, or nothing because the outcome is known already.
    enum Step {
        case run(ChildCommand)
        case known(AttemptOutcome)
    }

    private let loop: EpollLoop
    private var waiting: ArraySlice<Parcel>
    private let time: BurstTime
    private let report: (DeliveryKey, AttemptOutcome) -> Void
    private let step: (Parcel) -> Step
    private let judge: (ChildReport) -> AttemptOutcome
    private let onEnd: (ProgramBurst) -> Void
    private let tell: (DeliveryKey, ChannelStep) -> Void
    private var child: Child?
    private var isStopping = false

    /// - Parameter timeLimit: Seconds that the programs of the burst share.
    init(
        _ parcels: [Parcel], on loop: EpollLoop, timeLimit: Int64,
        report: @escaping (DeliveryKey, AttemptOutcome) -> Void, step: @escaping (Parcel) -> Step,
        judge: @escaping (ChildReport) -> AttemptOutcome,
        tell: @escaping (DeliveryKey, ChannelStep) -> Void = { _, _ in }, onEnd: @escaping (ProgramBurst) -> Void
    ) {
        self.loop = loop
        waiting = parcels[...]
        time = BurstTime(loop, seconds: timeLimit)
        (self.report, self.step, self.judge, self.onEnd) = (report, step, judge, onEnd)
        self.tell = tell
        loop.deferred { self.next() }
    }

    private func next() {
        guard let parcel = waiting.popFirst() else { return onEnd(self) }
        if isStopping { return ended(parcel, NotSent.stopping) }
        guard let share = time.share else { return ended(parcel, NotSent.tooLate) }
        switch step(parcel) {
        case .known(let outcome): ended(parcel, outcome)
        case .run(var command):
            command.timeLimit = share
            do throws(SystemError) {
                child = try Child.spawn(command, on: loop) { [self] report in
                    child = nil
                    tell(parcel.key, ChannelStep(report.end))
                    ended(parcel, judge(report))
                }
                tell(parcel.key, ChannelStep(command))
            } catch {
                ended(parcel, SpawnFailure.outcome(error, command.arguments.first ?? ""))
            }
        }
    }

    private func ended(_ parcel: Parcel, _ outcome: AttemptOutcome) {
        report(parcel.key, outcome)
        loop.deferred { self.next() }
    }

    /// Starts nothing more; what runs may go on for a little while.
    func finish() {
        guard !isStopping else { return }
        isStopping = true
        loop.after(NotSent.patience) { [weak self] in self?.child?.end() }
    }
}

/// Why a parcel was not attempted at all.
enum NotSent {
    static let stopping = AttemptOutcome.unreachable("not tried: the service is stopping")
    static let tooLate = AttemptOutcome.unreachable("not tried: what went before it took too long")
    /// How long what is under way may go on when the service stops.
    static let patience = Duration.seconds(5)
}

/// What it means that a program could not be started.
enum SpawnFailure {
    static func outcome(_ error: SystemError, _ program: String) -> AttemptOutcome {
        switch error.name {
        case "ENOENT", "ENOTDIR": .permanent("there is no program `\(program)` here; is it installed?")
        case "EACCES", "EPERM": .permanent("`\(program)` may not be run: it is no program, or not for this user")
        case "ENOEXEC": .permanent("`\(program)` is not a program this machine can run")
        case "E2BIG": .permanent("the text is too long for the arguments of `\(program)`")
        case "EINVAL", "ENAMETOOLONG", "ELOOP": .permanent("`\(program)` cannot be started: \(error.reason)")
        default: .transient("`\(program)` could not be started: \(error.reason)", retryAfter: nil)
        }
    }
}

extension ChannelStep {
    fileprivate init(_ command: ChildCommand) {
        let input = if case .bytes(let bytes) = command.input { bytes.count } else { 0 }
        self = .started(program: command.arguments.first ?? "", input: input)
    }

    fileprivate init(_ end: ChildEnd) {
        self =
            switch end {
            case .exited(let code): .ended(code: code)
            case .signalled(let number): .signalled(number)
            case .timedOut: .timedOut
            }
    }
}
