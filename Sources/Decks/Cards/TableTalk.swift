import Planning

extension BuiltInDeck {
    static let tableTalk = BuiltInDeck(
        "table-talk", for: .anyone, kinds: [.ritual],
        english: DeckWords(
            title: "At the table",
            about: "Light questions for a shared meal. The heavy ones have another time.",
            prompts: """
                What was the best bite of your week?
                Which dish would you invent if salt were blue?
                Who would you invite to this table, living or long dead?
                What did you eat on your favourite birthday?
                Which smell takes you straight back to being small?
                If we opened a restaurant, what would be on the sign?
                What is the strangest thing you ever liked?
                Which rule would you make for one day, for everybody?
                What did you see today that nobody else saw?
                Tell a story in which nothing happens, as well as you can.
                Which animal would be hopeless in your job or your school?
                What would you do with an extra hour on Thursdays?
                What was your first trip without grown-ups?
                Which word do you find beautiful, and which one silly?
                If the week had a headline, what would it say?
                What have you always wanted to ask a pilot, a baker or a bee?
                Which invention would you take back?
                What is something that got better with age?
                Everyone says one true thing and one invented thing. Guess.
                What shall we cook next time, and who chops?
                """),
        german: DeckWords(
            title: "Am Tisch",
            about: "Leichte Fragen zum gemeinsamen Essen. Die schweren haben ihre eigene Zeit.",
            prompts: """
                Was war der beste Bissen deiner Woche?
                Welches Gericht würdest du erfinden, wenn Salz blau wäre?
                Wen würdest du an diesen Tisch einladen, lebend oder lange tot?
                Was gab es an deinem liebsten Geburtstag zu essen?
                Welcher Geruch bringt dich sofort in die Kindheit?
                Wir machen ein Lokal auf: Was steht über der Tür?
                Was ist das Seltsamste, das dir je geschmeckt oder gefallen hat?
                Welche Regel würdest du für einen einzigen Tag allen geben?
                Was hast du heute gesehen, das sonst niemand sah?
                Erzähl eine Geschichte, in der nichts passiert, so gut du kannst.
                Welches Tier wäre in deinem Beruf oder deiner Schule völlig fehl am Platz?
                Was würdest du donnerstags mit einer Stunde extra anfangen?
                Wohin ging deine erste Reise ohne Erwachsene?
                Welches Wort findest du schön, und welches albern?
                Hätte die Woche eine Schlagzeile, wie hieße sie?
                Was wolltest du schon immer eine Pilotin, einen Bäcker oder eine Biene fragen?
                Welche Erfindung würdest du zurücknehmen?
                Was ist mit den Jahren besser geworden?
                Jeder sagt etwas Wahres und etwas Ausgedachtes. Die anderen raten.
                Was kochen wir nächstes Mal, und wer schneidet?
                """))
}
