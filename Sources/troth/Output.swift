import Daemon
@preconcurrency import Glibc
import Wording

/// What is printed lies in a buffer at first, so that only its end tells whether it arrived.
enum Output {
    /// Writes at once, for a program that waits for each line.
    ///
    /// - Returns: Whether it was written.
    static func write(_ text: String) -> Bool {
        print(text, terminator: "")
        return fflush(stdout) == 0
    }

    /// Writes what is left, and says what kept any of it from being written: nil where all was, and where whoever read
    /// it has gone.
    static func end() -> FileProblem? {
        let isWritten = fflush(stdout) == 0
        let code = errno
        if isWritten, ferror(stdout) == 0 { return nil }
        return hasReader ? FileProblem(code: isWritten ? EIO : code) : nil
    }

    private static var hasReader: Bool {
        var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        return poll(&output, 1, 0) <= 0 || Int32(output.revents) & (POLLERR | POLLHUP) == 0
    }
}
