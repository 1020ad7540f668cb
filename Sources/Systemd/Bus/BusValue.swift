import CSystemd

/// A value that goes into a message, of the types that are needed here.
public indirect enum BusValue: Sendable, Hashable {
    case string(String)
    case byte(UInt8)
    case boolean(Bool)
    case int32(Int32)
    case uint32(UInt32)
    case strings([String])
    /// `a{sv}`, in this order.
    case variants([Entry])

    public struct Entry: Sendable, Hashable {
        public var name: String
        public var value: BusValue

        public init(_ name: String, _ value: BusValue) {
            self.name = name
            self.value = value
        }
    }

    /// The type as the D-Bus specification writes it.
    var signature: String {
        switch self {
        case .string: "s"
        case .byte: "y"
        case .boolean: "b"
        case .int32: "i"
        case .uint32: "u"
        case .strings: "as"
        case .variants: "a{sv}"
        }
    }

    /// Adds the value to a message.
    ///
    /// - Returns: Below zero, a negative errno value.
    func append(to message: OpaquePointer) -> Int32 {
        switch self {
        case .string(let text): return Self.append(text, to: message)
        case .byte(var byte): return sd_bus_message_append_basic(message, Self.type("y"), &byte)
        case .boolean(let flag):
            var number: Int32 = flag ? 1 : 0
            return sd_bus_message_append_basic(message, Self.type("b"), &number)
        case .int32(var number): return sd_bus_message_append_basic(message, Self.type("i"), &number)
        case .uint32(var number): return sd_bus_message_append_basic(message, Self.type("u"), &number)
        case .strings(let texts):
            return Self.inside(message, "a", "s") {
                for text in texts {
                    let result = Self.append(text, to: message)
                    if result < 0 { return result }
                }
                return 0
            }
        case .variants(let entries):
            return Self.inside(message, "a", "{sv}") {
                for entry in entries {
                    let result = Self.inside(message, "e", "sv") {
                        let named = Self.append(entry.name, to: message)
                        if named < 0 { return named }
                        return Self.inside(message, "v", entry.value.signature) { entry.value.append(to: message) }
                    }
                    if result < 0 { return result }
                }
                return 0
            }
        }
    }

    /// A text ends at its first zero byte, which no text of a message may hold.
    private static func append(_ text: String, to message: OpaquePointer) -> Int32 {
        text.withCString { sd_bus_message_append_basic(message, type("s"), $0) }
    }

    private static func inside(
        _ message: OpaquePointer, _ container: Unicode.Scalar, _ contents: String, _ body: () -> Int32
    ) -> Int32 {
        let opened = sd_bus_message_open_container(message, type(container), contents)
        if opened < 0 { return opened }
        let result = body()
        return result < 0 ? result : sd_bus_message_close_container(message)
    }

    private static func type(_ scalar: Unicode.Scalar) -> CChar { CChar(UInt8(ascii: scalar)) }
}
