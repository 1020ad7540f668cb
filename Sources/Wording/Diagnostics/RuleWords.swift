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
    }

    public var form: Form
    /// Times of day that stand beside the rule.
    public var at: [TimeOfDay]
    /// The date the rule counts from: `2019-06-15` or `06-15`.
    public var date: String?
    public var counts: [Span]

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
        }
        if !counts.isEmpty {
            let lengths = words.list(counts.map { words.span($0) })
            let part = "\(lengths) \(words.after) \(date ?? "")"
            text = text.isEmpty ? part : "\(text), \(part)"
        }
        if !at.isEmpty { text += " \(words.at) \(words.list(at.map(\.description)))" }
        return text
    }
}

/// The words in which rules and leads are told.
struct RuleVocabulary {
    let language: Language

    init(_ language: Language) { self.language = language }

    private func pick(_ english: String, _ german: String) -> String { language == .english ? english : german }

    var from: String { pick("from", "ab") }
    var by: String { pick("by", "nach") }
    var on: String { pick("on", "am") }
    var at: String { pick("at", "um") }
    var after: String { pick("after", "nach") }
    var everyYear: String { pick("every year on", "jedes Jahr am") }
    var and: String { pick("and", "und") }

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
