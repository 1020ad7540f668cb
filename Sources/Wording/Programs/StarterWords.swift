public import Planning

/// The words of the schedule that a newcomer starts with, its comments among them.
public struct StarterWords: Sendable {
    public let opening: [String]
    public let followsMachine: String
    public let desktop: String
    public let wait: String
    public let unseen: String
    public let terminal: String
    public let kinds: String
    public let checkIn: (title: String, message: String)
    public let appreciation: (title: String, prompts: [String])
    public let oneEachTime: String
    public let aDate: String

    public init(_ language: Language) {
        switch language {
        case .english:
            opening = [
                "Your schedule. Change it as you like: `troth check` says what it means,",
                "`troth next` what comes, and `troth reload` makes the service read it again.",
            ]
            followsMachine = "follows this machine"
            desktop = "a notice with buttons: done, snooze, skip"
            wait = "for a desktop to appear, before the next of your channels"
            unseen = "how long a notice may stand before the next of your channels"
            terminal = "a line on the terminals you are logged in on"
            kinds = "A ritual is [kind.id]. Kinds: check-in, appreciation, milestone, ritual, promise, reflection."
            checkIn = (
                "Weekly check-in", "How was this week? What went well, what was hard, what would help next week?"
            )
            appreciation = (
                "Something good",
                [
                    "What did somebody do today that made your day easier?",
                    "Whom could you thank, and for what exactly?",
                    "Which small thing would you miss if it were gone?",
                    "When did you laugh today, and with whom?",
                ]
            )
            oneEachTime = "one each time, none twice until all have come"
            aDate = "A date to remember; ahead of it as often as you like:"
        case .german:
            opening = [
                "Dein Plan. Ändere ihn, wie du magst: `troth check` sagt, was er bedeutet,",
                "`troth next`, was ansteht, und `troth reload` lässt den Dienst ihn neu lesen.",
            ]
            followsMachine = "folgt diesem Rechner"
            desktop = "ein Hinweis mit Knöpfen: erledigt, später, auslassen"
            wait = "auf einen Desktop, bevor dein nächster Kanal drankommt"
            unseen = "so lange darf ein Hinweis stehen, bevor dein nächster Kanal drankommt"
            terminal = "eine Zeile auf den Terminals, an denen du angemeldet bist"
            kinds = "Ein Ritual ist [Art.Kennung]. Arten: check-in, appreciation, milestone, ritual, promise, reflection."
            checkIn = (
                "Wochengespräch",
                "Wie war diese Woche? Was lief gut, was war schwer, was würde nächste Woche helfen?"
            )
            appreciation = (
                "Etwas Gutes",
                [
                    "Was hat heute jemand getan, das dir den Tag leichter gemacht hat?",
                    "Wem könntest du danken, und wofür genau?",
                    "Welche kleine Sache würde dir fehlen, wenn es sie nicht mehr gäbe?",
                    "Wann hast du heute gelacht, und mit wem?",
                ]
            )
            oneEachTime = "jedes Mal eine, keine zweimal, bevor alle dran waren"
            aDate = "Ein Tag zum Erinnern; davor so oft, wie du magst:"
        }
    }
}
