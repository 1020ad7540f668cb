import CSystemd

/// A message that has arrived, to be read from front to back, within the callback that it is given to.
public struct BusMessage {
    private let message: OpaquePointer

    init(_ message: OpaquePointer) { self.message = message }

    /// The unique name of whoever sent it; nil for the bus library's own.
    public var sender: String? { sd_bus_message_get_sender(message).map { String(cString: $0) } }

    /// The signal's or method's name.
    public var member: String { sd_bus_message_get_member(message).map { String(cString: $0) } ?? "" }

    /// The next value, where it is a text; nil for any other, which is left where it is.
    public func string() -> String? {
        guard next == UInt8(ascii: "s") else { return nil }
        var text: UnsafePointer<CChar>?
        guard sd_bus_message_read_basic(message, CChar(UInt8(ascii: "s")), &text) > 0, let text else { return nil }
        return String(cString: text)
    }

    /// The next value, where it is a number without sign.
    public func uint32() -> UInt32? {
        guard next == UInt8(ascii: "u") else { return nil }
        var number: UInt32 = 0
        return sd_bus_message_read_basic(message, CChar(UInt8(ascii: "u")), &number) > 0 ? number : nil
    }

    /// The next value, where it is a list of texts.
    public func strings() -> [String]? {
        guard next == UInt8(ascii: "a"),
            sd_bus_message_enter_container(message, CChar(UInt8(ascii: "a")), "s") > 0
        else { return nil }
        var texts: [String] = []
        while let text = string() { texts.append(text) }
        return sd_bus_message_exit_container(message) >= 0 ? texts : nil
    }

    private var next: UInt8? {
        var type: CChar = 0
        var contents: UnsafePointer<CChar>?
        return sd_bus_message_peek_type(message, &type, &contents) > 0 ? UInt8(bitPattern: type) : nil
    }

    /// The error that the message tells of, if it does.
    var fault: BusFault? {
        guard let error = sd_bus_message_get_error(message), let name = error.pointee.name else { return nil }
        let text = error.pointee.message.map { String(cString: $0) } ?? ""
        return .refused(name: String(cString: name), reason: text)
    }
}

/// Why a call has no reply to read.
public enum BusFault: Error, Sendable, Hashable {
    /// The far end, or the bus in its place, answered with an error.
    case refused(name: String, reason: String)
    /// Nobody answered in time; the call may have been heard all the same.
    case timedOut
    /// The connection ended, or was not there; the call may have been heard all the same.
    case lost
    /// The call never left: what it was to say cannot be said on a bus.
    case unsayable(reason: String)
}
