import Planning

extension BuiltInDeck {
    static let selfWorth = BuiltInDeck(
        "self-worth", for: .onePerson, kinds: [.reflection],
        english: DeckWords(
            title: "Your own worth",
            about: "For you alone: what you are apart from what you achieve.",
            prompts: """
                What did you do today that nobody will thank you for, and that was good all the same?
                Which of your qualities would a child name first?
                What are you allowed to be bad at?
                When did you stand by yourself although it was uncomfortable?
                What would you forgive a friend at once and hold against yourself?
                What do you like about your hands, your voice or your walk?
                Which compliment did you wave away that may have been true?
                What have you survived that you hardly mention?
                Where do you compare yourself, and what do you see there that is not the whole picture?
                What are you, on a day without a single result?
                Which no made you grow?
                Whose opinion of you have you outgrown?
                What did you find difficult a year ago that you now do in passing?
                Which part of yourself have you come to terms with?
                How do you speak to yourself after a mistake, and how would you like to?
                What would you do on Sunday if you had nothing to prove?
                When were you generous without keeping count?
                Which of your oddities do the right people love?
                What did you once want to become, and what of it are you?
                Write down three things that are true of you and need no reason.
                """),
        german: DeckWords(
            title: "Dein eigener Wert",
            about: "Nur für dich: was du bist, jenseits von dem, was du leistest.",
            prompts: """
                Was hast du heute getan, wofür keiner danke sagt und das trotzdem gut war?
                Welche deiner Eigenschaften würde ein Kind als erste nennen?
                Was darfst du schlecht können?
                Wann hast du zu dir gehalten, obwohl es unbequem war?
                Was würdest du in einer Freundschaft sofort verzeihen und trägst es dir selbst nach?
                Was gefällt dir an deinen Händen, deiner Stimme, deinem Gang?
                Welches Kompliment hast du weggewischt, das vielleicht gestimmt hat?
                Was hast du überstanden, wovon du kaum sprichst?
                Womit vergleichst du dich, und was fehlt in diesem Bild?
                Was bist du an einem Tag ganz ohne Ergebnis?
                An welchem Nein bist du gewachsen?
                Über wessen Meinung von dir bist du hinaus?
                Was fiel dir letztes Jahr schwer und geht heute nebenbei?
                Mit welcher Seite an dir hast du Frieden geschlossen?
                Wie redest du nach einem Fehler mit dir, und wie würdest du gern?
                Was würdest du am Sonntag tun, wenn es nichts zu beweisen gäbe?
                Wann warst du großzügig, ohne mitzuzählen?
                Welche deiner Eigenheiten mögen genau die Richtigen?
                Was wolltest du einmal werden, und was davon bist du?
                Schreib drei Dinge auf, die auf dich zutreffen und keinen Grund brauchen.
                """))
}
