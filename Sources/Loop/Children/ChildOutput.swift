import CLinux
import Glibc

/// One pipe that a child writes to, read as it fills so that the child never waits for us.
final class ChildOutput {
    private let end: Descriptor
    private var watching: Watch?
    private let loop: EpollLoop
    private var lines: LineSplitter?
    private let deliver: (([UInt8]) -> Void)?
    private let limit: Int
    private(set) var kept: [UInt8] = []
    private(set) var wasCut = false

    init(_ end: Descriptor, _ kind: ChildCommand.Output, _ loop: EpollLoop) {
        self.end = end
        self.loop = loop
        switch kind {
        case .discarded: (limit, deliver) = (0, nil)
        case .captured(let limit): (self.limit, deliver) = (max(limit, 0), nil)
        case .stream(let body): (limit, deliver) = (0, body)
        case .lines(let limit, let body):
            (self.limit, deliver) = (0, body)
            lines = LineSplitter(limit: limit)
        }
    }

    func watch() throws(SystemError) {
        watching = try loop.watch(end.number, .read) { [self] _ in readOnce(atMost: .max) }
    }

    /// Reads what the pipe holds at this moment and closes it: somebody else may keep it open for ever.
    func finish() {
        var left = end.isOpen ? Int(linux_bytes_waiting(end.number)) : 0
        while left > 0, end.isOpen {
            let count = readOnce(atMost: left)
            if count <= 0 { break }
            left -= count
        }
        close()
    }

    func close() {
        watching?.cancel()
        watching = nil
        end.close()
    }

    @discardableResult
    private func readOnce(atMost most: Int) -> Int {
        let buffer = loop.scratch
        let count = read(end.number, buffer.baseAddress, min(buffer.count, most))
        if count > 0 {
            take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
            close()
        }
        return count
    }

    private func take(_ bytes: UnsafeRawBufferPointer) {
        if lines != nil {
            // Collected first: a callback may use the loop's scratch bytes itself.
            var complete: [[UInt8]] = []
            lines?.take(bytes) { line in
                if let line { complete.append(line) } else { wasCut = true }
                return true
            }
            for line in complete { deliver?(line) }
        } else if let deliver {
            deliver([UInt8](bytes))
        } else {
            let room = limit - kept.count
            if bytes.count > room { wasCut = true }
            kept.append(contentsOf: bytes.prefix(max(room, 0)))
        }
    }
}
