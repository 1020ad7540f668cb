import Planning

extension Desk {
    /// The answer to a delivery that the request names by its handle; nil where it names none of theirs who ask.
    ///
    /// - Parameter readers: For whom the request comes; anybody where it is empty.
    func answerHandle(_ request: Request, for readers: [PersonID]) -> (reply: Reply, changes: [LedgerChange])? {
        guard let id = request.verb.subject, planner.ritual(AnswerTarget(id).ritual) == nil,
            let secret = try? ledger?.secret()
        else { return nil }
        let nudges = DeliveryHandle(KeyedHash(key: secret)).nudges(id, of: readers, in: planner)
        guard !nudges.isEmpty else { return nil }
        var whole = Reply()
        var changes: [LedgerChange] = []
        for nudge in nudges {
            var one = request
            one.person = nudge.person.text
            one.verb = request.verb.about("\(nudge.ritual)@\(nudge.occurrence.keyText)")
            let (reply, more) = answerNudge(one)
            whole.lines += reply.lines
            whole.complaints += reply.complaints
            if reply.exit != .ok { whole.exit = reply.exit }
            changes += more
        }
        return (whole, changes)
    }
}

extension Request.Verb {
    /// The same answer to something else.
    fileprivate func about(_ id: String) -> Request.Verb {
        switch self {
        case .done: .done(id)
        case .skip: .skip(id)
        case .snooze(_, let span): .snooze(id, span: span)
        default: self
        }
    }
}
