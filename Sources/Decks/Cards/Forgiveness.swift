import Planning

extension BuiltInDeck {
    static let forgiveness = BuiltInDeck(
        "forgiveness", for: .onePerson, isDelicate: true, kinds: [.reflection],
        english: DeckWords(
            title: "Forgiveness, in its own time",
            about: "For you alone. Nothing here has to be finished, and nobody is owed it.",
            prompts: """
                What exactly hurt? Name it as plainly as you would tell a good friend.
                What did it cost you that nobody has acknowledged yet?
                Are you angry today, sad, tired of it, or somewhere else altogether?
                What would you need to hear, and from whom?
                Is there something you blame yourself for that a kind judge would drop?
                What are you not ready to let go of, and what does it protect?
                Picture the weight of it in your hands. How heavy is it today?
                Which part of it is over, and which part still happens?
                If forgiving did not mean forgetting, would it look different?
                What would be true even if you never forgave this?
                Whom have you forgiven in your life, and how did you notice?
                Who has forgiven you, and what did that make possible?
                What could you put down for one evening, to pick up again tomorrow if you like?
                Which sentence goes round in your head, and who says it?
                What did you know then, and what do you only know now?
                What do you wish for yourself that does not depend on the other?
                Is there a small thing to make good that is yours to do?
                Where is the line between understanding and excusing, for you?
                What has healed without your noticing?
                You may close the page here. What would be good for you in the next hour?
                """),
        german: DeckWords(
            title: "Verzeihen, in seiner eigenen Zeit",
            about: "Nur für dich. Nichts hier muss fertig werden, und niemand hat ein Anrecht darauf.",
            prompts: """
                Was genau hat wehgetan? Sag es so schlicht, wie du es in guter Freundschaft erzählen würdest.
                Was hat es dich gekostet, das bisher niemand gewürdigt hat?
                Bist du heute wütend, traurig, es einfach leid oder ganz woanders?
                Was müsstest du hören, und von wem?
                Machst du dir etwas zum Vorwurf, das ein gütiges Gericht fallen ließe?
                Was willst du noch nicht loslassen, und was schützt du damit?
                Stell dir vor, du hältst es in den Händen. Wie schwer ist es heute?
                Welcher Teil ist vorbei, und welcher passiert noch immer?
                Wenn Verzeihen nicht Vergessen hieße, sähe es dann anders aus?
                Was bliebe wahr, auch wenn du das nie verzeihst?
                Wem hast du in deinem Leben verziehen, und woran hast du es gemerkt?
                Wer hat dir verziehen, und was wurde dadurch möglich?
                Was könntest du einen Abend lang ablegen und morgen, wenn du willst, wieder aufnehmen?
                Welcher Satz geht dir im Kopf herum, und wessen Stimme spricht ihn?
                Was wusstest du damals, und was weißt du erst heute?
                Was wünschst du dir, das von keinem anderen abhängt?
                Gibt es eine Kleinigkeit gutzumachen, die wirklich bei dir liegt?
                Wo verläuft für dich die Linie zwischen Verstehen und Entschuldigen?
                Was ist verheilt, ohne dass du es bemerkt hast?
                Du kannst hier auch aufhören. Was täte dir in der nächsten Stunde gut?
                """))
}
