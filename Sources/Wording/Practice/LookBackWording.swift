import CivilTime
public import Planning

/// A look back in words: warm, and without a number that could be a score.
public struct LookBackWording: Sendable {
    let language: Language

    public init(_ language: Language) { self.language = language }

    func pick(_ english: String, _ german: String) -> String { language == .english ? english : german }

    public var title: String { pick("Looking back", "Ein Blick zurück") }

    public func span(_ back: LookBack) -> String {
        let (first, last) = (date(back.days.lowerBound), date(back.days.upperBound))
        return pick("from \(first) to \(last)", "vom \(first) bis zum \(last)")
    }

    public func heading(_ kind: LookBack.Kind) -> String {
        switch kind {
        case .milestone: pick("Days that mattered", "Tage, die zählten")
        case .win: pick("Small wins", "Kleine Erfolge")
        case .letter: pick("Letters opened", "Geöffnete Briefe")
        case .kept: pick("What you made time for", "Wofür ihr euch Zeit genommen habt")
        }
    }

    public var nothing: String {
        pick(
            "Nothing is on record for these days. One small thing is a beginning.",
            "Für diese Tage ist nichts aufgezeichnet. Eine kleine Sache ist ein Anfang.")
    }

    /// The whole of it, a line each.
    public func lines(_ back: LookBack) -> [String] {
        var lines = ["\(title), \(span(back))"]
        if back.items.isEmpty { return lines + [nothing] }
        for kind in [LookBack.Kind.milestone, .win, .letter] {
            let items = back.of(kind)
            if items.isEmpty { continue }
            lines += ["", heading(kind)] + items.map { "– \(day($0.day)): \($0.title)" }
        }
        if !back.kept.isEmpty {
            lines += ["", heading(.kept)] + back.kept.map { "– \($0.title): \(list($0.days))" }
        }
        return lines
    }

    /// "3, 10 and 17 May; 7 June".
    func list(_ days: [CivilDate]) -> String {
        var months: [(year: Int, month: Int, days: [String])] = []
        for day in days {
            let parts = day.components
            let text = pick("\(parts.day)", "\(parts.day).")
            if let last = months.last, last.year == parts.year, last.month == parts.month {
                months[months.count - 1].days.append(text)
            } else {
                months.append((parts.year, parts.month, [text]))
            }
        }
        let isOneYear = Set(months.map(\.year)).count < 2
        return months.map { month in
            let words = DateWording.words(language)
            return "\(words.list(month.days)) \(words.months[month.month - 1])" + (isOneYear ? "" : " \(month.year)")
        }.joined(separator: "; ")
    }

    func day(_ day: CivilDate) -> String { DateWording.date(day, year: false, language) }

    private func date(_ day: CivilDate) -> String {
        let parts = day.components
        return "\(parts.day)\(pick("", ".")) \(DateWording.words(language).months[parts.month - 1]) \(parts.year)"
    }
}
