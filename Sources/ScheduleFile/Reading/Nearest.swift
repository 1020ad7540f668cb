/// The known name that a misspelt one most likely means, or nil where none is near.
///
/// Counts letters put in, left out, replaced or swapped: one in a short word, up to
/// three in a long one. Capitals, `_` and `-` make no difference.
public func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= 40 else { return nil }
    let allowed = wanted.count <= 3 ? 1 : wanted.count <= 7 ? 2 : 3
    var best: (name: String, distance: Int)?
    for candidate in known {
        let letters = folded(candidate)
        guard abs(letters.count - wanted.count) <= allowed else { continue }
        let distance = slips(wanted, letters)
        // A word of which nothing is left is another word.
        guard distance <= allowed, distance * 2 <= letters.count, distance < best?.distance ?? .max else { continue }
        best = (candidate, distance)
    }
    return best?.name
}

private func folded(_ name: String) -> [Unicode.Scalar] {
    name.lowercased().unicodeScalars.map { $0 == "_" || $0 == " " ? "-" : $0 }
}

/// Insertions, deletions, replacements and swaps of neighbours between two words.
private func slips(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            var least = min(previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                least = min(least, before[column - 1] + 1)
            }
            current.append(least)
        }
        before = previous
        previous = current
    }
    return previous[right.count]
}

/// An id made of a name: `jürgen` becomes `juergen`, `Anna Maria` becomes `anna-maria`; nil
/// where nothing of it can be kept.
func identifier(from name: String) -> String? {
    let spelt: [Character: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a", "œ": "oe", "ł": "l", "á": "a",
        "à": "a", "â": "a", "ã": "a", "ç": "c", "č": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "ě": "e", "í": "i",
        "ì": "i", "î": "i", "ï": "i", "ñ": "n", "ó": "o", "ò": "o", "ô": "o", "õ": "o", "ř": "r", "š": "s", "ú": "u",
        "ù": "u", "û": "u", "ů": "u", "ý": "y", "ž": "z", "ş": "s", "ğ": "g", "ı": "i", "ń": "n", "ś": "s", "ż": "z",
    ]
    var id = ""
    // By characters, so that `ü` is the same in however many parts it is written.
    for letter in name.lowercased() {
        switch letter {
        case "a"..."z" where letter.isASCII, "0"..."9" where letter.isASCII: id.append(letter)
        case "-", "_", " ", ".": if !id.isEmpty, id.last != "-" { id.append("-") }
        default: id += spelt[letter] ?? ""
        }
    }
    while id.last == "-" { id.removeLast() }
    return id.isEmpty ? nil : id
}

/// Whether a text matches `[a-z0-9-]+`.
func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 97...122 ~= $0 || 48...57 ~= $0 || $0 == 45 }
}

/// The greatest length of an id.
let identifierLimit = 64
