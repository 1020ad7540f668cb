import CivilTime
public import Planning

/// When a person is left alone, how much comes by itself, and when the rest does.
public struct PaceSentence: Sendable {
    private let person: Person

    /// Nil where nothing is held back from the person.
    public init?(_ person: Person) {
        guard person.pace != Pace() else { return nil }
        self.person = person
    }

    /// All of it in one sentence without a full stop.
    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .german: german
        }
    }

    private var english: String {
        let pace = person.pace
        let quiet = spans(.english)
        let when =
            pace.digestAt.map { "at \(Self.clock(Int($0.microseconds / 60_000_000)))" }
            ?? (quiet.isEmpty ? "at 08:00" : "when quiet ends")
        var parts: [String] = []
        if !quiet.isEmpty { parts.append("\(person.name) is left alone \(RuleVocabulary(.english).list(quiet))") }
        if let most = pace.perDay {
            let name = parts.isEmpty ? "to \(person.name) " : ""
            let few = most == 0 ? "nothing" : most == 1 ? "one nudge a day" : "up to \(most) nudges a day"
            parts.append("\(few) \(most > 1 ? "come" : "comes") \(name)by \(most > 1 ? "themselves" : "itself")")
            parts.append("the rest comes in one message \(when)")
        } else if pace.digestAt != nil {
            parts.append("what \(parts.isEmpty ? person.name : "was") missed comes in one message \(when)")
        }
        return parts.joined(separator: "; ")
    }

    private var german: String {
        let pace = person.pace
        let quiet = spans(.german)
        let when =
            pace.digestAt.map { "um \(Self.clock(Int($0.microseconds / 60_000_000)))" }
            ?? (quiet.isEmpty ? "um 08:00" : "nach der Ruhe")
        var parts: [String] = []
        if !quiet.isEmpty { parts.append("\(person.name) hat Ruhe \(RuleVocabulary(.german).list(quiet))") }
        if let most = pace.perDay {
            let name = parts.isEmpty ? "zu \(person.name) " : ""
            let few =
                most == 0
                ? "von selbst kommt \(name)nichts"
                : "von selbst \(most == 1 ? "kommt" : "kommen") \(name)"
                    + (most == 1 ? "eine Erinnerung am Tag" : "bis zu \(most) Erinnerungen am Tag")
            parts += [few, "was sonst ist, kommt \(when) in einer Nachricht"]
        } else if pace.digestAt != nil {
            parts.append("was \(parts.isEmpty ? "\(person.name) " : "")entgangen ist, kommt \(when) in einer Nachricht")
        }
        return parts.joined(separator: "; ")
    }

    private func spans(_ language: Language) -> [String] {
        (person.pace.quietHours?.spans ?? []).map { span in
            let hours =
                language == .german
                ? "von \(Self.clock(span.start)) bis \(Self.clock(span.end))"
                : "from \(Self.clock(span.start)) to \(Self.clock(span.end))"
            guard let days = days(span.weekdays, language) else { return hours }
            return language == .german ? "\(days) \(hours)" : "\(hours) \(days)"
        }
    }

    /// On which days; nil where it is on all of them.
    private func days(_ weekdays: [Int], _ language: Language) -> String? {
        if Set(weekdays).count == 7 { return nil }
        let isGerman = language == .german
        if Set(weekdays) == Set(0..<5) { return isGerman ? "von Montag bis Freitag" : "from Monday to Friday" }
        let names = weekdays.sorted().map { DateWording.words(language).weekdays[$0] }
        return (isGerman ? "am " : "on ") + RuleVocabulary(language).list(names)
    }

    /// Minutes of a day as `22:00`; the end of the day is `24:00`.
    private static func clock(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }
}
