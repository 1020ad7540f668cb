import CivilTime
import JSON
import Planning
import Wording

/// Small steps that people set out to do by their next check-in.
extension Desk {
    /// Notes a goal for the next time of a check-in, or of what `name` says.
    func setGoal(_ text: String, for name: String?, _ person: String?) -> (reply: Reply, changes: [LedgerChange]) {
        let maker: Person
        let ritual: Ritual
        switch self.maker(person) {
        case .success(let found): maker = found
        case .failure(let complaint): return (complaint.reply, [])
        }
        switch place(name, maker) {
        case .success(let found): ritual = found
        case .failure(let complaint): return (complaint.reply, [])
        }
        guard let text = Self.plain(text) else { return (Reply(complaints: making.badText, exit: .usage), []) }
        let zone = planner.schedule.zone(of: ritual, for: maker)
        guard ritual.isOn, let moment = state.goalMoment(of: ritual, for: maker.id, in: zone, at: now) else {
            return (Reply(complaints: goaling.comesNoMore(title(ritual)), exit: .usage), [])
        }
        guard state.goals(with: moment, of: ritual, for: maker.id, in: zone).count < Goal.most else {
            return (Reply(complaints: goaling.enough(Goal.most), exit: .usage), [])
        }
        let goal = Goal(
            number: state.newNumber(after: state.undertakings.goals.map(\.number)), ritual: ritual.id, person: maker.id,
            text: text, at: now)
        let readers = ritual.together ? ritual.people.filter { $0 != maker.id } : []
        let when =
            ritual.cadence == nil ? DateWording.relative(moment, now: now, in: maker.zone, language) : nil
        let line = goaling.noted(
            goal, title(ritual), when: when, readers: readers.compactMap { planner.person($0)?.name },
            isDiscreet: ritual.isDiscreet || maker.isDiscreet)
        return (Reply([Reply.Line(line)]), [.undertaken(.goalSet(goal))])
    }

    /// What comes with the next time, and what came with the last one, at which people may sit just now.
    func goals(_ person: String?) -> Reply {
        let reader: Person
        switch maker(person) {
        case .success(let found): reader = found
        case .failure(let complaint): return complaint.reply
        }
        var lines: [Reply.Line] = []
        for ritual in planner.schedule.rituals where ritual.mayHaveGoals && ritual.people.contains(reader.id) {
            let zone = planner.schedule.zone(of: ritual, for: reader)
            let last = state.lastGoalMoment(of: ritual, in: zone, at: now)
            let next = state.goalMoment(of: ritual, for: reader.id, in: zone, at: now)
            for (moment, isNext) in [(last, false), (next, true)] {
                guard let moment else { continue }
                lines += state.goals(with: moment, of: ritual, for: reader.id, in: zone).map {
                    Reply.Line(goaling.line($0, title(ritual), isForNextTime: isNext), object($0, ritual, isNext))
                }
            }
        }
        return Reply(lines.isEmpty ? [Reply.Line(goaling.none)] : lines)
    }

    /// Says that a goal was reached; whoever sees it may.
    func reachGoal(_ number: String, _ person: String?) -> (reply: Reply, changes: [LedgerChange]) {
        switch goal(number, person) {
        case .failure(let complaint): return (complaint.reply, [])
        case .success(let goal):
            let changes: [LedgerChange] =
                goal.reached == nil ? [.undertaken(.goalReached(GoalMark(number: goal.number, at: now)))] : []
            return (Reply([Reply.Line(goaling.reached(goal))]), changes)
        }
    }

    /// Lets a goal go, with its text.
    func dropGoal(_ number: String, _ person: String?) -> (reply: Reply, changes: [LedgerChange]) {
        switch goal(number, person) {
        case .failure(let complaint): return (complaint.reply, [])
        case .success(let goal):
            let mark = GoalMark(number: goal.number, at: now)
            return (Reply([Reply.Line(goaling.left(goal))]), [.undertaken(.goalLeft(mark))])
        }
    }

    /// The goal of a number, among those that the person may see.
    private func goal(_ number: String, _ person: String?) -> Result<Goal, Complaint> {
        maker(person).flatMap { reader in
            let found = state.undertakings.goals.first { goal in
                "\(goal.number)" == number
                    && (planner.ritual(goal.ritual).map { goal.isVisible(to: reader.id, of: $0) } ?? false)
            }
            return found.map { .success($0) } ?? .failure(Complaint(goaling.unknown(number), .noInput))
        }
    }

    /// At which ritual a goal is set: the one that is named, else the only check-in that the person has.
    private func place(_ name: String?, _ maker: Person) -> Result<Ritual, Complaint> {
        guard let name else {
            let own = planner.schedule.rituals.filter {
                $0.kind == .checkIn && $0.isOn && $0.mayHaveGoals && $0.people.contains(maker.id)
            }
            if own.count == 1, let only = own.first { return .success(only) }
            return .failure(Complaint(goaling.which(own.map(\.id.text)), .usage))
        }
        guard let ritual = planner.ritual(AnswerTarget(name).ritual), ritual.people.contains(maker.id) else {
            return .failure(Complaint(goaling.unknownRitual(name), .noInput))
        }
        guard ritual.mayHaveGoals else { return .failure(Complaint(goaling.hasNoGoals(title(ritual)), .usage)) }
        return .success(ritual)
    }

    private func object(_ goal: Goal, _ ritual: Ritual, _ isNext: Bool) -> JSON {
        [
            "goal": .integer(Int64(goal.number)), "ritual": .string(ritual.name), "text": .string(goal.text),
            "by": .string(goal.person.text), "set": .string(goal.at.description), "time": isNext ? "next" : "last",
            "reached": .bool(goal.reached != nil),
        ]
    }

    private func title(_ ritual: Ritual) -> String { NudgeWording.title(of: ritual, ordinal: nil, in: language) }

    private var state: LedgerState { planner.state }

    private var goaling: GoalWording { GoalWording(language) }
}
