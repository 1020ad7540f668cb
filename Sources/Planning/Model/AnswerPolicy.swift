public import CivilTime

/// Whose answer counts for whom, where a ritual is for several people.
public enum AnswerPolicy: String, CaseIterable, Sendable {
    /// The first done or skip is everybody's.
    case any
    /// Open until everybody has answered.
    case all
    /// Everybody answers for themselves.
    case each
}

/// That a nudge which was delivered and not answered comes once more, and how often at most.
public struct AskAgain: Hashable, Sendable {
    /// From the last delivery on.
    public var after: Span
    public var times: Int

    public init(after: Span, times: Int = 1) {
        self.after = after
        self.times = times
    }
}

extension Ritual {
    /// Whose answer counts for whom: what the schedule says, else the first one's for what is done together.
    public var answering: AnswerPolicy { answer ?? (together ? .any : .each) }

    /// Whether `lead` is what the ritual asks about: the moment, or the last nudge where the day itself is left out.
    ///
    /// An answer to an earlier one says that it was read, and nothing about the occurrence.
    public func isDecisive(_ lead: Lead) -> Bool { lead == leads.last }
}
