import CivilTime
import Planning
import Wording

extension ScheduleReader {
    /// About how long it takes: minutes for a talk, days for a trip.
    func takes(_ table: TableReader) -> Span? {
        guard let (span, text) = table.span("takes") else { return nil }
        if (60_000_000...7 * 86_400_000_000).contains(span.approximateMicroseconds) { return span }
        findings.report(.lengthOutside(key: "takes", low: "1 min", high: "1 week"), at: text.spot)
        return nil
    }

    /// Over how long it looks back. What it shows has days and no hours, so that it is told in days and longer.
    func lookBack(_ table: TableReader) -> Span? {
        guard let (span, text) = table.span("look-back") else { return nil }
        let lengths: ClosedRange<Int64> = 86_400_000_000...36_525 * 86_400_000_000
        if span.microseconds == 0, lengths.contains(span.approximateMicroseconds) { return span }
        findings.report(.lengthOutside(key: "look-back", low: "1 day", high: "100 years"), at: text.spot)
        return nil
    }
}
