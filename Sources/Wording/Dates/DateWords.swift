/// The words of a language for days, months and how they go together.
protocol DateWords: Sendable {
    /// Monday first.
    var weekdays: [String] { get }
    var shortWeekdays: [String] { get }
    var months: [String] { get }
    /// "Sunday, 29 November 2026"; the year only where it is given.
    func date(_ weekday: String, _ day: Int, _ month: String, year: Int?) -> String
    /// "24 to 26 December", of two dates that are written out.
    func range(_ first: String, _ last: String) -> String
    /// "today at 19:00".
    func today(_ time: String) -> String
    func tomorrow(_ time: String) -> String
    func yesterday(_ time: String) -> String
    /// "on Sunday, 29 November at 19:00".
    func on(_ date: String, _ time: String) -> String
    /// "in 3 weeks".
    func ahead(_ count: Int, _ unit: TimeUnit) -> String
    var now: String { get }
    func ordinal(_ number: Int) -> String
    /// "Sam, Alex and Kim".
    func list(_ items: [String]) -> String
}

/// A unit of the time that remains.
enum TimeUnit: Sendable, CaseIterable { case minutes, hours, days, weeks }

struct EnglishDateWords: DateWords {
    let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let shortWeekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    func date(_ weekday: String, _ day: Int, _ month: String, year: Int?) -> String {
        "\(weekday), \(day) \(month)" + (year.map { " \($0)" } ?? "")
    }
    func range(_ first: String, _ last: String) -> String { "\(first) to \(last)" }
    func today(_ time: String) -> String { "today at \(time)" }
    func tomorrow(_ time: String) -> String { "tomorrow at \(time)" }
    func yesterday(_ time: String) -> String { "yesterday at \(time)" }
    func on(_ date: String, _ time: String) -> String { "on \(date) at \(time)" }
    func ahead(_ count: Int, _ unit: TimeUnit) -> String {
        let word =
            switch unit {
            case .minutes: count == 1 ? "minute" : "minutes"
            case .hours: count == 1 ? "hour" : "hours"
            case .days: count == 1 ? "day" : "days"
            case .weeks: count == 1 ? "week" : "weeks"
            }
        return "in \(count) \(word)"
    }
    var now: String { "now" }

    func ordinal(_ number: Int) -> String {
        let ending =
            switch (number % 10, number % 100) {
            case (_, 11), (_, 12), (_, 13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }

    func list(_ items: [String]) -> String { joined(items, last: "and") }
}

struct GermanDateWords: DateWords {
    let weekdays = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
    let shortWeekdays = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]
    let months = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ]

    func date(_ weekday: String, _ day: Int, _ month: String, year: Int?) -> String {
        "\(weekday), \(day). \(month)" + (year.map { " \($0)" } ?? "")
    }
    func range(_ first: String, _ last: String) -> String { "\(first) bis \(last)" }
    func today(_ time: String) -> String { "heute um \(time)" }
    func tomorrow(_ time: String) -> String { "morgen um \(time)" }
    func yesterday(_ time: String) -> String { "gestern um \(time)" }
    func on(_ date: String, _ time: String) -> String { "am \(date), um \(time)" }
    func ahead(_ count: Int, _ unit: TimeUnit) -> String {
        let word =
            switch unit {
            case .minutes: count == 1 ? "Minute" : "Minuten"
            case .hours: count == 1 ? "Stunde" : "Stunden"
            case .days: count == 1 ? "Tag" : "Tagen"
            case .weeks: count == 1 ? "Woche" : "Wochen"
            }
        return "in \(count) \(word)"
    }
    var now: String { "jetzt" }
    func ordinal(_ number: Int) -> String { "\(number)." }
    func list(_ items: [String]) -> String { joined(items, last: "und") }
}

private func joined(_ items: [String], last word: String) -> String {
    guard let final = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) \(final)"
}
