/// A well-known name, and who has it.
final class BusName {
    let name: String
    let onOwner: (String?) -> Void
    /// Whether it is known who has it, or that nobody does.
    var isAsked = false

    init(_ name: String, _ onOwner: @escaping (String?) -> Void) {
        self.name = name
        self.onOwner = onOwner
    }
}

extension Bus {
    private static let bus = "org.freedesktop.DBus"

    /// Calls `body` with the unique name of whoever has `name`, or nil for nobody: once after each time that the bus
    /// is ready, and at each change. Nobody is started by that.
    public func watchOwner(of name: String, _ body: @escaping (String?) -> Void) {
        let watched = BusName(name, body)
        names.append(watched)
        onSignals(
            "type='signal',sender='\(Self.bus)',path='/org/freedesktop/DBus',interface='\(Self.bus)',"
                + "member='NameOwnerChanged',arg0='\(name)'"
        ) { [weak watched] message in
            guard let watched, watched.isAsked, message.string() == name, message.string() != nil,
                let owner = message.string()
            else { return }
            watched.onOwner(owner.isEmpty ? nil : owner)
        }
        if state == .ready { ask(watched) }
    }

    func ask(_ name: BusName) {
        let call = BusCall(to: Self.bus, "/org/freedesktop/DBus", Self.bus, "GetNameOwner", [.string(name.name)])
        self.call(call, within: .seconds(25)) { [weak self, weak name] result in
            guard let self, let name else { return }
            switch result {
            case .success(let message):
                name.isAsked = true
                name.onOwner(message.string())
            case .failure(.refused):
                name.isAsked = true
                name.onOwner(nil)
            case .failure(.timedOut): ask(name)
            case .failure(.lost), .failure(.unsayable): break
            }
        }
    }
}
