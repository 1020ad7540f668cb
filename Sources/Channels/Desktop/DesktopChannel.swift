import Loop
public import Planning

/// Shows notices on the user's desktop, with a button for each answer.
///
/// A notice is delivered when the server gave it a number and was still there a second later: a reply alone is no
/// proof that anything is seen. It stays until it is answered, wherever that happens. Where nobody shows notices
/// nothing was attempted; `ChannelResponse.reachable` says when somebody does.
public final class DesktopChannel: RespondingChannel, TellingChannel {
    public var onResponse: ((ChannelResponse) -> Void)?
    public var onStep: ((DeliveryKey, ChannelStep) -> Void)?
    private let means: DesktopMeans
    private let desktop: Desktop
    private let loop: EpollLoop
    /// How long a server has to stay after it took a notice.
    private let proof: Duration
    private var bursts: [ObjectIdentifier: DesktopBurst] = [:]

    init(_ means: DesktopMeans, _ desktop: Desktop, on loop: EpollLoop, proof: Duration = .seconds(1)) {
        self.means = means
        self.desktop = desktop
        self.loop = loop
        self.proof = proof
        desktop.onAppearance { [weak self] in self?.onResponse?(.reachable) }
        desktop.notices.listen { [weak self] in self?.onResponse?($0) }
    }

    public var capacity: Int { 20 }

    public func begin(_ parcels: [Parcel], report: @escaping (DeliveryKey, AttemptOutcome) -> Void) {
        let burst = DesktopBurst(
            parcels, on: desktop, timeLimit: means.timeLimit, proof: proof, report: report,
            tell: { [weak self] in self?.onStep?($0, $1) }
        ) { [weak self] burst in
            guard let self else { return }
            self.bursts[ObjectIdentifier(burst)] = nil
            // What the burst had no time for would otherwise wait for a server that is there.
            guard burst.leftSome, case .present = self.desktop.presence else { return }
            self.onResponse?(.reachable)
        }
        bursts[ObjectIdentifier(burst)] = burst
    }

    public func withdraw(_ token: String) { desktop.close(token) }

    public func finish() {
        for burst in bursts.values { burst.finish() }
    }
}
