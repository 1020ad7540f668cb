public import Planning

/// What `troth check` says of a schedule without mistakes: who gets what and when, a sentence each.
public enum ArrangementWording {
    /// "Sam and Alex get “Weekly check-in” every Sunday at 19:00, together, also 1 day ahead."
    ///
    /// - Parameters:
    ///   - people: Names of everybody who gets it.
    ///   - when: The recurrence in words, as a part of a sentence: "every Sunday at 19:00".
    public static func sentence(_ ritual: Ritual, people: [String], when: String, in language: Language) -> String {
        let words: any ArrangementWords =
            switch language {
            case .english: EnglishArrangementWords()
            case .german: GermanArrangementWords()
            }
        let dates = DateWording.words(language)
        let title = NudgeWording.title(of: ritual, ordinal: nil, in: language)
        let names = dates.list(people)
        guard ritual.isOn else { return words.isOff(title) }
        guard !people.isEmpty else { return words.nobody(title) }
        let leads = ritual.leads.filter { !$0.isMoment }.map { DateWording.length($0.span, language) }
        let isAtTheMoment = ritual.leads.contains(.moment)
        return words.gets(
            names, count: people.count, title, when, together: ritual.together && people.count > 1,
            ahead: leads.isEmpty ? nil : dates.list(leads), onlyAhead: !isAtTheMoment)
    }
}

protocol ArrangementWords: Sendable {
    func gets(
        _ names: String, count: Int, _ title: String, _ when: String, together: Bool, ahead: String?, onlyAhead: Bool
    ) -> String
    func isOff(_ title: String) -> String
    func nobody(_ title: String) -> String
}

struct EnglishArrangementWords: ArrangementWords {
    func gets(
        _ names: String, count: Int, _ title: String, _ when: String, together: Bool, ahead: String?, onlyAhead: Bool
    ) -> String {
        var text = "\(names) \(count == 1 ? "gets" : "get") “\(title)” \(when)"
        if together { text += ", at the same moment" }
        if let ahead { text += onlyAhead ? ", only \(ahead) ahead" : ", and \(ahead) ahead" }
        return text + "."
    }
    func isOff(_ title: String) -> String { "“\(title)” is off." }
    func nobody(_ title: String) -> String { "Nobody gets “\(title)”." }
}

struct GermanArrangementWords: ArrangementWords {
    func gets(
        _ names: String, count: Int, _ title: String, _ when: String, together: Bool, ahead: String?, onlyAhead: Bool
    ) -> String {
        var text = "\(names) \(count == 1 ? "bekommt" : "bekommen") „\(title)“ \(when)"
        if together { text += ", im selben Augenblick" }
        if let ahead { text += onlyAhead ? ", nur \(ahead) vorher" : ", und \(ahead) vorher" }
        return text + "."
    }
    func isOff(_ title: String) -> String { "„\(title)“ ist ausgeschaltet." }
    func nobody(_ title: String) -> String { "Niemand bekommt „\(title)“." }
}
