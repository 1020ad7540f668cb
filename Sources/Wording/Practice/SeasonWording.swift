public import CivilTime
public import Planning

/// What `troth season` says.
public struct SeasonWording: Sendable {
    private let isEnglish: Bool
    private let marks: DiagnosticWords
    private let language: Language

    public init(_ language: Language) {
        self.language = language
        isEnglish = language == .english
        marks = DiagnosticWords(language)
    }

    private func pick(_ english: String, _ german: String) -> String { isEnglish ? english : german }

    public var none: String { pick("the schedule has no seasons", "der Plan hat keine Zeiten (`season`)") }

    /// One line of the list: whether it holds today, and until when; else when it comes next.
    public func line(_ season: Season, days: [ClosedRange<CivilDate>], today: CivilDate) -> String {
        let name = season.title.map { "\(season.id) (\($0))" } ?? season.id.text
        if let running = days.first(where: { $0.contains(today) }) {
            let end = until(running.upperBound)
            return "\(name): " + pick("on", "an") + end
        }
        guard let next = days.first(where: { $0.lowerBound > today }) else { return "\(name): " + pick("off", "aus") }
        let from = DateWording.date(next.lowerBound, year: true, language)
        return "\(name): " + pick("off, from \(from) on", "aus, ab \(from)")
    }

    public func switchedOn(_ season: Season, until day: CivilDate?) -> String {
        let name = season.title ?? season.id.text
        return pick("from today on: \(name)", "ab heute: \(name)") + until(day ?? .farthest)
    }

    public func switchedOff(_ season: Season) -> String {
        let name = season.title ?? season.id.text
        return pick("no longer: \(name); things come as usual", "vorbei: \(name); alles kommt wie gewohnt")
    }

    public func isOff(_ season: Season) -> String {
        let name = season.title ?? season.id.text
        return pick("\(name) is not on today; nothing changes", "\(name) gilt heute nicht; alles bleibt, wie es ist")
    }

    private func until(_ day: CivilDate) -> String {
        guard day < .farthest else { return pick(", until it is switched off", ", bis zum Ausschalten") }
        return pick(
            ", until \(DateWording.date(day, year: true, language))",
            ", bis \(DateWording.date(day, year: true, language))")
    }

    public func unknown(_ id: String, near: String?, known: [String]) -> [String] {
        let error = pick("no season is named `\(id)`", "keine Zeit heißt `\(id)`")
        let hint: String? =
            near.map { pick("did you mean `\($0)`?", "meintest du `\($0)`?") }
            ?? (known.isEmpty ? nil : pick("there is ", "es gibt ") + DateWording.words(language).list(known))
        return complaint(error, hint)
    }

    public func badDay(_ text: String) -> [String] {
        complaint(
            pick("cannot read `\(text)` as a date", "`\(text)` lässt sich nicht als Datum lesen"),
            pick("write it as 2026-12-20", "schreib es wie 2026-12-20"))
    }

    public func pastDay(_ day: CivilDate) -> [String] {
        complaint(pick("\(day) is past", "der \(day) ist schon vorbei"), nil)
    }

    private func complaint(_ error: String, _ hint: String?) -> [String] {
        ["\(marks.error): \(error)"] + (hint.map { ["\(marks.hint): \($0)"] } ?? [])
    }
}
