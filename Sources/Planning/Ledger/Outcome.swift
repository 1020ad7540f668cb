/// The one end a nudge closes with.
public enum Outcome: String, CaseIterable, Sendable {
    case acknowledged, delivered, skipped, expired, failed
}

/// Why a nudge closed as it did. The raw value is what the ledger keeps.
public enum Reason: String, CaseIterable, Sendable {
    case done
    case skippedByPerson = "skipped by person"
    /// The person wants no more of it.
    case stopped = "stopped by person"
    /// It fell due while the person had paused.
    case paused = "paused by person"
    /// It is done together, and too few of its people are there at its time.
    case calledOff = "called off"
    /// It was for a date that the person muted.
    case muted = "muted by person"
    /// It would have been an invitation to which the two people no longer agree.
    case noAgreement = "no agreement"
    /// Somebody else's answer counts for all.
    case doneByAnother = "done by another"
    case skippedByAnother = "skipped by another"
    case delivered
    case edited
    case removed
    /// A nearer lead or the moment itself took its place.
    case supersededByLater = "superseded by a later nudge"
    /// Its time passed while nobody could send it.
    case missed
    /// Its grace ended before it could go out.
    case graceEnded = "grace ended"
    case everyChannelFailed = "every channel failed"
    /// Acceptance is unknown and may not be tried again.
    case uncertain
    /// It touches what hurts, and the person did not opt into it.
    case notOptedIn = "not opted in"
    /// The jar that it draws from had nothing left for the person.
    case nothingLeft = "nothing left"
}

/// How one attempt to deliver ended.
public enum AttemptOutcome: Hashable, Sendable {
    /// The far end took it; the text is its own word, where it gave one.
    case delivered(String)
    /// Worth trying again, not before so many seconds where the far end said so.
    case transient(String, retryAfter: Int64?)
    /// Not worth trying again on this channel.
    case permanent(String)
    /// The far end may have taken it.
    case uncertain(String)
    /// No network, so no attempt.
    case unreachable(String)
}
