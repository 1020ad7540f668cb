public import CivilTime
public import Planning

/// One ritual of one person: what comes, when, and by which means.
public struct ScheduleSentence: Sendable {
    public let person: Person
    public let ritual: Ritual
    public let when: RuleWords
    /// The zone in which it falls due; nil where all people share one.
    public let zone: Zone?
    /// The others for whom it comes at the same instant.
    public let companions: [Person]
    /// Whether this host delivers to the person.
    public let isServed: Bool

    public init(
        person: Person, ritual: Ritual, when: RuleWords, zone: Zone?, companions: [Person], isServed: Bool
    ) {
        self.person = person
        self.ritual = ritual
        self.when = when
        self.zone = zone
        self.companions = companions
        self.isServed = isServed
    }

    /// Who gets what and when, in one sentence without a full stop.
    public func text(in language: Language) -> String {
        let words = RuleVocabulary(language)
        let isEnglish = language == .english
        let title = NudgeWording.title(of: ritual, ordinal: nil, in: language)
        var text = isEnglish ? "\(person.name) gets “\(title)”" : "\(person.name) bekommt „\(title)“"
        text += " " + when.text(in: language)
        if let zone { text += " (\(zone))" }
        text += lengthText(in: language)
        if !companions.isEmpty {
            text += (isEnglish ? ", together with " : ", zusammen mit ") + words.list(companions.map(\.name))
        }
        text += leadText(words, isEnglish)
        text += deckText(words, isEnglish)
        text += answerText(words, isEnglish)
        text += channelText(isEnglish)
        if !ritual.isOn { text += isEnglish ? " – switched off for now" : " – zurzeit ausgeschaltet" }
        if !isServed { text += isEnglish ? " – from another host" : " – von einem anderen Rechner" }
        return text
    }

    /// What comes to the person, in their own words: “Weekly check-in” every Sunday at 19:00, and 1 day ahead.
    public func own(in language: Language) -> String {
        let words = RuleVocabulary(language)
        let isEnglish = language == .english
        let title = NudgeWording.title(of: ritual, ordinal: nil, in: language)
        var text = isEnglish ? "“\(title)”" : "„\(title)“"
        text += " " + when.text(in: language)
        if let zone { text += " (\(zone))" }
        text += lengthText(in: language)
        if !companions.isEmpty {
            text += (isEnglish ? ", together with " : ", zusammen mit ") + words.list(companions.map(\.name))
        }
        return text + leadText(words, isEnglish)
    }

    /// About how long it takes, and over how long it looks back.
    private func lengthText(in language: Language) -> String {
        let isEnglish = language == .english
        var text = ""
        if let takes = ritual.takes {
            let length = DateWording.length(takes, language)
            text += isEnglish ? ", about \(length) long" : ", etwa \(length) lang"
        }
        if let span = ritual.lookBack {
            let length = DateWording.length(span, language)
            text += isEnglish ? ", looking back over \(length)" : ", mit einem Blick zurück über \(length)"
        }
        return text
    }

    private func leadText(_ words: RuleVocabulary, _ isEnglish: Bool) -> String {
        let ahead = ritual.leads.filter { !$0.isMoment }
        guard !ahead.isEmpty else { return "" }
        let lengths = words.list(ahead.map { words.span($0.span) })
        let isMomentLeft = ritual.leads.contains(.moment)
        return isEnglish
            ? ", \(isMomentLeft ? "and" : "only") \(lengths) ahead"
            : ", \(isMomentLeft ? "und" : "nur") \(lengths) vorher"
    }

    /// What it draws from, by name: what is in it is nobody's business here.
    private func deckText(_ words: RuleVocabulary, _ isEnglish: Bool) -> String {
        if ritual.giver != nil { return isEnglish ? ", drawn from a jar" : ", gezogen aus einem Glas" }
        let names = ritual.decks.map(\.name).filter { !$0.isEmpty }.map { "`\($0)`" }
        guard !names.isEmpty else { return "" }
        return (isEnglish ? ", with a prompt from " : ", mit einer Karte aus ") + words.list(names)
    }

    /// Whose answer counts, where the schedule says so, and that it comes again.
    private func answerText(_ words: RuleVocabulary, _ isEnglish: Bool) -> String {
        var text = ""
        switch ritual.people.count > 1 ? ritual.answer : nil {
        case .any: text += isEnglish ? ", one answer counts for all" : ", eine Antwort gilt für alle"
        case .all: text += isEnglish ? ", open until all have answered" : ", offen, bis alle geantwortet haben"
        case .each: text += isEnglish ? ", each answering alone" : ", jede Antwort gilt für sich"
        case nil: break
        }
        guard let again = ritual.again else { return text }
        let (length, times) = (words.span(again.after), again.times)
        return text
            + (isEnglish
                ? ", \(times == 1 ? "once" : "up to \(times) times") more after \(length) where it is not answered"
                : ", ohne Antwort \(length) später noch \(times == 1 ? "einmal" : "bis zu \(times)-mal")")
    }

    /// That a person has no means to answer on this host yet.
    public static func withoutAnswer(_ person: Person, in language: Language) -> String {
        switch language {
        case .english:
            "\(person.name) has no way to answer on this machine yet: a desktop channel, or in a system service "
                + "`user = \"…\"` under `[people.\(person.id)]`, gives one"
        case .german:
            "\(person.name) kann auf diesem Rechner noch nicht antworten: das geht mit einem Desktop-Kanal oder, in "
                + "einem Systemdienst, mit `user = \"…\"` unter `[people.\(person.id)]`"
        }
    }

    private func channelText(_ isEnglish: Bool) -> String {
        guard !person.channels.isEmpty else { return isEnglish ? ", by no channel yet" : ", noch über keinen Kanal" }
        let groups = person.channels.map { group in
            (isEnglish ? "by " : "über ") + group.map(\.text).joined(separator: isEnglish ? " and " : " und ")
        }
        return ", " + groups.joined(separator: isEnglish ? ", else " : ", sonst ")
    }
}
