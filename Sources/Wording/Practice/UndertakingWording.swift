import CivilTime
public import Planning

/// What the command line says of small wins and promises.
public struct UndertakingWording: Sendable {
    private let language: Language
    private let marks: DiagnosticWords

    public init(_ language: Language) {
        self.language = language
        marks = DiagnosticWords(language)
    }

    private func pick(_ english: String, _ german: String) -> String { language == .english ? english : german }

    private func complaint(_ error: String, _ hint: String? = nil) -> [String] {
        ["\(marks.error): \(error)"] + (hint.map { ["\(marks.hint): \($0)"] } ?? [])
    }

    // MARK: - Small wins

    public func celebrated(_ win: SmallWin) -> String {
        let day = DateWording.date(win.day, year: true, language)
        let noted = pick("how good: “\(win.text)”, \(day)", "wie schön: „\(win.text)“, \(day)")
        let seen =
            win.isShared ? pick(", for all to see", ", für alle zu sehen") : pick(", for you alone", ", nur für dich")
        return noted + seen + (win.isYearly ? pick("; it comes back each year", "; kommt jedes Jahr wieder") : "")
    }

    public var badText: [String] {
        complaint(
            pick("this needs a line of text, up to 200 characters", "hier fehlt eine Zeile Text, bis zu 200 Zeichen"))
    }

    public func badDay(_ text: String) -> [String] {
        complaint(
            pick("`\(shown(text))` is no day until today", "`\(shown(text))` ist kein Tag bis heute"),
            pick("write it as 2026-11-22", "schreib ihn wie 2026-11-22"))
    }

    public func badRange(_ text: String) -> [String] {
        complaint(
            pick("`\(shown(text))` is no day and no range", "`\(shown(text))` ist kein Tag und kein Zeitraum"),
            pick("write it as 2026-03-01..2026-03-14", "schreib ihn wie 2026-03-01..2026-03-14"))
    }

    // MARK: - Promises

    public func promised(_ promise: MadePromise, to: String?, when: String) -> String {
        let whom = to.map { pick(" to \($0)", " an \($0)") } ?? ""
        let seen = promise.isShared ? "" : pick(" Only you see it.", " Nur du siehst es.")
        return pick(
            "noted as `\(promise.id)`\(whom): “\(promise.text)”, \(when).\(seen) Can you keep it? "
                + "If not, `troth move \(promise.id) --to …` or `troth skip \(promise.id)` is honest, too.",
            "notiert als `\(promise.id)`\(whom): „\(promise.text)“, \(when).\(seen) Kannst du es halten? "
                + "Wenn nicht, ist `troth move \(promise.id) --to …` oder `troth skip \(promise.id)` auch ehrlich.")
    }

    public func moved(_ text: String, when: String, told: Bool) -> String {
        let others = told ? pick("; the other is told", "; die andere Seite erfährt es") : ""
        return pick("moved: “\(text)”, \(when)", "verlegt: „\(text)“, \(when)") + others
    }

    public var sharedWithWhom: [String] {
        complaint(
            pick("a shared promise is made to somebody", "ein geteiltes Versprechen gilt jemandem"),
            pick("add --to PERSON", "ergänze --to PERSON"))
    }

    public func badTime(_ text: String) -> [String] {
        complaint(
            pick("`\(shown(text))` is no time to come", "`\(shown(text))` ist keine Zeit, die noch kommt"),
            pick(
                "write it as 18:00, tomorrow at 18:00, Friday at 18:00, or 2026-12-04 18:00",
                "schreib sie wie 18:00, morgen um 18:00, Friday at 18:00 oder 2026-12-04 18:00"))
    }

    public func badLength(_ text: String) -> [String] {
        complaint(
            pick("`\(shown(text))` is no length of time", "`\(shown(text))` ist keine Zeitspanne"),
            pick("write it as 30 min, 2 h or 1 day", "schreib sie wie 30 min, 2 h oder 1 day"))
    }

    public func noSuchPromise(_ text: String) -> [String] {
        complaint(pick("no promise is named `\(shown(text))`", "kein Versprechen heißt `\(shown(text))`"))
    }

    /// What somebody typed, safe to print.
    private func shown(_ text: String) -> String { PlainWords.line(text) }
}
