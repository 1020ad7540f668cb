import CivilTime
public import Planning

/// What is said of small steps that people set out to do: with their next time, and on the command line.
public struct GoalWording: Sendable {
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

    private func quoted(_ text: String) -> String { pick("“\(text)”", "„\(text)“") }

    // MARK: - With the next time

    /// What a nudge says of last time's: what people set out to do, and what of it they have reached. Nothing counts
    /// them, and what is not reached is only said again.
    func lastTime(_ facts: NudgeFacts) -> [String] {
        let isAlone = facts.ritual.people.count < 2 || !facts.ritual.together
        let german = isAlone ? "Letztes Mal hast du dir vorgenommen:" : "Letztes Mal habt ihr euch vorgenommen:"
        return told(pick("Last time you set out to:", german), facts.goals.filter { $0.reached == nil })
            + told(
                pick("Reached since last time:", "Seit letztem Mal erreicht:"), facts.goals.filter { $0.reached != nil }
            )
    }

    private func told(_ head: String, _ goals: [Goal]) -> [String] {
        guard let first = goals.first else { return [] }
        return goals.count == 1 ? ["\(head) \(first.text)"] : [head] + goals.map { "– \($0.text)" }
    }

    // MARK: - The command line

    /// - Parameters:
    ///   - when: When it comes; nil where that hangs on when the ritual is done.
    ///   - readers: Who sees it besides the one who noted it.
    ///   - isDiscreet: Whether messages about it say nothing.
    public func noted(
        _ goal: Goal, _ title: String, when: String?, readers: [String], isDiscreet: Bool
    ) -> String {
        let seen =
            readers.isEmpty
            ? pick("Only you see it.", "Nur du siehst es.")
            : pick(
                "You see it, and so does \(DateWording.words(language).list(readers)).",
                "Du siehst es, und \(DateWording.words(language).list(readers)) auch.")
        let comes =
            when.map { "\(quoted(title)), \($0)" } ?? pick("the next \(quoted(title))", "dem nächsten \(quoted(title))")
        let hint =
            isDiscreet
            ? pick(
                " Messages about it say nothing; `troth goal list` shows it.",
                " Nachrichten dazu sagen nichts; `troth goal list` zeigt es.") : ""
        return pick(
            "noted as goal \(goal.number): \(quoted(goal.text)). It comes with \(comes). \(seen)\(hint)",
            "notiert als Ziel \(goal.number): \(quoted(goal.text)). Es kommt mit \(comes). \(seen)\(hint)")
    }

    public func line(_ goal: Goal, _ title: String, isForNextTime: Bool) -> String {
        let time = isForNextTime ? pick("for next time", "fürs nächste Mal") : pick("from last time", "vom letzten Mal")
        let reached = goal.reached == nil ? "" : pick(", reached", ", erreicht")
        return "\(goal.number): \(quoted(goal.text)), \(time) (\(quoted(title)))\(reached)"
    }

    public var none: String { pick("nothing is set for next time", "fürs nächste Mal ist nichts vorgenommen") }

    public func reached(_ goal: Goal) -> String {
        pick("how good: \(quoted(goal.text)) is reached", "wie schön: \(quoted(goal.text)) ist erreicht")
    }

    public func left(_ goal: Goal) -> String {
        pick(
            "goal \(goal.number) is let go, and its text is gone",
            "Ziel \(goal.number) ist losgelassen, sein Text ist weg")
    }

    public func unknown(_ number: String) -> [String] {
        complaint(
            pick(
                "no goal has the number `\(PlainWords.line(number))`",
                "kein Ziel hat die Nummer `\(PlainWords.line(number))`"),
            pick("`troth goal list` shows them", "`troth goal list` zeigt sie"))
    }

    public func unknownRitual(_ name: String) -> [String] {
        complaint(
            pick("no ritual is named `\(PlainWords.line(name))`", "kein Ritual heißt `\(PlainWords.line(name))`"))
    }

    /// That several check-ins could be meant, or none is there.
    public func which(_ ids: [String]) -> [String] {
        guard let first = ids.first else {
            return complaint(
                pick("there is no check-in to set a goal for", "es gibt kein Gespräch, für das ein Ziel gelten könnte"),
                pick("name a ritual with `--for`", "nenn ein Ritual mit `--for`"))
        }
        let list = DateWording.words(language).list(ids.map { "`\($0)`" })
        return complaint(
            pick("there are several check-ins: \(list)", "es gibt mehrere Gespräche: \(list)"),
            pick("say which with `--for \(first)`", "sag mit `--for \(first)`, welches"))
    }

    public func hasNoGoals(_ title: String) -> [String] {
        complaint(
            pick("no goals go with \(quoted(title))", "zu \(quoted(title)) gehören keine Ziele"),
            pick("they go with a check-in, a ritual or a reflection", "sie gehören zu check-in, ritual oder reflection")
        )
    }

    public func comesNoMore(_ title: String) -> [String] {
        complaint(pick("\(quoted(title)) does not come again", "\(quoted(title)) kommt nicht wieder"))
    }

    public func enough(_ most: Int) -> [String] {
        complaint(
            pick("there are \(most) goals for next time already", "es sind schon \(most) Ziele fürs nächste Mal"),
            pick(
                "a few small steps are easier to keep in sight; `troth goal drop` lets one go",
                "wenige kleine Schritte behält man leichter im Blick; `troth goal drop` lässt eines los"))
    }
}
