import CLinux
import Glibc
import Loop

/// Where the user's own bus is.
public enum BusAddress {
    /// `DBUS_SESSION_BUS_ADDRESS`, else the socket in the user's runtime directory, whether or not it is there yet.
    public static func user() -> String {
        user(ProcessEnvironment.all(), id: geteuid())
    }

    static func user(_ environment: [String: String], id: uid_t) -> String {
        if let address = environment["DBUS_SESSION_BUS_ADDRESS"], !address.isEmpty { return address }
        let runtime = environment["XDG_RUNTIME_DIR"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return "unix:path=" + escaped((runtime ?? "/run/user/\(id)") + "/bus")
    }

    /// Whether a bus is there to be connected to.
    ///
    /// An address that names no file is believed.
    public static func isThere(_ address: String = user()) -> Bool {
        let prefix = "unix:path="
        guard address.hasPrefix(prefix) else { return true }
        let path = String(address.dropFirst(prefix.count).prefix { $0 != "," && $0 != ";" })
        return access(unescaped(path), F_OK) == 0
    }

    /// A value of an address: all but a few characters are written as `%` and two digits (D-Bus specification,
    /// "Server Addresses").
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes.append(byte)
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "*"):
                bytes.append(byte)
            default:
                let digits = String(byte, radix: 16)
                bytes += Array("%\(byte < 16 ? "0" : "")\(digits)".utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func unescaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
