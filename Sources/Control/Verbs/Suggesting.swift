import CivilTime
import JSON
import Planning
import Wording

extension Desk {
    /// What somebody could take up next, where they ask for it: what their schedule holds and is off, else what to look
    /// for a template for.
    ///
    /// Nothing new before what is there has had some weeks, and nothing where there is enough.
    func suggest(_ person: String?) -> Reply {
        let reader: Person
        switch maker(person) {
        case .success(let found): reader = found
        case .failure(let complaint): return complaint.reply
        }
        let rituals = planner.schedule.rituals.filter { $0.people.contains(reader.id) && $0.isWritten }
        let active = rituals.filter(\.isOn)
        guard let since = active.compactMap({ planner.state.marks[$0.id]?.since }).max() else {
            return Reply([Reply.Line(suggesting.nothingYet)])
        }
        let first = reader.zone.local(at: since).date.adding(days: Self.daysToSettle)
        guard first <= reader.zone.local(at: now).date else {
            return Reply([Reply.Line(suggesting.later(first))])
        }
        guard active.count < Self.enough else { return Reply([Reply.Line(suggesting.enough)]) }
        if let next = rituals.first(where: { !$0.isOn }) {
            var object = JSONObject()
            object["ritual"] = .string(next.name)
            return Reply([Reply.Line(suggesting.ritual(next), .object(object))])
        }
        return Reply([Reply.Line(nil, .object(facts(reader, active)))])
    }

    /// Three weeks.
    private static let daysToSettle = 21
    /// So many things at a time are plenty.
    private static let enough = 6

    /// What a template is chosen by: what there is, and who is there.
    private func facts(_ reader: Person, _ active: [Ritual]) -> JSONObject {
        let people = planner.schedule.people
        var decks: [String] = []
        for deck in active.flatMap(\.decks) where !deck.name.isEmpty && !decks.contains(deck.name) {
            decks.append(deck.name)
        }
        var object = JSONObject()
        object["decks"] = .array(decks.map { .string($0) })
        object["kinds"] = .array(active.map { .string($0.kind.rawValue) })
        object["adults"] = .integer(Int64(people.count { !$0.isChild }))
        object["children"] = .integer(Int64(people.count(where: \.isChild)))
        object["zones"] = .integer(Int64(Set(people.lazy.filter { !$0.isChild }.map(\.zone.identifier)).count))
        return object
    }

    private var suggesting: SuggestionWording { SuggestionWording(language) }
}

extension Ritual {
    /// Whether the schedule's file holds it, as opposed to what was undertaken by hand.
    fileprivate var isWritten: Bool { kind != .repair && isMoment && !(isPersonal && kind == .milestone) && !isPromised }

    private var isPromised: Bool { kind == .promise && id.text.hasPrefix("promise-") }
}
