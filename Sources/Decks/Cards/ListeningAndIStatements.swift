import Planning

extension BuiltInDeck {
    static let listeningAndIStatements = BuiltInDeck(
        "listening-and-i-statements", for: .anyone, kinds: [.checkIn, .ritual],
        english: DeckWords(
            title: "Listening and “I” sentences",
            about: "Small exercises for saying it from your side, and for hearing it from the other.",
            prompts: """
                Tell it in three sentences that begin with “I”, without “you always” or “you never”.
                One speaks for two minutes, the other only listens. Then change.
                Say back what you heard before you answer: “What I heard was…”
                Ask “Is there more?” once, and wait for the answer.
                Name the feeling, then what happened, then a wish: in that order.
                Swap one “but” for an “and” today and see what changes.
                Guess how the other feels about it, and ask whether you are right.
                Say one thing you understood only now.
                Pause for three breaths before you reply to something that stings.
                Tell what you saw or heard, as a camera would have recorded it. Then what it did to you.
                Ask for what you would like, small enough that it could be done by Friday.
                Where would you like to be comforted, and where advised? Say which before you start.
                Repeat the most important word the other just used, and let them go on.
                Find one point in the other’s view that you can agree with.
                Say what your part in it was, in one sentence and without a reason attached.
                What did you assume the other meant? Ask what they did mean.
                Put the matter on a chair beside you: the two of you look at it together.
                Agree on a sign for “I need a short break, and I will be back at…”
                Which sentence would have helped you as the listener?
                End with one thing you are glad was said.
                """),
        german: DeckWords(
            title: "Zuhören und Ich-Sätze",
            about: "Kleine Übungen, um von dir aus zu sprechen und die andere Seite zu hören.",
            prompts: """
                Erzähl es in drei Sätzen mit „Ich“, ohne „immer“ und ohne „nie“.
                Eine Person spricht zwei Minuten, die andere hört nur zu. Dann wechselt ihr.
                Gib erst wieder, was du gehört hast: „Bei mir kam an …“ Antworte danach.
                Frag einmal „Gehört noch etwas dazu?“ und warte die Antwort ab.
                Erst das Gefühl, dann was geschah, dann ein Wunsch: in dieser Reihenfolge.
                Tausch heute ein „aber“ gegen ein „und“. Was wird anders?
                Rate, wie es der anderen Seite damit geht, und frag, ob das stimmt.
                Nenn etwas, das du erst jetzt begriffen hast.
                Atme dreimal durch, bevor du auf etwas antwortest, das piekst.
                Beschreib es wie eine Kamera: was zu sehen, was zu hören war. Dann, was es in dir auslöste.
                Bitte um etwas, das so klein ist, dass es bis Freitag geht.
                Brauchst du Trost oder einen Rat? Sag es, bevor du loslegst.
                Wiederhol das wichtigste Wort, das gerade fiel, und lass weitererzählen.
                Such in der anderen Sicht einen Punkt, dem du zustimmen kannst.
                Was war dein Anteil? Ein Satz genügt, ganz ohne Begründung.
                Was dachtest du, wie es gemeint war? Frag nach, wie es wirklich gemeint war.
                Setzt das Thema auf einen Stuhl neben euch und schaut es gemeinsam an.
                Macht ein Zeichen aus für: „Ich brauche kurz Pause und bin um … wieder da.“
                Welcher Satz hätte dir beim Zuhören geholfen?
                Schließ mit etwas, bei dem du froh bist, dass es gesagt wurde.
                """))
}
