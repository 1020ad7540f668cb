import CLinux
import Glibc
import Loop

/// Notices that the machine moved to another zone, or that its zone data were updated, without looking again and again
/// (inotify(7)).
final class ZoneWatch {
    private let descriptor: Int32
    private var watch: Watch?

    /// - Parameters:
    ///   - paths: Files whose change matters; their folders are watched, since they are replaced rather than written.
    ///   - changed: Called on the loop, once for a burst of changes.
    /// - Returns: Nil where inotify is not to be had; then zones are looked at with each wake-up alone.
    init?(_ paths: [String], on loop: EpollLoop, changed: @escaping () -> Void) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        let folders = Set(paths.compactMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } })
        let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE)
        for folder in folders where !folder.isEmpty { inotify_add_watch(descriptor, folder, events) }
        let names = Set(paths.compactMap { $0.split(separator: "/").last.map(String.init) })
        let descriptor = descriptor
        do throws(SystemError) {
            watch = try loop.watch(descriptor, .read) { _ in
                if Self.drain(descriptor).contains(where: names.contains) { changed() }
            }
        } catch {
            close(descriptor)
            return nil
        }
    }

    func cancel() {
        watch?.cancel()
        watch = nil
        close(descriptor)
    }

    /// Reads all that waits.
    ///
    /// - Returns: The names of what changed.
    private static func drain(_ descriptor: Int32) -> [String] {
        var names: [String] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return names }
            var at = 0
            while at + 16 <= count {
                // struct inotify_event: wd, mask, cookie, len, then the name, padded with zeros.
                let length = buffer.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self)) }
                let name = buffer[(at + 16)..<min(at + 16 + length, count)].prefix { $0 != 0 }
                names.append(String(decoding: name, as: UTF8.self))
                at += 16 + length
            }
        }
    }
}
