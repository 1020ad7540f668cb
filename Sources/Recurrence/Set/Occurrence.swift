public import CivilTime

/// One member of a recurrence.
public struct Occurrence: Hashable, Sendable {
    /// What identifies it, also across a change of the zone's data.
    public var key: OccurrenceKey
    /// When it happens.
    public var instant: Timestamp
    /// The number of units from the rule's anchor, for rules that count them.
    public var ordinal: Int?

    public init(key: OccurrenceKey, instant: Timestamp, ordinal: Int? = nil) {
        self.key = key
        self.instant = instant
        self.ordinal = ordinal
    }
}

/// What identifies an occurrence within its recurrence (RFC 5545's RECURRENCE-ID).
public enum OccurrenceKey: Hashable, Sendable {
    /// The nominal local time: before a gap's shift, and before a move off a holiday.
    case wall(CivilDateTime)
    /// The instant, for rules in elapsed time.
    case elapsed(Timestamp)
}

extension OccurrenceKey: Comparable {
    /// Orders by the time that is written; at the same time, local before elapsed.
    public static func < (left: OccurrenceKey, right: OccurrenceKey) -> Bool {
        (left.microseconds, left.rank) < (right.microseconds, right.rank)
    }

    private var microseconds: Int64 {
        switch self {
        case .wall(let local): local.microseconds
        case .elapsed(let instant): instant.microseconds
        }
    }

    private var rank: Int {
        switch self {
        case .wall: 0
        case .elapsed: 1
        }
    }
}

extension OccurrenceKey: CustomStringConvertible {
    /// `2026-11-22T19:00:00` for a local time, `2026-11-22T18:00:00Z` for an instant.
    public var description: String {
        switch self {
        case .wall(let local): local.description
        case .elapsed(let instant): instant.description
        }
    }

    /// Reads what ``description`` writes; nil for any other text.
    public init?(parsing text: some StringProtocol) {
        if text.hasSuffix("Z") {
            guard let instant = Timestamp(parsing: text) else { return nil }
            self = .elapsed(instant)
        } else {
            guard let local = CivilDateTime(parsing: text) else { return nil }
            self = .wall(local)
        }
    }
}
