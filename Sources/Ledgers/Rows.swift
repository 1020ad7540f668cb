import CivilTime
import Planning

/// Reads a row's columns as the words of the domain.
///
/// A number that no service ever wrote is noted (``Statement/checkNumbers()``): there are sums that it would overflow.
extension Statement {
    func time(_ column: Int32) -> Timestamp { Timestamp(microseconds: integer(column, in: Self.times, "time")) }

    func optionalTime(_ column: Int32) -> Timestamp? { isNull(column) ? nil : time(column) }

    func date(_ column: Int32) -> CivilDate { CivilDate(dayNumber: Int32(integer(column, in: Self.days, "day"))) }

    func local(_ column: Int32) -> CivilDateTime {
        CivilDateTime(microseconds: integer(column, in: Self.times, "local time"))
    }

    /// A count, or a number that something was given.
    func number(_ column: Int32) -> Int { Int(integer(column, in: 0...Int64(Int32.max), "number")) }

    func optionalNumber(_ column: Int32) -> Int? { isNull(column) ? nil : number(column) }

    func truth(_ column: Int32) -> Bool { integer(column) != 0 }

    /// Ten thousand years and more before and after 1970, in microseconds and in days.
    private static let times: ClosedRange<Int64> = -400_000_000_000_000_000...400_000_000_000_000_000
    private static let days: ClosedRange<Int64> = -4_600_000...4_600_000

    func bits(_ column: Int32) -> UInt64 { UInt64(bitPattern: integer(column)) }

    func ritual(_ column: Int32) -> RitualID { RitualID(text(column)) }

    func person(_ column: Int32) -> PersonID { PersonID(text(column)) }

    func channel(_ column: Int32) -> ChannelID { ChannelID(text(column)) }

    /// From the columns ritual and occurrence.
    func occurrence(_ column: Int32) throws(LedgerFault) -> OccurrenceName {
        let keyText = text(column + 1)
        guard let name = OccurrenceName(ritual: ritual(column), keyText: keyText) else {
            throw .row("occurrence \(keyText)")
        }
        return name
    }

    func lead(_ column: Int32) throws(LedgerFault) -> Lead {
        let keyText = text(column)
        guard let lead = Lead(keyText: keyText) else { throw .row("lead \(keyText)") }
        return lead
    }

    /// From the columns ritual, occurrence, lead and person.
    func nudgeKey(_ column: Int32) throws(LedgerFault) -> NudgeKey {
        NudgeKey(occurrence: try occurrence(column), lead: try lead(column + 2), person: person(column + 3))
    }

    /// From the columns outcome, detail and retry_after.
    func attemptOutcome(_ column: Int32) throws(LedgerFault) -> AttemptOutcome {
        let word = text(column)
        guard
            let outcome = AttemptOutcome(
                word: word, detail: text(column + 1), retryAfter: optionalNumber(column + 2).map { Int64($0) })
        else { throw .row("outcome \(word)") }
        return outcome
    }

    /// From the columns outcome and reason; nil where they are NULL.
    func end(_ column: Int32) throws(LedgerFault) -> (Outcome, Reason)? {
        guard let word = optionalText(column) else { return nil }
        guard let outcome = Outcome(rawValue: word) else { throw .row("outcome \(word)") }
        let why = text(column + 1)
        guard let reason = Reason(rawValue: why) else { throw .row("reason \(why)") }
        return (outcome, reason)
    }

    /// Nil where it is NULL.
    func waitReason(_ column: Int32) throws(LedgerFault) -> WaitReason? {
        guard let word = optionalText(column) else { return nil }
        guard let reason = WaitReason(rawValue: word) else { throw .row("waited \(word)") }
        return reason
    }

    /// From the columns person, kind, subject, terms, since and until.
    func wish(_ column: Int32) throws(LedgerFault) -> Wish {
        guard let kind = Wish.Kind(rawValue: text(column + 1)), let subject = Wish.Subject(keyText: text(column + 2))
        else { throw .row("wish \(text(column + 1)) \(text(column + 2))") }
        return Wish(
            kind, subject, by: person(column), terms: text(column + 3), from: time(column + 4),
            until: optionalTime(column + 5))
    }

    /// From the columns answer and until.
    func answer(_ column: Int32) throws(LedgerFault) -> AnswerRecord.Answer {
        let word = text(column)
        switch (word, optionalTime(column + 1)) {
        case ("done", _): return .done
        case ("skip", _): return .skip
        case ("snooze", let until?): return .snooze(until: until)
        default: throw .row("answer \(word)")
        }
    }

    /// From the columns ritual, occurrence, lead, person, answer, until and at.
    func answerRecord(_ column: Int32) throws(LedgerFault) -> AnswerRecord {
        AnswerRecord(
            occurrence: try occurrence(column), person: person(column + 3),
            lead: optionalText(column + 2) == nil ? nil : try lead(column + 2), answer: try answer(column + 4),
            at: time(column + 6))
    }
}
