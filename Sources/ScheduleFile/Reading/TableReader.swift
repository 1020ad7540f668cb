import CivilTime
import Planning
import TOML
import Wording

/// A text of the schedule, and where it stands.
struct Text {
    let text: String
    let item: Item
    let findings: Findings

    var spot: Spot { item.spot }

    /// Where some bytes of the text stand in the file.
    func spot(of part: Range<Int>) -> Spot {
        let places = StringPlaces(findings.source(item.spot), item.value.range)
        return Spot(file: item.file, range: places.range(part))
    }
}

/// Reads one table: what its keys hold, in which shape, and which keys it should not have.
struct TableReader {
    let kind: TableKind
    let section: Section
    let findings: Findings
    /// The known ones, each once: so few that looking through their names takes less than a hash.
    private let entries: [Entry]
    private let names: [String]
    /// A bit for each name, since most of the keys that a table may have are not there.
    private let marks: UInt64
    /// Known keys that a misspelt one most likely meant.
    private let meant: Set<String>

    init(_ section: Section, _ kind: TableKind, _ findings: Findings) {
        self.kind = kind
        self.section = section
        self.findings = findings
        let known = kind.keys
        var entries: [Entry] = []
        var meant: Set<String> = []
        for entry in section.entries {
            if known.contains(entry.name) {
                entries.append(entry)
                continue
            }
            let free = known.filter { key in !section.entries.contains { $0.name == key } }
            let synonym = Self.synonyms[entry.name.lowercased()].flatMap { $0.first(where: free.contains) }
            let belongs = synonym == nil ? TableKind.tables(with: entry.name).first : nil
            let near = synonym ?? (belongs == nil ? nearest(to: entry.name, among: free) : nil)
            if let near { meant.insert(near) }
            findings.report(.unknownKey(entry.name, in: kind, near: near, belongs: belongs), at: entry.spot)
        }
        self.entries = entries
        self.meant = meant
        names = entries.map(\.name)
        marks = names.reduce(0) { $0 | Self.mark($1) }
    }

    /// A bit that a name has by its length and its first letter; others may share it.
    private static func mark(_ name: String) -> UInt64 {
        1 << UInt64((name.utf8.count * 11 + Int(name.utf8.first ?? 0)) % 64)
    }

    /// Words that people use for a key.
    private static let synonyms: [String: [String]] = [
        "start": ["starting"], "from": ["starting"], "begin": ["starting"], "end": ["until"], "to": ["people"],
        "who": ["people"], "for": ["people"], "when": ["every"], "repeat": ["every"], "schedule": ["every"],
        "text": ["message"], "body": ["message"], "enabled": ["on"], "active": ["on"], "remind": ["ahead"],
        "reminder": ["ahead"], "before": ["ahead"], "lead": ["ahead"], "tz": ["timezone"], "zone": ["timezone"],
        "time": ["at"], "day": ["date"], "mail": ["email"], "lang": ["language"], "host": ["server"],
        "argv": ["command"], "exec": ["command"], "cmd": ["command"], "user": ["username"], "tls": ["starttls"],
        "ca": ["authorities"], "channel": ["channels"], "was": ["formerly"], "questions": ["prompts"], "cards": ["deck"],
        "decks": ["deck", "agenda"], "giver": ["from"], "kid": ["child"],
        "name": ["title"], "kind": ["type"], "exclude": ["except"], "exceptions": ["except"], "without": ["except"],
        "exdate": ["except"], "holiday": ["on-holiday"], "weekend": ["on-weekend"], "weekends": ["on-weekend"],
        "done": ["after-done"], "max": ["at-most"], "file": ["files"], "length": ["takes"], "duration": ["takes"],
        "lasts": ["takes"],
    ]

    func has(_ key: String) -> Bool { place(key) != nil }

    private func place(_ key: String) -> Int? {
        marks & Self.mark(key) == 0 ? nil : names.firstIndex(of: key)
    }

    /// Whether a key is missing for sure: not there, not misspelt, not in a part that could not be read.
    func lacks(_ key: String) -> Bool { !has(key) && !meant.contains(key) && !findings.isTorn }

    func entry(_ key: String) -> Entry? { place(key).map { entries[$0] } }

    /// Where a key stands, or the table's name where it does not.
    func spot(_ key: String) -> Spot { entry(key)?.spot ?? section.spot }

    func item(_ key: String) -> Item? {
        guard let item = entry(key)?.item, !item.value.isInvalid else { return nil }
        return item
    }

    // MARK: - Values by shape

    func flag(_ key: String) -> Bool? {
        guard let item = item(key) else { return nil }
        if let flag = item.value.boolean { return flag }
        let say: String? =
            switch item.value.string?.lowercased() {
            case "true", "yes", "on", "ja": "\(key) = true"
            case "false", "no", "off", "nein": "\(key) = false"
            default: nil
            }
        wrong(key, .flag, item, say: say)
        return nil
    }

    func text(_ key: String, _ shape: Shape = .text, isLong: Bool = false) -> Text? {
        guard let item = item(key) else { return nil }
        guard let text = item.value.string else {
            var say: String?
            if let only = item.value.array, only.count == 1, only[0].string != nil {
                say = "\(key) = \(findings.text(item.item(only[0]).spot))"
            }
            wrong(key, shape, item, say: say)
            return nil
        }
        return check(Text(text: text, item: item, findings: findings), key, isLong: isLong)
    }

    /// A list of texts. With `orText`, one text alone will do.
    func texts(_ key: String, orText: Bool = false, isLong: Bool = false, shape: Shape? = nil) -> [Text]? {
        guard let item = item(key) else { return nil }
        let shape = shape ?? (orText ? .textOrTexts : .texts)
        if orText, item.value.string != nil { return text(key, isLong: isLong).map { [$0] } }
        guard let values = item.value.array else {
            wrong(key, shape, item, say: item.value.string == nil ? nil : "\(key) = [\(findings.text(item.spot))]")
            return nil
        }
        guard !values.isEmpty else {
            findings.report(.emptyList(key: key), at: item.spot)
            return nil
        }
        var texts: [Text] = []
        for value in values where !value.isInvalid {
            let inner = item.item(value)
            guard let text = value.string else {
                wrong(key, shape, inner)
                continue
            }
            if let text = check(Text(text: text, item: inner, findings: findings), key, isLong: isLong) {
                texts.append(text)
            }
        }
        return texts
    }

    /// A list of texts of which none may be there twice.
    func names(_ key: String, orText: Bool = false) -> [Text]? {
        texts(key, orText: orText).map { distinct($0, key) }
    }

    func distinct(_ texts: [Text], _ key: String) -> [Text] {
        var first: [String: Spot] = [:]
        return texts.filter { text in
            if let spot = first[text.text] {
                findings.report(.duplicateInList(shortened(text.text), key: key), at: text.spot, first: spot)
                return false
            }
            first[text.text] = text.spot
            return true
        }
    }

    func choice(_ key: String, _ asked: @autoclosure () -> [String]) -> String? {
        guard let text = text(key) else { return nil }
        let choices = asked()
        if choices.contains(text.text) { return text.text }
        findings.report(
            .unknownChoice(
                shortened(text.text), key: key, choices: choices, near: nearest(to: text.text, among: choices)),
            at: text.spot)
        return nil
    }

    func span(_ key: String) -> (span: Span, text: Text)? {
        guard let text = text(key, .length) else { return nil }
        return span(of: text).map { ($0, text) }
    }

    func span(of text: Text) -> Span? {
        switch Span.parse(text.text) {
        case .success(let span): return span
        case .failure(let error):
            findings.report(.badSpan(error), at: text.spot(of: error.range))
            return nil
        }
    }

    func wrong(_ key: String, _ shape: Shape, _ item: Item, say: String? = nil) {
        guard let found = item.value.shape else { return }
        findings.report(.wrongType(key: key, expected: shape, found: found, say: say), at: item.spot)
    }

    /// Refuses an empty text and control characters. Long texts may have several lines.
    private func check(_ text: Text, _ key: String, isLong: Bool) -> Text? {
        if text.text.allSatisfy(\.isWhitespace) {
            findings.report(.emptyText(key: key), at: text.spot)
            return nil
        }
        // Most texts are plain, which their bytes tell at once.
        if text.text.utf8.allSatisfy({ $0 &- 0x20 < 0x5F }) { return text }
        var offset = 0
        for scalar in text.text.unicodeScalars {
            let width = UTF8.width(scalar)
            if scalar.isUnwritable, !(isLong && (scalar == "\n" || scalar == "\t" || scalar == "\r")) {
                findings.report(.controlCharacter(scalar.value, key: key), at: text.spot(of: offset..<offset + width))
                return nil
            }
            offset += width
        }
        return text
    }
}

/// A text as a message quotes it: its beginning, where it is long.
func shortened(_ text: String) -> String { text.count > 48 ? text.prefix(47) + "…" : text }
