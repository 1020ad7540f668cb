import CivilTime
import Recurrence

/// Prints the next three times of a rule after an instant, in a zone given as a POSIX rule:
///
///     next-times 'last Friday of the month at 17:00' 2026-11-22T12:00:00Z CET-1CEST,M3.5.0,M10.5.0/3
@main
enum NextTimes {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let text = arguments.first, let posix = arguments.last,
            let after = Timestamp(parsing: arguments[2])
        else {
            print("usage: next-times RULE INSTANT POSIX-ZONE")
            return
        }
        let zone = try Zone(identifier: "Example/Zone", posix: posix)
        let explanation = try Explanation(text)
        for occurrence in Recurrence(rules: explanation.rules).occurrences(after: after, in: zone).prefix(3) {
            print(occurrence.key, occurrence.instant)
        }
    }
}
