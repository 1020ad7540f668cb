public import CivilTime

/// One question of the batch protocol, without its framing.
public enum BatchRequest: Sendable {
    /// The first occurrences of a recurrence rule, all or strictly after an instant.
    case rrule(String, start: String, zone: Zone, after: String?, limit: Int, policies: Policies)
    /// The next elapses of a systemd calendar expression after an instant.
    case calendar(String, zone: Zone, after: String, limit: Int, policies: Policies)
    /// The first marks of a milestone: `yearly`, `monthly` or `days`.
    case milestone(kind: String, start: String, every: Int, policy: String, limit: Int)
}

/// Why a question of the batch protocol has no answer.
public enum BatchError: Error, Hashable, Sendable {
    case rule(RRuleError)
    case calendar(DialectError)
    case unknownZone(String)
    case badTime(field: String, String)
    case badKind(String)
    case badPolicy(String)
    case notPositive(field: String)
}

extension BatchError: CustomStringConvertible {
    /// One sentence without a full stop, with the place in the text and a hint where
    /// there are any.
    public var description: String {
        switch self {
        case .rule(let error):
            "\(error.range.lowerBound + 1)-\(error.range.upperBound): \(error.message)"
                + (error.hint.map { " (\($0))" } ?? "")
        case .calendar(let error):
            "\(error.range.lowerBound + 1)-\(error.range.upperBound): \(error.message)"
                + (error.hint.map { " (\($0))" } ?? "")
        case .unknownZone(let name): "no time zone is named \(name)"
        case .badTime(let field, let text): "\(field) is no time: \(text)"
        case .badKind(let text): "no milestone is of the kind \(text)"
        case .badPolicy(let text): "no policy is named \(text)"
        case .notPositive(let field): "\(field) must be at least 1"
        }
    }
}

/// The answer to one question of the batch protocol.
public enum BatchAnswer: Hashable, Sendable {
    /// Instants, for rules and calendar expressions.
    case instants([Timestamp])
    /// Dates, for milestones.
    case dates([CivilDate])

    /// The answer's members as the protocol writes them.
    public var texts: [String] {
        switch self {
        case .instants(let instants): instants.map(\.description)
        case .dates(let dates): dates.map(\.description)
        }
    }
}

extension BatchRequest {
    /// Answers the question.
    ///
    /// Answers end with the year 2199, as systemd's calendar does.
    ///
    /// - Parameter find: Finds the zone that a calendar expression names.
    /// - Returns: At most `limit` members; fewer where the set ends, none for a rule
    ///   that never fires.
    public func answer(zone find: (String) -> Zone? = { _ in nil }) throws(BatchError) -> BatchAnswer {
        switch self {
        case .rrule(let text, let start, let zone, let after, let limit, let policies):
            guard let anchor = CivilDateTime(parsing: start) else { throw .badTime(field: "dtstart", start) }
            let rule: Rule
            do { rule = try Rule(rrule: text, start: anchor) } catch { throw .rule(error) }
            let recurrence = Recurrence(rule, policies: policies)
            guard let after else { return .instants(Self.first(limit, of: recurrence.occurrences(in: zone))) }
            let instant = try Self.instant(after)
            return .instants(Self.first(limit, of: recurrence.occurrences(after: instant, in: zone)))
        case .calendar(let text, let zone, let after, let limit, let policies):
            let expression: CalendarExpression
            do {
                expression = try CalendarExpression(text, isZone: { find($0) != nil })
            } catch { throw .calendar(error) }
            var asked = zone
            if let name = expression.zone {
                guard let named = find(name) else { throw .unknownZone(name) }
                asked = named
            }
            let recurrence = Recurrence(rules: expression.rules(), policies: policies)
            return .instants(
                Self.first(limit, of: recurrence.occurrences(after: try Self.instant(after), in: asked)))
        case .milestone(let kind, let start, let every, let policy, let limit):
            guard let date = CivilDate(parsing: start) else { throw .badTime(field: "start", start) }
            guard every >= 1 else { throw .notPositive(field: "every") }
            let units: [String: Milestone.Unit] = [
                "yearly": .years, "monthly": .months, "weekly": .weeks, "days": .days, "weeks": .weeks,
                "months": .months, "years": .years,
            ]
            guard let unit = units[kind] else { throw .badKind(kind) }
            // Days and weeks are always there, so their policy says nothing.
            guard let monthEnd = policy == "exact" ? .clamp : MonthEnd(rawValue: policy) else { throw .badPolicy(policy) }
            let milestone = Milestone(of: date, every: every, unit, monthEnd: monthEnd)
            return .dates(Array(milestone.dates.prefix(max(0, limit))))
        }
    }

    private static func instant(_ text: String) throws(BatchError) -> Timestamp {
        guard let instant = Timestamp(parsing: text) else { throw .badTime(field: "after", text) }
        return instant
    }

    /// 2200-01-01T00:00:00Z.
    private static let end = Timestamp(seconds: 7_258_118_400)

    private static func first(_ limit: Int, of occurrences: Occurrences) -> [Timestamp] {
        Array(occurrences.lazy.map(\.instant).prefix { $0 < end }.prefix(max(0, limit)))
    }
}
