import Planning

extension BuiltInDeck {
    static let benefitOfTheDoubt = BuiltInDeck(
        "benefit-of-the-doubt", for: .onePerson, isDelicate: true, kinds: [.reflection],
        english: DeckWords(
            title: "The benefit of the doubt",
            about: "For turning a worry over once, calmly. Not for talking yourself out of what you know.",
            prompts: """
                What did you see, and what did you add to it?
                Name three harmless explanations, even if you do not believe them yet.
                How would you read the same message from a friend you have never quarrelled with?
                What is the evidence for the kind reading?
                Which old story does this remind you of, and is it that one?
                Have you eaten, slept and been outdoors? Look again afterwards.
                What could you ask, in one sentence, without an accusation in it?
                If it were you, what would you hope they think?
                Which part of the worry is about now, and which about what may come?
                How often did this same fear turn out to be nothing?
                What would still be all right, even if it were as you fear?
                Who could hear this and neither stir it nor wave it away?
                Give the thought ten minutes and a sheet of paper, then do something with your hands.
                When did they last surprise you for the better?
                What do you hear, see and touch at this moment?
                Is your gut warning you, or remembering? Both deserve an answer.
                What would you decide if you were rested and it were ten in the morning?
                Asking, waiting, letting it rest: with which would you be at peace later?
                What have they done, more than once, that speaks for them?
                If you still feel uneasy after all this, with whom will you talk it through?
                """),
        german: DeckWords(
            title: "Im Zweifel fürs Gute",
            about: "Um eine Sorge einmal in Ruhe zu wenden. Nicht, um dir auszureden, was du weißt.",
            prompts: """
                Was hast du gesehen, und was hast du dazugedacht?
                Nenn drei harmlose Erklärungen, auch wenn du sie noch nicht glaubst.
                Wie würdest du dieselbe Nachricht lesen, käme sie aus einer Freundschaft ohne Streit?
                Was spricht für die freundliche Lesart?
                An welche alte Geschichte erinnert dich das, und ist es wirklich diese?
                Hast du gegessen, geschlafen, frische Luft gehabt? Schau danach noch einmal hin.
                Was könntest du fragen, in einem Satz und ohne Vorwurf darin?
                Ginge es um dich: Was sollte man von dir denken?
                Was an der Sorge betrifft heute, und was irgendwann?
                Wie oft war an genau dieser Angst am Ende nichts dran?
                Was wäre selbst dann noch in Ordnung, wenn es stimmt?
                Wer könnte das hören, ohne es anzufachen und ohne es abzutun?
                Gib dem Gedanken zehn Minuten und ein Blatt Papier, dann mach etwas mit den Händen.
                Womit wurdest du zuletzt angenehm überrascht?
                Was hörst, siehst und spürst du in diesem Augenblick?
                Warnt dein Bauch, oder erinnert er sich? Beides verdient eine Antwort.
                Wie würdest du entscheiden, ausgeruht und um zehn Uhr vormittags?
                Fragen, abwarten, ruhen lassen: Womit wärst du später im Reinen?
                Was hat schon mehr als einmal für dein Gegenüber gesprochen?
                Bleibt dir nach alldem ein ungutes Gefühl: Mit wem besprichst du es?
                """))
}
