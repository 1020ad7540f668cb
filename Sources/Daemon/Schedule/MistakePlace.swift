import Planning
import Wording

/// Where a mistake stands, taken from its rendered form: `troth.toml:14:13: error`.
///
/// A rendered mistake shows the line it stands in, and that may be a title or the name of something hidden; the journal
/// has more readers than the schedule.
public struct MistakePlace: CustomStringConvertible, Sendable {
    public let description: String

    /// - Parameter rendered: What ``ScheduleStore`` gives for one mistake or warning; any other text stays whole where it
    ///   is about no line of the schedule.
    public init(_ rendered: String) {
        let marks = Language.allCases.map(DiagnosticWords.init).flatMap { [$0.error, $0.warning] }
        let line = rendered.prefix { $0 != "\n" }
        for mark in marks {
            guard let end = Self.end(of: ": \(mark): ", in: line) else { continue }
            description = String(line[..<end])
            return
        }
        description = rendered
    }

    /// Where the first `mark` in `line` ends, without its last colon.
    private static func end(of mark: String, in line: Substring) -> String.Index? {
        var rest = line
        while let colon = rest.firstIndex(of: ":") {
            rest = line[colon...]
            if rest.hasPrefix(mark) { return line.index(colon, offsetBy: mark.count - 2) }
            rest = rest.dropFirst()
        }
        return nil
    }
}
