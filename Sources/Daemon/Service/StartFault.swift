public import Control
public import Loop
public import Planning
public import ScheduleFile
import Wording

/// Why the service could not start, or could not go on.
public enum StartFault: Error, Sendable {
    /// No schedule to go by: its mistakes.
    case schedule([Diagnostic])
    /// The same, without some that are kept from whoever asks.
    case partlyHidden([Diagnostic])
    /// A file could not be read.
    case file(FileFault)
    case ledger(LedgerError)
    case system(SystemError)

    /// What the program exits with (sysexits.h).
    public var exit: ExitCode {
        switch self {
        case .schedule, .partlyHidden: .data
        case .file(let fault): fault.isMissing ? .noInput : .configuration
        case .ledger(.held): .temporary
        case .ledger: .configuration
        case .system: .configuration
        }
    }

    /// How many things are wrong.
    var count: Int {
        if case .schedule(let mistakes) = self { mistakes.count } else { 1 }
    }

    /// The same for a log that has more readers than the schedule: of its mistakes only where they are.
    public var places: [String] {
        if case .schedule(let mistakes) = self { mistakes.map(\.placeText) } else { lines(in: .english) }
    }

    /// What is wrong, for standard error: each mistake with its lines, an error or a hint on a line of its own.
    public func lines(in language: Language) -> [String] {
        let words = ProgramWording(language)
        return switch self {
        case .schedule(let mistakes): mistakes.map { $0.text(in: language) }
        case .partlyHidden(let mistakes):
            mistakes.map { $0.text(in: language) } + [DiagnosticWords(language).hiddenMistake]
        case .file(let fault):
            fault.isMissing && fault.isSchedule ? words.noSchedule(fault.path) : words.file(fault.path, fault.problem)
        case .ledger(let error): words.record(error)
        case .system(let error): words.error(error.description)
        }
    }
}

extension LedgerError {
    /// The reason as one sentence, for the journal.
    var journalText: String { ProgramWording(.english).text(self) }
}
