import Wording

/// A mail server as the schedule names it: `smtp://host:port` or `smtps://host:port`.
struct ServerAddress {
    let host: String
    let port: Int
    let isTLS: Bool

    /// Whether the server is on this machine, so that nothing crosses a network.
    var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

    /// The address in a text, or nil after reporting what is wrong with it.
    init?(_ text: Text, _ findings: Findings) {
        let bytes = Array(text.text.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        func report(_ fault: ServerFault, _ range: Range<Int>) {
            findings.report(.badServer(fault), at: range.isEmpty ? text.spot : text.spot(of: range))
        }
        let mark = Array("://".utf8)
        guard let colon = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else {
            report(.noScheme(say: "smtp://\(text.text)"), 0..<bytes.count)
            return nil
        }
        let scheme = part(0..<colon).lowercased()
        guard scheme == "smtp" || scheme == "smtps" else {
            report(.unknownScheme(scheme, near: nearest(to: scheme, among: ["smtp", "smtps"])), 0..<colon)
            return nil
        }
        isTLS = scheme == "smtps"
        let start = colon + 3
        let end = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
        if let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) {
            report(.credentials, start..<at + 1)
            return nil
        }
        if end < bytes.count, part(end..<bytes.count) != "/" {
            report(.path(part(end..<bytes.count)), end..<bytes.count)
            return nil
        }
        var hostRange = start..<end
        var portRange: Range<Int>?
        if start < end, bytes[start] == UInt8(ascii: "["),
            let close = bytes[start..<end].firstIndex(of: UInt8(ascii: "]"))
        {
            hostRange = start + 1..<close
            if close + 1 < end {
                guard bytes[close + 1] == UInt8(ascii: ":") else {
                    report(.badHost(part(start..<end)), start..<end)
                    return nil
                }
                portRange = close + 2..<end
            }
            guard bytes[hostRange].allSatisfy({ 48...57 ~= $0 || 97...102 ~= $0 | 32 || $0 == 58 || $0 == 46 }) else {
                report(.badHost(part(hostRange)), hostRange)
                return nil
            }
        } else {
            if let colon = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) {
                hostRange = start..<colon
                portRange = colon + 1..<end
            }
            let labels = bytes[hostRange].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            let isName = labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != 45 && label.last != 45
                    && label.allSatisfy { 48...57 ~= $0 || 97...122 ~= $0 | 32 || $0 == 45 || $0 == 95 }
            }
            guard isName || hostRange.isEmpty, hostRange.count <= 253 else {
                report(.badHost(part(hostRange)), hostRange)
                return nil
            }
        }
        guard !hostRange.isEmpty else {
            report(.noHost, 0..<0)
            return nil
        }
        host = part(hostRange).lowercased()
        guard let portRange else {
            // 465 is TLS from the start, 25 the machine's own mailer, 587 submission (RFC 8314, RFC 6409).
            let isLocal = host == "localhost" || host == "::1" || host.hasPrefix("127.")
            port = isTLS ? 465 : isLocal ? 25 : 587
            return
        }
        guard bytes[portRange].allSatisfy({ 48...57 ~= $0 }), let number = Int(part(portRange)), 1...65_535 ~= number
        else {
            report(.badPort(part(portRange)), portRange)
            return nil
        }
        port = number
    }
}
