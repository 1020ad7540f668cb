public import CivilTime
public import Planning
public import Recurrence

extension ZoneLookupError {
    /// What is wrong with the name, in one line.
    public func message(in language: Language) -> String {
        guard language == .german else { return description }
        return switch self {
        case .badName(let name, let problem):
            "`\(String(name.prefix(64)).filter { !$0.isNewline && $0 != "\0" })` ist keine Zeitzone: \(problem.german)"
        case .unknown(let name, _): "die Zeitzone `\(name)` gibt es nicht"
        case .unreadable(let name, _): "die Daten der Zeitzone `\(name)` sind beschädigt"
        }
    }

    /// What to try, where that is known.
    public func hint(in language: Language) -> String? {
        guard language == .german else { return hint }
        guard case .unknown(_, let suggestion) = self else { return nil }
        return suggestion.map { "meintest du `\($0)`?" }
    }
}

extension ZoneName.Problem {
    var german: String {
        switch self {
        case .empty: "er ist leer"
        case .long: "er ist zu lang"
        case .absolute: "er beginnt mit einem Schrägstrich"
        case .dots: "ein Teil davon ist leer oder nur Punkte"
        case .character: "er hat ein Zeichen, das keine Zeitzone im Namen hat"
        }
    }
}

extension BatchError {
    /// What is wrong with the question, in one line.
    public func message(in language: Language) -> String {
        guard language == .german else { return description }
        return switch self {
        case .rule(let error): error.germanMessage
        case .calendar(let error): error.germanMessage
        case .unknownZone(let name): "die Zeitzone \(name) gibt es nicht"
        case .badTime(let field, let text): "\(field) ist keine Zeit: \(text)"
        case .badKind(let text): "die Art \(text) gibt es nicht"
        case .badPolicy(let text): "die Regel \(text) gibt es nicht"
        case .notPositive(let field): "\(field) ist mindestens 1"
        }
    }
}
