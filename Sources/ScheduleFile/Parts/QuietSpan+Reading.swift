import CivilTime
import Planning
import Recurrence
import Wording

extension ScheduleReader {
    /// Reads `22:00-07:30` or `Sunday 00:00-10:00`: days as `every` knows them, and the two times as `at` does.
    func quietSpan(_ text: Text) -> QuietHours.Span? {
        guard let parts = QuietSpanParts(text.text) else {
            findings.report(.badQuietHours(shortened(text.text)), at: text.spot)
            return nil
        }
        let days = parts.days.isEmpty ? "day" : String(parts.days)
        guard let start = phrase(days, at: parts.start, of: text, isDayGiven: !parts.days.isEmpty),
            let time = start.clockTimes.first
        else { return nil }
        let isMidnight = parts.end == "24:00"
        guard let end = isMidnight ? start : phrase("day", at: parts.end, of: text, isDayGiven: false),
            let until = end.clockTimes.first
        else { return nil }
        let minutes = isMidnight ? 1_440 : minute(until)
        guard isMidnight || minutes != minute(time) else {
            findings.report(.badQuietHours(shortened(text.text)), at: text.spot)
            return nil
        }
        return QuietHours.Span(
            weekdays: start.weekdays.isEmpty ? Array(0..<7) : Array(start.weekdays), start: minute(time), end: minutes)
    }

    /// The one rule of `days at time`; what is wrong with it is told where it stands.
    private func phrase(_ days: String, at time: Substring, of text: Text, isDayGiven: Bool) -> Rule? {
        let joined = days + " at "
        do throws(DialectError) {
            let phrase = try Phrase(joined + time)
            if !phrase.needsStarting, let rules = try? phrase.rules(), rules.count == 1,
                rules[0].clockTimes.count == 1, rules[0].isByTheDay
            {
                return rules[0]
            }
            findings.report(.badQuietHours(shortened(text.text)), at: text.spot)
            return nil
        } catch {
            let offset = text.text.utf8.distance(from: text.text.startIndex, to: time.startIndex)
            let shift = offset - joined.utf8.count
            let range = error.range
            if range.lowerBound >= joined.utf8.count, range.upperBound <= joined.utf8.count + time.utf8.count {
                let place = range.lowerBound + shift..<range.upperBound + shift
                findings.report(.dialect(error), at: text.spot(of: place))
            } else if isDayGiven, !range.isEmpty, range.upperBound <= days.utf8.count {
                findings.report(.dialect(error), at: text.spot(of: range))
            } else {
                findings.report(.badQuietHours(shortened(text.text)), at: text.spot)
            }
            return nil
        }
    }

    private func minute(_ time: TimeOfDay) -> Int { Int(time.microseconds / 60_000_000) }
}

/// `Sunday 00:00-10:00`, taken apart.
struct QuietSpanParts {
    var days: Substring
    var start: Substring
    var end: Substring

    init?(_ text: String) {
        let dashes: Set<Character> = ["-", "–", "—"]
        guard let cut = text.lastIndex(where: dashes.contains) else { return nil }
        end = text[text.index(after: cut)...].trimmed
        let left = text[..<cut].trimmed
        // `7 pm` is two words.
        guard let digit = left.lastIndex(where: \.isNumber) else { return nil }
        let gap = left[..<digit].lastIndex(where: \.isWhitespace)
        start = gap.map { left[left.index(after: $0)...] } ?? left
        days = gap.map { left[..<$0].trimmed } ?? ""
        guard !start.isEmpty, !end.isEmpty, left.startIndex == text.startIndex else { return nil }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let front = drop(while: \.isWhitespace)
        return front.lastIndex { !$0.isWhitespace }.map { front[...$0] } ?? ""
    }
}

extension Rule {
    /// Whether days of the week are all that it chooses by.
    fileprivate var isByTheDay: Bool {
        interval == 1 && (frequency == .daily || frequency == .weekly) && months.isEmpty && monthDays.isEmpty
            && yearDays.isEmpty && nthWeekdays.isEmpty && setPositions.isEmpty
    }
}
