import CivilTime
import Recurrence
import Wording

extension RuleReader {
    // MARK: - Phrases

    func phrases(_ times: [TimeOfDay], _ starting: LocalBound?, _ monthEnd: MonthEnd) -> RuleParts? {
        let anchor = starting.map { CivilDateTime($0.date, $0.time ?? .midnight) }
        var rules: [Rule] = []
        var texts: [String] = []
        for (phrase, text) in readPhrases() {
            if withWords { texts.append(phrase.text) }
            guard let more = self.rules(phrase, text, anchor, times, hasStartTime: starting?.time != nil, monthEnd)
            else { continue }
            rules += more
        }
        guard !rules.isEmpty else { return nil }
        let words = RuleWords(form: .phrases(texts), at: times)
        return RuleParts(rules: rules, words: words, spot: table.entry("every")?.item.spot ?? table.section.spot)
    }

    /// The phrases of `every`, those that can be read.
    func readPhrases() -> [(Phrase, Text)] {
        guard let texts = table.texts("every", orText: true) else { return [] }
        return table.distinct(texts, "every").compactMap { text in
            do throws(DialectError) {
                return (try Phrase(text.text), text)
            } catch {
                report(error, text)
                return nil
            }
        }
    }

    /// The rules of one phrase at the given times, or nil after reporting what it lacks.
    func rules(
        _ phrase: Phrase, _ text: Text, _ anchor: CivilDateTime?, _ times: [TimeOfDay], hasStartTime: Bool,
        _ monthEnd: MonthEnd
    ) -> [Rule]? {
        do throws(PhraseNeed) {
            if times.isEmpty {
                if !phrase.namesTime, !hasStartTime {
                    // Midnight is nobody's choice; what else is missing is said first.
                    _ = try phrase.rules(starting: anchor, at: .midnight, monthEnd: monthEnd)
                    throw .time
                }
                return try phrase.rules(starting: anchor, monthEnd: monthEnd)
            }
            var rules: [Rule] = []
            for time in times { rules += try phrase.rules(starting: anchor, at: time, monthEnd: monthEnd) }
            return rules
        } catch {
            report(error, text)
            return nil
        }
    }

    private func report(_ need: PhraseNeed, _ text: Text) {
        switch need {
        case .oneTime, .noTime: findings.report(.need(need), at: table.spot("at"), first: text.spot)
        case .time: if table.lacks("at") { findings.report(.need(need), at: text.spot) }
        case .starting, .day:
            if table.lacks("starting"), table.lacks("date") { findings.report(.need(need), at: text.spot) }
        }
    }

    private func report(_ error: DialectError, _ text: Text) {
        findings.report(.dialect(error), at: text.spot(of: error.range))
    }

    // MARK: - The other three

    func rrule(_ times: [TimeOfDay], _ starting: LocalBound?) -> RuleParts? {
        guard let text = table.text("rrule") else { return nil }
        let errors = Rule.rruleErrors(in: text.text)
        for error in errors { findings.report(.rrule(error), at: text.spot(of: error.range)) }
        guard errors.isEmpty else { return nil }
        let date = starting?.date ?? Rule.epoch.date
        let anchors = (times.isEmpty ? [starting?.time ?? .midnight] : times).map { CivilDateTime(date, $0) }
        let rules = anchors.compactMap { try? Rule(rrule: text.text, start: $0) }
        guard let rule = rules.first else { return nil }
        if let need = need(of: rule, times, starting) {
            report(need, text)
            return nil
        }
        if rule.count != nil || rule.until != nil, let key = ["count", "until"].first(where: table.has) {
            findings.report(.keysExclude(key, "rrule"), at: table.spot(key), first: text.spot)
            return nil
        }
        return RuleParts(
            rules: rules, words: RuleWords(form: .other(.rrule, text.text), at: times), spot: text.spot)
    }

    private func need(of rule: Rule, _ times: [TimeOfDay], _ starting: LocalBound?) -> PhraseNeed? {
        let namesClock = !rule.hours.isEmpty || !rule.minutes.isEmpty || !rule.seconds.isEmpty
        if rule.isSubdaily { return times.isEmpty ? nil : .noTime }
        if starting == nil {
            if rule.interval > 1 || rule.count != nil { return .starting }
            let hasNoDay =
                rule.weekdays.isEmpty && rule.nthWeekdays.isEmpty && rule.monthDays.isEmpty && rule.yearDays.isEmpty
            if hasNoDay, rule.frequency != .daily { return .day }
        }
        if namesClock { return times.isEmpty ? nil : .oneTime }
        return times.isEmpty && starting?.time == nil ? .time : nil
    }

    func calendar(_ times: [TimeOfDay], _ starting: LocalBound?) -> RuleParts? {
        guard let text = table.text("calendar") else { return nil }
        do throws(DialectError) {
            let expression = try CalendarExpression(text.text)
            if let zone = expression.zone {
                findings.report(.zoneInExpression(zone), at: text.spot)
                return nil
            }
            var rules = expression.rules(starting: starting.map { CivilDateTime($0.date, $0.time ?? .midnight) })
            if !times.isEmpty {
                guard !text.text.contains(":"), rules.allSatisfy({ $0.clockTimes == [.midnight] }) else {
                    report(.oneTime, text)
                    return nil
                }
                rules = rules.flatMap { rule in times.map { rule.moved(to: $0) } }
            }
            return RuleParts(
                rules: rules, words: RuleWords(form: .other(.calendar, withWords ? expression.text : ""), at: times), spot: text.spot)
        } catch {
            report(error, text)
            return nil
        }
    }

    func cron(_ times: [TimeOfDay], _ starting: LocalBound?) -> RuleParts? {
        guard let text = table.text("cron") else { return nil }
        do throws(DialectError) {
            let expression = try CronExpression(text.text)
            guard times.isEmpty else {
                report(.oneTime, text)
                return nil
            }
            let rules = expression.rules(starting: starting.map { CivilDateTime($0.date, $0.time ?? .midnight) })
            return RuleParts(rules: rules, words: RuleWords(form: .other(.cron, text.text)), spot: text.spot)
        } catch {
            report(error, text)
            return nil
        }
    }
}

extension Rule {
    /// The rule at another time of day.
    func moved(to time: TimeOfDay) -> Rule {
        var rule = self
        rule.hours = [time.hour]
        rule.minutes = [time.minute]
        rule.seconds = [time.second]
        rule.fractions = []
        return rule
    }
}
