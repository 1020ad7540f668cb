import Planning

/// What stands on the desktop: the server's numbers for notices, and the deliveries they are.
///
/// A button carries its delivery's token, so that it answers after a restart of the service too, even where the numbers
/// are forgotten.
final class NoticeBook {
    private(set) var numbers: [String: UInt32] = [:]
    private var tokens: [UInt32: String] = [:]
    private var listeners: [(ChannelResponse) -> Void] = []
    /// Called when a notice has come to stand there, or has gone.
    var onChange: (() -> Void)?

    /// The action that a click on the notice itself is.
    static let click = "default"

    /// Calls `body` with what somebody did to a notice.
    func listen(_ body: @escaping (ChannelResponse) -> Void) { listeners.append(body) }

    private func tell(_ response: ChannelResponse) {
        for listener in listeners { listener(response) }
    }

    /// The server's number for a delivery's notice, where it still stands.
    func number(of token: String) -> UInt32? { numbers[token] }

    /// A delivery has this number now; what had it before is gone.
    func note(_ token: String, _ number: UInt32) {
        if let other = tokens[number] { numbers[other] = nil }
        if let other = numbers[token] { tokens[other] = nil }
        numbers[token] = number
        tokens[number] = token
        onChange?()
    }

    /// Takes up what an earlier service left standing.
    func restore(_ notices: [(token: String, number: UInt32)]) {
        for (token, number) in notices where numbers[token] == nil && tokens[number] == nil {
            numbers[token] = number
            tokens[number] = token
        }
    }

    /// Says of each notice that it stands there, so that whoever listens can take back what is over.
    func tellStanding() {
        for token in numbers.keys.sorted() { tell(.standing(token: token)) }
    }

    /// Forgets a delivery's notice and returns its number.
    @discardableResult
    func remove(_ token: String) -> UInt32? {
        guard let number = numbers.removeValue(forKey: token) else { return nil }
        tokens[number] = nil
        onChange?()
        return number
    }

    func clear() {
        numbers = [:]
        tokens = [:]
    }

    /// A button's action: its answer, and its delivery's token.
    static func action(_ answer: NudgeAnswer, _ token: String) -> String { "\(answer.rawValue):\(token)" }

    func pressed(_ number: UInt32, _ action: String) {
        if action == NoticeBook.click {
            if let token = tokens[number] { tell(.seen(token: token)) }
            return
        }
        let parts = action.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let answer = NudgeAnswer(rawValue: parts[0]) else { return }
        // Where the service began after it, this is how the notice becomes known.
        if tokens[number] == nil { note(parts[1], number) }
        tell(.answered(token: parts[1], answer))
    }

    /// - Parameter reason: 1 expired, 2 dismissed by the person, 3 closed by a call, 4 undefined.
    func closed(_ number: UInt32, reason: UInt32) {
        guard let token = tokens[number] else { return }
        remove(token)
        if reason == 2 { tell(.seen(token: token)) }
    }
}
