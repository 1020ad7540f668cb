import CLinux
import Glibc

/// The blocking other side, for a command line: connect, send a line, read the lines of the answer.
///
/// One time limit covers everything from the connection to the last line.
public final class UnixClient {
    /// Why no answer came.
    public enum Failure: Error, Equatable {
        /// Nobody listens there: no such socket, or one left behind.
        case noService
        case timedOut
        /// A line of the answer was longer than the limit.
        case lineTooLong
        /// Everything else, EACCES among it.
        case system(SystemError)
    }

    private let descriptor: Descriptor
    private let deadline: Int64
    private var lines: LineSplitter
    private var received: [[UInt8]] = []
    private var next = 0

    /// - Parameters:
    ///   - limit: How long the whole exchange may take.
    ///   - longestLine: The longest line of an answer, in bytes.
    public init(
        path: String, limit: Duration = .seconds(30), longestLine: Int = 1024 * 1024
    ) throws(Failure) {
        deadline = UnixClient.now.addingReportingOverflow(limit.clampedNanoseconds).partialValue
        lines = LineSplitter(limit: longestLine)
        do throws(SystemError) {
            descriptor = try Descriptor(
                socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0), "socket")
        } catch { throw .system(error) }
        guard !path.utf8.contains(0) else { throw .noService }
        // A full queue makes connect(2) wait; poll(2) cannot, so the socket's own limit does.
        try setSendLimit()
        while linux_connect_unix(descriptor.number, path) != 0 {
            switch errno {
            case ENOENT, ECONNREFUSED, ENOTDIR: throw .noService
            case EAGAIN: throw .timedOut
            case EINTR: try setSendLimit()
            default: throw .system(.last("connect \(path)"))
            }
        }
        guard linux_set_nonblocking(descriptor.number) == 0 else { throw .system(.last("fcntl")) }
    }

    /// Sends `bytes` and a newline. That the service has hung up shows when its answer is read.
    public func send(line bytes: [UInt8]) throws(Failure) {
        let whole = bytes + [UInt8(ascii: "\n")]
        var written = 0
        while written < whole.count {
            let count = whole.withUnsafeBytes { buffer in
                Glibc.send(
                    descriptor.number, buffer.baseAddress?.advanced(by: written), buffer.count - written,
                    Int32(MSG_NOSIGNAL))
            }
            if count >= 0 {
                written += count
            } else if errno == EAGAIN {
                try wait(for: Int16(POLLOUT))
            } else if errno == EPIPE || errno == ECONNRESET {
                return
            } else if errno != EINTR {
                throw .system(.last("send"))
            }
        }
    }

    /// The next line without its newline, or `nil` when the service has closed the connection.
    public func readLine() throws(Failure) -> [UInt8]? {
        while true {
            if next < received.count {
                defer { next += 1 }
                return received[next]
            }
            (received, next) = ([], 0)
            var buffer = [UInt8](repeating: 0, count: 16 * 1024)
            let count = read(descriptor.number, &buffer, buffer.count)
            if count > 0 {
                var lines: [[UInt8]] = []
                let isGood = buffer.withUnsafeBytes { bytes in
                    self.lines.take(UnsafeRawBufferPointer(rebasing: bytes[..<count])) { line in
                        guard let line else { return false }
                        lines.append(line)
                        return true
                    }
                }
                guard isGood else { throw .lineTooLong }
                received = lines
            } else if count == 0 || errno == ECONNRESET {
                return nil
            } else if errno == EAGAIN {
                try wait(for: Int16(POLLIN))
            } else if errno != EINTR {
                throw .system(.last("read"))
            }
        }
    }

    public func close() { descriptor.close() }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    private func wait(for events: Int16) throws(Failure) {
        let left = deadline - UnixClient.now
        guard left > 0 else { throw .timedOut }
        var entry = pollfd(fd: descriptor.number, events: events, revents: 0)
        // Rounded up: the limit is looked at again after each wait.
        let count = poll(&entry, 1, Int32(clamping: left / 1_000_000 + 1))
        if count < 0, errno != EINTR { throw .system(.last("poll")) }
    }

    private func setSendLimit() throws(Failure) {
        let left = deadline - UnixClient.now
        guard left > 0 else { throw .timedOut }
        // Zero would mean no limit.
        let microseconds = max(left / 1000, 1)
        var limit = timeval(tv_sec: Int(microseconds / 1_000_000), tv_usec: Int(microseconds % 1_000_000))
        let size = socklen_t(MemoryLayout<timeval>.size)
        guard setsockopt(descriptor.number, SOL_SOCKET, SO_SNDTIMEO, &limit, size) == 0 else {
            throw .system(.last("setsockopt SO_SNDTIMEO"))
        }
    }
}
