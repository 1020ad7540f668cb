import CLinux
import Glibc

/// Lines from a descriptor, and whether its far end is still there.
final class LineInput {
    let descriptor: Int32
    private let longest: Int
    private var buffer: [UInt8] = []
    private var scanned = 0
    private(set) var isEnded = false

    init(descriptor: Int32, longest: Int = 4 << 20) {
        self.descriptor = descriptor
        self.longest = longest
    }

    /// The next line without its newline; nil when the far end is gone, or sends more than a line may hold.
    func next() -> [UInt8]? {
        while true {
            if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(buffer[..<end])
                buffer.removeSubrange(...end)
                scanned = 0
                return line
            }
            scanned = buffer.count
            if isEnded || buffer.count > longest { return nil }
            take()
        }
    }

    /// Whether the far end is gone, without waiting; what it has sent meanwhile is kept.
    func hasEnded() -> Bool {
        while !isEnded, buffer.count <= longest {
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, 0) > 0 else { break }
            take()
        }
        return isEnded
    }

    private func take() {
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        let count = read(descriptor, &chunk, chunk.count)
        if count > 0 {
            buffer += chunk[..<count]
        } else if count == 0 || errno != EINTR {
            isEnded = true
        }
    }
}

/// Lines to a descriptor.
struct LineOutput {
    let descriptor: Int32

    /// Writes all of it; false where the far end is gone.
    func write(_ line: [UInt8]) -> Bool {
        let bytes = line + [UInt8(ascii: "\n")]
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count > 0 { written += count } else if count == 0 || errno != EINTR { return false }
        }
        return true
    }
}
