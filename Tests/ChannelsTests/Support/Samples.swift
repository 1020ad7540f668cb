import CivilTime
import Mail
import Planning

/// A clock that stands still.
final class StoppedClock: WallClock {
    let now: Timestamp
    init(_ now: Timestamp = Samples.sunday) { self.now = now }
    func read() -> ClockReading { ClockReading(now: now, isSynchronised: true) }
}

enum Samples {
    /// Sun, 22 Nov 2026 19:00:00 +0100
    static let sunday = Timestamp(seconds: 1_795_370_400)
    static let token = "0123456789abcdef0123456789abcdef"

    static func person(
        _ id: String = "sam", name: String = "Sam", email: String? = "sam@example.org", language: Language = .english
    ) -> Person {
        Person(
            id: PersonID(id), name: name, email: email.map(address), zone: .fixed(3600), language: language,
            channels: [[ChannelID("test")]])
    }

    static func address(_ text: String) -> MailAddress {
        do { return try MailAddress(parsing: text) } catch { preconditionFailure("\(text): \(error)") }
    }

    static let troth = Mailbox(name: "Troth", address: address("troth@example.org"))

    /// `number` tells parcels apart.
    static func parcel(
        _ number: Int = 0, to person: Person = person(), title: String = "Weekly check-in",
        body: String = "How did this week feel?", when: String = "Sunday at 19:00", urgent: Bool = false
    ) -> Parcel {
        let digest = DigestKey(person: person.id, gathered: Timestamp(seconds: Int64(number)))
        let digits = String(number)
        return Parcel(
            key: DeliveryKey(subject: .digest(digest), channel: ChannelID("test"), round: 0),
            token: String(token.dropLast(digits.count)) + digits, person: person, ritual: "check-in.weekly",
            title: title, body: body, when: when, urgent: urgent)
    }

    static func message(
        title: String = "Weekly check-in", when: String = "Sunday at 19:00", body: String = "How did this week feel?",
        from: Mailbox? = nil, to: Mailbox? = nil, language: Language = .english
    ) throws -> MailMessage {
        MailMessage(
            from: try from ?? Mailbox(parsing: "Troth <troth@example.org>"),
            to: try to ?? Mailbox(parsing: "Sam <sam@example.org>"), date: MailDate(sunday, offset: 3600),
            token: MessageToken(token), title: title, when: when, body: body, language: language)
    }
}
