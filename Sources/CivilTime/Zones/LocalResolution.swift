/// What a local time means in a zone.
public enum LocalResolution: Hashable, Sendable {
    /// One instant.
    case unique(Timestamp)
    /// None: the clock jumps over it. The offsets are in seconds east of UTC, before
    /// and after the transition.
    case gap(before: Int32, after: Int32, at: Timestamp)
    /// Two: the clock goes back and passes it again.
    case fold(first: Timestamp, second: Timestamp)
}

/// Which instant to take for a local time that has none or two.
public enum Disambiguation: String, Hashable, Sendable, CaseIterable {
    /// A gap is read with the offset before it, so 02:30 becomes 03:30; of a fold the
    /// first pass is taken (RFC 5545 §3.3.5).
    case compatible
    /// The earlier reading: a gap is read with the offset after it, so 02:30 becomes
    /// 01:30; of a fold the first pass is taken.
    case earlier
    /// The later reading: a gap is read with the offset before it, so 02:30 becomes
    /// 03:30; of a fold the second pass is taken.
    case later
    /// Neither: ``CivilTimeError`` is thrown.
    case reject
}

/// Why a local time has no single instant.
public enum CivilTimeError: Error, Hashable, Sendable {
    /// The clock jumps over the local time.
    case nonexistent(CivilDateTime, zone: String)
    /// The clock passes the local time twice.
    case ambiguous(CivilDateTime, zone: String)
}

extension CivilTimeError: CustomStringConvertible {
    /// One sentence without a full stop.
    public var description: String {
        switch self {
        case .nonexistent(let local, let zone): "\(local) does not exist in \(zone): the clock jumps over it"
        case .ambiguous(let local, let zone): "\(local) happens twice in \(zone): the clock goes back over it"
        }
    }
}
