import CivilTime
import Planning
import Recurrence
import TOML
import Wording

extension RuleReader {
    /// What is counted from the last time it was done.
    func cadence(_ times: [TimeOfDay], _ starting: LocalBound?, _ end: RuleEnd?, _ policies: Policies) -> ReadRule? {
        let ideal = gap("after-done")
        let atMost = gap("at-most")
        if case .count = end {
            findings.report(
                .keysExclude("count", "after-done"), at: table.spot("count"), first: table.spot("after-done"))
        }
        if starting == nil, table.lacks("starting") { findings.report(.need(.starting), at: table.spot("after-done")) }
        let own = times + [starting?.time].compactMap(\.self)
        if own.count > 1 {
            findings.report(.oneTimeOnly, at: table.spot(times.isEmpty ? "starting" : "at"))
        } else if own.isEmpty, table.lacks("at"), table.entry("starting")?.item.value.isInvalid != true {
            findings.report(.need(.time), at: table.spot("after-done"))
        }
        guard let ideal, let starting, let time = own.first else { return nil }
        if let atMost, atMost.approximateMicroseconds <= ideal.approximateMicroseconds {
            findings.report(.atMostTooShort, at: table.spot("at-most"), first: table.spot("after-done"))
            return nil
        }
        var until: CivilDateTime?
        if case .until(let bound) = end {
            until = CivilDateTime(bound.date, bound.time ?? Self.lastMoment)
            if bound.date < starting.date {
                findings.report(.untilBeforeStart, at: bound.spot, first: starting.spot)
                return nil
            }
        }
        let cadence = Cadence(
            ideal: ideal, atMost: atMost, starting: starting.date, time: time, until: until, policies: policies)
        let recurrence = cadence.recurrence(from: starting.date, in: zones[0])
        guard recurrence.occurrences(in: zones[0]).first(where: { _ in true }) != nil else {
            findings.report(.neverFires, at: table.spot("after-done"))
            return nil
        }
        let words = RuleWords(form: .cadence(ideal, atMost: atMost), at: [time], date: "\(starting.date)")
        return ReadRule(recurrence: recurrence, words: words, cadence: cadence)
    }

    /// A length in days, or in months.
    private func gap(_ key: String) -> Span? {
        guard let (span, text) = table.span(key) else { return nil }
        guard span.microseconds == 0, (span.days == 0) != (span.months == 0) else {
            findings.report(.gapByTheDay(key: key), at: text.spot)
            return nil
        }
        return span
    }
}
