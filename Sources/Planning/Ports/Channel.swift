/// A means of delivery at work. It never sees the ledger and never throws.
public protocol Channel: AnyObject {
    /// Begins to send; each outcome arrives later, once, on the loop, before the next parcel of the same burst is sent.
    func begin(_ parcels: [Parcel], report: @escaping (DeliveryKey, AttemptOutcome) -> Void)

    /// How many parcels may be under way at once. With one, an outcome is on record before the next is sent.
    var capacity: Int { get }

    /// Ends what is under way as well as it can; outcomes still arrive.
    func finish()
}

/// One message for one person, ready to go.
public struct Parcel: Sendable {
    public var key: DeliveryKey
    /// A keyed hash of the delivery key, lowercase hexadecimal: names the message to the far end and tells nothing.
    public var token: String
    public var person: Person
    /// `check-in.weekly`; nil for a message that gathers several.
    public var ritual: String?
    public var title: String
    /// Plain text, lines separated by `\n`.
    public var body: String
    /// The body without what people noted by hand, for where anybody on the machine can read; nil where it is the same.
    public var openBody: String?
    /// When its moment is, in the person's words and time.
    public var when: String
    public var urgent: Bool
    public var language: Language
    /// How to stop, for means that have the room; lines separated by `\n`.
    public var footer: String
    /// The one moment that it is about.
    public var moment: Moment?
    /// A neutral title that stands in for title, body, ritual and time wherever anybody on the machine can read; nil
    /// where nothing of it is private.
    public var cover: String?
    /// What may be answered to it, in the person's words; none where nothing waits for an answer.
    public var buttons: [Button]
    /// The label for having looked at it.
    public var seen: String
    /// The token of an earlier delivery whose place it takes, where the far end still shows that one.
    public var replaces: String?

    /// One answer to choose.
    public struct Button: Sendable, Hashable {
        public var answer: NudgeAnswer
        public var label: String

        public init(_ answer: NudgeAnswer, label: String) {
            self.answer = answer
            self.label = label
        }
    }

    public init(
        key: DeliveryKey, token: String, person: Person, ritual: String?, title: String, body: String,
        openBody: String? = nil, when: String, urgent: Bool, buttons: [Button] = [], seen: String = "",
        replaces: String? = nil, footer: String = "", moment: Moment? = nil, cover: String? = nil
    ) {
        self.key = key
        self.token = token
        self.person = person
        self.ritual = ritual
        self.title = title
        self.body = body
        self.openBody = openBody
        self.when = when
        self.urgent = urgent
        self.language = person.language
        self.buttons = buttons
        self.seen = seen
        self.replaces = replaces
        self.footer = footer
        self.moment = moment
        self.cover = cover
    }
}
