public import CivilTime
import Recurrence

/// The texts by which a ledger keeps keys, and the way back.
extension OccurrenceName {
    /// The occurrence's own part of the name: `2026-11-22T19:00:00`.
    public var keyText: String { key.description }

    /// The name with this ritual and the text that ``keyText`` wrote; nil for any other text.
    public init?(ritual: RitualID, keyText: String) {
        guard let key = OccurrenceKey(parsing: keyText) else { return nil }
        self.init(ritual: ritual, key: key)
    }

    /// The time that the name is written with, read as UTC: within a day of the occurrence, unless it was moved.
    public var written: Timestamp {
        switch key {
        case .wall(let local): Timestamp(microseconds: local.microseconds)
        case .elapsed(let instant): instant
        }
    }

    func renamed(_ ritual: RitualID) -> OccurrenceName { OccurrenceName(ritual: ritual, key: key) }
}

extension Lead {
    /// The lead that ``description`` wrote; nil for any other text.
    public init?(keyText: String) {
        if keyText == Lead.moment.description {
            self = .moment
        } else {
            guard case .success(let span) = Span.parse(keyText) else { return nil }
            self.init(span)
        }
    }
}

extension NudgeKey {
    func renamed(_ ritual: RitualID) -> NudgeKey {
        NudgeKey(occurrence: occurrence.renamed(ritual), lead: lead, person: person)
    }
}
