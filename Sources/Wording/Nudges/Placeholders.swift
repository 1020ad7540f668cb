import Planning

/// `{other}` and `{person}` in a ritual's words, and the names that they stand for.
struct Placeholders {
    private let person: String
    private let others: String

    init(person: Person, others: [Person], _ language: Language) {
        self.person = person.name
        self.others = DateWording.words(language).list(others.map(\.name))
    }

    /// Both are all of some people, for what is read by all of them.
    init(everybody people: [Person], _ language: Language) {
        person = DateWording.words(language).list(people.map(\.name))
        others = person
    }

    /// The text with names in their places; nothing that a name holds is filled in again.
    func filled(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let brace = rest.firstIndex(of: "{") {
            result += rest[..<brace]
            rest = rest[brace...]
            if rest.hasPrefix("{other}") {
                result += others
                rest = rest.dropFirst("{other}".count)
            } else if rest.hasPrefix("{person}") {
                result += person
                rest = rest.dropFirst("{person}".count)
            } else {
                result += "{"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }
}
