/// A channel whose far end comes and goes, shows what it was given, and lets a person answer.
public protocol RespondingChannel: Channel {
    /// Called on the loop with what is heard from the far end.
    var onResponse: ((ChannelResponse) -> Void)? { get set }

    /// Takes back the delivery with this token, where the far end still shows it.
    func withdraw(_ token: String)
}

/// What a far end says by itself. Deliveries are named by their ``Parcel/token``, which outlives a restart of the
/// service; who listens finds out whether it still waits for anything.
public enum ChannelResponse: Sendable, Hashable {
    /// The far end has appeared: what was out of reach can be sent.
    case reachable
    case answered(token: String, NudgeAnswer)
    /// A person looked at it, and did not answer.
    case seen(token: String)
    /// An earlier service was given this, and the far end may still show it.
    case standing(token: String)
}

/// An answer that takes one press. The raw value is what far ends know it by.
public enum NudgeAnswer: String, CaseIterable, Sendable {
    case done, snooze, skip
}
