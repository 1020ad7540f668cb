public import Planning

/// What the programs say of themselves, of the files around them and of how they were called.
public struct ProgramWording: Sendable {
    let words: any ProgramWords
    private let marks: DiagnosticWords

    public init(_ language: Language) {
        marks = DiagnosticWords(language)
        words =
            switch language {
            case .english: EnglishProgramWords()
            case .german: GermanProgramWords()
            }
    }

    /// An error and, where something can be tried, a hint: a line each.
    public func error(_ text: String, hint: String? = nil) -> [String] {
        ["\(marks.error): \(text)"] + (hint.map { ["\(marks.hint): \($0)"] } ?? [])
    }

    // MARK: What lies around a program

    public func file(_ path: String, _ problem: FileProblem) -> [String] {
        error("\(path): \(words.file(problem))")
    }

    /// What was printed did not arrive.
    public func output(_ problem: FileProblem) -> [String] { error(words.output(words.file(problem))) }

    /// There is no schedule yet.
    public func noSchedule(_ path: String) -> [String] { error("\(path): \(words.file(.missing))", hint: words.initWrites) }

    public func record(_ problem: LedgerError) -> [String] { error(text(problem)) }

    /// The same as one clause.
    public func text(_ error: LedgerError) -> String {
        switch error {
        case .held(let process): words.held(process)
        case .unusable(let path, let problem): "\(path): \(words.record(problem))"
        case .unreadable(let problem), .refused(let problem): words.record(problem)
        }
    }

    public var recordRefuses: [String] { error(words.recordRefuses) }

    // MARK: The service that was asked

    public var serviceEnded: [String] { error(words.serviceEnded) }
    public var noAnswerInTime: [String] { error(words.noAnswerInTime) }
    public var answerTooLong: [String] { error(words.answerTooLong) }
    public var requestTooLong: [String] { error(words.requestTooLong) }

    // MARK: How a program was called

    /// What `trothd --help` says, without a line end after the last.
    public var serviceUsage: String { words.serviceUsage }
    public func needsValue(_ option: String) -> [String] { error(words.needsValue(option)) }
    public func noSuchOption(_ option: String) -> [String] { error(words.noSuchOption(option)) }
    /// - Parameter near: The command that may have been meant, with the program before it.
    public func noSuchCommand(_ name: String, near: String?) -> [String] {
        error(words.noSuchCommand(name), hint: near.map(words.didYouMean) ?? words.lists("troth --help"))
    }
    public func atLeast(_ option: String, _ least: Int) -> [String] { error(words.atLeast(option, least)) }
    public func liesAfter(_ option: String, _ other: String) -> [String] { error(words.liesAfter(option, other)) }
    public var ruleOrBatch: [String] { error(words.ruleOrBatch) }
    public var scheduleTwice: [String] { error(words.scheduleTwice) }
    public func noInstant(_ option: String, _ text: String) -> [String] {
        error(words.noInstant(option, text), hint: words.suchAs(["2026-11-22T18:00:00Z"]))
    }
    public func noTime(_ option: String, _ text: String) -> [String] {
        error(
            words.noTime(option, text),
            hint: words.suchAs(["2026-01-01", "2026-01-01T09:00", "2026-01-01T08:00:00Z"]))
    }
    public func noLocalTime(_ option: String, _ text: String) -> [String] {
        error(words.noLocalTime(option, text), hint: words.suchAs(["2026-01-05", "2026-01-05T19:00"]))
    }
    public func noTimeOfDay(_ option: String, _ text: String) -> [String] {
        error(words.noTimeOfDay(option, text), hint: words.suchAs(["19:00"]))
    }

    // MARK: A first schedule

    public func wrote(_ path: String) -> [String] { [words.wrote(path), words.afterInit] }
    public func alreadyThere(_ path: String) -> [String] { error(words.alreadyThere(path)) }
}
