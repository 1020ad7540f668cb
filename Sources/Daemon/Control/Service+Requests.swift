import CivilTime
import Control
import Glibc
import Planning
import Wording

extension Service {
    /// Answers a request that came through the socket; the reply may come later.
    func answer(_ request: Request, of caller: Caller, _ done: @escaping (Reply) -> Void) {
        let facts = Desk.ServiceFacts(
            status: statusLine(in: request.language), process: getpid(),
            mistakes: loaded.mistakes(in: request.language), hold: hold)
        let desk = Desk(
            planner, parts.ledger, at: parts.clock.read().now, language: request.language, caller: caller,
            service: facts)
        if let refusal = desk.refusal(request.verb) {
            return done(refusal.reply(loaded.schedule, in: request.language))
        }
        switch request.verb {
        case .reload:
            let words = CommandWording(request.language)
            if let fault = reload() {
                done(Reply(complaints: fault.lines(in: request.language) + [words.keepsLastGood()], exit: .data))
            } else if adoptsSince != nil {
                done(Reply(complaints: ProgramWording(request.language).recordRefuses, exit: .temporary))
            } else {
                done(Reply([Reply.Line(words.reloaded(loaded.schedule.rituals.count { $0.isOn }))]))
            }
        case .testChannel(let channel, let person):
            testChannel(channel, person, request.language, done)
        case .forget:
            done(forget(request, desk))
        default:
            let (reply, changes) = desk.answer(request)
            guard changes.isEmpty || commit(changes, by: request.person.map { PersonID($0) } ?? caller.only) else {
                return done(Reply(complaints: ProgramWording(request.language).recordRefuses, exit: .temporary))
            }
            if !changes.isEmpty { askForPlan() }
            done(reply)
        }
    }

    /// Sends one message that is no nudge, and says how it went.
    private func testChannel(
        _ channel: String, _ person: String, _ language: Language, _ done: @escaping (Reply) -> Void
    ) {
        let words = CommandWording(language)
        guard let to = planner.person(PersonID(person)) else {
            let known = loaded.schedule.people.map(\.id.text)
            return done(Reply(complaints: [words.noSuchPerson(person, known: known)], exit: .noInput))
        }
        guard loaded.schedule.channel(ChannelID(channel)) != nil else {
            let known = loaded.schedule.channels.map(\.id.text)
            return done(Reply(complaints: [words.noSuchChannel(channel, known: known)], exit: .noInput))
        }
        let now = parts.clock.read().now
        let rendered = NudgeWording.test(channel: channel, to, now: now)
        var trial = ChannelTrialReport(words, channel: channel, person: to.name)
        sendAside(rendered, to, over: ChannelID(channel), at: now, tell: { trial.note($0) }) { outcome in
            done(trial.reply(outcome))
        }
    }

    /// Tells the schedule's first person over their first channel that its newest form cannot be used.
    func tellOwner() {
        guard let owner = loaded.schedule.people.first, let channel = owner.channels.first?.first else { return }
        let now = parts.clock.read().now
        let rendered = NudgeWording.mistakes(loaded.mistakeCount, owner, now: now)
        sendAside(rendered, owner, over: channel, at: now) { [journal] outcome in
            if case .delivered = outcome { return }
            journal.fault("the schedule's owner could not be told over \(channel)")
        }
    }

    /// Sends something that is no nudge, and so not on record.
    private func sendAside(
        _ rendered: RenderedNudge, _ person: Person, over channel: ChannelID, at now: Timestamp,
        tell: ((ChannelStep) -> Void)? = nil, _ ended: @escaping (AttemptOutcome) -> Void
    ) {
        let subject = DeliverySubject.digest(DigestKey(person: person.id, gathered: now))
        let key = DeliveryKey(subject: subject, channel: channel, round: -1)
        sendAside(parcel(key, person, rendered), tell: tell, ended)
    }
}
