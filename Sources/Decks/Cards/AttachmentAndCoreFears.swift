import Planning

extension BuiltInDeck {
    static let attachmentAndCoreFears = BuiltInDeck(
        "attachment-and-core-fears", for: .onePerson, kinds: [.reflection],
        english: DeckWords(
            title: "Closeness and old fears",
            about: "For you alone: where your ways of being close come from.",
            prompts: """
                Who comforted you when you were small, and how?
                What did you do as a child when nobody came?
                When closeness gets too much, what is the first thing you do?
                When you miss closeness, how could others tell?
                Which sentence from home do you still obey?
                What are you most afraid to lose in the people you love?
                How did the grown-ups around you make up after a quarrel?
                What do you hide when you want to be liked?
                When do you test somebody instead of asking?
                Whose leaving do you still carry?
                What does your body do when a door slams or an answer takes long?
                In which friendship do you feel safe, and what makes it so?
                What pattern do you see in how your friendships begin, and in how they end?
                Which fear has become smaller since you were twenty, or since last year?
                What would you say to yourself at seven, on a hard day?
                When you say “I do not need anyone”, what do you need?
                Who was steady in your life, and what did steadiness look like?
                What do you expect to happen once somebody really knows you?
                Which kind of silence frightens you, and which one rests you?
                What would you risk in closeness if it could not go wrong?
                """),
        german: DeckWords(
            title: "Nähe und alte Ängste",
            about: "Nur für dich: woher deine Art kommt, anderen nah zu sein.",
            prompts: """
                Wer hat dich als Kind getröstet, und wie?
                Was hast du gemacht, wenn damals niemand kam?
                Wenn Nähe zu viel wird, was tust du als Erstes?
                Wenn dir Nähe fehlt, woran könnten andere das merken?
                Welchem Satz von zu Hause gehorchst du bis heute?
                Was fürchtest du bei lieben Menschen am meisten zu verlieren?
                Wie haben sich die Erwachsenen um dich herum nach einem Streit vertragen?
                Was versteckst du, wenn du gemocht werden willst?
                Wann stellst du jemanden auf die Probe, statt zu fragen?
                Wessen Fortgehen trägst du noch mit dir?
                Was macht dein Körper, wenn eine Tür knallt oder eine Antwort ausbleibt?
                In welcher Freundschaft fühlst du dich sicher, und woran liegt das?
                Wie fangen deine Freundschaften an, wie hören sie auf? Siehst du ein Muster?
                Welche Angst ist kleiner geworden, seit du zwanzig warst oder seit letztem Jahr?
                Was würdest du dir selbst mit sieben an einem schweren Tag sagen?
                Wenn du sagst: „Ich brauche niemanden“, was brauchst du dann?
                Wer war in deinem Leben verlässlich, und wie sah das aus?
                Was, glaubst du, passiert, sobald dich jemand wirklich kennt?
                Welche Stille macht dir Angst, und in welcher ruhst du dich aus?
                Was würdest du an Nähe wagen, wenn es nicht schiefgehen könnte?
                """))
}
