public import CivilTime
public import Planning

/// The service's line in `systemctl status`: in words, without titles.
public enum StatusWording {
    /// "next: Sun 19:00 · 3 rituals · all delivered".
    public static func line(
        rituals: Int, next: Timestamp?, now: Timestamp, zone: Zone, hold: Hold?, mistakes: Int,
        failing: [String], recordRefuses: Bool, language: Language
    ) -> String {
        let words: any StatusWords =
            switch language {
            case .english: EnglishStatusWords()
            case .german: GermanStatusWords()
            }
        var parts: [String] = []
        switch hold {
        case .clockBehind: parts.append(words.clockBehind)
        case .clockAhead: parts.append(words.clockAhead)
        case nil:
            parts.append(next.map { words.next(DateWording.short($0, now: now, in: zone, language)) } ?? words.nothing)
        }
        parts.append(words.rituals(rituals))
        if recordRefuses { parts.append(words.recordRefuses) }
        if mistakes > 0 { parts.append(words.mistakes(mistakes)) }
        if failing.isEmpty {
            if hold == nil, !recordRefuses { parts.append(words.allDelivered) }
        } else {
            parts.append(words.failing(DateWording.words(language).list(failing)))
        }
        return parts.joined(separator: " · ")
    }
}

protocol StatusWords: Sendable {
    func next(_ when: String) -> String
    var nothing: String { get }
    func rituals(_ count: Int) -> String
    var allDelivered: String { get }
    func failing(_ channels: String) -> String
    func mistakes(_ count: Int) -> String
    var clockBehind: String { get }
    var clockAhead: String { get }
    var recordRefuses: String { get }
}

struct EnglishStatusWords: StatusWords {
    func next(_ when: String) -> String { "next: \(when)" }
    var nothing: String { "nothing to come" }
    func rituals(_ count: Int) -> String { count == 1 ? "1 ritual" : "\(count) rituals" }
    var allDelivered: String { "all delivered" }
    func failing(_ channels: String) -> String { "not getting through: \(channels)" }
    func mistakes(_ count: Int) -> String {
        (count == 1 ? "the new schedule has a mistake" : "the new schedule has \(count) mistakes")
            + ", the last good one goes on"
    }
    var clockBehind: String { "waiting for the clock: it is behind the record" }
    var clockAhead: String { "waiting for the clock: it is far ahead of the record" }
    var recordRefuses: String { "the record cannot be written" }
}

struct GermanStatusWords: StatusWords {
    func next(_ when: String) -> String { "als Nächstes: \(when)" }
    var nothing: String { "nichts steht an" }
    func rituals(_ count: Int) -> String { count == 1 ? "1 Ritual" : "\(count) Rituale" }
    var allDelivered: String { "alles zugestellt" }
    func failing(_ channels: String) -> String { "kommt nicht durch: \(channels)" }
    func mistakes(_ count: Int) -> String {
        (count == 1 ? "der neue Plan hat einen Fehler" : "der neue Plan hat \(count) Fehler")
            + ", der letzte gute gilt weiter"
    }
    var clockBehind: String { "wartet auf die Uhr: sie liegt hinter den Aufzeichnungen" }
    var clockAhead: String { "wartet auf die Uhr: sie liegt weit vor den Aufzeichnungen" }
    var recordRefuses: String { "die Aufzeichnungen lassen sich nicht schreiben" }
}
