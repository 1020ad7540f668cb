import Recurrence

/// What `troth explain` says, in one language.
protocol ExplainWords: Sendable {
    var labels: ExplainWording.Labels { get }
    func dialect(_ dialect: Dialect) -> String
    var noRRule: String { get }
    func countedFrom(_ anchor: String, isGiven: Bool) -> String
    func meaning(_ policy: ExplainWording.Policy) -> String
    var neverAgain: String { get }
    var neverComes: String { get }
    /// What may be added here, in the words of the command line's options.
    func here(_ hint: String, _ option: String) -> String
    func add(_ option: String) -> String
    func leaveOut(_ option: String) -> String
    var weekdays: [String] { get }
}

struct EnglishExplainWords: ExplainWords {
    var labels: ExplainWording.Labels {
        ExplainWording.Labels(
            dialect: "dialect", normalForm: "normal form", countedFrom: "counted from", policies: "policies",
            needs: "needs", next: "next")
    }
    func dialect(_ dialect: Dialect) -> String {
        switch dialect {
        case .phrase: "phrase"
        case .rrule: "recurrence rule (RFC 5545)"
        case .calendar: "calendar expression (systemd)"
        case .cron: "cron line"
        }
    }
    var noRRule: String { "none: RFC 5545 has no way to say it" }
    func countedFrom(_ anchor: String, isGiven: Bool) -> String {
        anchor + (isGiven ? "" : ", as nothing says from when")
    }
    func meaning(_ policy: ExplainWording.Policy) -> String {
        switch policy {
        case .gap: "a time that the clock skips comes that much later"
        case .fold: "a time that happens twice comes once, the first time"
        case .subdaily: "exact durations, also through a repeated hour"
        case .missingDay: "a day that a month lacks comes on its last one"
        }
    }
    var neverAgain: String { "never again" }
    var neverComes: String { "this never comes" }
    func here(_ hint: String, _ option: String) -> String { "\(hint); here: \(option)" }
    func add(_ option: String) -> String { "add \(option.prefix { $0 != " " }), such as \(option)" }
    func leaveOut(_ option: String) -> String { "leave \(option) out" }
    var weekdays: [String] { ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] }
}

struct GermanExplainWords: ExplainWords {
    var labels: ExplainWording.Labels {
        ExplainWording.Labels(
            dialect: "Sprache", normalForm: "Normalform", countedFrom: "gezählt ab", policies: "Regeln",
            needs: "es fehlt", next: "nächste")
    }
    func dialect(_ dialect: Dialect) -> String {
        switch dialect {
        case .phrase: "einfaches Englisch"
        case .rrule: "Wiederholungsregel (RFC 5545)"
        case .calendar: "Kalenderausdruck (systemd)"
        case .cron: "cron-Zeile"
        }
    }
    var noRRule: String { "keine: RFC 5545 kann das nicht sagen" }
    func countedFrom(_ anchor: String, isGiven: Bool) -> String {
        anchor + (isGiven ? "" : ", weil nichts sagt, ab wann")
    }
    func meaning(_ policy: ExplainWording.Policy) -> String {
        switch policy {
        case .gap: "eine Uhrzeit, die die Uhr überspringt, kommt um so viel später"
        case .fold: "eine Uhrzeit, die es zweimal gibt, kommt einmal, beim ersten Mal"
        case .subdaily: "genaue Dauern, auch durch eine wiederholte Stunde"
        case .missingDay: "ein Tag, den ein Monat nicht hat, kommt an seinem letzten"
        }
    }
    var neverAgain: String { "nie wieder" }
    var neverComes: String { "das kommt nie" }
    func here(_ hint: String, _ option: String) -> String { "\(hint); hier: \(option)" }
    func add(_ option: String) -> String { "schreib \(option.prefix { $0 != " " }) dazu, etwa \(option)" }
    func leaveOut(_ option: String) -> String { "lass \(option) weg" }
    var weekdays: [String] { ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"] }
}
