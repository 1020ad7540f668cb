import CivilTime
import JSON
import Planning

extension NudgeObject {
    /// A nudge of the record with its attempts and its person's answers, as `history` and `why` print it. Its outcome is
    /// what became of it so far; its state, whether that is the end.
    ///
    /// - Parameter sent: When it last went out; when it closed, or fell due, where it never did.
    func json(_ entry: HistoryEntry, sent: Timestamp) -> JSON {
        let outcome = entry.outcome?.rawValue ?? (entry.wasDelivered ? "delivered" : nil)
        let nudge = json(
            entry.nudge, channel: entry.attempts.last?.channel, moment: entry.moment, at: sent, outcome: outcome,
            reason: entry.reason?.rawValue)
        guard var object = nudge.object else { return nudge }
        object["due"] = .string(entry.due.description)
        object["state"] = entry.outcome == nil ? "open" : "closed"
        if let closed = entry.closedAt { object["closed"] = .string(closed.description) }
        if let waited = entry.waited {
            object["waited"] = ["for": .string(waited.reason.rawValue), "until": .string(waited.until.description)]
        }
        object["attempts"] = .array(entry.attempts.map(Self.json))
        object["answers"] = .array(entry.answers.map(Self.json))
        if let seal { object["place"] = .string(seal.text(entry.place)) }
        return .object(object)
    }

    /// A stretch that passed unsent, as `history` prints it.
    func json(_ entry: MissedEntry) -> JSON {
        var object = JSONObject()
        object["ritual"] = .string(schedule.ritual(entry.span.ritual)?.name ?? entry.span.ritual.text)
        object["person"] = .string(entry.span.person.text)
        object["after"] = .string(entry.span.after.description)
        object["through"] = .string(entry.span.through.description)
        object["outcome"] = .string(entry.span.outcome.rawValue)
        object["reason"] = .string(entry.span.reason.rawValue)
        if let seal { object["place"] = .string(seal.text(entry.place)) }
        return .object(object)
    }

    private static func json(_ attempt: HistoryEntry.Attempt) -> JSON {
        var object = JSONObject()
        object["channel"] = .string(attempt.channel.text)
        object["round"] = .integer(Int64(attempt.round))
        object["at"] = .string(attempt.at.description)
        if let outcome = attempt.outcome { outcome.describe(&object) } else { object["outcome"] = "under way" }
        return .object(object)
    }

    private static func json(_ answer: AnswerRecord) -> JSON {
        var object = JSONObject()
        object["at"] = .string(answer.at.description)
        switch answer.answer {
        case .done: object["answer"] = "done"
        case .skip: object["answer"] = "skip"
        case .snooze(let until):
            object["answer"] = "snooze"
            object["until"] = .string(until.description)
        }
        if let lead = answer.lead { object["lead"] = .string(lead.description) }
        return .object(object)
    }
}

extension AttemptOutcome {
    /// How an attempt ended, as `test-channel` prints it.
    var object: JSON {
        var object = JSONObject()
        describe(&object)
        return .object(object)
    }

    fileprivate func describe(_ object: inout JSONObject) {
        let (outcome, reply, after): (String, String, Int64?) =
            switch self {
            case .delivered(let reply): ("delivered", reply, nil)
            case .transient(let reply, let after): ("transient", reply, after)
            case .permanent(let reply): ("permanent", reply, nil)
            case .uncertain(let reply): ("uncertain", reply, nil)
            case .unreachable(let reply): ("unreachable", reply, nil)
            }
        object["outcome"] = .string(outcome)
        if !reply.isEmpty { object["reply"] = .string(reply) }
        if let after { object["retryAfter"] = .integer(after) }
    }
}
