public import CivilTime

/// Something that was undertaken and is longer over than the schedule has it kept: it goes from the record.
public enum Outgrown: Hashable, Sendable {
    case win(Int)
    /// With where it was moved to.
    case promise(RitualID)
    /// With its ends.
    case repair(Int)
    case notice(Int)
    /// What was left of a letter that was let go.
    case letter(Int)
    /// The switches of a season up to this time.
    case switches(SeasonID, through: Timestamp)
}

extension LedgerState {
    /// What goes from the record since it was over before `time`.
    ///
    /// What still comes stays, however old it is: a small win with its anniversary, a letter that somebody has, a
    /// season that holds. Taking the rest out changes nothing that is to come.
    ///
    /// - Parameters:
    ///   - schedule: As it is lived.
    ///   - time: What was over before it goes.
    ///   - now: When it goes.
    public func outgrown(_ schedule: Schedule, before time: Timestamp, at now: Timestamp) -> [Undertaking] {
        let goals = outgrownGoals(schedule, before: time).map {
            Undertaking.goalLeft(GoalMark(number: $0.number, at: now))
        }
        return goals + undertakings.outgrown(schedule, before: time).map { .outgrown($0) }
    }
}

extension Undertakings {
    func outgrown(_ schedule: Schedule, before time: Timestamp) -> [Outgrown] {
        let day = schedule.zone.local(at: time).date
        let wins = wins.filter { !$0.isYearly && $0.at < time && $0.day < day }.map { Outgrown.win($0.number) }
        let promises = promises.filter { promise in
            let zone = schedule.person(promise.maker)?.zone ?? schedule.zone
            let last = moves.last { $0.promise == promise.id }?.time ?? promise.time
            // The two zones of a shared one are less than two days apart.
            return zone.instant(of: last).adding(seconds: 2 * 86_400) < time
        }.map { Outgrown.promise($0.id) }
        let repairs = repairs.filter { isOver($0, schedule, before: time) }.map { Outgrown.repair($0.number) }
        let notices = notices.filter { $0.at < time }.map { Outgrown.notice($0.number) }
        let letters = letters.filter { $0.text == nil && $0.at < time && $0.opens < day }.map { Outgrown.letter($0.number) }
        return wins + promises + repairs + notices + letters + switches(schedule, before: time, day)
    }

    private func isOver(_ run: RepairRun, _ schedule: Schedule, before time: Timestamp) -> Bool {
        guard run.at < time else { return false }
        if let end = repairEnds.first(where: { $0.number == run.number && !$0.isOwnOnly }) { return end.at < time }
        let steps = schedule.repairs.first { $0.id == run.repair }?.steps(of: run, schedule.zone) ?? []
        return steps.allSatisfy { $0.moment < time }
    }

    /// As many switches of each season, from the first on, as make no difference from `day` on.
    private func switches(_ schedule: Schedule, before time: Timestamp, _ day: CivilDate) -> [Outgrown] {
        let ids = seasons.reduce(into: [SeasonID]()) { if !$0.contains($1.season) { $0.append($1.season) } }
        return ids.compactMap { id in
            let all = seasons.filter { $0.season == id }
            let season = schedule.seasons.first { $0.id == id } ?? Season(id: id, changes: [:])
            func held(_ switches: some Sequence<SeasonSwitch>) -> [ClosedRange<CivilDate>] {
                season.days(Array(switches)).compactMap { $0.upperBound < day ? nil : max($0.lowerBound, day)...$0.upperBound }
            }
            let old = all.prefix { $0.at < time }.count
            let gone = (0...old).last { held(all.dropFirst($0)) == held(all) } ?? 0
            return gone > 0 ? .switches(id, through: all[gone - 1].at) : nil
        }
    }

    mutating func letGo(_ outgrown: Outgrown) {
        switch outgrown {
        case .win(let number): wins.removeAll { $0.number == number }
        case .promise(let id):
            promises.removeAll { $0.id == id }
            moves.removeAll { $0.promise == id }
        case .repair(let number):
            repairs.removeAll { $0.number == number }
            repairEnds.removeAll { $0.number == number }
        case .notice(let number): notices.removeAll { $0.number == number }
        case .letter(let number): letters.removeAll { $0.number == number }
        case .switches(let season, let time): seasons.removeAll { $0.season == season && $0.at <= time }
        }
    }
}
