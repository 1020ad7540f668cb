public import Planning
public import Wording

/// A mistake and its place.
public struct Diagnostic: Sendable, Hashable {
    public let mistake: Mistake
    public let place: Place
    /// Where the other of two things stands that cannot both be, the first in the files' order.
    public let first: Place?

    public init(_ mistake: Mistake, at place: Place, first: Place? = nil) {
        self.mistake = mistake
        self.place = place
        self.first = first
    }

    /// Whether the schedule can be used all the same.
    public var isWarning: Bool { mistake.isWarning }

    /// The mistake under its line, with carets and a hint, in several lines without a
    /// line end after the last.
    ///
    /// Nothing in it makes a terminal act: control characters in the line are shown as signs.
    ///
    /// - Parameter width: Columns of the screen; longer lines are cut around the carets.
    public func text(in language: Language, width: Int = 100) -> String {
        let words = DiagnosticWords(language)
        let kind = isWarning ? words.warning : words.error
        var lines = ["\(head(place)): \(kind): \(visible(mistake.message(in: language)))"]
        lines += Excerpt(place, width: width).lines
        if let first {
            let note =
                mistake.isInNamedFile ? words.lineHere : mistake.isRepetition ? words.firstHere : words.otherHere
            lines.append("\(head(first)): \(words.note): \(note)")
            lines += Excerpt(first, width: width).lines
        }
        if let hint = mistake.hint(in: language) { lines.append("\(words.hint): \(visible(hint))") }
        return lines.joined(separator: "\n")
    }

    /// Where it stands, and nothing of what stands there: `troth.toml:14:13: error`.
    ///
    /// For whoever may read a journal and not the schedule: the line itself may be a title.
    public var placeText: String {
        let words = DiagnosticWords(.english)
        return "\(head(place)): \(isWarning ? words.warning : words.error)"
    }

    private func head(_ place: Place) -> String { "\(visible(place.file)):\(place.line):\(place.column)" }
}
