public import CivilTime

/// What one delivery carries: a nudge, or several for one person in one message.
public enum DeliverySubject: Hashable, Sendable, CustomStringConvertible {
    case nudge(NudgeKey)
    case digest(DigestKey)

    public var description: String {
        switch self {
        case .nudge(let key): key.description
        case .digest(let key): key.description
        }
    }
}

/// A message that gathers what was caught up for one person; its members are fixed when it is first claimed.
public struct DigestKey: Hashable, Sendable, CustomStringConvertible {
    public var person: PersonID
    public var gathered: Timestamp

    public init(person: PersonID, gathered: Timestamp) {
        self.person = person
        self.gathered = gathered
    }

    public var description: String { "digest@\(gathered)/\(person)" }
}

/// What a delivery is: subject × channel × round. Retries keep it; a snooze is the next round, as is asking again.
///
/// The text travels with what is sent, so that a receiver can drop a repetition.
public struct DeliveryKey: Hashable, Sendable, CustomStringConvertible {
    public var subject: DeliverySubject
    public var channel: ChannelID
    public var round: Int

    public init(subject: DeliverySubject, channel: ChannelID, round: Int) {
        self.subject = subject
        self.channel = channel
        self.round = round
    }

    public var description: String { "\(subject)/\(channel)/\(round)" }
}

extension NudgeRecord {
    /// What carries the nudge in its present round.
    public var subject: DeliverySubject { digest.map { .digest($0) } ?? .nudge(key) }

    /// The key of the present round's delivery on `channel`. A message that gathers several has one round, whatever
    /// rounds its members are in.
    public func delivery(on channel: ChannelID) -> DeliveryKey {
        DeliveryKey(subject: subject, channel: channel, round: digest == nil ? round : 0)
    }
}
