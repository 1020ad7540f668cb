import Loop
import Systemd

/// The user's desktop: whoever shows notices there (Desktop Notifications Specification 1.2), if anybody does, and
/// what stands there now.
///
/// No server is ever started from here: one is sent to only where it has its name already.
final class Desktop {
    static let name = "org.freedesktop.Notifications"
    static let path = "/org/freedesktop/Notifications"

    /// Whoever shows notices.
    struct Server: Hashable {
        /// Its unique name: another one is another server, or the same one anew.
        var owner: String
        var capabilities: Set<String>
        /// As it calls itself.
        var name: String
        /// The bus it is on, by its GUID; empty where that is not known.
        var bus = ""
    }

    enum Presence: Hashable {
        /// Not known yet; it soon is.
        case unknown
        case absent(String)
        case present(Server)
    }

    private(set) var presence = Presence.unknown
    let notices = NoticeBook()
    let loop: EpollLoop
    let bus: Bus
    private var owner: String?
    private var waiting: [(Presence) -> Void] = []
    private var listeners: [() -> Void] = []
    private var retry: Delay?
    private var pause = Desktop.firstPause
    private let file: NoticeFile?

    private static let firstPause = Duration.seconds(10)
    private static let longestPause = Duration.seconds(300)
    /// How long a server may take to say what it can do.
    private static let patience = Duration.seconds(5)

    /// - Parameter file: Where what stands is written down for the next service.
    init(_ bus: Bus, on loop: EpollLoop, keeping file: String? = nil) {
        self.bus = bus
        self.loop = loop
        self.file = file.map(NoticeFile.init)
        notices.onChange = { [weak self] in self?.keep() }
        bus.onState = { [weak self] in self?.busChanged($0) }
        bus.watchOwner(of: Desktop.name) { [weak self] in self?.ownerChanged($0) }
        bus.onSignals("type='signal',interface='\(Desktop.name)',path='\(Desktop.path)'") { [weak self] message in
            self?.heard(message)
        }
        busChanged(bus.state)
    }

    /// Calls `body` when it is known whether somebody shows notices: at once where it is.
    func whenKnown(_ body: @escaping (Presence) -> Void) {
        if presence == .unknown { waiting.append(body) } else { body(presence) }
    }

    /// Calls `body` each time that a server has appeared; soon, where there is one.
    func onAppearance(_ body: @escaping () -> Void) {
        listeners.append(body)
        if case .present = presence { loop.deferred(body) }
    }

    /// Calls a method of a server, by its unique name.
    func call(
        _ server: Server, _ member: String, _ arguments: [BusValue] = [], within limit: Duration,
        _ reply: @escaping (Result<BusMessage, BusFault>) -> Void
    ) {
        bus.call(BusCall(to: server.owner, Desktop.path, Desktop.name, member, arguments), within: limit, reply)
    }

    /// Takes a notice from the desktop.
    func close(_ token: String) {
        guard let id = notices.remove(token), case .present(let server) = presence else { return }
        call(server, "CloseNotification", [.uint32(id)], within: Desktop.patience) { _ in }
    }

    // MARK: - Who is there

    private func busChanged(_ state: Bus.State) {
        switch state {
        case .absent(let reason):
            forget()
            settle(.absent(reason))
        case .connecting, .ready:
            // Who has the name is told next.
            settle(.unknown)
        }
    }

    private func ownerChanged(_ new: String?) {
        forget()
        owner = new
        guard let new else { return settle(.absent("nobody shows notices here yet")) }
        settle(.unknown)
        ask(new)
    }

    private func forget() {
        owner = nil
        retry?.cancel()
        retry = nil
        pause = Desktop.firstPause
        notices.clear()
    }

    private func ask(_ owner: String) {
        var server = Server(owner: owner, capabilities: [], name: "")
        call(server, "GetCapabilities", within: Desktop.patience) { [weak self] result in
            guard let self, self.owner == owner else { return }
            switch result {
            case .success(let message): server.capabilities = Set(message.strings() ?? [])
            case .failure(.refused): break
            case .failure: return self.askAgain(owner)
            }
            self.call(server, "GetServerInformation", within: Desktop.patience) { [weak self] result in
                guard let self, self.owner == owner else { return }
                if case .success(let message) = result { server.name = message.string() ?? "" }
                self.identify(server)
            }
        }
    }

    /// Finds out which bus this is: another one may have a server of the same unique name.
    private func identify(_ server: Server) {
        guard file != nil else { return appeared(server) }
        let name = "org.freedesktop.DBus"
        let call = BusCall(to: name, "/org/freedesktop/DBus", name, "GetId")
        bus.call(call, within: Desktop.patience) { [weak self] result in
            guard let self, self.owner == server.owner else { return }
            var server = server
            if case .success(let message) = result { server.bus = message.string() ?? "" }
            self.appeared(server)
        }
    }

    private func keep() {
        guard let file, case .present(let server) = presence, let owner = server.noticeOwner else { return }
        file.write(owner, notices.numbers)
    }

    /// A server that does not say what it can do is no server yet.
    private func askAgain(_ owner: String) {
        settle(.absent("whoever shows notices here does not answer"))
        retry = loop.after(pause) { [weak self] in
            guard let self, self.owner == owner else { return }
            self.ask(owner)
        }
        pause = min(pause * 2, Desktop.longestPause)
    }

    private func appeared(_ server: Server) {
        pause = Desktop.firstPause
        if let file, let owner = server.noticeOwner { notices.restore(file.read(owner)) }
        settle(.present(server))
        for listener in listeners { listener() }
        notices.tellStanding()
    }

    private func settle(_ new: Presence) {
        presence = new
        guard new != .unknown else { return }
        let waited = waiting
        waiting = []
        for body in waited { body(new) }
    }

    // MARK: - What is heard

    private func heard(_ message: BusMessage) {
        // Anybody on the bus may send such a signal; only the server's counts.
        guard let owner, message.sender == owner, let id = message.uint32() else { return }
        switch message.member {
        case "ActionInvoked": notices.pressed(id, message.string() ?? "")
        case "NotificationClosed": notices.closed(id, reason: message.uint32() ?? 0)
        default: break
        }
    }
}

extension Desktop.Server {
    /// Whose notices these are; nil where it is not known which bus this is.
    fileprivate var noticeOwner: NoticeFile.Owner? {
        bus.isEmpty || bus.contains(" ") ? nil : NoticeFile.Owner(bus: bus, server: owner)
    }
}
