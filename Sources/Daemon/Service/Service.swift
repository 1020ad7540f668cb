import CivilTime
import Glibc
public import Loop
public import Planning
import Systemd

/// The long-running service: one loop that plans, claims, sends, records and sleeps.
///
/// Everything it is made of comes from outside; the programs name the concrete parts.
public final class Service {
    /// What the programs supply.
    public struct Parts {
        public var loop: EpollLoop
        public var paths: Paths
        public var clock: any WallClock
        public var ledger: any Ledger
        public var makeChannels: ([ChannelDefinition]) -> [ChannelID: any Channel]
        /// How long after the ledger refused something it is tried again.
        var patience: Duration = .seconds(5)

        public init(
            loop: EpollLoop, paths: Paths, clock: any WallClock, ledger: any Ledger,
            makeChannels: @escaping ([ChannelDefinition]) -> [ChannelID: any Channel]
        ) {
            self.loop = loop
            self.paths = paths
            self.clock = clock
            self.ledger = ledger
            self.makeChannels = makeChannels
        }
    }

    let parts: Parts
    let notifier: Notifier
    private(set) var journal: ServiceJournal
    let tokens: KeyedHash
    let store: ScheduleStore
    var loaded: LoadedSchedule
    var planner: Planner
    /// The schedule could not be taken up yet because the clock is not to be believed.
    var awaitsAdoption: Bool
    /// What was in force before something shared changed of which nobody has been told; nil where everybody knows.
    var untold: Untold?
    var hold: Hold?
    var nextDue: Timestamp?
    var ledgerRefuses = false
    /// Since when the schedule should have been taken up, where the ledger refused that so far: what falls due from then
    /// on is not to be lost.
    var adoptsSince: Timestamp?
    /// When it is planned again after the ledger refused.
    var retry: Delay?
    /// The status line that the manager was last told.
    var toldStatus: String?
    var isStopping = false
    var isPlanAsked = false
    /// When the record is next looked through for what is over and old.
    var tidying: Delay?
    private var settledLately = 0
    private var dispatcher: Dispatcher?
    private var control: ControlSocket?
    private var zoneWatch: ZoneWatch?

    /// Takes up the schedule in force and brings the ledger up to it.
    ///
    /// - Throws: ``StartFault`` when there is no schedule to go by, or the ledger cannot be read or written.
    public init(_ parts: Parts) throws(StartFault) {
        self.parts = parts
        notifier = Notifier(on: parts.loop)
        store = ScheduleStore(parts.paths)
        loaded = try store.takeUpOrLastGood(at: parts.clock.read().now)
        do throws(LedgerError) {
            tokens = KeyedHash(key: try parts.ledger.secret())
            // Until the schedule is taken up nothing is known to be anybody's to read.
            journal = ServiceJournal(names: JournalNames(tokens) { _ in false })
            (planner, awaitsAdoption) = try Adopting.adopt(loaded.schedule, parts, since: nil)
        } catch {
            throw .ledger(error)
        }
        untold = store.formerSchedule().map {
            Untold(schedule: $0.schedule.lived(planner.state.undertakings, at: parts.clock.read().now), until: $0.until)
        }
        dispatcher = makeDispatcher()
        useChannels()
        journal.names = JournalNames(tokens) { [weak self] id in self?.planner.ritual(id).map { !$0.isPrivate } ?? false
        }
    }

    /// Serves until it is told to stop.
    ///
    /// - Throws: ``StartFault`` when the loop or the control socket cannot be had.
    public func run() throws(StartFault) {
        let loop = parts.loop
        loop.onWake = { [weak self] in self?.woken($0) }
        do throws(SystemError) {
            try loop.onSignals([SIGTERM, SIGINT, SIGHUP]) { [weak self] signal in
                if signal == SIGHUP { _ = self?.reload() } else { self?.stop() }
            }
            control = try ControlSocket(self)
        } catch {
            throw .system(error)
        }
        zoneWatch = ZoneWatch(store.zonePaths, on: loop) { [weak self] in self?.askForPlan() }
        eraseWhoLeft()
        tellOfChanges()
        plan()
        tellReady()
        announce()
        tidy()
        feedWatchdog()
        StartupCode.letGo()
        FreedMemory.letGo()
        do throws(SystemError) {
            try loop.run()
        } catch {
            throw .system(error)
        }
        control?.close()
        zoneWatch?.cancel()
    }

    /// Finishes and records what is under way, then ends.
    func stop() {
        guard !isStopping else {
            if isWaitingForLedger { parts.loop.stop() }
            return
        }
        isStopping = true
        notifier.stopping()
        dispatcher?.finish()
        stopWhenIdle()
    }

    /// What is known to have arrived is not forgotten for a full disk; how long to wait for it is the manager's to say
    /// (`TimeoutStopSec=`), or that of whoever asks twice.
    func stopWhenIdle() {
        guard isStopping, dispatcher?.underWay.isEmpty ?? true, !isWaitingForLedger else { return }
        parts.loop.stop()
    }

    var isWaitingForLedger: Bool { dispatcher?.isWaitingForLedger ?? false }

    func begin(_ deliveries: [Delivery], at now: Timestamp) { dispatcher?.take(deliveries, at: now) }

    /// First what is prepared for this instant; whatever writes to the disk comes after it.
    ///
    /// Channels start their sending when this callback is over, so the plan has to wait its turn behind them.
    private func woken(_ wake: Wake) {
        switch wake {
        case .due:
            dispatcher?.beginPrepared(at: parts.clock.read().now)
            askForPlan()
        case .clockSet:
            giveUpPrepared()
            plan()
        }
    }

    var nextBegin: Timestamp? { dispatcher?.nextBegin }

    func giveUpPrepared() { dispatcher?.giveUpPrepared() }

    func withdrawAnswered() { dispatcher?.withdrawAnswered() }

    func withdraw(_ token: String, from channel: ChannelID) { dispatcher?.withdraw(token, from: channel) }

    func noteShown(_ key: DeliveryKey) { dispatcher?.noteShown(key) }

    /// A planner that was made anew knows what the former one knew of far ends.
    func takeUp(_ fresh: Planner) {
        let known = planner.reachable
        planner = fresh
        for channel in known { planner.reach(channel) }
    }

    func sendAside(
        _ parcel: Parcel, tell: ((ChannelStep) -> Void)? = nil, _ ended: @escaping (AttemptOutcome) -> Void
    ) {
        dispatcher?.sendAside(parcel, tell: tell, ended)
    }

    func useChannels() {
        dispatcher?.use(loaded.schedule.channels, make: parts.makeChannels)
    }

    /// The watchdog is fed by the loop that schedules, so that a stuck loop is noticed.
    private func feedWatchdog() {
        guard let interval = Notifier.watchdogInterval else { return }
        notifier.watchdog()
        _ = parts.loop.after(interval / 2) { [weak self] in self?.feedWatchdog() }
    }

    private func makeDispatcher() -> Dispatcher {
        let loop = parts.loop
        return Dispatcher(
            Dispatcher.Room(
                commit: { [weak self] changes, durably in self?.commit(changes, durably: durably) ?? false },
                isClaimed: { [weak self] in self?.planner.holds($0) ?? false },
                parcel: { [weak self] in self?.parcel($0, at: $1) },
                settled: { [weak self] key, outcome in self?.settled(key, outcome) },
                recordedAgain: { [weak self] in
                    self?.stopWhenIdle()
                    self?.askForPlan()
                },
                responded: { [weak self] channel, response in self?.take(response, from: channel) },
                isOpen: { [weak self] in self?.planner.isOpen($0) ?? false },
                token: { [tokens] in tokens.token(for: $0.tokenText) },
                now: { [clock = parts.clock] in clock.read().now }, patience: parts.patience,
                after: { delay, body in _ = loop.after(delay, body) }))
    }

    private func settled(_ key: DeliveryKey, _ outcome: AttemptOutcome) {
        journal.note(key, outcome)
        if isStopping { stopWhenIdle() } else { askForPlan() }
        settledLately += 1
        if settledLately == Service.burst { restAfterBurst(settledLately) }
    }

    /// What a burst read in and allocated goes back once nothing has ended for a while.
    private func restAfterBurst(_ seen: Int) {
        _ = parts.loop.after(.seconds(10)) { [weak self] in
            guard let self else { return }
            if settledLately != seen { return restAfterBurst(settledLately) }
            settledLately = 0
            StartupCode.letGo()
            FreedMemory.letGo()
        }
    }

    /// So many outcomes without a rest are a burst.
    private static let burst = 100
}
