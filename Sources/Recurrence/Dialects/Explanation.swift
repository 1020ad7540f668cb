public import CivilTime

/// What a text says when it is read as a rule, in whichever dialect it is written.
///
/// All of it is data; showing it, and asking for the next occurrences, is up to the caller.
public struct Explanation: Hashable, Sendable {
    /// The dialect it was read in.
    public let dialect: Dialect
    /// The text in the normal form of its dialect.
    public let text: String
    /// The rules whose union it means; empty where it ``needs`` something first.
    public let rules: [Rule]
    /// The time zone that the text itself names, as calendar expressions may.
    public let zone: String?
    /// What else must be said before it means anything; empty where it is whole.
    public let needs: [PhraseNeed]

    /// Reads a text in the dialect it is recognised as, or in the given one.
    ///
    /// - Parameters:
    ///   - text: The text in one of the dialects.
    ///   - dialect: Which it is; nil for the one it looks like.
    ///   - starting: Where counting starts; DTSTART for a recurrence rule. Without it
    ///     rules count from ``Rule/epoch``.
    ///   - time: The time of day for a phrase that names none; not used by others.
    ///   - isZone: Whether there is a time zone of this name.
    /// - Throws: ``DialectError``.
    public init(
        _ text: String, in dialect: Dialect? = nil, starting: CivilDateTime? = nil, at time: TimeOfDay? = nil,
        isZone: (String) -> Bool = { _ in true }
    ) throws(DialectError) {
        let dialect = dialect ?? Dialect.recognise(text)
        var zone: String?
        var needs: [PhraseNeed] = []
        switch dialect {
        case .phrase:
            let phrase = try Phrase(text)
            self.text = phrase.text
            if phrase.needsStarting, starting == nil { needs.append(.starting) }
            if phrase.needsDay, starting == nil, needs.isEmpty { needs.append(.day) }
            if !phrase.namesTime, time == nil, starting == nil { needs.append(.time) }
            let time = phrase.namesTime ? nil : time
            rules = needs.isEmpty ? (try? phrase.rules(starting: starting, at: time)) ?? [] : []
        case .rrule:
            let rule = try Self.rule(text, starting: starting ?? Rule.epoch)
            self.text = rule.rrule ?? rule.normalForm
            rules = [rule]
        case .calendar:
            let expression = try CalendarExpression(text, isZone: isZone)
            self.text = expression.text
            zone = expression.zone
            rules = expression.rules(starting: starting)
        case .cron:
            let expression = try CronExpression(text)
            self.text = expression.text
            rules = expression.rules(starting: starting)
        }
        self.dialect = dialect
        self.zone = zone
        self.needs = needs
    }

    /// The RRULE that says the same, one for each rule; nil where RFC 5545 has none.
    public var rrules: [String]? {
        let texts = rules.compactMap(\.rrule)
        return texts.isEmpty || texts.count < rules.count ? nil : texts
    }

    /// Whether it fixes local times of day, so that gap and fold policies apply.
    public var asksGapAndFold: Bool { rules.contains { !$0.isSubdaily } }

    /// Whether it counts hours, minutes or seconds, so that the sub-daily policy applies.
    public var asksSubdaily: Bool { rules.contains(where: \.isSubdaily) }

    /// A recurrence rule, also with `RRULE:` before it.
    private static func rule(_ text: String, starting: CivilDateTime) throws(DialectError) -> Rule {
        let prefix = text.lowercased().hasPrefix("rrule:") ? 6 : 0
        do throws(RRuleError) {
            return try Rule(rrule: String(text.dropFirst(prefix)), start: starting)
        } catch {
            let range = error.range.lowerBound + prefix..<error.range.upperBound + prefix
            throw DialectError(dialect: .rrule, range: range, reason: .rrule(error))
        }
    }
}
