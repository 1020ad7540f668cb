public import CivilTime
public import Planning

extension DateWording {
    /// A length of time as a person says it: "3 weeks", "1 day", "1 hour and 30 minutes".
    public static func length(_ span: Span, _ language: Language) -> String {
        let words: any LengthWords =
            switch language {
            case .english: EnglishLengthWords()
            case .german: GermanLengthWords()
            }
        var parts: [String] = []
        func add(_ count: Int64, _ unit: LengthUnit) {
            if count != 0 { parts.append(words.length(count, unit)) }
        }
        let (months, days) = (Int64(span.months), Int64(span.days))
        if months % 12 == 0 { add(months / 12, .years) } else { add(months, .months) }
        if days % 7 == 0 { add(days / 7, .weeks) } else { add(days, .days) }
        let seconds = span.microseconds / 1_000_000
        add(seconds / 3600, .hours)
        add(seconds / 60 % 60, .minutes)
        add(seconds % 60, .seconds)
        return parts.isEmpty ? words.length(0, .seconds) : self.words(language).list(parts)
    }
}

enum LengthUnit: Sendable, CaseIterable { case years, months, weeks, days, hours, minutes, seconds }

protocol LengthWords: Sendable {
    /// "1 day", "3 weeks".
    func length(_ count: Int64, _ unit: LengthUnit) -> String
}

struct EnglishLengthWords: LengthWords {
    func length(_ count: Int64, _ unit: LengthUnit) -> String {
        let (one, many) =
            switch unit {
            case .years: ("year", "years")
            case .months: ("month", "months")
            case .weeks: ("week", "weeks")
            case .days: ("day", "days")
            case .hours: ("hour", "hours")
            case .minutes: ("minute", "minutes")
            case .seconds: ("second", "seconds")
            }
        return "\(count) \(count == 1 ? one : many)"
    }
}

struct GermanLengthWords: LengthWords {
    func length(_ count: Int64, _ unit: LengthUnit) -> String {
        let (one, many) =
            switch unit {
            case .years: ("Jahr", "Jahre")
            case .months: ("Monat", "Monate")
            case .weeks: ("Woche", "Wochen")
            case .days: ("Tag", "Tage")
            case .hours: ("Stunde", "Stunden")
            case .minutes: ("Minute", "Minuten")
            case .seconds: ("Sekunde", "Sekunden")
            }
        return "\(count) \(count == 1 ? one : many)"
    }
}
