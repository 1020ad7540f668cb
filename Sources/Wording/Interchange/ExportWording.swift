public import CivilTime
public import Planning

/// What a calendar that Troth writes says in words of its own.
public struct ExportWording: Sendable {
    private let words: any ExportWords
    private let language: Language

    public init(_ language: Language) {
        self.language = language
        words =
            switch language {
            case .english: EnglishExportWords()
            case .german: GermanExportWords()
            }
    }

    /// The calendar's name: whose it is, or the household's.
    public func name(for person: Person?) -> String { words.name(person?.name) }

    /// The ritual's title and message with the names in them, the title without a number.
    ///
    /// - Parameters:
    ///   - readers: Who gets it; several where they share one entry.
    ///   - others: Who else is in it, for a single reader.
    ///   - isNamed: Whether the title says whose it is, as others have a time of their own.
    public func words(
        of ritual: Ritual, for readers: [Person], others: [Person], isNamed: Bool
    ) -> (title: String, message: String) {
        let names =
            readers.count == 1
            ? Placeholders(person: readers[0], others: others, language)
            : Placeholders(everybody: readers, language)
        let title = names.filled(NudgeWording.title(of: ritual, ordinal: nil, in: language))
        let owner = isNamed ? readers.first.map { " (\($0.name))" } : nil
        return (title + (owner ?? ""), ritual.message.map(names.filled) ?? "")
    }

    /// The title of what says nothing of itself.
    public var discreet: String { NudgeWording.discreet(language).title }

    /// What an alarm shows: the title, and how long ahead it is.
    public func alarm(_ title: String, _ lead: Lead) -> String {
        lead.isMoment ? title : "\(title) (\(words.ahead(DateWording.length(lead.span, language))))"
    }

    /// Where counting starts, for what comes back every so often: "Since Saturday, 15 June 2019."
    public func since(_ date: CivilDate) -> String { words.since(DateWording.date(date, year: true, language)) }

    /// What is true only until some day.
    public func knownThrough(_ instant: Timestamp, in zone: Zone) -> String {
        words.knownThrough(DateWording.date(zone.local(at: instant).date, year: true, language))
    }

    /// What moves whenever somebody says done.
    public var nextOnly: String { words.nextOnly }

    /// How many rituals the calendar leaves out because they are one person's own.
    public func ownLeftOut(_ count: Int) -> String { words.ownLeftOut(count) }
}

protocol ExportWords: Sendable {
    func name(_ person: String?) -> String
    func ahead(_ length: String) -> String
    func since(_ date: String) -> String
    func knownThrough(_ date: String) -> String
    var nextOnly: String { get }
    func ownLeftOut(_ count: Int) -> String
}

struct EnglishExportWords: ExportWords {
    func name(_ person: String?) -> String { person.map { "Troth: \($0)" } ?? "Troth" }
    func ahead(_ length: String) -> String { "\(length) ahead" }
    func since(_ date: String) -> String { "Since \(date)." }
    func knownThrough(_ date: String) -> String {
        "Its dates are worked out through \(date); a calendar that fetches this again learns of the later ones."
    }
    var nextOnly: String { "This is the next time only; the one after it is counted from when it is done." }
    func ownLeftOut(_ count: Int) -> String {
        (count == 1 ? "1 ritual that is one person's own is" : "\(count) rituals that are one person's own are")
            + " not in it; `--person` makes that person's calendar"
    }
}

struct GermanExportWords: ExportWords {
    func name(_ person: String?) -> String { person.map { "Troth: \($0)" } ?? "Troth" }
    func ahead(_ length: String) -> String { "\(length) vorher" }
    func since(_ date: String) -> String { "Seit \(date)." }
    func knownThrough(_ date: String) -> String {
        "Die Termine sind bis \(date) ausgerechnet; ein Kalender, der das hier wieder abholt, erfährt von den späteren."
    }
    var nextOnly: String { "Das ist nur das nächste Mal; das danach zählt von da an, wo es erledigt ist." }
    func ownLeftOut(_ count: Int) -> String {
        (count == 1
            ? "1 Ritual, das nur einer Person gehört, ist" : "\(count) Rituale, die nur einer Person gehören, sind")
            + " nicht dabei; `--person` macht den Kalender dieser Person"
    }
}
