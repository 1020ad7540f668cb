/// The four ways to write a rule.
public enum Dialect: String, CaseIterable, Hashable, Sendable {
    /// Plain English: `last Friday of the month at 17:00`.
    case phrase
    /// RFC 5545's recurrence rule: `FREQ=MONTHLY;BYDAY=-1FR`.
    case rrule
    /// systemd's calendar expression (systemd.time(7)): `Fri *-*~7/1 17:00`.
    case calendar
    /// A cron line's five fields (crontab(5)): `0 17 * * 5`.
    case cron

    /// The dialect that a text is written in, or was most likely meant to be in.
    ///
    /// A text that reads in several dialects means the same in each of them (`Sun 19:00`), and then the phrase comes
    /// first; but one of systemd's shorthands alone (`weekly`) has its own time. What reads in none goes to the dialect
    /// whose signs it has, so that the error is worth reading.
    public static func recognise(_ text: String) -> Dialect {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first else { return .phrase }
        if text.contains("=") || first.lowercased().hasPrefix("rrule") { return .rrule }
        if let start = first.first, start == "@" {
            return first.dropFirst().first?.isNumber ?? false ? .calendar : .cron
        }
        if words.count >= 5, words.prefix(3).allSatisfy({ isCronField($0, names: "LW?#H~") }) { return .cron }
        let isShorthand = CalendarReader.shorthands[first.lowercased()] != nil
        if isShorthand, words.count == 1 { return .calendar }
        if (try? Phrase(text)) != nil { return .phrase }
        if (try? CalendarExpression(text)) != nil { return .calendar }
        if words.count > 2, words.allSatisfy({ isCronField($0, names: "LW?#H~") }) { return .cron }
        // A shorthand and a word that was most likely meant to be its time zone.
        if isShorthand && words.count == 2 || looksLikeCalendar(text) { return .calendar }
        return .phrase
    }

    /// Whether a word has only the signs that cron's fields, or those of its kin, are made of.
    private static func isCronField(_ word: Substring, names: String) -> Bool {
        word.allSatisfy { $0.isASCII && $0.isNumber || "*/,-".contains($0) || names.contains($0) }
    }

    /// Whether the text has a star, a range with dots, or two numbers with a hyphen or tilde between.
    private static func looksLikeCalendar(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        for (place, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "~"): return true
            case UInt8(ascii: "."):
                if place + 1 < bytes.count, bytes[place + 1] == byte { return true }
            case UInt8(ascii: "-"):
                if place > 0, place + 1 < bytes.count, CalendarReader.isDigit(bytes[place - 1]),
                    CalendarReader.isDigit(bytes[place + 1])
                {
                    return true
                }
            default: continue
            }
        }
        return false
    }
}
