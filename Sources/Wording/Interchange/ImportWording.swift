import CivilTime
public import Planning

/// What an import says: the words around what it made, and why something could not be read.
public struct ImportWording: Sendable {
    private let words: any ImportWords
    private let language: Language
    private let marks: DiagnosticWords

    public init(_ language: Language) {
        self.language = language
        marks = DiagnosticWords(language)
        words =
            switch language {
            case .english: EnglishImportWords()
            case .german: GermanImportWords()
            }
    }

    /// What stands above the tables: how many there are, and that nothing was changed.
    public func heading(_ count: Int) -> String { words.heading(count) }
    /// In which zone times are meant.
    public func times(of zone: String) -> String { words.times(zone) }
    /// How many were left out because their time is over.
    public func over(_ count: Int) -> String { words.over(count) }
    /// How many were left out because they were called off.
    public func cancelled(_ count: Int) -> String { words.cancelled(count) }
    /// How many parts were no events: tasks, notes.
    public func others(_ count: Int) -> String { words.others(count) }
    /// That nothing says how long something takes.
    public var lengths: String { words.lengths }
    /// How many contacts have no date that matters.
    public func dateless(_ count: Int) -> String { words.dateless(count) }
    public var lookFirst: String { words.lookFirst }
    /// Why 29 February is left out of common years.
    public var leapDay: String { words.leapDay }

    public var event: String { words.event }
    public func birthday(_ name: String) -> String { words.birthday(name) }
    public func anniversary(_ name: String) -> String { words.anniversary(name) }

    /// One sentence without a full stop.
    public func note(_ note: ImportNote) -> String {
        switch note {
        case .leftAside(let aspects):
            words.leftAside(DateWording.words(language).list(aspects.map(words.aspect)))
        case .zoneUnknown(let name): words.zoneUnknown(name)
        case .otherZone(let name): words.otherZone(name)
        case .ruleNotRead(let text): words.ruleNotRead(text)
        case .severalRules: words.severalRules
        case .datesLeft(let count): words.datesLeft(count)
        case .timeExcluded(let date): words.timeExcluded(DateWording.date(date, year: true, language))
        case .dateNotRead(let text): words.dateNotRead(text)
        case .dateIncomplete(let text): words.dateIncomplete(text)
        case .nameless: words.nameless
        case .titleShortened: words.titleShortened
        case .textShortened: words.textShortened
        case .changedFrom(let date): words.changedFrom(DateWording.date(date, year: true, language))
        case .otherWords(let date): words.otherWords(DateWording.date(date, year: true, language))
        case .startBesideRule: words.startBesideRule
        }
    }

    /// The note with the line of the file that it is about, and whose it is where nothing else says it.
    public func note(_ note: ImportNote, line: Int, of title: String? = nil) -> String {
        words.line(line) + ": " + (title.map { "\($0): " } ?? "") + self.note(note)
    }

    /// A line that names the file, the line in it and what is wrong.
    public func error(_ file: String, _ fault: ImportFault) -> String {
        "\(file):\(fault.line): \(marks.error): \(words.fault(fault.reason))"
    }
}

/// What is wrong with a whole file, and where.
public struct ImportFault: Error, Hashable, Sendable {
    public var line: Int
    public var reason: Reason

    public init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }

    public enum Reason: Hashable, Sendable {
        case notACalendar, notACard, notAProperty, notText, tooDeep
        case endMissing(String)
        case endWithoutBegin(String)
        /// Bytes.
        case tooLarge(Int)
        case tooMany(Int)
    }
}
