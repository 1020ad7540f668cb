public import CivilTime
public import Planning
public import Recurrence

/// What `troth explain` says of a rule.
public struct ExplainWording: Sendable {
    /// What stands before the parts of an explanation.
    public struct Labels: Sendable {
        public let dialect: String
        public let normalForm: String
        public let countedFrom: String
        public let policies: String
        public let needs: String
        public let next: String
    }

    /// What a rule leaves to whoever reads it.
    public enum Policy: String, CaseIterable, Sendable {
        case gap, fold, subdaily
        case missingDay = "missing-day"
    }

    private let language: Language
    private let words: any ExplainWords
    private let marks: DiagnosticWords

    public init(_ language: Language) {
        self.language = language
        marks = DiagnosticWords(language)
        words =
            switch language {
            case .english: EnglishExplainWords()
            case .german: GermanExplainWords()
            }
    }

    public var labels: Labels { words.labels }
    public func dialect(_ dialect: Dialect) -> String { words.dialect(dialect) }
    public var noRRule: String { words.noRRule }
    public func countedFrom(_ anchor: CivilDateTime, isGiven: Bool) -> String {
        words.countedFrom("\(anchor)", isGiven: isGiven)
    }
    public func policy(_ policy: Policy, _ value: String) -> String {
        "\(policy.rawValue) = \"\(value)\": \(words.meaning(policy))"
    }
    public var neverAgain: String { words.neverAgain }
    public func weekday(_ day: Weekday) -> String { words.weekdays[day.rawValue] }

    /// What a phrase lacks, and what may be added here.
    public func needs(_ need: PhraseNeed) -> [String] {
        [message(need), "\(marks.hint): \(hint(need))"]
    }

    private func message(_ need: PhraseNeed) -> String {
        language == .german ? need.germanMessage : need.message
    }

    private func hint(_ need: PhraseNeed) -> String {
        let hint = language == .german ? need.germanHint : need.hint
        return switch need {
        case .starting, .day: words.here(hint, "--starting 2026-01-05")
        case .time: words.here(hint, "--at 19:00")
        case .oneTime, .noTime: hint
        }
    }

    // MARK: Why there is no explanation

    public var neverComes: [String] { lines(words.neverComes) }

    /// What is wrong with a rule, with the lines that show where.
    public func mistake(_ error: DialectError, shown: [String]) -> [String] {
        let (message, hint) =
            language == .german ? (error.germanMessage, error.germanHint) : (error.message, error.hint)
        return ["\(marks.error): \(message)"] + shown + (hint.map { ["\(marks.hint): \($0)"] } ?? [])
    }

    /// A time is needed, which an option can give.
    public func lacks(_ need: PhraseNeed, add option: String) -> [String] { lines(message(need), words.add(option)) }

    /// What an option says is too much.
    public func refuses(_ need: PhraseNeed, leaveOut option: String) -> [String] {
        lines(message(need), words.leaveOut(option))
    }

    private func lines(_ error: String, _ hint: String? = nil) -> [String] {
        ["\(marks.error): \(error)"] + (hint.map { ["\(marks.hint): \($0)"] } ?? [])
    }
}
