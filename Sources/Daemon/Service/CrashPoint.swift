import Glibc

/// Places at which a test can have the service killed, named by `TROTH_CRASH_AT` in its environment.
///
/// The proof that nothing is lost or sent twice needs a death at an exact place; a signal from outside cannot aim.
public enum CrashPoint: String, CaseIterable, Sendable {
    case beforeClaim = "before-claim"
    case afterClaim = "after-claim"
    case duringSend = "during-send"
    case afterAcceptance = "after-acceptance"
    /// A changed schedule is in force, and nobody is told of it yet …
    case beforeTelling = "before-telling"
    /// … or it is on record that they are told.
    case afterTelling = "after-telling"

    private static let chosen = getenv("TROTH_CRASH_AT").flatMap { CrashPoint(rawValue: String(cString: $0)) }

    /// Dies here, at once, if this is the chosen place and `condition` holds.
    func reached(if condition: Bool = true) {
        if condition, Self.chosen == self { kill(getpid(), SIGKILL) }
    }
}
