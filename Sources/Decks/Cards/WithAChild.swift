import Planning

extension BuiltInDeck {
    static let withAChild = BuiltInDeck(
        "with-a-child", for: .parentAndChild, kinds: [.checkIn, .ritual, .appreciation],
        english: DeckWords(
            title: "With a child",
            about: "For a grown-up and a child: simple questions that both of you answer.",
            prompts: """
                What was the funniest thing that happened today?
                What did you do today all by yourself?
                Was anything unfair today? Tell me, I will only listen first.
                What would you like me to do more often with you?
                Did I promise you something that I should not forget?
                Who was kind to you, and whom were you kind to?
                What was hard, and what helped a bit?
                Show me something you have learned; I will show you something too.
                What would you do if you were the grown-up for a day?
                When did I not listen properly? I would like to try again.
                What are you curious about just now?
                Which of our rules is good, and which one shall we talk about?
                What makes you brave?
                Draw how you feel. I will draw how I feel.
                Is there something you would like to tell me and have not found the moment for?
                What do we want to do on Saturday, you and I?
                What are you proud of this week? I will tell you what I am proud of in you.
                If your cuddly toy could talk, what would it say about today?
                Is there something you worry about when the light goes out?
                Shall we finish with three things that were nice?
                """),
        german: DeckWords(
            title: "Mit einem Kind",
            about: "Für einen Erwachsenen und ein Kind: einfache Fragen, auf die ihr beide antwortet.",
            prompts: """
                Was war heute das Lustigste?
                Was hast du heute ganz allein geschafft?
                War heute etwas ungerecht? Erzähl, ich höre erst mal nur zu.
                Was soll ich öfter mit dir machen?
                Habe ich dir etwas versprochen, das ich nicht vergessen darf?
                Wer war nett zu dir, und zu wem warst du nett?
                Was war schwer, und was hat ein bisschen geholfen?
                Zeig mir etwas, das du gelernt hast. Ich zeige dir auch etwas.
                Was würdest du tun, wenn du einen Tag lang erwachsen wärst?
                Wann habe ich nicht richtig zugehört? Ich möchte es noch mal versuchen.
                Was willst du gerade unbedingt wissen?
                Welche von unseren Regeln ist gut, und über welche reden wir noch mal?
                Was macht dich mutig?
                Mal, wie du dich fühlst. Ich male, wie ich mich fühle.
                Gibt es etwas, das du mir erzählen willst und noch nicht losgeworden bist?
                Was machen wir zwei am Samstag?
                Worauf bist du diese Woche stolz? Ich sage dir, worauf ich bei dir stolz bin.
                Wenn dein Kuscheltier reden könnte, was würde es über heute sagen?
                Machst du dir manchmal Sorgen, wenn das Licht ausgeht?
                Sollen wir zum Schluss drei schöne Sachen sagen?
                """))
}
