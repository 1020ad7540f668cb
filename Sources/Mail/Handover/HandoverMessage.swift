public import JSON
public import Planning

/// One message on its way to `troth-mail`.
public struct HandoverMessage: Sendable, Equatable {
    /// Counts the messages of one run, from 1.
    public var number: Int
    /// The envelope's addresses.
    public var from: MailAddress
    public var to: MailAddress
    /// The whole message, as ``MailMessage/bytes()`` gives it.
    public var text: String
    /// Seconds it may take.
    public var timeLimit: Int64
    /// Whether each step is told (``HandoverReply/said(message:_:)``), for somebody who tries the server out.
    public var tellsSteps: Bool

    public init(
        number: Int, from: MailAddress, to: MailAddress, text: String, timeLimit: Int64, tellsSteps: Bool = false
    ) {
        self.tellsSteps = tellsSteps
        self.number = number
        self.from = from
        self.to = to
        self.text = text
        self.timeLimit = timeLimit
    }

    /// Whether only a server that offers SMTPUTF8 can take it.
    public var needsSMTPUTF8: Bool { from.needsSMTPUTF8 || to.needsSMTPUTF8 }

    public var json: JSON {
        var object = JSONObject()
        object["message"] = JSON(number)
        object["from"] = .string(from.description)
        object["to"] = .string(to.description)
        object["seconds"] = .integer(timeLimit)
        if tellsSteps { object["steps"] = true }
        object["text"] = .string(text)
        return .object(object)
    }

    /// Nil where a part is missing or is not what it should be.
    public init?(_ json: JSON) {
        guard let number = json["message"]?.int, let text = json["text"]?.string,
            let seconds = json["seconds"]?.integer, (1...86_400).contains(seconds),
            let from = json["from"]?.string.flatMap({ try? MailAddress(parsing: $0) }),
            let to = json["to"]?.string.flatMap({ try? MailAddress(parsing: $0) })
        else { return nil }
        self.init(
            number: number, from: from, to: to, text: text, timeLimit: seconds,
            tellsSteps: json["steps"]?.bool ?? false)
    }
}

/// What `troth-mail` says about a message.
public enum HandoverReply: Sendable, Equatable {
    /// The server at this address has answered; only where steps are told.
    case connected(message: Int, String)
    /// One whole reply of the server; only where steps are told.
    case said(message: Int, String)
    /// The server is ready for the text: from here on it may have it.
    case begun(message: Int)
    /// How it ended, and whether every message that would have followed ends the same way.
    case ended(message: Int, AttemptOutcome, all: Bool)

    public var json: JSON {
        switch self {
        case .connected(let number, let address): return ["message": JSON(number), "connected": .string(address)]
        case .said(let number, let text): return ["message": JSON(number), "said": .string(text)]
        case .begun(let number): return ["message": JSON(number), "begun": true]
        case .ended(let number, let outcome, let all):
            var object = JSONObject()
            object["message"] = JSON(number)
            switch outcome {
            case .delivered(let text): (object["outcome"], object["text"]) = ("delivered", .string(text))
            case .transient(let text, let seconds):
                (object["outcome"], object["text"]) = ("transient", .string(text))
                object["seconds"] = seconds.map(JSON.integer)
            case .permanent(let text): (object["outcome"], object["text"]) = ("permanent", .string(text))
            case .uncertain(let text): (object["outcome"], object["text"]) = ("uncertain", .string(text))
            case .unreachable(let text): (object["outcome"], object["text"]) = ("unreachable", .string(text))
            }
            if all { object["all"] = true }
            return .object(object)
        }
    }

    /// Nil where a part is missing or is not what it should be.
    public init?(_ json: JSON) {
        guard let number = json["message"]?.int else { return nil }
        if json["begun"]?.bool == true {
            self = .begun(message: number)
            return
        }
        if let address = json["connected"]?.string {
            self = .connected(message: number, address)
            return
        }
        if let text = json["said"]?.string {
            self = .said(message: number, text)
            return
        }
        guard let text = json["text"]?.string, let word = json["outcome"]?.string else { return nil }
        let outcome: AttemptOutcome
        switch word {
        case "delivered": outcome = .delivered(text)
        case "transient": outcome = .transient(text, retryAfter: json["seconds"]?.integer)
        case "permanent": outcome = .permanent(text)
        case "uncertain": outcome = .uncertain(text)
        case "unreachable": outcome = .unreachable(text)
        default: return nil
        }
        self = .ended(message: number, outcome, all: json["all"]?.bool ?? false)
    }
}
