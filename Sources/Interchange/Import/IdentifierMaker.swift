/// Makes ids of names: each once, and none that is taken.
struct IdentifierMaker {
    private var taken: Set<String>
    private static let longest = 48

    /// - Parameter taken: The ids that the schedule has.
    init(taken: Set<String>) { self.taken = taken }

    /// `Müllers Geburtstag` becomes `muellers-geburtstag`, the second of them `muellers-geburtstag-2`.
    mutating func make(from name: String, else fallback: String) -> String {
        let own = Self.plain(name)
        let base = own.isEmpty ? fallback : own
        var id = base
        var number = 1
        while !taken.insert(id).inserted {
            number += 1
            id = "\(base)-\(number)"
        }
        return id
    }

    private static func plain(_ name: String) -> String {
        var id = ""
        for character in name.lowercased() {
            guard id.utf8.count < longest else { break }
            let letters = spelt[character] ?? base(character)
            if letters.isEmpty {
                // An apostrophe parts no words.
                if !id.isEmpty, id.last != "-", character != "'", character != "’" { id.append("-") }
            } else {
                id += letters
            }
        }
        while id.last == "-" { id.removeLast() }
        return id
    }

    /// The letter or digit without its marks; empty where it has none of our letters.
    private static func base(_ character: Character) -> String {
        let letters = character.unicodeScalars.first.flatMap { first -> Unicode.Scalar? in
            if first.isASCII { return first }
            return stripped[first]
        }
        guard let letters, letters.properties.isAlphabetic || ("0"..."9").contains(letters) else { return "" }
        return String(letters)
    }

    /// Letters that are spelt out.
    private static let spelt: [Character: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
    ]

    /// Letters with marks, by the letter that they are of.
    private static let stripped: [Unicode.Scalar: Unicode.Scalar] = {
        let rows: [(Unicode.Scalar, String)] = [
            ("a", "áàâãåāăą"), ("c", "çćčĉċ"), ("d", "ďđð"), ("e", "éèêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
            ("i", "íìîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "óòôõøōŏő"),
            ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "úùûũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
        ]
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (letter, marked) in rows {
            for scalar in marked.unicodeScalars { table[scalar] = letter }
        }
        return table
    }()
}
