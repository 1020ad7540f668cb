/// Decks in the order of a talk: one prompt is drawn from each.
public struct Agenda: Sendable {
    public let name: String
    /// Names of built-in decks.
    public let decks: [String]

    /// Feel, listen, appreciate, ask, plan; each talk about one matter asks about that, and begins and ends alike.
    public static let all: [Agenda] = [
        Agenda("check-in", asking: "needs-and-expectations"),
        Agenda("money", asking: "money"),
        Agenda("boundaries", asking: "boundaries"),
        Agenda("openness", asking: "openness-and-privacy"),
        Agenda(
            "long-distance", ["check-in-feelings", "long-distance-call", "appreciation-small-things", "small-steps"]),
        Agenda("with-a-child", ["with-a-child", "appreciation-small-things", "small-steps"]),
        Agenda("before-a-session", ["check-in-feelings", "before-a-session"]),
        Agenda("after-a-session", ["after-a-session", "appreciation-small-things", "small-steps"]),
    ]

    public static var names: [String] { all.map(\.name) }

    private init(_ name: String, _ decks: [String]) {
        self.name = name
        self.decks = decks
    }

    private init(_ name: String, asking deck: String) {
        self.init(
            name,
            ["check-in-feelings", "listening-and-i-statements", "appreciation-small-things", deck, "small-steps"])
    }
}
