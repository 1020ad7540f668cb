public import CivilTime
public import Planning

/// What `troth suggest` says: one thing at a time, and never that more were better.
public struct SuggestionWording: Sendable {
    private let language: Language

    public init(_ language: Language) { self.language = language }

    private func pick(_ english: String, _ german: String) -> String { language == .english ? english : german }

    public var nothingYet: String {
        pick(
            "Nothing has begun yet. What stands in the schedule is the best next step.",
            "Noch hat nichts begonnen. Was im Plan steht, ist der beste nächste Schritt.")
    }

    public func later(_ day: CivilDate) -> String {
        let date = DateWording.date(day, year: true, language)
        return pick(
            "Give what is there some weeks to settle. From \(date) on there is something to suggest.",
            "Lass dem, was da ist, ein paar Wochen Zeit. Ab \(date) gibt es einen Vorschlag.")
    }

    public var enough: String {
        pick(
            "You have plenty already. Letting something rest is a good next step, too: `on = false`.",
            "Du hast schon reichlich. Auch etwas ruhen zu lassen ist ein guter nächster Schritt: `on = false`.")
    }

    /// Something of the schedule that waits.
    public func ritual(_ ritual: Ritual) -> String {
        let title = NudgeWording.title(of: ritual, ordinal: nil, in: language)
        return pick(
            "If you like, try “\(title)”: it stands in your schedule as [\(ritual.name)], and `on = true` begins it.",
            "Wenn du magst, versuch „\(title)“: Es steht in deinem Plan als [\(ritual.name)], und `on = true` beginnt damit.")
    }

    /// A template of which something could be taken.
    public func template(_ name: String, _ summary: String) -> String {
        pick(
            "If you like, look at the template `\(name)`: \(summary). `troth init --template \(name) --show` prints it; "
                + "one thing of it is enough.",
            "Wenn du magst, sieh dir die Vorlage `\(name)` an: \(summary). `troth init --template \(name) --show` zeigt sie; "
                + "eine Sache daraus reicht.")
    }

    public var nothingMore: String {
        pick(
            "There is nothing more to suggest. What you have is enough.",
            "Mehr gibt es nicht vorzuschlagen. Was du hast, reicht.")
    }
}
