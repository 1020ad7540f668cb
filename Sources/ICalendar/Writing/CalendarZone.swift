public import CivilTime

extension Zone {
    /// What a calendar calls the zone: letters that need no quotes, whoever reads them. The zone of somebody who is away
    /// for a while has the stays in its name, so that no program takes it for the one at home.
    var calendarName: String {
        var name = ""
        for scalar in identifier.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            name.unicodeScalars.append(isPlain || "/_+-".unicodeScalars.contains(scalar) ? scalar : "-")
        }
        return name
    }
}

/// A VTIMEZONE (RFC 5545 §3.6.5) made from a zone's own data.
///
/// Changes that come every year without end are told as rules, from the first year on in which nothing else happens;
/// those before are listed one by one. A zone whose last changes fit no rule is listed up to ``listedThrough``.
public struct CalendarZone: Sendable {
    /// The zone's name within the calendar.
    public let name: String
    private let zone: Zone
    /// The first year that is told.
    private let firstYear: Int

    /// - Parameter from: The earliest time that is written in the zone.
    public init(_ zone: Zone, from: CivilDateTime) {
        name = zone.calendarName
        self.zone = zone
        firstYear = from.date.year - 1
    }

    /// Where listing ends; no zone's recorded changes go on for so long.
    static let listedThrough = 2099
    /// The 400 years in which a rule has to show itself.
    private static let ruled = 2100..<2500

    var lines: [String] {
        let start = zone.offset(at: instant(ofYear: firstYear))
        // Where winter is called daylight saving time, the clock goes forward after it.
        let next = zone.nextTransition(after: instant(ofYear: firstYear))
        let isDaylight = start.isDaylight && next.map { $0.after.seconds < start.seconds } ?? false
        var lines = ["BEGIN:VTIMEZONE", "TZID:\(ContentLine.plain(name))"]
        let kind = ZoneStep.Kind(
            from: start.seconds, to: start.seconds, name: start.abbreviation, isDaylight: isDaylight)
        lines += Self.observance(kind, [Self.newYear(firstYear)], rule: nil)
        let yearly = yearlySteps()
        let listed = steps(in: firstYear..<max(firstYear, Self.listedThrough + 1))
        let ruledFrom = yearly.isEmpty ? Int.max : self.ruledFrom(listed, yearly)
        for (kind, steps) in Self.byKind(listed.filter { $0.local.date.year < ruledFrom }) {
            lines += Self.observance(kind, steps.map(\.local), rule: nil)
        }
        for step in yearly {
            guard let first = step.local(in: ruledFrom) else { continue }
            lines += Self.observance(step.kind, [first], rule: step.rule)
        }
        return lines + ["END:VTIMEZONE"]
    }

    // MARK: - What comes every year

    /// The changes that go on without end; none where there are none, or where they fit no rule.
    private func yearlySteps() -> [YearlyStep] {
        let kinds = Self.byKind(steps(in: Self.ruled))
        let yearly = kinds.compactMap { YearlyStep($0.steps, in: Self.ruled) }
        return yearly.count == kinds.count ? yearly : []
    }

    /// The first year from which on only the yearly changes happen.
    private func ruledFrom(_ listed: [ZoneStep], _ yearly: [YearlyStep]) -> Int {
        let byYear = Dictionary(grouping: listed) { $0.local.date.year }
        var year = max(firstYear, Self.listedThrough + 1)
        while year > firstYear {
            let expected = yearly.compactMap { step in
                step.local(in: year - 1).map { Self.pair(step.kind, $0) }
            }
            let found = (byYear[year - 1] ?? []).map { Self.pair($0.kind, $0.local) }
            guard Set(found) == Set(expected) else { break }
            year -= 1
        }
        return year
    }

    private struct Pair: Hashable {
        var kind: ZoneStep.Kind
        var local: CivilDateTime
    }

    private static func pair(_ kind: ZoneStep.Kind, _ local: CivilDateTime) -> Pair { Pair(kind: kind, local: local) }

    // MARK: - What happened and will

    /// The changes whose local time lies in some years.
    private func steps(in years: Range<Int>) -> [ZoneStep] {
        var steps: [ZoneStep] = []
        var after = instant(ofYear: years.lowerBound).adding(seconds: -3 * 86_400)
        while let transition = zone.nextTransition(after: after) {
            let step = ZoneStep(transition)
            guard step.local.date.year < years.upperBound else { break }
            if step.local.date.year >= years.lowerBound { steps.append(step) }
            after = transition.at
        }
        return steps
    }

    /// By kind, in the order of the first of each.
    private static func byKind(_ steps: [ZoneStep]) -> [(kind: ZoneStep.Kind, steps: [ZoneStep])] {
        let grouped = Dictionary(grouping: steps, by: \.kind)
        var seen: Set<ZoneStep.Kind> = []
        return steps.map(\.kind).filter { seen.insert($0).inserted }.map { ($0, grouped[$0] ?? []) }
    }

    private static func newYear(_ year: Int) -> CivilDateTime {
        CivilDateTime(seconds: Int64(CivilDate.dayNumber(year: year, month: 1, day: 1)) * 86_400)
    }

    private func instant(ofYear year: Int) -> Timestamp { zone.instant(of: Self.newYear(year)) }

    // MARK: - Its lines

    private static func observance(_ kind: ZoneStep.Kind, _ times: [CivilDateTime], rule: String?) -> [String] {
        let component = kind.isDaylight ? "DAYLIGHT" : "STANDARD"
        let texts = times.map { CalendarTime.local($0).text }
        guard let first = texts.first else { return [] }
        var lines = [
            "BEGIN:\(component)", "DTSTART:\(first)", "TZOFFSETFROM:\(offset(kind.from))",
            "TZOFFSETTO:\(offset(kind.to))", "TZNAME:\(ContentLine.text(kind.name))",
        ]
        if let rule { lines.append("RRULE:\(rule)") }
        if texts.count > 1 { lines.append("RDATE:\(texts.dropFirst().joined(separator: ","))") }
        return lines + ["END:\(component)"]
    }

    /// `+0100`, with seconds where there are any.
    private static func offset(_ seconds: Int32) -> String {
        let text = Offset(seconds: seconds, abbreviation: "").description.filter { $0 != ":" }
        return text
    }
}
