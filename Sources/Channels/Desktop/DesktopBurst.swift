import Loop
import Planning
import Systemd

/// Shows the notices of one burst, one after the other.
final class DesktopBurst {
    private let desktop: Desktop
    private let loop: EpollLoop
    private var waiting: ArraySlice<Parcel>
    private let time: BurstTime
    private let proof: Duration
    private let report: (DeliveryKey, AttemptOutcome) -> Void
    private let onEnd: (DesktopBurst) -> Void
    private let tell: (DeliveryKey, ChannelStep) -> Void
    private var current: Parcel?
    private var guardian: Delay?
    private var isStopping = false
    /// Whether a parcel was not attempted although nothing stood against it.
    private(set) var leftSome = false

    /// How long a server may take to take a notice.
    private static let patience = Duration.seconds(10)

    init(
        _ parcels: [Parcel], on desktop: Desktop, timeLimit: Int64, proof: Duration,
        report: @escaping (DeliveryKey, AttemptOutcome) -> Void,
        tell: @escaping (DeliveryKey, ChannelStep) -> Void = { _, _ in }, onEnd: @escaping (DesktopBurst) -> Void
    ) {
        self.tell = tell
        self.desktop = desktop
        loop = desktop.loop
        waiting = parcels[...]
        time = BurstTime(loop, seconds: timeLimit)
        self.proof = proof
        self.report = report
        self.onEnd = onEnd
        loop.deferred { self.next() }
    }

    private func next() {
        guard let parcel = waiting.popFirst() else { return onEnd(self) }
        current = parcel
        if isStopping { return ended(parcel, NotSent.stopping) }
        guard let share = time.share else {
            leftSome = true
            return ended(parcel, NotSent.tooLate)
        }
        let limit = min(share, DesktopBurst.patience)
        guardian = loop.after(limit) { [self] in
            ended(parcel, .unreachable("it is not known yet whether anybody shows notices here"))
        }
        desktop.whenKnown { [self] presence in
            guard isCurrent(parcel) else { return }
            switch presence {
            case .present(let server):
                tell(parcel.key, .found(server.name))
                show(parcel, on: server, within: limit)
            case .absent(let reason): ended(parcel, .unreachable(reason))
            case .unknown: break
            }
        }
    }

    private func show(_ parcel: Parcel, on server: Desktop.Server, within limit: Duration) {
        guardian?.cancel()
        guardian = nil
        let earlier =
            desktop.notices.number(of: parcel.token)
            ?? parcel.replaces.flatMap { desktop.notices.number(of: $0) }
        let notice = Notice(parcel, server.capabilities, replaces: earlier)
        desktop.call(server, "Notify", notice.arguments, within: limit) { [self] result in
            guard isCurrent(parcel) else { return }
            switch result {
            case .success(let message):
                guard let number = message.uint32(), number != 0 else {
                    return ended(parcel, .uncertain("the notification server gave the notice no number"))
                }
                if let other = parcel.replaces, other != parcel.token, earlier != nil {
                    if number == earlier { desktop.notices.remove(other) } else { desktop.close(other) }
                }
                desktop.notices.note(parcel.token, number)
                tell(parcel.key, .numbered(number))
                loop.after(proof) { self.prove(parcel, server) }
            case .failure(let fault): ended(parcel, DesktopBurst.outcome(of: fault))
            }
        }
    }

    /// The number was given; now the server has to be there still.
    private func prove(_ parcel: Parcel, _ server: Desktop.Server) {
        guard isCurrent(parcel) else { return }
        if case .present(let present) = desktop.presence, present.owner == server.owner {
            tell(parcel.key, .stillThere)
            return ended(parcel, .delivered(server.name.isEmpty ? "" : "shown by \(server.name)"))
        }
        ended(parcel, DesktopBurst.gone)
    }

    /// What a server showed goes with it.
    private static let gone = AttemptOutcome.transient(
        "the notification server went away before the notice could be seen", retryAfter: nil)

    static func outcome(of fault: BusFault) -> AttemptOutcome {
        switch fault {
        case .timedOut: .uncertain("the notification server did not answer in time")
        case .lost: .uncertain("the bus went away before the notification server answered")
        case .unsayable(let reason): .permanent("the notice cannot be written: \(reason)")
        case .refused(let name, let reason):
            switch name.split(separator: ".").last {
            case "ServiceUnknown", "NameHasNoOwner", "UnknownObject":
                .unreachable("nobody shows notices here yet")
            case "NoReply": gone
            case "InvalidArgs", "InvalidSignature", "UnknownMethod", "UnknownInterface", "AccessDenied",
                "NotSupported":
                .permanent("the notification server refused it: \(reason.isEmpty ? name : reason)")
            default: .transient("the notification server: \(reason.isEmpty ? name : reason)", retryAfter: nil)
            }
        }
    }

    private func isCurrent(_ parcel: Parcel) -> Bool { current?.key == parcel.key }

    private func ended(_ parcel: Parcel, _ outcome: AttemptOutcome) {
        guard isCurrent(parcel) else { return }
        guardian?.cancel()
        guardian = nil
        current = nil
        report(parcel.key, outcome)
        loop.deferred { self.next() }
    }

    /// Shows nothing more; what was sent may still be answered for a little while.
    func finish() {
        guard !isStopping else { return }
        isStopping = true
        loop.after(NotSent.patience) { [weak self] in
            guard let self, let parcel = self.current else { return }
            self.ended(parcel, .uncertain("the service stopped before the notification server answered"))
        }
    }
}
