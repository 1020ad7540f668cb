import CivilTime
import Planning

/// What steps of a repair and notices say, whose words are the catalogue's own.
extension NudgeWording {
    static func practiceTitle(_ ritual: Ritual, _ language: Language) -> String? {
        if let step = ritual.repair?.step { return RepairWording(language).title(step) }
        if let form = ritual.letter { return LetterWording(language).title(form) }
        if ritual.notice != nil { return language == .english ? "A change of plan" : "Eine Änderung" }
        return nil
    }

    /// A letter whose day has come, exactly as it was written.
    static func letterText(_ facts: NudgeFacts) -> String? {
        guard case .sealed(let letter)? = facts.ritual.letter else { return nil }
        let writer = facts.others.first { $0.id == letter.writer }
        return LetterWording(facts.person.language).opened(letter, writer: writer, reader: facts.person)
            .joined(separator: "\n")
    }

    static func practiceText(_ facts: NudgeFacts) -> [String] {
        let language = facts.person.language
        var lines: [String] = []
        if let part = facts.ritual.repair {
            let words = RepairWording(language)
            // Whoever began it was told when it began.
            if let beginner = part.began, beginner != facts.person.id {
                lines += [words.invitation] + words.notFor(help: facts.help)
            }
            if let step = part.step { lines.append(words.text(step)) }
        }
        if !facts.ritual.todo.isEmpty, !facts.record.key.lead.isMoment {
            lines.append(words(language).untilThen)
            lines += facts.ritual.todo.map { "– \($0)" }
        }
        if facts.ritual.letter == .unsent { lines.append(LetterWording(language).staysWithYou) }
        for item in facts.ritual.notice?.items ?? [] { lines.append(line(item, facts)) }
        return lines
    }

    /// "“Weekly check-in” comes on Sunday, 29 November at 20:00." Neither who changed it, nor why.
    private static func line(_ item: Notice.Item, _ facts: NudgeFacts) -> String {
        let language = facts.person.language
        let isEnglish = language == .english
        let title = facts.about[item.ritual].map { self.title(of: $0, ordinal: nil, in: language) } ?? item.ritual.text
        let quoted = isEnglish ? "“\(title)”" : "„\(title)“"
        let when = DateWording.full(item.moment, in: facts.person.zone, language)
        switch item.change {
        case .moved:
            return isEnglish ? "\(quoted) comes at another time: \(when)." : "\(quoted) kommt zu einer anderen Zeit: \(when)."
        case .off: return isEnglish ? "\(quoted) is off this time: \(when)." : "\(quoted) fällt diesmal aus: \(when)."
        case .rests:
            return isEnglish
                ? "\(quoted) rests for a while, beginning with \(when)." : "\(quoted) ruht eine Weile, zuerst am \(when)."
        case .returns: return isEnglish ? "\(quoted) comes again: \(when)." : "\(quoted) kommt wieder: \(when)."
        }
    }
}
