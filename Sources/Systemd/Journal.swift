import CLinux
import CSystemd
import Glibc

/// Where records go: the journal, with fields, when stderr leads there; else lines on stderr.
///
/// Neither ever gets a raw control character.
public struct Journal: Sendable {
    /// syslog(3)'s levels.
    public enum Priority: Int32, Sendable, CaseIterable {
        case emergency, alert, critical, error, warning, notice, info, debug
    }

    /// The name that records carry (`SYSLOG_IDENTIFIER`).
    public let identifier: String
    /// Whether records go to the journal's own socket.
    public let isConnected: Bool

    /// - Parameter identifier: The program's name.
    public init(identifier: String) {
        self.init(identifier: identifier, isConnected: Journal.stream(getenv("JOURNAL_STREAM"), is: STDERR_FILENO))
    }

    init(identifier: String, isConnected: Bool) {
        self.identifier = PlainText.line(identifier)
        self.isConnected = isConnected
    }

    /// Writes one record. In the journal it has `fields` beside the usual ones; a line on stderr
    /// has the message alone.
    ///
    /// Field names are made what the journal takes: capitals, digits and underscores, no
    /// underscore or digit first, 64 characters at most; a field without a name is left out.
    public func write(_ priority: Priority, _ message: String, fields: [(String, String)] = []) {
        let message = PlainText.line(message)
        guard isConnected else { return Journal.writeLine(message) }
        var entries = [
            "MESSAGE=" + message, "PRIORITY=\(priority.rawValue)", "SYSLOG_IDENTIFIER=" + identifier,
        ]
        for (name, value) in fields {
            guard let name = Journal.fieldName(name) else { continue }
            entries.append("\(name)=\(PlainText.line(value))")
        }
        if !Journal.send(entries) {
            // stderr leads to the journal too: it reads the level from the line's start (sd-daemon(3)).
            Journal.writeLine("<\(priority.rawValue)>" + message)
        }
    }

    static func fieldName(_ name: String) -> String? {
        let mapped = name.utf8.map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: UInt8(ascii: "_")
            }
        }
        let start = mapped.drop { $0 == UInt8(ascii: "_") || $0 < UInt8(ascii: "A") }
        return start.isEmpty ? nil : String(decoding: start.prefix(64), as: UTF8.self)
    }

    private static func send(_ entries: [String]) -> Bool {
        // One stretch of memory, and pieces that point into it.
        var bytes: [UInt8] = []
        var lengths: [Int] = []
        for entry in entries {
            bytes += entry.utf8
            lengths.append(entry.utf8.count)
        }
        return bytes.withUnsafeMutableBytes { memory in
            guard var start = memory.baseAddress else { return false }
            var pieces: [iovec] = []
            for length in lengths {
                pieces.append(iovec(iov_base: start, iov_len: length))
                start += length
            }
            return sd_journal_sendv(pieces, Int32(pieces.count)) >= 0
        }
    }

    private static func writeLine(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(STDERR_FILENO, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                // Nobody reads, or not now: a log must not hold up what it reports on.
                return
            }
        }
    }

    /// Whether `JOURNAL_STREAM` (`device:inode`) names what `descriptor` leads to (systemd.exec(5)).
    static func stream(_ value: UnsafePointer<CChar>?, is descriptor: Int32) -> Bool {
        guard let value else { return false }
        let parts = String(cString: value).split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let device = UInt64(parts[0]), let inode = UInt64(parts[1]) else { return false }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        return UInt64(status.st_dev) == device && UInt64(status.st_ino) == inode
    }
}
