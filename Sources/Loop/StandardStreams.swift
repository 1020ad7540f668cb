import Glibc

/// Standard output and standard error, written at once and whole.
public enum StandardStream: Int32, Sendable {
    case output = 1
    case error = 2

    /// Writes `text` and a newline; a stream that nobody reads any more is passed over.
    public func write(line text: String) { write(Array(text.utf8) + [UInt8(ascii: "\n")]) }

    /// Writes `bytes`.
    public func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
