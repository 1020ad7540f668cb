import Daemon
@preconcurrency import Glibc
import Wording

/// What is printed lies in a buffer at first, so that only its end tells whether it arrived.
enum Output {
    /// What kept a line from being written; the end alone would not know it any more.
    nonisolated(unsafe) private static var failure: Int32?

    /// Writes at once, for a program that waits for each line.
    ///
    /// - Returns: Whether it was written.
    static func write(_ text: String) -> Bool {
        print(text, terminator: "")
        guard fflush(stdout) != 0 else { return true }
        failure = failure ?? errno
        return false
    }

    /// Writes what is left, and says what kept any of it from being written: nil where all was, and where whoever read
    /// it has gone.
    static func end() -> FileProblem? {
        let isWritten = fflush(stdout) == 0
        let code = errno
        if isWritten, ferror(stdout) == 0 { return nil }
        return hasReader ? FileProblem(code: failure ?? (isWritten ? EIO : code)) : nil
    }

    private static var hasReader: Bool {
        var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        return poll(&output, 1, 0) <= 0 || Int32(output.revents) & (POLLERR | POLLHUP) == 0
    }
}
