public import CivilTime
import Recurrence

extension Schedule {
    /// The schedule as it is lived: what the file says, in the seasons that hold, with what was undertaken by hand.
    ///
    /// Everything in it is planned, sent and answered like any ritual; what it adds comes from the record, so that every
    /// reader of the same record sees the same.
    ///
    /// - Parameters:
    ///   - undertakings: What was undertaken by hand, and the seasons that hold.
    ///   - now: What is long over is left out.
    public func lived(_ undertakings: Undertakings, at now: Timestamp) -> Schedule {
        var lived = inSeason(undertakings.seasons)
        lived.rest(lived.repairDays(undertakings))
        let added =
            lived.promised(undertakings, now) + lived.anniversaries(undertakings) + lived.repairing(undertakings, now)
            + lived.told(undertakings, now) + lived.opening(undertakings, now)
        // Most schedules are as their file has them, and may be large.
        guard !added.isEmpty else { return lived }
        let known = Set(rituals.map(\.id))
        lived.rituals += added.filter { !known.contains($0.id) }
        return lived
    }

    /// How long past its time a single thing stays in the schedule as it is lived, so that its end is recorded.
    private static let kept: Int64 = 3 * 86_400

    private func isOver(_ moment: Timestamp, _ now: Timestamp) -> Bool { moment.adding(seconds: Self.kept) < now }

    private func promised(_ undertakings: Undertakings, _ now: Timestamp) -> [Ritual] {
        undertakings.promises.compactMap { promise in
            guard let maker = person(promise.maker) else { return nil }
            let time = undertakings.moves.last { $0.promise == promise.id }?.time ?? promise.time
            let others = promise.isShared ? [promise.to].compactMap { $0 }.filter { person($0) != nil } : []
            let zone = others.isEmpty ? maker.zone : self.zone
            guard !isOver(zone.instant(of: time), now) else { return nil }
            return Ritual(
                id: promise.id, kind: .promise, title: promise.text,
                recurrence: Recurrence(rules: [], dates: [time]), people: [maker.id] + others,
                together: !others.isEmpty, leads: [promise.lead, .moment].compactMap(\.self),
                isShared: !others.isEmpty)
        }
    }

    private func anniversaries(_ undertakings: Undertakings) -> [Ritual] {
        undertakings.wins.filter { $0.isYearly && person($0.person) != nil }.compactMap { win in
            guard let time = TimeOfDay(hour: 9, minute: 0) else { return nil }
            var rule = Rule(.yearly, every: 1, from: CivilDateTime(win.day, time))
            rule.monthEnd = .clamp
            rule.isAfterAnchor = true
            rule.hasOrdinals = true
            var ritual = Ritual(
                id: RitualID("small-win-\(win.number)"), kind: .milestone, title: win.text,
                recurrence: Recurrence(rule),
                people: win.isShared ? people.map(\.id) : [win.person], together: false)
            ritual.isPersonal = !win.isShared
            return ritual
        }
    }

    // MARK: - Repair

    /// What comes of the repairs that are under way.
    private func repairing(_ undertakings: Undertakings, _ now: Timestamp) -> [Ritual] {
        undertakings.repairs.flatMap { run -> [Ritual] in
            guard let repair = repairs.first(where: { $0.id == run.repair }) else { return [] }
            let ends = undertakings.repairEnds.filter { $0.number == run.number }
            let left = Set(ends.filter(\.isOwnOnly).map(\.person))
            let people = repair.people.filter { !left.contains($0) && person($0) != nil }
            let end = ends.first { !$0.isOwnOnly }
            return repair.steps.enumerated().compactMap { place, step in
                let time = repair.time(of: step, in: run, zone)
                let moment = zone.instant(of: time)
                if let end, moment > end.at { return nil }
                guard !people.isEmpty, !isOver(moment, now) else { return nil }
                var ritual = Ritual(
                    id: RitualID("\(repair.id)-\(run.number)-\(place + 1)"), kind: .repair, title: step.title,
                    message: step.message, recurrence: Recurrence(rules: [], dates: [time]), people: people,
                    together: true, grace: .hours(12))
                ritual.repair = Repair.Part(
                    step: step.builtIn, people: repair.people, began: place == 0 ? run.person : nil)
                ritual.isPersonal = true
                return ritual
            }
        }
    }

    /// The days on which light-hearted things rest.
    private func repairDays(_ undertakings: Undertakings) -> [(people: [PersonID], days: ClosedRange<CivilDate>)] {
        undertakings.repairs.compactMap { run in
            guard let repair = repairs.first(where: { $0.id == run.repair }) else { return nil }
            let end = undertakings.repairEnds.first { $0.number == run.number && !$0.isOwnOnly }
            return (repair.people, repair.days(of: run, end, zone))
        }
    }

    /// Lets what is light-hearted rest while its people are in a repair.
    private mutating func rest(_ repairs: [(people: [PersonID], days: ClosedRange<CivilDate>)]) {
        guard !repairs.isEmpty else { return }
        for index in rituals.indices where rituals[index].isLight {
            let days = repairs.filter { repair in rituals[index].people.contains { repair.people.contains($0) } }
                .map(\.days)
            if !days.isEmpty { rituals[index].rest(days) }
        }
    }

    // MARK: - Notices

    private func told(_ undertakings: Undertakings, _ now: Timestamp) -> [Ritual] {
        undertakings.notices.compactMap { notice in
            guard !isOver(notice.at, now), let person = person(notice.person) else { return nil }
            // The first whole second after it was made, so that it is due at once.
            let second = Timestamp(seconds: notice.at.seconds + 1)
            // What was changed once more before then is told as it is now, and not in some order.
            let newer = undertakings.notices.filter {
                $0.person == notice.person && $0.number > notice.number && $0.at < second
            }
            let changedAgain = Set(newer.flatMap(\.items).map(\.ritual))
            var notice = notice
            notice.items.removeAll { changedAgain.contains($0.ritual) }
            guard !notice.items.isEmpty else { return nil }
            let due = person.zone.local(at: second)
            var ritual = Ritual(
                id: RitualID("notice-\(notice.number)"), kind: .ritual,
                recurrence: Recurrence(rules: [], dates: [due]), people: [person.id], together: false, grace: .days(1))
            ritual.notice = notice
            ritual.isPersonal = true
            // Nothing is said of what says nothing of itself.
            ritual.isDiscreet = notice.items.contains { self.ritual($0.ritual)?.isDiscreet ?? false }
            return ritual
        }
    }
}

extension Schedule {
    /// How long a letter whose day has come waits for its reader, in days, while nothing can be sent.
    private static let letterKept: Int64 = 40

    /// Letters that come on their day, of which nobody for whom one is knows before.
    private func opening(_ undertakings: Undertakings, _ now: Timestamp) -> [Ritual] {
        undertakings.letters.compactMap { letter in
            guard letter.text != nil, let reader = person(letter.reader), let time = TimeOfDay(hour: 9, minute: 0)
            else { return nil }
            let opens = CivilDateTime(letter.opens, time)
            let last = reader.zone.instant(of: opens).adding(seconds: Self.letterKept * 86_400)
            guard last > now else { return nil }
            var ritual = Ritual(
                id: letter.ritual, kind: .ritual, recurrence: Recurrence(rules: [], dates: [opens]),
                people: [reader.id], together: false, grace: .days(Int32(Self.letterKept) - 10),
                secrecy: letter.writer == reader.id ? nil : Secrecy(from: [reader.id], reveal: letter.opens))
            ritual.letter = .sealed(letter)
            ritual.isPersonal = true
            return ritual
        }
    }
}

extension Ritual {
    /// Takes days out, whatever it is counted from.
    fileprivate mutating func rest(_ days: [ClosedRange<CivilDate>]) {
        recurrence = recurrence.leavingOut(days)
        cadence = cadence?.leavingOut(days)
    }
}
