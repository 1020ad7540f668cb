public import Planning

extension Mistake {
    /// What is wrong, in one line: no capital at its start, no full stop at its end.
    public func message(in language: Language) -> String {
        switch language {
        case .english: englishMessage
        case .german: germanMessage
        }
    }

    /// What to write in its place, where that can be said.
    public func hint(in language: Language) -> String? {
        switch language {
        case .english: englishHint
        case .german: germanHint
        }
    }
}

/// The few words around a mistake when it is shown under its line.
public struct DiagnosticWords: Sendable {
    public let error: String
    public let warning: String
    public let note: String
    public let hint: String
    public let firstHere: String
    public let otherHere: String
    public let lineHere: String
    /// In place of mistakes that the reader is not to see.
    public let hiddenMistake: String

    public init(_ language: Language) {
        switch language {
        case .english:
            error = "error"
            warning = "warning"
            note = "note"
            hint = "hint"
            firstHere = "the first is here"
            otherHere = "the other is here"
            lineHere = "this is the line"
            hiddenMistake = "error: the schedule cannot be used as it is; whoever keeps it can see why"
        case .german:
            error = "Fehler"
            warning = "Warnung"
            note = "Hinweis"
            hint = "Tipp"
            firstHere = "das erste steht hier"
            otherHere = "das andere steht hier"
            lineHere = "das ist die Zeile"
            hiddenMistake = "Fehler: der Plan ist so nicht zu gebrauchen; wer ihn pflegt, kann sehen, warum"
        }
    }

    /// How many mistakes and warnings there are, as a last line.
    ///
    /// - Parameter areMore: Whether there are still more, which nobody counted.
    public static func summary(errors: Int, warnings: Int, areMore: Bool = false, in language: Language) -> String {
        func count(_ number: Int, _ one: String, _ many: String) -> [String] {
            number == 0 ? [] : ["\(number) \(number == 1 ? one : many)"]
        }
        let parts =
            switch language {
            case .english: count(errors, "mistake", "mistakes") + count(warnings, "warning", "warnings")
            case .german: count(errors, "Fehler", "Fehler") + count(warnings, "Warnung", "Warnungen")
            }
        let more = language == .english ? "and more" : "und weitere"
        return (parts + (areMore ? [more] : [])).joined(separator: ", ")
    }
}

/// `` `a`, `b` or `c` ``
func choiceList(_ names: [String], _ or: String) -> String {
    let quoted = names.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(or) " + last
}
