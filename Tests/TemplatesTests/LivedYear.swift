import CivilTime
import Planning
import Wording

/// A year of a schedule as its people would live it: what comes, in words, and what nobody would want to live with.
struct LivedYear {
    private let simulated: Schedule
    /// By whose decks, quiet hours and budgets it is judged.
    private let judged: Schedule
    private(set) var lines: [String] = []
    /// What nobody would want, each with its kind before a colon.
    private(set) var ills: [String] = []
    /// Who opened or planned, by ritual.
    private(set) var turns: [RitualID: [PersonID]] = [:]

    private var day: CivilDate?
    private var last: [PersonID: Timestamp] = [:]
    private var perDay: [String: Int] = [:]
    private var drawn: [String: Set<UInt64>] = [:]
    private var known: Set<NudgeOccurrence> = []
    private var opened: Set<OccurrenceName> = []

    private struct NudgeOccurrence: Hashable {
        var occurrence: OccurrenceName
        var person: PersonID
    }

    init(_ simulated: Schedule, judgedBy judged: Schedule? = nil) {
        self.simulated = simulated
        self.judged = judged ?? simulated
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func run(_ year: Int, months: Int = 12) {
        guard let first = CivilDate(year: year, month: 1, day: 1), let next = first.adding(months: months, .clamp)
        else { return }
        let zone = simulated.zone
        var simulation = Simulation(
            simulated, from: zone.instant(of: CivilDateTime(first)), to: zone.instant(of: CivilDateTime(next)))
        var together: [Simulation.Delivered] = []
        var all: [[Simulation.Delivered]] = []
        simulation.run { delivered in
            if let before = together.last, before.at != delivered.at {
                all.append(together)
                together = []
            }
            together.append(delivered)
            return true
        }
        if !together.isEmpty { all.append(together) }
        for moment in all { take(moment) }
    }

    private mutating func take(_ moment: [Simulation.Delivered]) {
        var said: [(people: [String], words: [String])] = []
        for delivered in moment {
            guard let person = judged.person(delivered.delivery.person) else { continue }
            judge(delivered, person)
            let local = person.zone.local(at: delivered.at)
            if local.date != day {
                day = local.date
                lines += (lines.isEmpty ? [] : [""]) + [DateWording.dates(local.date, local.date, .english)]
            }
            for member in delivered.delivery.members {
                let words = words(member, DateWording.time(delivered.at, in: person.zone))
                if let place = said.firstIndex(where: { $0.words == words }) {
                    said[place].people.append(person.name)
                } else {
                    said.append(([person.name], words))
                }
                judge(member, person)
            }
        }
        for (people, words) in said {
            guard let head = words.first else { continue }
            lines.append(head.replacing("{people}", with: people.sorted().joined(separator: ", ")))
            lines += words.dropFirst()
        }
    }

    /// The nudge in words, its people still to be filled in.
    private func words(_ record: NudgeRecord, _ time: String) -> [String] {
        guard let ritual = simulated.ritual(record.key.ritual) else { return [] }
        let title = NudgeWording.title(of: ritual, ordinal: record.ordinal, in: .english)
        var head = "  \(time)  {people}: \(title)"
        if !record.key.lead.isMoment { head += ", \(DateWording.length(record.key.lead.span, .english)) ahead" }
        if let turn = simulated.turn(of: record.key.occurrence.key, at: record.moment, of: ritual) {
            head += "; \(simulated.person(turn)?.name ?? turn.text)’s turn"
        }
        let prompts = record.prompts.compactMap { ritual.prompt($0)?.text(in: .english) }
        return [head] + ([ritual.message].compactMap(\.self) + prompts).map { "         \($0)" }
    }

    // MARK: - What nobody would want

    private mutating func judge(_ delivered: Simulation.Delivered, _ person: Person) {
        let local = person.zone.local(at: delivered.at)
        if let before = last[person.id], delivered.at.seconds - before.seconds < 3_600 {
            ills.append("too soon: \(person.id) at \(local), \(delivered.at.seconds - before.seconds) s after the last")
        }
        last[person.id] = delivered.at
        if person.pace.quietHours?.end(around: delivered.at, in: person.zone) != nil {
            ills.append("quiet: \(person.id) at \(local)")
        }
        let day = "\(person.id) on \(local.date)"
        perDay[day, default: 0] += 1
        if perDay[day, default: 0] > person.pace.perDay ?? .max { ills.append("budget: \(day)") }
    }

    private mutating func judge(_ record: NudgeRecord, _ person: Person) {
        guard let ritual = judged.ritual(record.key.ritual) else { return }
        let name = record.key.occurrence
        if let turn = simulated.turn(of: name.key, at: record.moment, of: ritual), opened.insert(name).inserted {
            if turns[ritual.id]?.last == turn { ills.append("turn: \(turn) again at \(name)") }
            turns[ritual.id, default: []].append(turn)
        }
        guard known.insert(NudgeOccurrence(occurrence: name, person: person.id)).inserted else { return }
        for deck in ritual.decks {
            let place = "\(ritual.id) \(person.id) \(deck.name)"
            for prompt in record.prompts where deck.prompts.contains(where: { $0.id == prompt }) {
                if !drawn[place, default: []].insert(prompt).inserted { ills.append("repeat: \(place) at \(name)") }
            }
            if drawn[place]?.count == deck.prompts.count { drawn[place] = [] }
        }
    }
}
