public import CivilTime
public import Planning

/// Days and times as a person says them, in their zone and language.
public enum DateWording {
    static func words(_ language: Language) -> any DateWords {
        switch language {
        case .english: EnglishDateWords()
        case .german: GermanDateWords()
        }
    }

    /// `19:00`, in 24 hours.
    public static func time(_ instant: Timestamp, in zone: Zone) -> String {
        let time = zone.local(at: instant).time
        return "\(twoDigits(time.hour)):\(twoDigits(time.minute))"
    }

    /// "Sunday, 29 November 2026, 19:00", for lists.
    public static func full(_ instant: Timestamp, in zone: Zone, _ language: Language) -> String {
        let local = zone.local(at: instant)
        return "\(date(local.date, year: true, language)), \(time(instant, in: zone))"
    }

    /// "today at 19:00", "tomorrow at 19:00", "on Sunday, 29 November at 19:00".
    public static func relative(_ instant: Timestamp, now: Timestamp, in zone: Zone, _ language: Language) -> String {
        let words = words(language)
        let day = zone.local(at: instant).date
        let today = zone.local(at: now).date
        let time = time(instant, in: zone)
        switch day.dayNumber - today.dayNumber {
        case 0: return words.today(time)
        case 1: return words.tomorrow(time)
        case -1: return words.yesterday(time)
        default: return words.on(date(day, year: day.year != today.year, language), time)
        }
    }

    /// "Thursday, 24 December 2026", or the first and the last of several.
    public static func dates(_ first: CivilDate, _ last: CivilDate, _ language: Language) -> String {
        let start = date(first, year: true, language)
        return first == last ? start : words(language).range(start, date(last, year: true, language))
    }

    /// The true time that remains: "in 3 weeks", "in 2 days", "in 5 hours", "in 20 minutes", "now".
    ///
    /// Days are counted by the calendar, so that tomorrow is "in 1 day" whatever the hour.
    public static func remaining(
        until instant: Timestamp, from now: Timestamp, in zone: Zone, _ language: Language
    ) -> String {
        let words = words(language)
        let minutes = Int((instant.microseconds - now.microseconds + 30_000_000) / 60_000_000)
        if minutes < 1 { return words.now }
        if minutes < 60 { return words.ahead(minutes, .minutes) }
        if minutes < 22 * 60 { return words.ahead((minutes + 30) / 60, .hours) }
        let days = Int(zone.local(at: instant).date.dayNumber - zone.local(at: now).date.dayNumber)
        if days < 1 { return words.ahead((minutes + 30) / 60, .hours) }
        return days >= 14 && days % 7 == 0 ? words.ahead(days / 7, .weeks) : words.ahead(days, .days)
    }

    /// "Sun 19:00" within a week before or after, "29 November" beyond: short enough for a status line.
    public static func short(_ instant: Timestamp, now: Timestamp, in zone: Zone, _ language: Language) -> String {
        let words = words(language)
        let local = zone.local(at: instant).date
        let days = local.dayNumber - zone.local(at: now).date.dayNumber
        let weekday = words.shortWeekdays[local.weekday.rawValue]
        if -7 < days, days < 7 { return "\(weekday) \(time(instant, in: zone))" }
        return words.date(weekday, local.day, words.months[local.month - 1], year: nil)
    }

    static func date(_ date: CivilDate, year: Bool, _ language: Language) -> String {
        let words = words(language)
        return words.date(
            words.weekdays[date.weekday.rawValue], date.day, words.months[date.month - 1], year: year ? date.year : nil)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
