public import Planning

/// Cards for a hard minute: one asks for them, they are never sent.
public enum CardWording {
    public static func cards(_ language: Language) -> [String] {
        switch language {
        case .english: english
        case .german: german
        }
    }

    private static let english = [
        "A worry is a feeling, not a finding. You may let it sit beside you until it gets quieter.",
        "Breathe out slowly, longer than you breathe in. Twice more. Nothing has to be decided in this minute.",
        "What do you know for certain right now, and what are you adding to it? Both are allowed; only the first is news.",
        "You have come through hours like this one before. This one ends as well.",
        "Asking for reassurance is no weakness. A short sentence is enough: I feel unsure, could you sit with me a moment?",
        "Nobody has to be perfect to be loved: not you, and not the other.",
        "Put both feet on the floor. Name three things you can see. The next step can wait until you have.",
        "Trust grows in small things that were kept. Think of one from this week, however small it was.",
        "You need not answer that message while your heart beats this fast. In an hour you will find kinder words.",
        "Feeling jealous says that somebody matters to you. It says nothing about what happened.",
        "It is all right to want to be held. It is all right to say so.",
        "If a friend told you this, what would you say to them? Say it to yourself, in the same voice.",
    ]

    private static let german = [
        "Eine Sorge ist ein Gefühl und kein Beweis. Lass sie neben dir sitzen, bis sie leiser wird.",
        "Atme langsam aus, länger als ein. Noch zweimal. In dieser Minute ist nichts zu entscheiden.",
        "Was weißt du gerade sicher, und was denkst du dir dazu? Beides darf sein, aber nur das Erste ist eine Nachricht.",
        "Solche Stunden hast du schon überstanden. Auch diese geht vorbei.",
        "Um Zuspruch zu bitten ist keine Schwäche. Ein kurzer Satz reicht: Ich bin unsicher, bleibst du kurz bei mir?",
        "Niemand muss perfekt sein, um geliebt zu werden: du nicht, und der andere Mensch auch nicht.",
        "Stell beide Füße auf den Boden. Nenne drei Dinge, die du siehst. Der nächste Schritt hat so lange Zeit.",
        "Vertrauen wächst an Kleinem, das gehalten wurde. Denk an etwas aus dieser Woche, wie klein es auch war.",
        "Antworten kann warten, solange dein Herz so schnell schlägt. In einer Stunde findest du freundlichere Worte.",
        "Eifersucht heißt, dass dir jemand wichtig ist. Über das, was war, sagt sie nichts.",
        "Du darfst gehalten werden wollen. Du darfst es auch sagen.",
        "Was würdest du einem Freund sagen, der dir das erzählt? Sag es dir selbst, im gleichen Ton.",
    ]
}
