public import JSON
public import Planning

/// How the service hands mail over to `troth-mail`: JSON lines on its standard input and output.
///
/// 1. The service writes one line that says which server (``HandoverServer``). The password is not in it:
///    only where `troth-mail` finds it.
/// 2. The service writes one message (``HandoverMessage``).
/// 3. `troth-mail` writes `{"message":1,"begun":true}` when the server is ready for the message's text: from
///    there on it may have it; before that, where the message asks for steps, what the server says. It writes the
///    outcome (``HandoverReply``) as soon as it is known.
/// 4. The service records that outcome and only then writes the next message: that line is the go-ahead.
///
/// When its standard input ends, `troth-mail` ends: at once, even in the middle of a message. A reply that
/// says `"all":true` holds for every message that would have followed; the service sends none of them.
public struct HandoverServer: Sendable, Equatable {
    public var server: SMTPServer
    /// Seconds for finding the password and for one reply of the server; each message has its own.
    public var timeLimit: Int64

    public init(_ server: SMTPServer, timeLimit: Int64) {
        self.server = server
        self.timeLimit = min(max(timeLimit, 1), 86_400)
    }

    public var json: JSON {
        var object = JSONObject()
        object["host"] = .string(server.host)
        object["port"] = JSON(server.port)
        object["security"] = .string(server.security.rawValue)
        object["seconds"] = .integer(timeLimit)
        object["auth"] = .string(server.authentication.rawValue)
        object["username"] = server.username.map(JSON.string)
        object["authorities"] = server.authorities.map(JSON.string)
        switch server.password {
        case .credential(let name): object["password"] = ["credential": .string(name)]
        case .file(let path): object["password"] = ["file": .string(path)]
        case .command(let argv): object["password"] = ["command": .array(argv.map(JSON.string))]
        case nil: break
        }
        return .object(object)
    }

    /// Nil where a part is missing or is not what it should be.
    public init?(_ json: JSON) {
        guard let host = json["host"]?.string, let port = json["port"]?.int, (1...65_535).contains(port),
            let security = json["security"]?.string.flatMap(HandoverServer.security),
            let seconds = json["seconds"]?.integer, (1...86_400).contains(seconds),
            let authentication = json["auth"]?.string.flatMap(HandoverServer.authentication)
        else { return nil }
        var password: SecretSource?
        if let source = json["password"] {
            if let name = source["credential"]?.string {
                password = .credential(name)
            } else if let path = source["file"]?.string {
                password = .file(path)
            } else if let argv = source["command"]?.array {
                let words = argv.compactMap(\.string)
                guard words.count == argv.count, !words.isEmpty else { return nil }
                password = .command(words)
            } else {
                return nil
            }
        }
        server = SMTPServer(
            host: host, port: port, security: security, authentication: authentication, username: json["username"]?.string, password: password,
            authorities: json["authorities"]?.string)
        timeLimit = seconds
    }

    private static func authentication(_ text: String) -> SMTPServer.Authentication? {
        SMTPServer.Authentication(rawValue: text)
    }

    private static func security(_ text: String) -> SMTPServer.Security? { SMTPServer.Security(rawValue: text) }
}
