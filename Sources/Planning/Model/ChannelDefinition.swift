/// A means of delivery as the schedule describes it.
public struct ChannelDefinition: Sendable, Equatable {
    public var id: ChannelID
    public var means: Means
    /// What its far end takes; what is over it waits.
    public var rate: Rate?
    /// Seconds for which it is tried before the next of a person's channels has its turn.
    public var deadline: Int64
    /// Whatever goes over it has a neutral title and says nothing else.
    public var isDiscreet: Bool
    /// Whose account or device it leads through, and who can therefore read what goes over it.
    public var owner: PersonID?

    public init(
        id: ChannelID, means: Means, rate: Rate? = nil, deadline: Int64 = Policy.channelDeadline,
        isDiscreet: Bool = false, owner: PersonID? = nil
    ) {
        self.id = id
        self.means = means
        self.rate = rate
        self.deadline = deadline
        self.isDiscreet = isDiscreet
        self.owner = owner
    }

    public enum Means: Sendable, Equatable {
        case command(CommandMeans)
        case email(EmailMeans)
        case desktop(DesktopMeans)
        /// A line on the terminals of the service's own user.
        case terminal
    }

    /// Seconds after which an attempt counts as lost; a claim's lease outlasts it.
    public var timeLimit: Int64 {
        switch means {
        case .command(let command): command.timeLimit
        case .email(let email): email.timeLimit
        case .desktop(let desktop): desktop.timeLimit
        case .terminal: 5
        }
    }

    /// How many messages may be claimed for it at once. Mail goes one after the other, and so it is few.
    public var capacity: Int {
        if case .email = means { 12 } else { 64 }
    }

    /// What counts as one far end: a mail server is the same over whichever channel, anything else is the channel's own.
    public var farEnd: String {
        if case .email(let email) = means, case .smtp(let server) = email.transport {
            return "\(server.host):\(server.port)"
        }
        return "channel \(id)"
    }

    /// Whether an attempt whose outcome is unknown may be made again with the same key.
    public var mayRepeat: Bool {
        switch means {
        case .command(let command): command.isIdempotent
        case .email, .desktop, .terminal: true
        }
    }

    /// Seconds for which a delivery waits for a far end that is not there, before the next channel in the person's
    /// list; nil where it is tried again instead.
    public var wait: Int64? {
        if case .desktop(let desktop) = means { desktop.wait } else { nil }
    }

    /// Seconds after which a delivery that nobody looked at goes on to the next channel; nil where nobody can tell.
    public var unseen: Int64? {
        if case .desktop(let desktop) = means { desktop.unseen } else { nil }
    }
}

/// A program to run, never through a shell.
public struct CommandMeans: Sendable, Equatable {
    /// `{title} {body} {person} {ritual} {when}` are filled in, each within its own argument.
    public var argv: [String]
    /// Seconds.
    public var timeLimit: Int64
    public var isIdempotent: Bool
    public var input: Input

    /// What the program gets on its standard input.
    public enum Input: String, CaseIterable, Sendable, Equatable {
        /// The whole nudge on one line.
        case json
        /// The title and the body, as a person reads them.
        case text
    }

    public init(argv: [String], timeLimit: Int64 = 10, isIdempotent: Bool = false, input: Input = .json) {
        self.input = input
        self.argv = argv
        self.timeLimit = timeLimit
        self.isIdempotent = isIdempotent
    }
}

/// Notices on the desktop of the service's own user.
public struct DesktopMeans: Sendable, Equatable {
    /// Seconds for which a nudge waits for a desktop to appear.
    public var wait: Int64
    /// Seconds for which a notice may stand without anybody's having looked at it.
    public var unseen: Int64
    /// Seconds that the notices of one burst share.
    public var timeLimit: Int64

    public init(wait: Int64 = 300, unseen: Int64 = 1_800, timeLimit: Int64 = 60) {
        self.wait = wait
        self.unseen = unseen
        self.timeLimit = timeLimit
    }
}

/// Electronic mail, over SMTP or the machine's own mailer.
public struct EmailMeans: Sendable, Equatable {
    public var from: Mailbox
    /// Who gets what people answer; the sender, where it is nil.
    public var replyTo: Mailbox?
    public var transport: Transport
    /// Seconds for one message.
    public var timeLimit: Int64

    public init(from: Mailbox, replyTo: Mailbox? = nil, transport: Transport, timeLimit: Int64 = 60) {
        self.from = from
        self.replyTo = replyTo
        self.transport = transport
        self.timeLimit = timeLimit
    }

    public enum Transport: Sendable, Equatable {
        case smtp(SMTPServer)
        /// An argv that takes the message on standard input and the recipient as its last argument.
        case sendmail([String])
    }
}

/// Where and how mail is handed over.
public struct SMTPServer: Sendable, Equatable {
    public enum Security: String, Sendable, Equatable {
        /// TLS from the first byte (`smtps://`).
        case tls
        /// STARTTLS or no mail at all; the default off loopback.
        case startTLSRequired = "required"
        case startTLSWhereOffered = "offered"
        case none
    }

    public enum Authentication: String, CaseIterable, Sendable, Equatable {
        /// PLAIN, LOGIN or CRAM-MD5, whichever the server offers.
        case password
        /// XOAUTH2: the secret is an OAuth access token.
        case xoauth2
    }

    public var host: String
    public var port: Int
    public var security: Security
    public var authentication: Authentication
    public var username: String?
    /// Where the password is, or the token.
    public var password: SecretSource?
    /// A file of certificates to trust in place of the system's.
    public var authorities: String?

    public init(
        host: String, port: Int, security: Security, authentication: Authentication = .password,
        username: String? = nil, password: SecretSource? = nil, authorities: String? = nil
    ) {
        self.authentication = authentication
        self.host = host
        self.port = port
        self.security = security
        self.username = username
        self.password = password
        self.authorities = authorities
    }
}

/// Where a secret is to be found; never the secret itself.
public enum SecretSource: Sendable, Equatable {
    /// A systemd credential's name.
    case credential(String)
    /// A file that only its owner can read.
    case file(String)
    /// An argv whose first line of output is the secret.
    case command([String])
}
