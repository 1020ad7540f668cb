import CivilTime
import JSON
import Planning
import Wording

extension Desk {
    /// What somebody asks for themselves: what is said back, and the changes to commit before it is said.
    func wish(_ request: Request) -> (reply: Reply, changes: [LedgerChange]) {
        guard ledger != nil else { return (Reply(complaints: [words.nothingYet], exit: .noInput), []) }
        let person: Person
        switch wisher(request.person) {
        case .success(let found): person = found
        case .failure(let complaint): return (complaint.reply, [])
        }
        let wishing = Wishing(planner, at: now, by: person)
        let wording = WishWording(language)
        do throws(WishError) {
            switch request.verb {
            case .stop(let id?):
                let effect = try wishing.stop(id)
                return done(wording.stopped(title(effect), again: effect.ritual?.text ?? "everything"), effect)
            case .start(let id):
                let effect = try wishing.start(id)
                let isNews = !effect.changes.isEmpty
                if effect.isAllStopped { return done(wording.startedWithinAll(title(effect)), effect) }
                return done(
                    isNews ? wording.started(title(effect)) : wording.notStopped(title(effect)), effect)
            case .pause(let until):
                let effect = try wishing.pause(until: until)
                return done(wording.paused(until: effect.until.map { time($0, person) }), effect)
            case .resume:
                let effect = wishing.resume()
                return done(effect.changes.isEmpty ? wording.notPaused : wording.resumed, effect)
            case .mute(let dates):
                let effect = try wishing.mute(dates)
                return done(wording.muted(self.dates(effect, person)), effect)
            case .unmute(let dates):
                let effect = try wishing.unmute(dates)
                let isNews = !effect.changes.isEmpty
                let text = self.dates(effect, person)
                guard effect.stillMuted.isEmpty else { return (stillMuted(effect, person), effect.changes) }
                return done(isNews ? wording.unmuted(text) : wording.notMuted(text), effect)
            case .agree(let id?):
                let effect = try wishing.agree(id)
                if let deck = effect.deck { return done(wording.optedIn(deck), effect) }
                return done(wording.agreed(title(effect), isInForce: effect.isAgreedByAll), effect)
            case .disagree(let id):
                let effect = try wishing.disagree(id)
                if let deck = effect.deck { return done(wording.optedOut(deck), effect) }
                return done(wording.disagreed(title(effect)), effect)
            case .agree(nil):
                return (agreements(wishing, person), [])
            default:
                return (wishes(wishing, person), [])
            }
        } catch {
            return (complaint(error, person), [])
        }
    }

    /// Whom it is for: nobody can ask it for another.
    private func wisher(_ name: String?) -> Result<Person, Complaint> {
        if let name {
            return person(name).flatMap { id in planner.person(id).map { .success($0) } ?? .failure(unknown(name)) }
        }
        do throws(Refusal) {
            let id = try caller.person(named: nil)
            return planner.person(id).map { .success($0) } ?? .failure(unknown(id.text))
        } catch {
            return .failure(Complaint(error, planner.schedule, language))
        }
    }

    private func unknown(_ name: String) -> Complaint {
        Complaint([words.noSuchPerson(name, known: planner.schedule.people.map(\.id.text))], .noInput)
    }

    /// What the person has asked for, a line each.
    private func wishes(_ wishing: Wishing, _ person: Person) -> Reply {
        let wording = WishWording(language)
        let lines = wishing.own.compactMap { wish -> Reply.Line? in
            let text: String
            switch (wish.kind, wish.subject) {
            case (.stop, .ritual(let id)): text = wording.isStopped(title(id), again: id.text)
            case (.stop, _): text = wording.isStopped(nil, again: "everything")
            case (.pause, _): text = wording.isPaused(until: wish.until.map { time($0, person) })
            case (.mute, _): text = wording.isMuted(dates(wish.from, wish.until ?? wish.from, person))
            case (.forget, _): text = ForgetWording(language).isLater(person.id.text)
            case (.agree, _): return nil
            }
            return Reply.Line(text, object(wish))
        }
        return Reply(lines.isEmpty ? [Reply.Line(wording.noWishes)] : lines)
    }

    private func object(_ wish: Wish) -> JSON {
        var object = JSONObject()
        object["wish"] = .string(wish.kind.rawValue)
        object["subject"] = .string(wish.subject.keyText)
        object["from"] = .string(wish.from.description)
        if let until = wish.until { object["until"] = .string(until.description) }
        return .object(object)
    }

    /// What waits for the person's agreement, or has it.
    private func agreements(_ wishing: Wishing, _ person: Person) -> Reply {
        let wording = WishWording(language)
        let lines = wishing.agreements.map { ritual, isOwn, isAll in
            let to = ritual.escalation.flatMap { planner.person($0.to) }
            let text = wording.agreement(
                title(ritual.id), id: ritual.id.text, invites: to?.name ?? "",
                of: ritual.people.compactMap { planner.person($0)?.name },
                after: ritual.escalation.map { DateWording.length($0.after, language) } ?? "", isOwn: isOwn,
                isInForce: isAll)
            var object = JSONObject()
            object["ritual"] = .string(ritual.name)
            object["agreed"] = .bool(isOwn)
            object["inForce"] = .bool(isAll)
            return Reply.Line(text, .object(object))
        }
        let decks = wishing.delicateDecks.map { name, isOwn in
            var object = JSONObject()
            object["deck"] = .string(name)
            object["agreed"] = .bool(isOwn)
            return Reply.Line(wording.delicate(name, isOwn: isOwn), .object(object))
        }
        let all = lines + decks
        return Reply(all.isEmpty ? [Reply.Line(wording.nothingToAgree)] : all)
    }

    private func done(_ text: String, _ effect: Wishing.Effect) -> (Reply, [LedgerChange]) {
        (Reply([Reply.Line(text)]), effect.changes)
    }

    /// What still mutes some of the days, a line each.
    private func stillMuted(_ effect: Wishing.Effect, _ person: Person) -> Reply {
        let days = days(effect.from ?? now, effect.until ?? now, person)
        return Reply(effect.stillMuted.map { Reply.Line(WishWording(language).stillMuted(days, of: $0)) })
    }

    /// Nil is everything.
    private func title(_ effect: Wishing.Effect) -> String? { effect.ritual.map(title) }

    private func title(_ id: RitualID) -> String {
        planner.ritual(id).map { NudgeWording.title(of: $0, ordinal: nil, in: language) } ?? id.text
    }

    private func time(_ instant: Timestamp, _ person: Person) -> String {
        DateWording.full(instant, in: person.zone, language)
    }

    private func dates(_ effect: Wishing.Effect, _ person: Person) -> String {
        dates(effect.from ?? now, effect.until ?? now, person)
    }

    private func dates(_ from: Timestamp, _ until: Timestamp, _ person: Person) -> String {
        let days = days(from, until, person)
        return DateWording.dates(days.lowerBound, days.upperBound, language)
    }

    private func days(_ from: Timestamp, _ until: Timestamp, _ person: Person) -> ClosedRange<CivilDate> {
        let first = person.zone.local(at: from).date
        return first...max(first, person.zone.local(at: Timestamp(microseconds: until.microseconds - 1)).date)
    }

    private func complaint(_ error: WishError, _ person: Person) -> Reply {
        let exit: ExitCode =
            switch error {
            case .noSuchRitual, .nothingToAgree: .noInput
            case .everythingStopped, .badTime, .badDates, .past: .usage
            }
        return Reply(complaints: WishWording(language).complaint(error, in: person.zone), exit: exit)
    }
}
