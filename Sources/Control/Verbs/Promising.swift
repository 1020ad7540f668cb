import CivilTime
import Planning
import Wording

extension Desk {
    /// Makes a promise, and asks once whether it can be kept.
    func promise(
        _ text: String, _ wanted: Request.Promise, _ person: String?
    ) -> (reply: Reply, changes: [LedgerChange]) {
        let maker: Person
        var to: Person?
        switch self.maker(person) {
        case .success(let found): maker = found
        case .failure(let complaint): return (complaint.reply, [])
        }
        if let name = wanted.to {
            to = planner.person(PersonID(name))
            guard to != nil else {
                let known = planner.schedule.people.map(\.id.text)
                return (Reply(complaints: [words.noSuchPerson(name, known: known)], exit: .noInput), [])
            }
        }
        if to?.id == maker.id { to = nil }
        guard let text = Self.plain(text) else { return (Reply(complaints: making.badText, exit: .usage), []) }
        if wanted.isShared, to == nil { return (Reply(complaints: making.sharedWithWhom, exit: .usage), []) }
        let zone = wanted.isShared ? planner.schedule.zone : maker.zone
        guard let time = SpokenTime.read(wanted.at, after: now, in: zone) else {
            return (Reply(complaints: making.badTime(wanted.at), exit: .usage), [])
        }
        var lead: Lead? = Lead(.hours(1))
        if let written = wanted.ahead {
            guard case .success(let span) = Span.parse(written) else {
                return (Reply(complaints: making.badLength(written), exit: .usage), [])
            }
            lead = Lead(span)
        }
        // Ahead of now there is nothing to be reminded of.
        if let known = lead, known.isMoment || known.instant(before: zone.instant(of: time), in: zone) <= now {
            lead = nil
        }
        let made = MadePromise(
            id: planner.state.newPromise, maker: maker.id, to: to?.id, text: text, time: time, lead: lead,
            isShared: wanted.isShared, at: now)
        let when = DateWording.relative(zone.instant(of: time), now: now, in: maker.zone, language)
        return (
            Reply([Reply.Line(making.promised(made, to: to?.name, when: when))]), [.undertaken(.promised(made))]
        )
    }

    /// Gives a promise another time; whoever it is shared with is told, neither who nor why.
    func move(_ id: String, to text: String, _ person: String?) -> (reply: Reply, changes: [LedgerChange]) {
        let target = AnswerTarget(id).ritual
        let undertakings = planner.state.undertakings
        guard let promise = undertakings.promises.last(where: { $0.id == target }) else {
            return (Reply(complaints: making.noSuchPromise(id), exit: .noInput), [])
        }
        // Another's promise is not there for anybody else.
        guard caller.speaks(for: promise.maker), person.map({ PersonID($0) == promise.maker }) ?? true,
            let maker = planner.person(promise.maker)
        else {
            return (Reply(complaints: making.noSuchPromise(id), exit: .noInput), [])
        }
        let zone = promise.isShared ? planner.schedule.zone : maker.zone
        guard let time = SpokenTime.read(text, after: now, in: zone) else {
            return (Reply(complaints: making.badTime(text), exit: .usage), [])
        }
        var changes: [LedgerChange] = [
            .undertaken(.promiseMoved(PromiseMove(promise: promise.id, time: time, at: now)))
        ]
        let moment = zone.instant(of: time)
        if promise.isShared, let to = promise.to {
            let number = planner.state.newNumber(after: undertakings.notices.map(\.number), of: "notice-")
            let item = Notice.Item(promise.id, .moved, moment)
            changes.append(.undertaken(.told(Notice(number: number, person: to, items: [item], at: now))))
        }
        let when = DateWording.relative(moment, now: now, in: maker.zone, language)
        return (Reply([Reply.Line(making.moved(promise.text, when: when, told: changes.count > 1))]), changes)
    }
}
