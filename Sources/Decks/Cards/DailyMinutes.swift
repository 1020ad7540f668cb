import Planning

extension BuiltInDeck {
    static let dailyMinutes = BuiltInDeck(
        "daily-minutes", for: .anyone, kinds: [.ritual, .checkIn],
        english: DeckWords(
            title: "A few minutes a day",
            about: "For coffee, a walk or bedtime: one question each, and both have time to answer.",
            prompts: """
                What are you in the middle of, in your head?
                What was one good minute since yesterday?
                What does the coming day want from you?
                Who or what got on your nerves? Two sentences, then let it go.
                What could I do for you before noon?
                Which thing are you glad to have behind you?
                What did you notice on the way here?
                How did you sleep, and what did you dream?
                What would you like to talk about that is not about duties?
                Which of today’s plans is only a habit?
                When do we see each other again, and what for?
                What made you smile although you did not feel like it?
                What are you reading, humming or mulling over?
                What shall we not forget tomorrow?
                Tell me a detail from your day that I would not guess.
                Which moment today was too fast?
                What is on its way that we can be happy about?
                Do you want company now, or peace?
                What is the last thing you would like to hear before you sleep?
                What did you like about today’s light, sky or soup?
                """),
        german: DeckWords(
            title: "Ein paar Minuten am Tag",
            about: "Zu Kaffee, Spaziergang oder Schlafenszeit: eine Frage, und alle haben Zeit für die Antwort.",
            prompts: """
                Womit ist dein Kopf gerade mittendrin?
                Was war seit gestern eine gute Minute?
                Was will der kommende Tag von dir?
                Wer oder was hat genervt? Zwei Sätze, dann ist es gut.
                Was kann ich bis heute Mittag für dich tun?
                Was hast du froh hinter dir gelassen?
                Was ist dir auf dem Weg hierher aufgefallen?
                Wie hast du geschlafen, und wovon geträumt?
                Worüber möchtest du reden, das nichts mit Pflichten zu tun hat?
                Welcher Plan für heute ist nur Gewohnheit?
                Wann sehen wir uns wieder, und wozu?
                Was hat dich zum Lächeln gebracht, obwohl dir nicht danach war?
                Was liest, summst oder wälzt du zurzeit?
                Was dürfen wir morgen nicht vergessen?
                Erzähl mir eine Einzelheit deines Tages, auf die ich nie käme.
                Welcher Augenblick ging heute zu schnell vorbei?
                Was kommt auf uns zu, worüber wir uns freuen können?
                Möchtest du jetzt Gesellschaft oder deine Ruhe?
                Was soll vor dem Einschlafen das Letzte sein, das du hörst?
                Was mochtest du am Licht, am Himmel oder an der Suppe von heute?
                """))
}
