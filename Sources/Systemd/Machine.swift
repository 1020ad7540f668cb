import Glibc

/// The machine that this process runs on.
public enum Machine {
    /// Its name (gethostname(2)), without a domain; empty where it has none.
    public static var name: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "" }
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let whole = PlainText.line(String(decoding: bytes, as: UTF8.self))
        return whole.split(separator: ".").first.map(String.init) ?? ""
    }
}
