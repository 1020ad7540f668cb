import CivilTime
import Recurrence

/// What must hold of any bytes that the readers of the four dialects are given: they are
/// refused at a place inside the text, or read; and what is read writes itself so that it
/// reads back equal, and goes forward in time.
///
/// Each check returns what is wrong, nil where nothing is.
enum ReaderChecks {
    static func rrule(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        var variety = Variety(bytes)
        let start = variety.local()
        do throws(RRuleError) {
            let rule = try Rule(rrule: text, start: start)
            guard let written = rule.rrule else { return "an RRULE that cannot be written as one" }
            guard (try? Rule(rrule: written, start: start)) == rule else { return "reads back otherwise: \(written)" }
            return rules([rule], &variety) ?? counted(rule, policies: variety.policies(), in: variety.zone())
        } catch {
            let count = text.utf8.count
            for error in Rule.rruleErrors(in: text) + [error] {
                guard error.range.upperBound <= count else { return "an error at \(error.range) of \(count)" }
                guard !error.message.isEmpty else { return "an error without words" }
            }
            return nil
        }
    }

    static func calendar(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        var variety = Variety(bytes)
        do throws(DialectError) {
            let expression = try CalendarExpression(text)
            guard (try? CalendarExpression(expression.text)) == expression else { return "reads back otherwise: \(expression.text)" }
            return rules(expression.rules(starting: variety.number(2) == 0 ? variety.local() : nil), &variety)
        } catch {
            return place(of: error, in: text)
        }
    }

    static func cron(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        var variety = Variety(bytes)
        do throws(DialectError) {
            let expression = try CronExpression(text)
            guard (try? CronExpression(expression.text)) == expression else { return "reads back otherwise: \(expression.text)" }
            return rules(expression.rules(starting: variety.number(2) == 0 ? variety.local() : nil), &variety)
        } catch {
            return place(of: error, in: text)
        }
    }

    static func phrase(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        var variety = Variety(bytes)
        do throws(DialectError) {
            let phrase = try Phrase(text)
            guard (try? Phrase(phrase.text)) == phrase else { return "reads back otherwise: \(phrase.text)" }
            let monthEnd = MonthEnd.allCases[variety.number(3)]
            let time = phrase.namesTime ? nil : TimeOfDay(hour: variety.number(24), minute: variety.number(60))
            guard let found = try? phrase.rules(starting: variety.local(), at: time, monthEnd: monthEnd), !found.isEmpty
            else { return "no rules with a start and a time" }
            return rules(found, &variety)
        } catch {
            return place(of: error, in: text)
        }
    }

    /// Whatever the text is, it is recognised as a dialect, and that dialect refuses it or explains it.
    static func explanation(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        do throws(DialectError) {
            let explanation = try Explanation(text)
            let again = try? Explanation(explanation.text, in: explanation.dialect)
            return again?.rules == explanation.rules ? nil : "explained otherwise as \(explanation.text)"
        } catch {
            return place(of: error, in: text)
        }
    }

    private static func place(of error: DialectError, in text: String) -> String? {
        let count = text.utf8.count
        guard error.range.upperBound <= count else { return "an error at \(error.range) of \(count)" }
        if let hint = error.hint, hint.isEmpty { return "an empty hint" }
        return error.message.isEmpty ? "an error without words" : nil
    }

    // MARK: - What rules must do

    static func rules(_ rules: [Rule], _ variety: inout Variety) -> String? {
        for rule in rules {
            guard (try? Rule(normalForm: rule.normalForm)) == rule else { return "reads back otherwise: \(rule.normalForm)" }
        }
        let recurrence = Recurrence(rules: rules, policies: variety.policies())
        return seeks(recurrence, in: variety.zone(), after: variety.instant())
    }

    /// The last of some thousands of occurrences is reckoned; it is the one that going through them comes to.
    static func counted(_ rule: Rule, policies: Policies, in zone: Zone) -> String? {
        guard let count = rule.count, (2_001...4_000).contains(count) else { return nil }
        var endless = rule
        endless.count = nil
        var last: Timestamp?
        var left = count
        for occurrence in Recurrence(endless, policies: policies).occurrences(in: zone).prefix(count) {
            (last, left) = (occurrence.instant, left - 1)
        }
        let settled = Recurrence(rule, policies: policies).settled(in: zone)
        let source = "in \(zone) with \(policies), \(count - left) of \(count)"
        if left == 0, let last, settled.next(after: last, in: zone) != nil { return "goes on after \(last) \(source)" }
        let reckoned = settled.latest(atOrBefore: Timestamp(microseconds: .max), in: zone)?.instant
        return reckoned == last ? nil : "ends with \(String(describing: reckoned)), not \(String(describing: last)) \(source)"
    }

    /// Three occurrences after an instant, each looked back at from itself.
    static func seeks(_ recurrence: Recurrence, in zone: Zone, after instant: Timestamp) -> String? {
        let settled = recurrence.settled(in: zone)
        var after = instant
        for _ in 0..<3 {
            guard let found = settled.next(after: after, in: zone) else { return nil }
            let source = "in \(zone) with \(recurrence.policies), after \(after): \(found.instant)"
            guard !recurrence.neverFires else { return "never fires, but does \(source)" }
            guard found.instant > after else { return "is not later \(source)" }
            guard settled.latest(atOrBefore: found.instant, in: zone) == found else { return "is not there looking back \(source)" }
            let justBefore = found.instant.adding(microseconds: -1)
            if let between = settled.latest(atOrBefore: justBefore, in: zone), between.instant > after {
                return "passes over \(between.instant) \(source)"
            }
            guard OccurrenceKey(parsing: found.key.description) == found.key else { return "has a key that does not read \(source)" }
            after = found.instant
        }
        return nil
    }
}
