import Glibc

/// What stands on the desktop, written where the session keeps what lasts as long as it does, so that the next service
/// can take it back.
///
/// The first line says whose numbers these are: this bus, this server on it. Of any other they would be somebody else's
/// notices. Each further line is a token and its number. A file that cannot be read or written is none.
struct NoticeFile {
    let path: String

    /// A bus by its GUID and a server by its unique name: no other ever has both.
    struct Owner: Hashable {
        var bus: String
        var server: String

        var line: String { "\(bus) \(server)" }
    }

    private static let sizeLimit = 64 << 10

    /// The notices of `owner`; empty where the file is another's.
    func read(_ owner: Owner) -> [(token: String, number: UInt32)] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Self.sizeLimit)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return [] }
        let lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
        guard let first = lines.first, first == owner.line else { return [] }
        return lines.dropFirst().compactMap { line in
            let parts = line.split(separator: " ")
            guard parts.count == 2, let number = UInt32(parts[1]), number != 0 else { return nil }
            return (String(parts[0]), number)
        }
    }

    /// Puts `notices` in the place of what was there.
    func write(_ owner: Owner, _ notices: [String: UInt32]) {
        let lines = [owner.line] + notices.sorted { $0.value < $1.value }.map { "\($0.key) \($0.value)" }
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        let fresh = path + ".new"
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let isWhole = Glibc.write(descriptor, bytes, bytes.count) == bytes.count
        close(descriptor)
        if isWhole { rename(fresh, path) } else { unlink(fresh) }
    }
}
