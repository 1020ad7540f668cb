public import CivilTime
public import Planning
public import Recurrence

/// The words of a ritual's rule, for showing when it comes.
public struct RuleWords: Sendable, Hashable {
    public enum Form: Sendable, Hashable {
        /// Phrases in their normal form.
        case phrases([String])
        /// A rule in another dialect, in its own form.
        case other(Dialect, String)
        /// Once, on a date, or after lengths of time from it.
        case once
        /// Every year on a day of which the year is not known.
        case yearly
        /// So long after the last time, and after the greatest gap where nobody said done.
        case cadence(Span, atMost: Span?)
    }

    public var form: Form
    /// Times of day that stand beside the rule.
    public var at: [TimeOfDay]
    /// The date the rule counts from: `2019-06-15` or `06-15`.
    public var date: String?
    public var counts: [Span]
    /// From which date on it comes, where that is said.
    public var starting: String?
    public var end: End?
    public var days = DayWords()

    /// After what it comes no more.
    public enum End: Sendable, Hashable {
        case until(String)
        case count(Int)
    }

    public init(form: Form, at: [TimeOfDay] = [], date: String? = nil, counts: [Span] = []) {
        self.form = form
        self.at = at
        self.date = date
        self.counts = counts
    }

    /// When it comes: `every Sunday at 19:00`.
    public func text(in language: Language) -> String {
        let words = RuleVocabulary(language)
        var text: String
        switch form {
        case .phrases(let phrases):
            text = words.list(phrases.map(words.phrase))
            if let date { text += " \(words.from) \(date)" }
        case .other(let dialect, let rule): text = "\(words.by) \(dialect.rawValue) `\(rule)`"
        case .once: text = counts.isEmpty ? "\(words.on) \(date ?? "")" : ""
        case .yearly: text = "\(words.everyYear) \(date ?? "")"
        case .cadence(let ideal, let atMost):
            text = "\(words.span(ideal)) \(words.afterLastTime)"
            if let atMost { text += ", \(words.atTheLatest(words.span(atMost)))" }
            text += ", \(words.firstCountedFrom(date ?? "")),"
        }
        if !counts.isEmpty {
            let lengths = words.list(counts.map { words.span($0) })
            let part = "\(lengths) \(words.after) \(date ?? "")"
            text = text.isEmpty ? part : "\(text), \(part)"
        }
        if !at.isEmpty { text += " \(words.at) \(words.list(at.map(\.description)))" }
        if let starting { text += ", \(words.from) \(starting)" }
        switch end {
        case .until(let date): text += ", \(words.until) \(date)"
        case .count(let count): text += ", \(words.inAll(count))"
        case nil: break
        }
        return text + days.text(words)
    }
}

/// Which days a ritual leaves out or moves from, as the schedule writes them.
public struct DayWords: Sendable, Hashable {
    public enum Exception: Sendable, Hashable {
        case day(String)
        case range(String, String)
        /// The days of a ritual, by kind and id.
        case ritual(String)
    }

    public var exceptions: [Exception] = []
    public var onHoliday = DayMove.keep
    public var onWeekend = DayMove.keep

    public init() {}

    /// `, not on 2026-12-24, moved from holidays to the day before`; empty where nothing is left out or moved.
    func text(_ words: RuleVocabulary) -> String {
        var left = exceptions.map { exception in
            switch exception {
            case .day(let date): words.onDay(date)
            case .range(let first, let last): words.range(first, last)
            case .ritual(let name): words.onDays(of: name)
            }
        }
        if onHoliday == .skip { left.append(words.onHolidays) }
        if onWeekend == .skip { left.append(words.onWeekends) }
        var text = left.isEmpty ? "" : ", \(words.not) \(words.list(left))"
        func isMoved(_ move: DayMove) -> Bool { move == .before || move == .after }
        if isMoved(onHoliday), onHoliday == onWeekend {
            text += ", \(words.moved(words.list([words.fromHolidays, words.fromWeekends]), onHoliday))"
        } else {
            if isMoved(onHoliday) { text += ", \(words.moved(words.fromHolidays, onHoliday))" }
            if isMoved(onWeekend) { text += ", \(words.moved(words.fromWeekends, onWeekend))" }
        }
        return text
    }
}

/// The words in which rules and leads are told.
struct RuleVocabulary {
    let language: Language

    init(_ language: Language) { self.language = language }

    private func pick(_ english: String, _ german: String) -> String { language == .english ? english : german }

    var from: String { pick("from", "ab") }
    var until: String { pick("until", "bis") }
    func inAll(_ count: Int) -> String {
        count == 1 ? pick("once", "einmal") : pick("\(count) times in all", "insgesamt \(count)-mal")
    }
    var by: String { pick("by", "nach") }
    var on: String { pick("on", "am") }
    var at: String { pick("at", "um") }
    var after: String { pick("after", "nach") }
    var everyYear: String { pick("every year on", "jedes Jahr am") }
    var and: String { pick("and", "und") }
    var afterLastTime: String { pick("after it was last done", "nach dem letzten Mal") }
    func atTheLatest(_ span: String) -> String {
        pick("again at the latest \(span) after it", "spätestens \(span) danach wieder")
    }
    func firstCountedFrom(_ date: String) -> String { pick("first counted from \(date)", "anfangs ab \(date) gezählt") }
    var not: String { pick("not", "nicht") }
    func onDay(_ date: String) -> String { "\(on) \(date)" }
    func range(_ first: String, _ last: String) -> String {
        pick("from \(first) to \(last)", "von \(first) bis \(last)")
    }
    func onDays(of name: String) -> String { pick("on the days of `\(name)`", "an den Tagen von `\(name)`") }
    var onHolidays: String { pick("on holidays", "an Feiertagen") }
    var onWeekends: String { pick("on weekends", "am Wochenende") }
    var fromHolidays: String { pick("holidays", "Feiertagen") }
    var fromWeekends: String { pick("weekends", "Wochenenden") }
    func moved(_ days: String, _ move: DayMove) -> String {
        move == .before
            ? pick("moved from \(days) to the day before", "von \(days) auf den Tag davor verschoben")
            : pick("moved from \(days) to the day after", "von \(days) auf den Tag danach verschoben")
    }

    /// `a`, `a and b`, `a, b and c`
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(and) " + last
    }

    /// `3 weeks`
    func span(_ span: Span) -> String {
        guard language == .german else { return span.description }
        return span.description.split(separator: " ").map { Self.german[String($0)] ?? String($0) }.joined(
            separator: " ")
    }

    /// A phrase as it stands in a sentence: `every Sunday at 19:00`, `on the last Friday of the month at 17:00`.
    func phrase(_ text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        let isCounted =
            words.first.map { Self.ordinals[$0] != nil || $0.hasSuffix("-to-last") || isNumbered($0) } ?? false
        if language == .english {
            if isCounted { return "on the \(text)" }
            return words.first == "day" && words.count > 1 && words[1].first?.isNumber == true
                ? "on \(text)" : "every \(text)"
        }
        return (words.first?.first?.isNumber == true && !isCounted ? "alle " : "je ") + germanPhrase(words)
    }

    private func isNumbered(_ word: String) -> Bool {
        word.first?.isNumber == true && ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
    }

    private func germanPhrase(_ words: [String]) -> String {
        var told: [String] = []
        var place = 0
        while place < words.count {
            let word = words[place]
            let comma = word.hasSuffix(",") ? "," : ""
            let bare = comma.isEmpty ? word : String(word.dropLast())
            let next = place + 1 < words.count ? words[place + 1] : nil
            if Self.months.contains(bare), let next, let day = Int(next.hasSuffix(",") ? String(next.dropLast()) : next)
            {
                told.append("\(day). \(Self.german[bare] ?? bare)\(next.hasSuffix(",") ? "," : "")")
                place += 2
                continue
            }
            if bare == "of", next == "the", place + 2 < words.count {
                let period = words[place + 2]
                told.append(period == "month" ? "des Monats" : period == "year" ? "des Jahres" : "von \(period)")
                place += 3
                continue
            }
            if bare == "weekend", next?.hasPrefix("day") == true {
                told.append("Wochenendtag")
                place += 2
                continue
            }
            if isNumbered(bare) {
                told.append(String(bare.dropLast(2)) + "." + comma)
            } else {
                told.append((Self.ordinals[bare] ?? Self.german[bare] ?? bare) + comma)
            }
            place += 1
        }
        return told.joined(separator: " ")
    }

    private static let ordinals = [
        "first": "erster", "second": "zweiter", "third": "dritter", "fourth": "vierter", "fifth": "fünfter",
        "sixth": "sechster", "seventh": "siebter", "eighth": "achter", "ninth": "neunter", "tenth": "zehnter",
        "last": "letzter", "second-to-last": "vorletzter", "third-to-last": "drittletzter",
    ]
    private static let months: Set<String> = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let german = [
        "Monday": "Montag", "Tuesday": "Dienstag", "Wednesday": "Mittwoch", "Thursday": "Donnerstag",
        "Friday": "Freitag", "Saturday": "Samstag", "Sunday": "Sonntag", "January": "Januar", "February": "Februar",
        "March": "März", "April": "April", "May": "Mai", "June": "Juni", "July": "Juli", "August": "August",
        "September": "September", "October": "Oktober", "November": "November", "December": "Dezember",
        "weekday": "Werktag", "day": "Tag", "days": "Tage", "week": "Woche", "weeks": "Wochen", "month": "Monat",
        "months": "Monate", "year": "Jahr", "years": "Jahre", "hour": "Stunde", "hours": "Stunden",
        "minute": "Minute", "minutes": "Minuten", "second": "Sekunde", "seconds": "Sekunden", "at": "um",
        "and": "und", "on": "am", "to": "bis", "of": "im", "between": "zwischen",
    ]
}
