public import Planning

/// What a season changes, and when it holds.
public struct SeasonSentence: Sendable {
    /// How a ritual comes in it; nil is not at all.
    public struct Part: Sendable {
        public let ritual: Ritual
        public let when: RuleWords?

        public init(_ ritual: Ritual, when: RuleWords?) {
            self.ritual = ritual
            self.when = when
        }
    }

    public let id: SeasonID
    public let title: String?
    /// Its own dates as written; nil is only when it is switched on.
    public let from: String?
    public let until: String?
    public let parts: [Part]

    public init(id: SeasonID, title: String?, from: String?, until: String?, parts: [Part]) {
        self.id = id
        self.title = title
        self.from = from
        self.until = until
        self.parts = parts
    }

    /// In one sentence without a full stop.
    public func text(in language: Language) -> String {
        let isEnglish = language == .english
        let words = RuleVocabulary(language)
        let changes = parts.map { part in
            let title = NudgeWording.title(of: part.ritual, ordinal: nil, in: language)
            let quoted = isEnglish ? "“\(title)”" : "„\(title)“"
            guard let when = part.when else { return isEnglish ? "\(quoted) rests" : "\(quoted) ruht" }
            return isEnglish
                ? "\(quoted) comes \(when.text(in: language))" : "\(quoted) kommt \(when.text(in: language))"
        }
        let name = title.map { isEnglish ? "“\($0)” (\(id))" : "„\($0)“ (\(id))" } ?? "`\(id)`"
        return (isEnglish ? "in the season " : "in der Zeit ") + name + ", \(dates(isEnglish)): " + words.list(changes)
    }

    private func dates(_ isEnglish: Bool) -> String {
        guard let from else { return isEnglish ? "once it is switched on" : "sobald sie eingeschaltet ist" }
        let isYearly = from.count == 5
        let span =
            until.map { isEnglish ? "from \(from) to \($0)" : "vom \(from) bis zum \($0)" }
            ?? (isEnglish ? "from \(from) on" : "ab dem \(from)")
        return span + (isYearly ? (isEnglish ? " every year" : " in jedem Jahr") : "")
    }
}
