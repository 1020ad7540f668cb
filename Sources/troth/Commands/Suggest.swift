import ArgumentParser
import Control
import Decks
import JSON
import Planning
import Templates
import Wording

struct Suggest: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Suggest one next step, once what is there has had some weeks."),
        discussion: told("Only when asked, and nothing is changed."))
    @Option(help: told("For whom.")) var person: String?
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let reply = try Asking(places, clock).reply(.suggest, person: person)
        guard reply.exit == .ok, let facts = reply.lines.first(where: { $0.text == nil })?.object else {
            return try reply.show(json: false)
        }
        let words = SuggestionWording(CallerLanguage.current)
        let tongue: Template.Tongue = CallerLanguage.current == .german ? .german : .english
        guard let next = Template.next(facts) else { return print(words.nothingMore) }
        print(words.template(next.name, next.summary(tongue)))
    }
}

extension Template {
    /// The first that fits who is there, and of which most is not there yet: neither what it draws from, nor as much of
    /// its kinds.
    fileprivate static func next(_ facts: JSON) -> Template? {
        var known: Set<String> = []
        if case .array(let decks)? = facts["decks"] { known = Set(decks.compactMap(\.string)) }
        var kinds: [String] = []
        if case .array(let all)? = facts["kinds"] { kinds = all.compactMap(\.string) }
        let (adults, children, zones) = (facts["adults"]?.int ?? 1, facts["children"]?.int ?? 0, facts["zones"]?.int ?? 1)
        return all.first { template in
            switch template.offer {
            case .never: return false
            case .apart where zones < 2: return false
            case .apart, .always: break
            }
            switch template.company {
            case .alone: break
            case .other where adults < 2: return false
            case .otherAndChild where adults < 2 || children < 1: return false
            case .other, .otherAndChild: break
            }
            if template.kinds.isSubmultiset(of: kinds) { return false }
            let there = template.draws.count { name in
                (Library.agenda(name)?.decks ?? [name]).allSatisfy(known.contains)
            }
            return there * 2 < template.draws.count
        }
    }
}

extension [String] {
    /// Whether each of them is in `other`, as often as here.
    fileprivate func isSubmultiset(of other: [String]) -> Bool {
        Set(self).allSatisfy { word in count { $0 == word } <= other.count { $0 == word } }
    }
}
