/// A channel that can say step by step what it does, for somebody who tries it out.
public protocol TellingChannel: Channel {
    /// Called on the loop with each step of a delivery, before its outcome; nil where nobody wants to know.
    var onStep: ((DeliveryKey, ChannelStep) -> Void)? { get set }
}

/// One thing that happened on the way to a far end.
public enum ChannelStep: Sendable, Hashable {
    /// A program was started and given so many bytes on its standard input.
    case started(program: String, input: Int)
    /// A program ended by itself, with this code.
    case ended(code: Int32)
    /// A program was ended by a signal, or as its time was over.
    case signalled(Int32)
    case timedOut
    /// A connection to this address was made.
    case connected(String)
    /// What the far end said, in its own words.
    case said(String)
    /// Somebody shows notices; the name is its own.
    case found(String)
    /// The notice was given this number.
    case numbered(UInt32)
    /// Whoever shows notices was still there afterwards.
    case stillThere
}

extension Channel {
    /// Sends one parcel that is no nudge.
    ///
    /// - Parameters:
    ///   - parcel: What is sent.
    ///   - tell: Hears each step, where the channel can tell; nil where nobody wants to know.
    ///   - ended: Hears what came of it, once.
    public func beginAside(
        _ parcel: Parcel, tell: ((ChannelStep) -> Void)?, _ ended: @escaping (AttemptOutcome) -> Void
    ) {
        let telling = tell == nil ? nil : self as? any TellingChannel
        telling?.onStep = { key, step in if key == parcel.key { tell?(step) } }
        begin([parcel]) { _, outcome in
            telling?.onStep = nil
            ended(outcome)
        }
    }
}
