import CivilTime
import JSON
import Planning
import Recurrence
import Wording

/// A rule as it was read, for a person and for a program.
struct Explained {
    private let explanation: Explanation
    private let start: CivilDateTime?
    private let zone: Zone
    private let next: [Occurrence]
    private let words: ExplainWording

    init(
        _ explanation: Explanation, start: CivilDateTime?, zone: Zone, next: [Occurrence], _ words: ExplainWording
    ) {
        self.words = words
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
        let labels = words.labels
        add(labels.dialect, [words.dialect(explanation.dialect)])
        add(labels.normalForm, [explanation.text])
        if explanation.needs.isEmpty { add("RRULE", explanation.rrules ?? [words.noRRule]) }
        if let anchor { add(labels.countedFrom, [words.countedFrom(anchor, isGiven: start != nil)]) }
        add(labels.policies, policies.map(words.policy))
        add(labels.needs, explanation.needs.flatMap(words.needs))
        if explanation.needs.isEmpty {
            add(labels.next, next.isEmpty ? [words.neverAgain] : next.map(text))
        }
        return lines
    }

    /// `Sun 2026-11-22 19:00 CET (+01:00)`.
    private func text(_ occurrence: Occurrence) -> String {
        let local = zone.local(at: occurrence.instant)
        let offset = zone.offset(at: occurrence.instant)
        return "\(words.weekday(local.date.weekday)) \(local.date) \(local.time) \(offset.abbreviation) (\(Self.shift(offset)))"
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

    private var policies: [(ExplainWording.Policy, String)] {
        let defaults = Policies()
        var policies: [(ExplainWording.Policy, String)] = []
        if explanation.asksGapAndFold {
            policies.append((.gap, defaults.gap.rawValue))
            policies.append((.fold, defaults.fold.rawValue))
        }
        if explanation.asksSubdaily { policies.append((.subdaily, defaults.subdaily.rawValue)) }
        if let monthEnd = explanation.rules.map(\.monthEnd).first(where: { $0 != .skip }) {
            policies.append((.missingDay, monthEnd.rawValue))
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
        for (policy, value) in self.policies { policies[policy.rawValue] = .string(value) }
        object["policies"] = .object(policies)
        object["next"] = .array(next.map(member))
        return .object(object)
    }

    private func member(_ occurrence: Occurrence) -> JSON {
        let local = zone.local(at: occurrence.instant)
        let offset = zone.offset(at: occurrence.instant)
        return [
            "at": .string(occurrence.instant.description), "local": .string(local.description),
            "weekday": .string(ExplainWording(.english).weekday(local.date.weekday)), "abbreviation": .string(offset.abbreviation),
            "offset": .string(Self.shift(offset)), "key": .string(occurrence.key.description),
        ]
    }
}
