public import CivilTime
public import Planning

/// What is said when somebody asks to be forgotten, and how long the record keeps what is over.
public struct ForgetWording {
    private let words: any ForgetWords
    private let language: Language
    private let marks: DiagnosticWords

    public init(_ language: Language) {
        self.language = language
        marks = DiagnosticWords(language)
        words =
            switch language {
            case .english: EnglishForgetWords()
            case .german: GermanForgetWords()
            }
    }

    /// That the schedule still names the person, where, and what to do.
    public func stillNamed(_ person: String, at places: [String]) -> [String] {
        ["\(marks.error): \(words.stillNamed(person))"] + places.map { "  " + $0 }
            + ["\(marks.hint): \(words.onceGone(person))"]
    }

    /// That the files no longer name the person, while the service still goes by former ones.
    public func reloadFirst(_ person: String) -> [String] {
        ["\(marks.error): \(words.stillInForce(person))", "\(marks.hint): \(words.reload)"]
    }

    /// That it was not said who.
    public var noName: [String] { ["\(marks.error): \(words.noName)", "\(marks.hint): \(words.sayName)"] }

    /// How many entries are gone, and what is left elsewhere.
    public func forgotten(_ person: String, _ entries: Int) -> [String] {
        (entries == 0 ? [words.nothing(person)] : [words.gone(person, entries)]) + words.traces
    }

    /// That it will be done once the schedule leaves the person out.
    public func later(_ person: String) -> String { words.later(person) }
    public func notLater(_ wasAsked: Bool) -> String { wasAsked ? words.takenBack : words.notAsked }
    public func isLater(_ person: String) -> String { words.isLater(person) }
    public func written(_ entries: Int, to file: String) -> String { words.written(entries, file) }
    public func isThere(_ file: String) -> [String] { ["\(marks.error): \(words.isThere(file))"] }

    /// That what is over leaves the record after so long.
    public func kept(for span: Span) -> String { words.kept(DateWording.length(span, language)) }
}
