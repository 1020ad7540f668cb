import CivilTime
import Planning

/// What steps of a repair and notices say, whose words are the catalogue's own.
extension NudgeWording {
    static func practiceTitle(_ ritual: Ritual, _ language: Language) -> String? {
        if let step = ritual.repair?.step { return RepairWording(language).title(step) }
        if ritual.notice != nil { return language == .english ? "A change of plan" : "Eine Änderung" }
        return nil
    }

    static func practiceText(_ facts: NudgeFacts) -> [String] {
        let language = facts.person.language
        var lines: [String] = []
        if let part = facts.ritual.repair {
            let words = RepairWording(language)
            if let beginner = part.began, beginner != facts.person.id { lines.append(words.invitation) }
            if let step = part.step { lines.append(words.text(step)) }
        }
        for item in facts.ritual.notice?.items ?? [] { lines.append(line(item, facts)) }
        return lines
    }

    /// "“Weekly check-in” comes on Sunday, 29 November at 20:00." Neither who changed it, nor why.
    private static func line(_ item: Notice.Item, _ facts: NudgeFacts) -> String {
        let language = facts.person.language
        let isEnglish = language == .english
        let title = facts.about[item.ritual].map { self.title(of: $0, ordinal: nil, in: language) } ?? item.ritual.text
        let when = DateWording.full(item.moment, in: facts.person.zone, language)
        switch item.change {
        case .moved:
            return isEnglish
                ? "“\(title)” comes at another time: \(when)." : "„\(title)“ kommt zu einer anderen Zeit: \(when)."
        case .off: return isEnglish ? "“\(title)” is off this time: \(when)." : "„\(title)“ fällt diesmal aus: \(when)."
        }
    }
}
