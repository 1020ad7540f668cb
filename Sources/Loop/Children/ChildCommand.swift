/// What to start, and how: an argument vector, never a shell's line.
public struct ChildCommand {
    /// What the child reads.
    public enum Input {
        /// Nothing: /dev/null.
        case empty
        /// These bytes, then the end. A child that does not read them all is no error.
        case bytes([UInt8])
        /// What ``Child/write(_:)`` gives it, until ``Child/closeInput()``.
        case pipe
    }

    /// Where what the child writes goes.
    public enum Output {
        /// To /dev/null.
        case discarded
        /// Its first bytes are kept, up to a limit; the rest is read and dropped.
        case captured(limit: Int)
        /// Each complete line without its newline, as it comes. Lines longer than the limit, and a
        /// last line without a newline, are dropped.
        case lines(limit: Int, body: ([UInt8]) -> Void)
        /// The bytes as they come, in pieces of any size.
        case stream(body: ([UInt8]) -> Void)
    }

    /// The program and its arguments. A program without a slash is looked for in this process's `PATH`.
    public var arguments: [String]
    /// The whole environment of the child.
    public var environment: [String: String]
    public var directory = "/"
    public var input = Input.empty
    public var output = Output.discarded
    public var errors = Output.captured(limit: 4096)
    /// After this the process group gets SIGTERM and, ``grace`` later, SIGKILL.
    public var timeLimit: Duration?
    public var grace: Duration = .seconds(1)
    /// Whether what is left of the child's process group is killed when the child itself has ended.
    public var endsGroup = true

    public init(_ arguments: [String], environment: [String: String]) {
        self.arguments = arguments
        self.environment = environment
    }
}

/// How a child ended.
public enum ChildEnd: Equatable, Sendable {
    /// It exited with this code, 0 to 255.
    case exited(Int32)
    /// This signal ended it.
    case signalled(Int32)
    /// It was ended because its time was over, however it then ended.
    case timedOut
}

/// What is known of a child that has ended.
public struct ChildReport: Equatable, Sendable {
    public var end: ChildEnd
    /// What was kept of its output, with ``ChildCommand/Output/captured(limit:)``.
    public var output: [UInt8]
    /// What was kept of its errors.
    public var errors: [UInt8]
    /// Whether the child wrote more than was kept.
    public var outputWasCut: Bool
    public var errorsWereCut: Bool

    /// The kept errors as text; what is no UTF-8 becomes U+FFFD.
    public var errorText: String { String(decoding: errors, as: UTF8.self) }
}
