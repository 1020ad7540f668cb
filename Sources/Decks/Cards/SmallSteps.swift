import Planning

extension BuiltInDeck {
    static let smallSteps = BuiltInDeck(
        "small-steps", for: .anyone, kinds: [.checkIn, .reflection],
        english: DeckWords(
            title: "Small steps",
            about: "The end of a check-in: one or two small things to do until the next one.",
            prompts: """
                Which one thing shall be different by next time, and how would we see it?
                What from last time worked, and may go on?
                Make it smaller: what could be done in ten minutes?
                Who does what, and when? Say it once aloud.
                What could get in the way, and what do we do then?
                Which step is fun enough that it needs no willpower?
                What are we not going to change for now?
                Which help from outside would make it easy?
                What was last time’s plan, and what did we learn from how it went?
                Where shall we put a reminder that is kind and not nagging?
                What is enough for this week?
                Pick a step for yourself that needs nobody else’s consent.
                Which day suits it, and which day certainly not?
                What can we drop to make room for it?
                How shall we mark it when it is done?
                If only half of it happens, which half?
                What have we been putting off that takes less than a cup of tea?
                Which of our goals has become somebody else’s goal in the meantime?
                What will we try once, just to see?
                When do we look at this again?
                """),
        german: DeckWords(
            title: "Kleine Schritte",
            about: "Das Ende eines Gesprächs: ein oder zwei kleine Dinge bis zum nächsten Mal.",
            prompts: """
                Was soll bis zum nächsten Mal anders sein, und woran sähen wir das?
                Was vom letzten Mal hat sich bewährt und darf weitergehen?
                Noch kleiner bitte: Was ginge in zehn Minuten?
                Wer macht was und wann? Sprecht es einmal laut aus.
                Was könnte dazwischenkommen, und was machen wir dann?
                Welcher Schritt macht so viel Spaß, dass er keine Überwindung kostet?
                Was lassen wir vorerst, wie es ist?
                Welche Hilfe von außen würde es leicht machen?
                Was hatten wir uns vorgenommen, und was lernen wir daraus, wie es kam?
                Wo hängt ein Zettel gut, der freundlich erinnert statt zu drängeln?
                Was reicht für diese Woche?
                Such dir einen Schritt, für den du niemandes Zustimmung brauchst.
                Welcher Tag passt dafür, und welcher ganz sicher nicht?
                Was streichen wir, damit dafür Platz ist?
                Wie begehen wir es, wenn es geschafft ist?
                Falls nur die Hälfte klappt: welche Hälfte?
                Was schieben wir vor uns her, das kürzer dauert als eine Tasse Tee?
                Welches unserer Ziele ist inzwischen eigentlich das Ziel von jemand anderem?
                Was probieren wir ein einziges Mal, nur um zu sehen?
                Wann schauen wir wieder drauf?
                """))
}
