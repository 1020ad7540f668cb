import CivilTime
import Planning
import Recurrence
import TOML
import Wording

extension RuleReader {
    private enum Day {
        case full(CivilDate)
        case yearless(month: Int, day: Int)
    }

    /// What comes on a date: once, or again and again counted from it, or after given lengths of time.
    func dated(_ times: [TimeOfDay], _ monthEnd: MonthEnd) -> RuleParts? {
        guard let (day, spot) = day() else { return nil }
        let phrases = readPhrases()
        let counts = counts()
        switch day {
        case .full(let date): return full(date, spot, phrases, counts, times, monthEnd)
        case .yearless(let month, let dayOfMonth):
            if table.has("counts") {
                findings.report(.yearMissing(key: "counts"), at: table.spot("counts"), first: spot)
                return nil
            }
            return yearless(month, dayOfMonth, spot, phrases, times, monthEnd)
        }
    }

    private func day() -> (Day, Spot)? {
        guard let item = table.item("date") else { return nil }
        if let date = item.value.localDate { return CivilDate(date).map { (.full($0), item.spot) } }
        guard item.value.string != nil else {
            let isTimed = item.value.localDateTime != nil
            table.wrong(
                "date", .dateOrDayOfYear, item,
                say: isTimed ? "date = \(findings.text(item.spot).prefix(10))" : nil)
            return nil
        }
        guard let text = table.text("date") else { return nil }
        if let date = CivilDate(parsing: text.text) { return (.full(date), item.spot) }
        let parts = text.text.split(separator: "-", omittingEmptySubsequences: false)
        if isDateShaped(text.text), parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]),
            CivilDate(year: 2000, month: month, day: day) != nil
        {
            return (.yearless(month: month, day: day), item.spot)
        }
        findings.report(isDateShaped(text.text) ? .noSuchDate(text.text) : .badDate(text.text), at: item.spot)
        return nil
    }

    private func counts() -> [Span] {
        var counts: [(span: Span, text: Text)] = []
        for text in table.texts("counts", shape: .lengths) ?? [] {
            guard let span = table.span(of: text) else { continue }
            if !span.isCivil || span.microseconds != 0 {
                findings.report(.countsByTheDay, at: text.spot)
            } else if let first = counts.first(where: { $0.span == span }) {
                findings.report(.duplicateInList(text.text, key: "counts"), at: text.spot, first: first.text.spot)
            } else {
                counts.append((span, text))
            }
        }
        return counts.map(\.span)
    }

    private func full(
        _ date: CivilDate, _ spot: Spot, _ phrases: [(Phrase, Text)], _ counts: [Span], _ times: [TimeOfDay],
        _ monthEnd: MonthEnd
    ) -> RuleParts? {
        var parts = RuleParts(
            rules: [], words: RuleWords(form: .once, at: times, date: "\(date)", counts: counts), spot: spot)
        if table.has("every") {
            parts.words.form = .phrases(phrases.map(\.0.text))
            for (phrase, text) in phrases {
                let anchor = CivilDateTime(date, times.first ?? .midnight)
                guard let rules = rules(phrase, text, anchor, times, hasStartTime: false, monthEnd) else { return nil }
                // The date itself is the first of them, and has no number.
                parts.rules += rules.map { rule in
                    var rule = rule
                    rule.hasOrdinals = kind == .milestone
                    return rule
                }
            }
        }
        guard !times.isEmpty || table.has("every") && counts.isEmpty else {
            if table.lacks("at") { findings.report(.need(.time), at: spot) }
            return nil
        }
        for time in times {
            if !table.has("every"), counts.isEmpty { parts.dates.append(CivilDateTime(date, time)) }
            for count in counts {
                let months = date.adding(months: Int(count.months), monthEnd)
                guard let day = months?.adding(days: Int(count.days)) else { continue }
                parts.dates.append(CivilDateTime(day, time))
            }
        }
        return parts
    }

    private func yearless(
        _ month: Int, _ day: Int, _ spot: Spot, _ phrases: [(Phrase, Text)], _ times: [TimeOfDay], _ monthEnd: MonthEnd
    ) -> RuleParts? {
        var times = times
        let words = RuleWords(form: .yearly, at: times, date: "\(padded(month))-\(padded(day))")
        if table.has("every") {
            guard phrases.count == 1, let (phrase, text) = phrases.first else {
                if phrases.count > 1 {
                    findings.report(.yearMissing(key: "every"), at: table.spot("every"), first: spot)
                }
                return nil
            }
            // A leap year, so that 29 February is in it.
            let anchor = CivilDateTime(year: 2000, month: month, day: day)
            guard let rules = rules(phrase, text, anchor, times, hasStartTime: false, monthEnd) else { return nil }
            guard phrase.needsDay, rules.allSatisfy({ $0.frequency == .yearly && $0.interval == 1 }) else {
                findings.report(.yearMissing(key: "every"), at: text.spot, first: spot)
                return nil
            }
            times = rules.flatMap(\.clockTimes)
        }
        guard !times.isEmpty else {
            if table.lacks("at") { findings.report(.need(.time), at: spot) }
            return nil
        }
        let rules = times.compactMap { Milestone.yearly(month: month, day: day, monthEnd: monthEnd, at: $0) }
        return RuleParts(rules: rules, words: words, spot: spot)
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
