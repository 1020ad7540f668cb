import CivilTime
import Planning
import Recurrence
import TOML
import Wording

/// What stands at the top of the schedule, and what belongs to this host.
extension ScheduleReader {
    func readTop(_ top: TableReader) {
        if let name = top.choice("language", Language.allCases.map(\.rawValue)) {
            language = Language(rawValue: name) ?? .english
        }
        if let (span, text) = top.span("snooze") {
            let seconds = Int64(span.days) * 86_400 + span.microseconds / 1_000_000
            if span.months == 0, (60...604_800).contains(seconds) {
                snooze = span
            } else {
                findings.report(.lengthOutside(key: "snooze", low: "1 min", high: "1 week"), at: text.spot)
            }
        }
        if let (span, text) = top.span("keep") {
            let lengths: ClosedRange<Int64> = 59 * 86_400_000_000...36_525 * 86_400_000_000
            if lengths.contains(span.approximateMicroseconds) {
                keep = span
            } else {
                findings.report(.lengthOutside(key: "keep", low: "2 months", high: "100 years"), at: text.spot)
            }
        }
        guard let text = top.text("timezone") else {
            isZoneKnown = top.lacks("timezone")
            if personTables.count > 1, top.lacks("timezone") {
                findings.reportMissing(.timezoneNeeded, at: personTables[1].section.spot)
            }
            return
        }
        followsSystemZone = text.text == "system"
        if !followsSystemZone, let found = zone(named: text) { zone = found }
    }

    /// The zone of a name, or nil after reporting that there is none.
    func zone(named text: Text) -> Zone? {
        do throws(ZoneLookupError) {
            return try lookUp(text.text)
        } catch {
            let mistake: Mistake =
                switch error {
                case .badName(let name, _): .unknownZone(name, near: nil)
                case .unknown(let name, let near): .unknownZone(name, near: near)
                case .unreadable(let name, _): .unreadableZone(name)
                }
            findings.report(mistake, at: text.spot)
            return nil
        }
    }

    func readHost() -> Set<PersonID>? {
        guard let hostTable else {
            if personTables.count > 1 {
                findings.reportMissing(.nobodySaysWhoIsServed, at: personTables[1].section.spot)
            }
            return nil
        }
        let host = TableReader(hostTable, .host, findings)
        if host.lacks("serves") { findings.report(.missingKey("serves", in: .host), at: hostTable.spot) }
        return host.names("serves").map { Set($0.compactMap(knownPerson)) }
    }

    /// Whether a table has the id, or an id that cannot be one and was told to be written like this.
    func isThere(_ id: String, _ kind: IDKind) -> Bool {
        guard let places = places[kind] else { return false }
        return places[id] != nil || places.keys.contains { !isIdentifier($0) && identifier(from: $0) == id }
    }

    /// The person of an id, or nil after reporting that there is none.
    func knownPerson(_ text: Text) -> PersonID? {
        note(text.text, at: text.spot)
        if isThere(text.text, .person) { return PersonID(text.text) }
        let known = personTables.map(\.id)
        if !misspelt.contains("people") {
            findings.reportMissing(
                .unknownPerson(text.text, near: nearest(to: text.text, among: known), known: known), at: text.spot)
        }
        return nil
    }

    /// The channel of an id, or nil after reporting that there is none.
    func knownChannel(_ text: Text) -> ChannelID? {
        if isThere(text.text, .channel) { return ChannelID(text.text) }
        let known = channelTables.map(\.id)
        if !misspelt.contains("channels") {
            findings.reportMissing(
                .unknownChannel(text.text, near: nearest(to: text.text, among: known), known: known), at: text.spot)
        }
        return nil
    }
}

extension TOMLError.Reason {
    var isUnquotedKey: Bool { if case .unquotedKey = self { true } else { false } }

    /// Whether the error may hide keys or tables that follow. A value that cannot be read
    /// still has its key.
    var hidesMore: Bool {
        switch self {
        case .unquotedKey, .unknownEscape, .malformedUnicodeEscape, .noSuchCharacter, .smartQuotes, .unknownValue,
            .misspelledBoolean, .malformedNumber, .leadingZero, .misplacedUnderscore, .integerTooLarge, .floatTooLarge,
            .malformedDate, .malformedTime, .timeWithoutSeconds, .noSuchDate, .noSuchTime, .noSuchOffset, .repeatedKey:
            false
        default: true
        }
    }
}
