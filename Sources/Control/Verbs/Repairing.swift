import CivilTime
import JSON
import Planning
import Wording

extension Desk {
    /// Begins a repair: says first what it is not for, then what comes.
    func beginRepair(_ name: String?, _ person: String?) -> (reply: Reply, changes: [LedgerChange]) {
        let maker: Person
        switch self.maker(person) {
        case .success(let found): maker = found
        case .failure(let complaint): return (complaint.reply, [])
        }
        let all = planner.schedule.repairs.filter { $0.people.contains(maker.id) }
        let chosen = name.map { name in all.filter { $0.id.text == name } } ?? all
        guard chosen.count == 1, let repair = chosen.first else {
            let known = all.map(\.id.text)
            return (Reply(complaints: repairing.unknown(name, known: known), exit: name == nil ? .usage : .noInput), [])
        }
        if running(repair.id) != nil {
            return (Reply(complaints: repairing.isRunning(repair.id.text), exit: .usage), [])
        }
        let undertakings = planner.state.undertakings
        let numbers = undertakings.repairs.map(\.number) + undertakings.repairEnds.map(\.number)
        let run = RepairRun(
            number: planner.state.newNumber(after: numbers, of: "\(repair.id)-"), repair: repair.id,
            person: maker.id, began: planner.schedule.zone.local(at: now), at: now)
        var lines = repairing.notFor(help: planner.schedule.help).map { Reply.Line($0) }
        lines.append(Reply.Line(repairing.begun(repair, others: repair.people.count > 1)))
        for (step, moment) in repair.steps(of: run, planner.schedule.zone) {
            let when = DateWording.relative(moment, now: now, in: maker.zone, language)
            lines.append(Reply.Line("\(when): \(RepairWording(language).title(step))"))
        }
        lines.append(Reply.Line(repairing.howToEnd))
        return (Reply(lines), [.undertaken(.repairBegun(run))])
    }

    /// Ends a repair for everybody, or leaves it for oneself alone, which nobody is told.
    func endRepair(_ name: String?, leaving: Bool, _ person: String?) -> (reply: Reply, changes: [LedgerChange]) {
        let maker: Person
        switch self.maker(person) {
        case .success(let found): maker = found
        case .failure(let complaint): return (complaint.reply, [])
        }
        let ids = planner.schedule.repairs.filter {
            $0.people.contains(maker.id) && (name == nil || $0.id.text == name)
        }
        .map(\.id)
        guard let run = ids.compactMap(running).last else {
            return (Reply([Reply.Line(repairing.noneRuns)]), [])
        }
        let end = RepairEnd(number: run.number, person: maker.id, isOwnOnly: leaving, at: now)
        return (
            Reply([Reply.Line(leaving ? repairing.left : repairing.ended)]), [.undertaken(.repairEnded(end))]
        )
    }

    /// The repairs there are for somebody, with their steps, and whether one is under way.
    func repairs(_ person: String?) -> Reply {
        let reader: Person
        switch maker(person) {
        case .success(let found): reader = found
        case .failure(let complaint): return complaint.reply
        }
        let own = planner.schedule.repairs.filter { $0.people.contains(reader.id) }
        guard !own.isEmpty else { return Reply([Reply.Line(repairing.noRepair)]) }
        var lines = repairing.notFor(help: planner.schedule.help).map { Reply.Line($0) }
        for repair in own {
            let run = running(repair.id).flatMap { takesPart(reader.id, in: $0) ? $0 : nil }
            var object = JSONObject()
            object["repair"] = .string(repair.id.text)
            object["title"] = JSON(repair.title)
            object["running"] = .bool(run != nil)
            lines.append(Reply.Line(repairing.line(repair, isRunning: run != nil), .object(object)))
            for step in repair.steps {
                let coming = run.map { planner.schedule.zone.instant(of: repair.time(of: step, in: $0, planner.schedule.zone)) }
                let when =
                    coming.map { DateWording.full($0, in: reader.zone, language) }
                    ?? repairing.after(step)
                lines.append(Reply.Line("  \(when): \(repairing.title(step))"))
            }
        }
        return Reply(lines)
    }

    private func takesPart(_ person: PersonID, in run: RepairRun) -> Bool {
        !planner.state.undertakings.repairEnds.contains { $0.number == run.number && $0.person == person }
    }

    private func running(_ id: RitualID) -> RepairRun? {
        let undertakings = planner.state.undertakings
        guard let run = undertakings.repairs.last(where: { $0.repair == id }),
            !undertakings.repairEnds.contains(where: { $0.number == run.number && !$0.isOwnOnly }),
            let repair = planner.schedule.repairs.first(where: { $0.id == id }),
            let last = repair.steps(of: run, planner.schedule.zone).map(\.moment).max(), last > now
        else { return nil }
        return run
    }

    private var repairing: RepairWording { RepairWording(language) }
}
