import Glibc
import Mail

/// What is known of the conversation with the server: the replies so far, and how far the present message has come.
///
/// libcurl's callbacks fill it in. It outlives every message of a run, for so may the connection.
final class Conversation {
    /// The message, and how much of it libcurl has taken.
    private(set) var text: [UInt8] = []
    private var taken = 0
    private var needsSMTPUTF8 = false
    private let say: (HandoverReply) -> Void
    private var number = 0
    private var tellsSteps = false
    /// Whether the server's address is still to be told.
    private var isAddressUntold = false

    /// Whether the server has said that it is ready for the text (354): from there on it may have it.
    private(set) var isBegun = false
    /// Whether it was told of an address that it does not offer to take.
    private(set) var lacksSMTPUTF8 = false
    /// The last whole reply to the present message's conversation.
    private(set) var reply: (code: Int, text: String)?
    /// The same, after the text was begun.
    private(set) var verdict: (code: Int, text: String)?
    /// Open sockets, the newest last.
    private var sockets: [Int32] = []

    private var capabilities: Set<String> = []
    private var isSecured = false
    private var greeted = false
    private let security: Security

    /// When the server's capabilities are the ones that count.
    enum Security { case first, afterStartTLS, afterStartTLSIfOffered }

    /// Whether libcurl may wait any longer.
    let mayWait: () -> Bool

    init(_ security: Security, mayWait: @escaping () -> Bool, say: @escaping (HandoverReply) -> Void) {
        self.security = security
        self.mayWait = mayWait
        self.say = say
    }

    func start(_ message: HandoverMessage) {
        text = Array(message.text.utf8)
        taken = 0
        number = message.number
        tellsSteps = message.tellsSteps
        isAddressUntold = tellsSteps && sockets.isEmpty
        needsSMTPUTF8 = message.needsSMTPUTF8
        (isBegun, lacksSMTPUTF8) = (false, false)
        (reply, verdict) = (nil, nil)
    }

    /// A connection is being made: what was known of the one before is void.
    func opened(_ socket: Int32) {
        sockets.append(socket)
        isAddressUntold = tellsSteps
        capabilities = []
        (isSecured, greeted) = (false, false)
    }

    /// Cuts every connection, so that libcurl waits for no farewell of a server that is silent.
    func cut() {
        for socket in sockets { shutdown(socket, Int32(SHUT_RDWR)) }
        sockets = []
    }

    /// One line of a reply (RFC 5321 §4.2); false ends the transfer.
    func heard(_ line: [UInt8]) -> Bool {
        guard line.count >= 3, let code = Int(String(decoding: line[..<3], as: UTF8.self)) else { return true }
        let text = HeaderText(showing: String(decoding: line.prefix(300), as: UTF8.self)).description
        if code == 250, !isBegun, let word = text.dropFirst(4).split(separator: " ").first {
            capabilities.insert(word.uppercased())
        }
        guard line.count == 3 || line[3] != UInt8(ascii: "-") else { return true }
        // libcurl says goodbye after a failure; the answer to that is no reason.
        guard code != 221 else { return true }
        reply = (code, text)
        tell(text)
        if isBegun { verdict = (code, text) }
        switch code {
        case 220 where greeted:
            isSecured = true
            capabilities = []
        case 220: greeted = true
        case 250 where !isBegun: return mayGoOn()
        case 354 where !isBegun:
            isBegun = true
            say(.begun(message: number))
        default: break
        }
        return true
    }

    private func tell(_ text: String) {
        guard tellsSteps else { return }
        if isAddressUntold, let socket = sockets.last, let address = PeerAddress.text(of: socket) {
            isAddressUntold = false
            say(.connected(message: number, address))
        }
        say(.said(message: number, text))
    }

    /// After EHLO's answer: false where an address needs what the server does not offer.
    private func mayGoOn() -> Bool {
        guard needsSMTPUTF8, !capabilities.contains("SMTPUTF8") else { return true }
        switch security {
        case .afterStartTLS where !isSecured: return true
        case .afterStartTLSIfOffered where !isSecured && capabilities.contains("STARTTLS"): return true
        default:
            lacksSMTPUTF8 = true
            return false
        }
    }

    /// The next bytes of the text.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, text.count - taken)
        text.withUnsafeBytes { bytes in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[taken..<(taken + count)]))
        }
        taken += count
        return count
    }
}
