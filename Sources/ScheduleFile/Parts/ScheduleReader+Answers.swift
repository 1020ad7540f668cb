import CivilTime
import Planning
import Wording

/// Whose answer counts, and what becomes of no answer.
extension ScheduleReader {
    func answerPolicy(_ table: TableReader) -> AnswerPolicy? {
        let answer = table.choice("answer", AnswerPolicy.allCases.map(\.rawValue)).flatMap(AnswerPolicy.init)
        // What is counted from the last time has one last time: everybody's where it is together, else each one's own.
        if table.has("answer"), table.has("after-done") {
            findings.report(
                .keysExclude("answer", "after-done"), at: table.spot("answer"), first: table.spot("after-done"))
        }
        return answer
    }

    func askAgain(_ table: TableReader, _ kind: Kind, together: Bool, grace: Span?) -> AskAgain? {
        let times = table.number("times", in: 1...10)
        if table.has("times"), table.lacks("again") {
            findings.report(.keyNeeds("times", needs: "again"), at: table.spot("times"))
        }
        guard let (span, text) = table.span("again") else { return nil }
        let seconds = span.approximateMicroseconds / 1_000_000
        guard (300...604_800).contains(seconds), span.months == 0 else {
            findings.report(.lengthOutside(key: "again", low: "5 min", high: "1 week"), at: text.spot)
            return nil
        }
        let kept =
            grace.map { $0.approximateMicroseconds / 1_000_000 }
            ?? (kind.expiresAtItsTime || together ? Policy.expiringGrace : Policy.grace)
        if seconds >= kept {
            findings.report(
                .againTooLate, at: text.spot, first: table.has("grace") ? table.spot("grace") : nil)
        }
        return AskAgain(after: span, times: times ?? 1)
    }
}
