import CivilTime
import Planning
import Wording

extension Desk {
    /// Done, skip or snooze: what is said back, and the changes to commit before it is said.
    func answerNudge(_ request: Request) -> (reply: Reply, changes: [LedgerChange]) {
        guard ledger != nil else { return (Reply(complaints: [words.nothingYet], exit: .noInput), []) }
        if let answered = answerHandle(request, for: readers(of: request)) { return answered }
        let by: String?
        switch speaker(request) {
        case .success(let person): by = person
        case .failure(let complaint): return (complaint.reply, [])
        }
        let answers = Answers(planner, at: now)
        do throws(AnswerError) {
            switch request.verb {
            case .done(let id):
                let effect = try answers.done(AnswerTarget(id), by: by)
                let when = effect.isAhead ? when(effect.moment, effect) : nil
                return (said(words.done(title(of: effect), when: when)), effect.changes)
            case .skip(let id):
                let effect = try answers.skip(AnswerTarget(id), by: by)
                return (said(words.skipped(title(of: effect), when: when(effect.moment, effect))), effect.changes)
            case .snooze(let id, let text):
                let span: Span
                switch text.map(Span.parse) {
                case nil: span = planner.schedule.snooze
                case .success(let parsed): span = parsed
                case .failure(let error):
                    let complaint = ["error: \(error.description)"] + (error.hint.map { ["hint: \($0)"] } ?? [])
                    return (Reply(complaints: complaint, exit: .usage), [])
                }
                let effect = try answers.snooze(AnswerTarget(id), by: by, for: span)
                let until = effect.until ?? now
                return (said(words.snoozed(title(of: effect), until: when(until, effect))), effect.changes)
            default:
                return (Reply(), [])
            }
        } catch {
            return (complaint(error), [])
        }
    }

    /// Who answers: whom the request names, or the only one it can be; nil where the ritual has to tell.
    private func speaker(_ request: Request) -> Result<String?, Complaint> {
        if let name = request.person { return person(name).map { $0.text } }
        if let only = caller.only { return .success(only.text) }
        guard let id = request.verb.subject, let ritual = planner.ritual(AnswerTarget(id).ritual) else {
            return .success(nil)
        }
        let own = ritual.people.filter(caller.speaks)
        if own.isEmpty, let another = ritual.people.first {
            return .failure(Complaint(.forAnother(another), planner.schedule, language))
        }
        return .success(own.count == 1 ? own[0].text : nil)
    }

    private func said(_ text: String) -> Reply { Reply([Reply.Line(text)]) }

    private func title(of effect: Answers.Effect) -> String {
        planner.ritual(effect.ritual).map { NudgeWording.title(of: $0, ordinal: nil, in: language) }
            ?? effect.ritual.text
    }

    private func when(_ instant: Timestamp, _ effect: Answers.Effect) -> String {
        DateWording.full(instant, in: planner.person(effect.person)?.zone ?? planner.schedule.zone, language)
    }

    func complaint(_ error: AnswerError) -> Reply {
        let exit: ExitCode =
            switch error {
            case .whoAnswers, .snoozeTooLong, .snoozeTooShort: .usage
            default: .noInput
            }
        return Reply(complaints: words.complaint(error, zone: planner.schedule.zone), exit: exit)
    }
}
