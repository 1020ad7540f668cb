public import Control
public import Loop
public import Planning

/// Why the service could not start, or could not go on.
public enum StartFault: Error, Sendable {
    /// No schedule to go by: its mistakes, rendered.
    case schedule([String])
    /// A file could not be read.
    case file(FileFault)
    case ledger(LedgerError)
    case system(SystemError)

    /// What the program exits with (sysexits.h).
    public var exit: ExitCode {
        switch self {
        case .schedule: .data
        case .file(let fault): fault.isMissing ? .noInput : .configuration
        case .ledger(.held): .temporary
        case .ledger: .configuration
        case .system: .configuration
        }
    }

    /// How many things are wrong.
    var count: Int {
        if case .schedule(let mistakes) = self { mistakes.count } else { 1 }
    }

    /// One line each, for standard error.
    public var lines: [String] {
        switch self {
        case .schedule(let mistakes): mistakes
        case .file(let fault): ["error: \(fault.path): \(fault.reason)"]
        case .ledger(let error): ["error: \(error.reason)"]
        case .system(let error): ["error: \(error.description)"]
        }
    }
}

extension LedgerError {
    /// The reason as one sentence.
    public var reason: String {
        switch self {
        case .held(let pid): "another service keeps this state" + (pid.map { " (pid \($0))" } ?? "")
        case .unusable(let path, let reason): "\(path): \(reason)"
        case .unreadable(let reason), .refused(let reason): reason
        }
    }
}
