public import CivilTime
public import Planning

/// The service's line in `systemctl status`: in words, without titles.
public enum StatusWording {
    /// "next: Sun 19:00 · 3 rituals · all delivered".
    ///
    /// - Parameter isTrying: Whether something has not got through yet, though no channel keeps failing.
    public static func line(
        rituals: Int, next: Timestamp?, now: Timestamp, zone: Zone, hold: Hold?, mistakes: Int,
        failing: [FailingChannel], isTrying: Bool = false, recordRefuses: Bool, language: Language
    ) -> String {
        let words = words(language)
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
            if hold == nil, !recordRefuses, !isTrying { parts.append(words.allDelivered) }
        } else {
            let named = failing.map {
                words.since($0.channel.text, DateWording.short($0.since, now: now, in: zone, language))
            }
            parts.append(words.failing(DateWording.words(language).list(named)))
        }
        return parts.joined(separator: " · ")
    }

    /// A sentence on a channel that keeps failing.
    public static func sentence(_ failing: FailingChannel, in zone: Zone, _ language: Language) -> String {
        words(language).keepsFailing(
            failing.channel.text, DateWording.full(failing.since, in: zone, language), failing.tries)
    }

    private static func words(_ language: Language) -> any StatusWords {
        switch language {
        case .english: EnglishStatusWords()
        case .german: GermanStatusWords()
        }
    }
}

protocol StatusWords: Sendable {
    func next(_ when: String) -> String
    var nothing: String { get }
    func rituals(_ count: Int) -> String
    var allDelivered: String { get }
    func failing(_ channels: String) -> String
    /// "email (since Sun 19:00)".
    func since(_ channel: String, _ when: String) -> String
    func keepsFailing(_ channel: String, _ since: String, _ tries: Int) -> String
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
    func since(_ channel: String, _ when: String) -> String { "\(channel) (since \(when))" }
    func keepsFailing(_ channel: String, _ since: String, _ tries: Int) -> String {
        "nothing gets through by \(channel) since \(since), tried \(tries) times; it goes on by itself once it works, and "
            + "`troth test-channel \(channel) --to …` tries it now"
    }
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
    func since(_ channel: String, _ when: String) -> String { "\(channel) (seit \(when))" }
    func keepsFailing(_ channel: String, _ since: String, _ tries: Int) -> String {
        "über \(channel) kommt seit \(since) nichts durch, versucht \(tries)-mal; von selbst geht es weiter, sobald es "
            + "geht, und `troth test-channel \(channel) --to …` versucht es jetzt"
    }
    func mistakes(_ count: Int) -> String {
        (count == 1 ? "der neue Plan hat einen Fehler" : "der neue Plan hat \(count) Fehler")
            + ", der letzte gute gilt weiter"
    }
    var clockBehind: String { "wartet auf die Uhr: sie liegt hinter den Aufzeichnungen" }
    var clockAhead: String { "wartet auf die Uhr: sie liegt weit vor den Aufzeichnungen" }
    var recordRefuses: String { "die Aufzeichnungen lassen sich nicht schreiben" }
}
