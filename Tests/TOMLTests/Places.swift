import TOML

/// Checks that every range of a document covers just what it says it covers.
struct Places {
    let document: TOMLDocument
    private(set) var faults: [String] = []

    init(_ document: TOMLDocument) {
        self.document = document
        check(document.root)
    }

    private mutating func check(_ table: TOMLTable) {
        for entry in table.entries + table.repeated {
            // Read on its own, the key has to give the same name ...
            let (alone, errors) = TOMLDocument.parse(Array("\(document.source.text(entry.key.range)) = 0".utf8))
            if !errors.isEmpty || alone.root.entries.map(\.key.name) != [entry.key.name] {
                faults.append("key `\(entry.key.name)` is not at \(entry.key.range)")
            }
            check(entry.value)
        }
    }

    private mutating func check(_ value: TOMLValue) {
        let text = document.source.text(value.range)
        switch value.kind {
        case .table(let table) where table.origin != .inline:
            switch table.origin {
            case .header where !(text.hasPrefix("[") && text.hasSuffix("]")):
                faults.append("header `\(text)`")
            case .parentOfHeader, .dottedKey:
                if TOMLDocument.parse(Array("\(text) = 0".utf8)).document.root.entries.count != 1 {
                    faults.append("implied by `\(text)`")
                }
            default: break
            }
            if table.definition != value.range { faults.append("two places for `\(text)`") }
            check(table)
        case .array(let elements) where text.hasPrefix("[[") && elements.first?.table?.origin == .header:
            for element in elements { check(element) }
        default:
            // ... and so does the value give the same value.
            let (alone, errors) = TOMLDocument.parse(Array("x = \(text)".utf8))
            let same = alone.root["x"].map { Tagged.match(Tagged.json($0), Tagged.json(value)) } ?? false
            if !errors.isEmpty || !same { faults.append("value `\(text)` at \(value.range)") }
            for element in value.array ?? [] { check(element) }
            if let table = value.table { check(table) }
        }
    }
}
