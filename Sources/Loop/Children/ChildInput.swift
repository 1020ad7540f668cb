import CLinux
import Glibc

/// The pipe that a child reads from, written as it drains.
final class ChildInput {
    private let end: Descriptor
    private let loop: EpollLoop
    private var watching: Watch?
    private var pending: [UInt8] = []
    private var written = 0
    private var closesWhenDrained = false

    init(_ end: Descriptor, _ loop: EpollLoop) {
        self.end = end
        self.loop = loop
    }

    func watch() throws(SystemError) {
        // A reader that is gone shows as an error; the write then says so (EPIPE).
        watching = try loop.watch(end.number, []) { [self] _ in flush() }
    }

    var isOpen: Bool { end.isOpen && !closesWhenDrained }
    var waiting: Int { pending.count - written }

    func write(_ bytes: [UInt8]) {
        guard isOpen else { return }
        if waiting == 0 { (pending, written) = (bytes, 0) } else { pending += bytes }
        flush()
    }

    /// Closes once everything is written.
    func closeWhenDrained() {
        closesWhenDrained = true
        flush()
    }

    func close() {
        watching?.cancel()
        watching = nil
        end.close()
        (pending, written) = ([], 0)
    }

    private func flush() {
        while end.isOpen, written < pending.count {
            let count = pending.withUnsafeBytes { bytes in
                Glibc.write(end.number, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno == EINTR {
                continue
            } else if errno == EAGAIN {
                if (try? watching?.update(.write)) == nil { close() }
                return
            } else {
                // The child does not want the rest.
                close()
            }
        }
        guard end.isOpen else { return }
        (pending, written) = ([], 0)
        if closesWhenDrained { close() } else { try? watching?.update([]) }
    }
}
