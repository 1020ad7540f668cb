import CSystemd

/// A method to call, and what with.
public struct BusCall: Sendable, Hashable {
    /// A unique name, or a well-known one: a call never starts a service that is not there.
    public var destination: String
    public var path: String
    public var interface: String
    public var member: String
    public var arguments: [BusValue]

    public init(to destination: String, _ path: String, _ interface: String, _ member: String, _ arguments: [BusValue] = []) {
        self.destination = destination
        self.path = path
        self.interface = interface
        self.member = member
        self.arguments = arguments
    }

    /// The message; the caller lets go of it. Below zero in `.failure`, a negative errno value.
    func message(on bus: OpaquePointer) -> Result<OpaquePointer, NegativeErrno> {
        var message: OpaquePointer?
        let made = sd_bus_message_new_method_call(bus, &message, destination, path, interface, member)
        guard made >= 0, let message else { return .failure(NegativeErrno(made)) }
        var result = sd_bus_message_set_auto_start(message, 0)
        for argument in arguments where result >= 0 { result = argument.append(to: message) }
        guard result >= 0 else {
            sd_bus_message_unref(message)
            return .failure(NegativeErrno(result))
        }
        return .success(message)
    }

    struct NegativeErrno: Error {
        var code: Int32
        init(_ result: Int32) { code = -result }
    }
}

/// A call under way; the bus keeps it until its reply has come, so that the library's pointer to it stays good.
final class PendingCall {
    let number: UInt64
    /// When nobody waits for it any longer.
    let end: Duration
    let reply: (Result<BusMessage, BusFault>) -> Void
    unowned let bus: Bus

    init(_ number: UInt64, _ bus: Bus, until end: Duration, _ reply: @escaping (Result<BusMessage, BusFault>) -> Void) {
        self.number = number
        self.end = end
        self.bus = bus
        self.reply = reply
    }

    static let callback: sd_bus_message_handler_t = { message, data, _ in
        guard let message, let data else { return 0 }
        let call = Unmanaged<PendingCall>.fromOpaque(data).takeUnretainedValue()
        call.bus.ended(call, BusMessage(message))
        return 1
    }
}

/// A rule for signals; it lives as long as its bus.
final class SignalMatch {
    let rule: String
    let body: (BusMessage) -> Void

    init(_ rule: String, _ body: @escaping (BusMessage) -> Void) {
        self.rule = rule
        self.body = body
    }

    static let callback: sd_bus_message_handler_t = { message, data, _ in
        guard let message, let data else { return 0 }
        Unmanaged<SignalMatch>.fromOpaque(data).takeUnretainedValue().body(BusMessage(message))
        return 0
    }
}
