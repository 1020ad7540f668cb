import CivilTime
import Planning
import TOML
import Wording

/// From one day to another, as a schedule writes it: once, or every year.
enum DayRange {
    case once(ClosedRange<CivilDate>)
    /// Month and day, month and day; the second may be early in the next year.
    case yearly((month: Int, day: Int), (month: Int, day: Int))

    /// The ranges themselves; every year, those for which a schedule can be wanted.
    var ranges: [ClosedRange<CivilDate>] {
        switch self {
        case .once(let range): [range]
        case .yearly(let first, let last):
            (1970...2200).compactMap { year in
                let crosses = last < first
                guard let from = Self.date(year, first), let until = Self.date(crosses ? year + 1 : year, last)
                else { return nil }
                return from...until
            }
        }
    }

    /// The last of February where there is no 29th.
    private static func date(_ year: Int, _ day: (month: Int, day: Int)) -> CivilDate? {
        CivilDate(year: year, month: day.month, day: day.day) ?? CivilDate(year: year, month: day.month, day: 28)
    }
}

extension TableReader {
    private enum Day {
        case full(CivilDate)
        case yearless(Int, Int)
    }

    /// What `from` and `until` say; without an `until` for good. Nil where there is no `from`, or after reporting.
    func dayRange() -> DayRange? {
        guard has("from") else {
            if has("until") { findings.report(.keyNeeds("until", needs: "from"), at: spot("until")) }
            return nil
        }
        let before = findings.count
        let (first, last) = (day("from"), day("until"))
        guard let first, findings.count == before else { return nil }
        switch (first, last) {
        case (.full(let from), nil): return .once(from...CivilDate.farthest)
        case (.full(let from), .full(let until)?):
            if from <= until { return .once(from...until) }
            findings.report(.season(.endsBeforeItBegins), at: spot("until"), first: spot("from"))
        case (.yearless(let month, let day), .yearless(let lastMonth, let lastDay)?):
            return .yearly((month, day), (lastMonth, lastDay))
        case (.yearless, nil): findings.report(.keyNeeds("from", needs: "until"), at: spot("from"))
        case (.full, .yearless?), (.yearless, .full?):
            findings.report(.season(.yearInOneOnly), at: spot("until"), first: spot("from"))
        }
        return nil
    }

    private func day(_ key: String) -> Day? {
        guard let item = item(key) else { return nil }
        if let date = item.value.localDate { return CivilDate(date).map { .full($0) } }
        guard item.value.string != nil else {
            let isTimed = item.value.localDateTime != nil
            wrong(key, .dateOrDayOfYear, item, say: isTimed ? "\(key) = \(findings.text(item.spot).prefix(10))" : nil)
            return nil
        }
        guard let text = text(key) else { return nil }
        if let date = CivilDate(parsing: text.text) { return .full(date) }
        let parts = text.text.split(separator: "-", omittingEmptySubsequences: false)
        if isDateShaped(text.text), parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]),
            CivilDate(year: 2000, month: month, day: day) != nil
        {
            return .yearless(month, day)
        }
        findings.report(isDateShaped(text.text) ? .noSuchDate(text.text) : .badDate(text.text), at: item.spot)
        return nil
    }
}
