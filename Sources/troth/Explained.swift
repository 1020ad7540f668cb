import CivilTime
import JSON
import Recurrence

/// A rule as it was read, for a person and for a program.
struct Explained {
    private let explanation: Explanation
    private let start: CivilDateTime?
    private let zone: Zone
    private let next: [Occurrence]

    init(_ explanation: Explanation, start: CivilDateTime?, zone: Zone, next: [Occurrence]) {
        self.explanation = explanation
        self.start = start
        self.zone = zone
        self.next = next
    }

    // MARK: For a person

    /// A label and what belongs to it, a line each; what follows under the same label is indented.
    var lines: [String] {
        var lines: [String] = []
        func add(_ label: String, _ values: [String]) {
            for (place, value) in values.enumerated() {
                let head = place == 0 ? label : ""
                lines.append(head + String(repeating: " ", count: max(1, 13 - head.count)) + value)
            }
        }
        add("dialect", [Self.name(explanation.dialect)])
        add("normal form", [explanation.text])
        if explanation.needs.isEmpty { add("RRULE", explanation.rrules ?? ["none: RFC 5545 has no way to say it"]) }
        if let anchor { add("counted from", ["\(anchor)" + (start == nil ? ", as nothing says from when" : "")]) }
        add("policies", policies.map { "\($0.key) = \"\($0.value)\": \($0.meaning)" })
        add("needs", explanation.needs.flatMap { [$0.message, "hint: \(Self.hint($0))"] })
        if explanation.needs.isEmpty {
            add("next", next.isEmpty ? ["never again"] : next.map(text))
        }
        return lines
    }

    private static func name(_ dialect: Dialect) -> String {
        switch dialect {
        case .phrase: "phrase"
        case .rrule: "recurrence rule (RFC 5545)"
        case .calendar: "calendar expression (systemd)"
        case .cron: "cron line"
        }
    }

    private static func hint(_ need: PhraseNeed) -> String {
        switch need {
        case .starting, .day: "\(need.hint); here: --starting 2026-01-05"
        case .time: "\(need.hint); here: --at 19:00"
        case .oneTime, .noTime: need.hint
        }
    }

    /// `Sun 2026-11-22 19:00 CET (+01:00)`.
    private func text(_ occurrence: Occurrence) -> String {
        let local = zone.local(at: occurrence.instant)
        let offset = zone.offset(at: occurrence.instant)
        return "\(Self.weekday(local)) \(local.date) \(local.time) \(offset.abbreviation) (\(Self.shift(offset)))"
    }

    private static func weekday(_ local: CivilDateTime) -> String {
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][local.date.weekday.rawValue]
    }

    /// `+01:00`, with seconds where a zone's offset has them.
    private static func shift(_ offset: Offset) -> String {
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let size = abs(offset.seconds)
        let clock = "\(offset.seconds < 0 ? "-" : "+")\(two(size / 3600)):\(two(size / 60 % 60))"
        return size % 60 == 0 ? clock : "\(clock):\(two(size % 60))"
    }

    // MARK: What it asks for

    /// Where counting starts, if that says something about the rule.
    private var anchor: CivilDateTime? {
        guard let rule = explanation.rules.first else { return nil }
        let countsSteps = explanation.rules.contains { $0.interval > 1 || $0.count != nil }
        return start != nil || countsSteps || explanation.dialect == .rrule ? rule.anchor : nil
    }

    private var policies: [(key: String, value: String, meaning: String)] {
        let defaults = Policies()
        var policies: [(key: String, value: String, meaning: String)] = []
        if explanation.asksGapAndFold {
            policies.append(("gap", defaults.gap.rawValue, "a time that the clock skips comes that much later"))
            policies.append(("fold", defaults.fold.rawValue, "a time that happens twice comes once, the first time"))
        }
        if explanation.asksSubdaily {
            policies.append(("subdaily", defaults.subdaily.rawValue, "exact durations, also through a repeated hour"))
        }
        if let monthEnd = explanation.rules.map(\.monthEnd).first(where: { $0 != .skip }) {
            policies.append(("missing-day", monthEnd.rawValue, "a day that a month lacks comes on its last one"))
        }
        return policies
    }

    // MARK: For a program

    var object: JSON {
        var object = JSONObject()
        object["dialect"] = .string(explanation.dialect.rawValue)
        object["text"] = .string(explanation.text)
        object["rrules"] = explanation.needs.isEmpty ? explanation.rrules.map { .array($0.map { .string($0) }) } ?? .null : .null
        object["starting"] = JSON(anchor?.description)
        object["zone"] = .string(zone.identifier)
        object["needs"] = .array(explanation.needs.map { .string($0.message) })
        var policies = JSONObject()
        for policy in self.policies { policies[policy.key] = .string(policy.value) }
        object["policies"] = .object(policies)
        object["next"] = .array(next.map(member))
        return .object(object)
    }

    private func member(_ occurrence: Occurrence) -> JSON {
        let local = zone.local(at: occurrence.instant)
        let offset = zone.offset(at: occurrence.instant)
        return [
            "at": .string(occurrence.instant.description), "local": .string(local.description),
            "weekday": .string(Self.weekday(local)), "abbreviation": .string(offset.abbreviation),
            "offset": .string(Self.shift(offset)), "key": .string(occurrence.key.description),
        ]
    }
}
