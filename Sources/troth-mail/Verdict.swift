import CCurl
import Glibc
import Mail
import Planning

/// What a transfer's end means.
///
/// Before the server was ready for the text nothing can have arrived: its own 4xx, a refused or lost connection
/// and silence are worth another try, its 5xx and what is wrong with TLS or the password are not. After it,
/// only its reply tells; without one the message may have arrived.
struct Verdict {
    let outcome: AttemptOutcome
    /// Whether every other message of the run would end the same way.
    let holdsForAll: Bool
    /// Whether the server went away, which it may do for one message, or for all.
    let isConnectionLost: Bool

    private init(_ outcome: AttemptOutcome, all: Bool = false, lost: Bool = false) {
        (self.outcome, holdsForAll, isConnectionLost) = (outcome, all, lost)
    }

    /// - Parameter result: Nil where the time was over.
    init(
        _ result: CURLcode?, of conversation: Conversation, errors: String, systemError: Int32, timeLimit: Int64
    ) {
        if result == CURLE_OK {
            self.init(.delivered(conversation.verdict?.text ?? "the server took it"))
        } else if conversation.isBegun {
            self = Verdict.afterData(result, conversation, timeLimit)
        } else if conversation.lacksSMTPUTF8 {
            self.init(.permanent("the server does not take addresses with letters beyond ASCII (SMTPUTF8)"))
        } else if let result {
            self = Verdict.beforeData(result, conversation, Verdict.words(errors), systemError)
        } else {
            self.init(.transient("the server did not answer within \(timeLimit) s", retryAfter: nil), all: true)
        }
    }

    private static func afterData(_ result: CURLcode?, _ conversation: Conversation, _ timeLimit: Int64) -> Verdict {
        if let verdict = conversation.verdict {
            if (400..<500).contains(verdict.code) {
                return Verdict(.transient(verdict.text, retryAfter: nil), lost: verdict.code == 421)
            }
            if (500..<600).contains(verdict.code) { return Verdict(.permanent(verdict.text)) }
        }
        guard result == nil else {
            return Verdict(
                .uncertain("the connection was lost after the message was sent, before the server said what became of it"),
                lost: true)
        }
        return Verdict(.uncertain("the server did not say within \(timeLimit) s what became of the message"))
    }

    private static func beforeData(
        _ result: CURLcode, _ conversation: Conversation, _ errors: String, _ systemError: Int32
    ) -> Verdict {
        let code = conversation.reply?.code ?? 0
        let text = conversation.reply?.text ?? ""
        switch result {
        case CURLE_COULDNT_RESOLVE_HOST:
            return Verdict(.unreachable("the server's name cannot be looked up: \(errors)"), all: true)
        case CURLE_COULDNT_CONNECT where [ENETUNREACH, EHOSTUNREACH, ENETDOWN, EADDRNOTAVAIL].contains(systemError):
            return Verdict(.unreachable("the server cannot be reached: \(errors)"), all: true)
        case CURLE_COULDNT_CONNECT:
            return Verdict(.transient("no connection to the server: \(errors)", retryAfter: nil), all: true)
        case CURLE_OPERATION_TIMEDOUT:
            return Verdict(.transient("the server did not answer in time", retryAfter: nil), all: true)
        case CURLE_USE_SSL_FAILED where (400..<500).contains(code):
            return Verdict(.transient("the server has no STARTTLS at the moment: \(text)", retryAfter: nil), all: true)
        case CURLE_USE_SSL_FAILED:
            return Verdict(
                .permanent("the server offers no STARTTLS, without which nothing is sent (`starttls`)"), all: true)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER,
            CURLE_SSL_CERTPROBLEM, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_INITFAILED:
            let isCut = errors.contains("SSL_ERROR_SYSCALL") || errors.contains("reset by peer")
            return isCut
                ? Verdict(.transient("the connection was lost while it was secured", retryAfter: nil), lost: true)
                : Verdict(.permanent("no secure connection to the server: \(errors)"), all: true)
        case CURLE_LOGIN_DENIED where (400..<500).contains(code):
            return Verdict(.transient("the server cannot check the login now: \(text)", retryAfter: nil), all: true)
        case CURLE_LOGIN_DENIED:
            return Verdict(
                .permanent("the server refused the login (`username`, `password` or `token`)" + (code >= 500 ? ": \(text)" : "")),
                all: true)
        default: break
        }
        if (400..<500).contains(code) { return Verdict(.transient(text, retryAfter: nil), lost: code == 421) }
        if (500..<600).contains(code) { return Verdict(.permanent(text)) }
        return Verdict(
            .transient("the connection was lost before the message was sent: \(errors)", retryAfter: nil), lost: true)
    }

    private static func words(_ text: String) -> String { HeaderText(showing: text).description }
}
