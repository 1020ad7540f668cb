import CivilTime
import Planning
import Wording

extension Service {
    /// Puts a delivery into words for its person, to be read at `now`; nil when its ritual has just left.
    func parcel(_ delivery: Delivery, at now: Timestamp) -> Parcel? {
        guard let person = planner.person(delivery.person) else { return nil }
        if case .nudge(let key) = delivery.key.subject, Introduction.isOne(key) {
            return introduction(delivery.key, person, at: now)
        }
        let facts = delivery.members.compactMap { self.facts($0, person, over: delivery.key.channel) }
        guard let first = facts.first else { return nil }
        let isGathered: Bool
        let rendered: RenderedNudge
        switch delivery.key.subject {
        case .digest:
            isGathered = true
            rendered = NudgeWording.gathered(facts, now: now)
        case .nudge:
            isGathered = false
            rendered = NudgeWording.nudge(first, now: now)
        }
        var parcel = parcel(
            delivery.key, person, rendered, ritual: isGathered || first.isDiscreet ? nil : first.ritual.name,
            urgent: facts.contains { $0.ritual.urgent }, isDiscreet: facts.contains(where: \.isDiscreet),
            isHomework: facts.contains { $0.ritual.isHomework && !$0.isDiscreet })
        if facts.contains(where: { $0.isDiscreet || $0.ritual.isPrivate }) {
            parcel.cover = NudgeWording.discreet(person.language).title
        }
        if !isGathered, first.ritual.people.contains(person.id), first.ritual.isMoment {
            let zone = loaded.schedule.zone(of: first.ritual, for: person)
            parcel.moment = Parcel.Moment(
                occurrence: first.record.key.occurrence, at: first.record.moment, isTogether: first.ritual.together,
                isOneOfMany: first.ritual.hasOthers(than: first.record.moment, in: zone),
                text: NudgeWording.ownText(first))
        }
        parcel.seen = NudgeWording.seen(person.language)
        parcel.buttons = answers(to: facts, at: now).map {
            Parcel.Button($0, label: NudgeWording.button($0, person.language))
        }
        return parcel
    }

    /// What may be answered: a snooze only where there is time for it.
    private func answers(to facts: [NudgeFacts], at now: Timestamp) -> [NudgeAnswer] {
        let answers = Answers(planner, at: now)
        let maySnooze = facts.allSatisfy {
            answers.maySnooze($0.record, for: planner.schedule.snooze, in: $0.person.zone)
        }
        return [.done] + (maySnooze ? [.snooze] : []) + [.skip]
    }

    /// Wraps words for a channel, with the token that names the delivery to the far end.
    func parcel(
        _ key: DeliveryKey, _ person: Person, _ rendered: RenderedNudge, ritual: String? = nil, urgent: Bool = false,
        isDiscreet: Bool = false, isHomework: Bool = false
    ) -> Parcel {
        let token = tokens.token(for: key.tokenText)
        return Parcel(
            key: key, token: token, person: person, ritual: ritual, title: rendered.title, body: rendered.body,
            when: rendered.when, urgent: urgent,
            footer: NudgeWording.footer(
                person, stop: howToStop(person, over: key.channel),
                handle: isDiscreet ? DeliveryHandle.short(token) : nil,
                help: isHomework ? planner.schedule.help : nil))
    }

    private func facts(_ record: NudgeRecord, _ person: Person, over channel: ChannelID) -> NudgeFacts? {
        guard let ritual = planner.ritual(record.key.ritual) else { return nil }
        let others = ritual.named.filter { $0 != person.id }.compactMap { planner.person($0) }
        let shift = planner.schedule.clockShift(
            of: record.key.occurrence.key, at: record.moment, of: ritual, for: person)
        let turn = planner.schedule.turn(of: record.key.occurrence.key, at: record.moment, of: ritual)
        var facts = NudgeFacts(
            ritual: ritual, record: record, person: person, others: others, clockShift: shift,
            isDiscreet: planner.schedule.isDiscreet(ritual, to: person, over: channel),
            turn: turn.flatMap(planner.person))
        if ritual.repair?.began != nil { facts.help = planner.schedule.help }
        for item in ritual.notice?.items ?? [] { facts.about[item.ritual] = planner.ritual(item.ritual) }
        return facts
    }
}

extension DeliveryKey {
    /// What the token stands for: the key without its channel would make two mailboxes look alike, so all of it.
    var tokenText: String { description }
}
