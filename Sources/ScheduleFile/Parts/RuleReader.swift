import CivilTime
import Planning
import Recurrence
import TOML
import Wording

/// Reads when a ritual comes: one of four dialects, or a date, and what goes with them.
struct RuleReader {
    let table: TableReader
    let kind: Kind
    /// The schedule's zone, and those in which the ritual falls due.
    let zone: Zone
    let zones: [Zone]
    let findings: Findings
    /// Whether anybody asks for the words that the rule was written in.
    let withWords: Bool

    static let dialects = ["every", "rrule", "calendar", "cron", "after-done"]
    static let countLimit = 10_000

    init(_ table: TableReader, _ kind: Kind, zone: Zone, zones: [Zone], _ findings: Findings, withWords: Bool) {
        self.table = table
        self.kind = kind
        self.zone = zone
        self.zones = zones.isEmpty ? [zone] : zones
        self.findings = findings
        self.withWords = withWords
    }

    func read() -> ReadRule? {
        let before = findings.count
        let monthEnd = table.choice("missing-day", MonthEnd.allCases.map(\.rawValue)).flatMap(MonthEnd.init) ?? .clamp
        let policies = Policies(
            gap: table.choice("gap", GapPolicy.allCases.map(\.rawValue)).flatMap(GapPolicy.init) ?? .shift,
            fold: table.choice("fold", FoldPolicy.allCases.map(\.rawValue)).flatMap(FoldPolicy.init) ?? .first,
            subdaily: table.choice("subdaily", SubdailyPolicy.allCases.map(\.rawValue)).flatMap(SubdailyPolicy.init)
                ?? .elapsed)
        let times = table.clockTimes("at")
        let starting = local("starting")
        let end = end()
        if table.has("at-most"), table.lacks("after-done") {
            findings.report(.keyNeeds("at-most", needs: "after-done"), at: table.spot("at-most"))
        }
        guard let source = source() else { return nil }
        let parts: RuleParts?
        // A value that TOML could not read is told already, and nothing follows from it.
        let isWhole = TableKind.ruleKeys.allSatisfy { table.entry($0)?.item.value.isInvalid != true }
        switch source {
        case "every" where !table.has("date"): parts = phrases(times, starting, monthEnd)
        case "rrule": parts = rrule(times, starting)
        case "calendar": parts = calendar(times, starting)
        case "cron": parts = cron(times, starting)
        case "after-done":
            let read = cadence(times, starting, end, policies)
            return isWhole && findings.count == before ? read : nil
        default: parts = dated(times, monthEnd)
        }
        guard let parts, isWhole, findings.count == before else { return nil }
        guard let (recurrence, source) = bounded(parts, end, starting, policies) else { return nil }
        var words = parts.words
        words.starting = starting.map { "\($0.date)" }
        words.end = end?.words
        return ReadRule(recurrence: recurrence, words: words, source: source)
    }

    /// The key that says when, or nil after reporting that there is none or more than one.
    private func source() -> String? {
        let given = Self.dialects.filter(table.has).sorted { table.spot($0).comesBefore(table.spot($1)) }
        for other in given.dropFirst() {
            findings.report(.keysExclude(other, given[0]), at: table.spot(other), first: table.spot(given[0]))
        }
        guard given.count < 2 else { return nil }
        if table.has("date") {
            for other in ["rrule", "calendar", "cron", "after-done", "starting"] where table.has(other) {
                findings.report(.keysExclude(other, "date"), at: table.spot(other), first: table.spot("date"))
                return nil
            }
            return "date"
        }
        if table.has("counts"), table.lacks("date") {
            findings.report(.keyNeeds("counts", needs: "date"), at: table.spot("counts"))
            return nil
        }
        if let only = given.first {
            if kind == .milestone, table.lacks("date") {
                findings.report(.missingKey("date", in: .ritual(kind)), at: table.section.spot)
                return nil
            }
            return only
        }
        if (Self.dialects + ["date"]).allSatisfy(table.lacks) {
            findings.report(.noRule(kind), at: table.section.spot)
        }
        return nil
    }

    // MARK: - Times and dates

    /// A date, or a date with a time, without an offset.
    func local(_ key: String) -> LocalBound? {
        guard let item = table.item(key) else { return nil }
        switch item.value.kind {
        case .localDate(let date):
            return CivilDate(date).map { LocalBound(date: $0, time: nil, spot: item.spot) }
        case .localDateTime(let local):
            guard let date = CivilDate(local.date), let time = TimeOfDay(local.time) else {
                findings.report(.badDate(findings.text(item.spot)), at: item.spot)
                return nil
            }
            return LocalBound(date: date, time: time, spot: item.spot)
        case .offsetDateTime:
            let written = findings.text(item.spot)
            table.wrong(key, .dateOrDateTime, item, say: "\(key) = \(written.prefix(19))")
            return nil
        case .string:
            guard let text = table.text(key) else { return nil }
            if let date = CivilDate(parsing: text.text) { return LocalBound(date: date, time: nil, spot: item.spot) }
            if let both = CivilDateTime(parsing: text.text) {
                return LocalBound(date: both.date, time: both.time, spot: item.spot)
            }
            findings.report(isDateShaped(text.text) ? .noSuchDate(text.text) : .badDate(text.text), at: item.spot)
            return nil
        default:
            table.wrong(key, .dateOrDateTime, item)
            return nil
        }
    }

    /// The end that `until` or `count` sets.
    private func end() -> RuleEnd? {
        if table.has("until"), table.has("count") {
            let (first, second) =
                table.spot("until").comesBefore(table.spot("count")) ? ("until", "count") : ("count", "until")
            findings.report(.keysExclude(second, first), at: table.spot(second), first: table.spot(first))
            return nil
        }
        if let until = local("until") { return .until(until) }
        guard let item = table.item("count") else { return nil }
        guard let count = item.value.integer else {
            table.wrong("count", .number, item)
            return nil
        }
        guard (1...Int64(Self.countLimit)).contains(count) else {
            findings.report(.countOutside(limit: Self.countLimit), at: item.spot)
            return nil
        }
        return .count(Int(count))
    }
}

/// A rule as it was read.
struct ReadRule {
    var recurrence: Recurrence
    var words: RuleWords
    var cadence: Cadence?
    /// What the recurrence was compiled from; nil for a cadence.
    var source: RuleSet?
}

/// A local date, perhaps with a time, and where it stands.
struct LocalBound {
    let date: CivilDate
    let time: TimeOfDay?
    let spot: Spot
}

/// Where a rule ends.
enum RuleEnd {
    case until(LocalBound)
    case count(Int)

    var words: RuleWords.End {
        switch self {
        case .until(let bound): .until("\(bound.date)")
        case .count(let count): .count(count)
        }
    }
}

/// What a rule was read into, before its end is set.
struct RuleParts {
    var rules: [Rule]
    var dates: [CivilDateTime] = []
    var words: RuleWords
    /// Where the rule stands.
    let spot: Spot
}

/// Whether a text looks like `2026-02-30` or `02-30`, so that the day is to blame.
func isDateShaped(_ text: String) -> Bool {
    let shape = text.map { $0.isASCII && $0.isNumber ? "0" : $0 == "-" ? "-" : "?" }.joined()
    return shape == "0000-00-00" || shape == "00-00"
}

extension CivilDate {
    init?(_ date: TOMLDate) { self.init(year: date.year, month: date.month, day: date.day) }
}

extension TimeOfDay {
    init?(_ time: TOMLTime) { self.init(hour: time.hour, minute: time.minute, second: time.second) }
}

extension Rule {
    /// The times of day that the rule's hours, minutes and seconds name together.
    var clockTimes: [TimeOfDay] {
        hours.flatMap { hour in
            minutes.flatMap { minute in seconds.compactMap { TimeOfDay(hour: hour, minute: minute, second: $0) } }
        }
    }
}
