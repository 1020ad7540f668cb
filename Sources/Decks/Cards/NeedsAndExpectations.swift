import Planning

extension BuiltInDeck {
    static let needsAndExpectations = BuiltInDeck(
        "needs-and-expectations", for: .couple, kinds: [.checkIn],
        english: DeckWords(
            title: "Needs and expectations",
            about: "What each of you needs and quietly expects, put on the table while it is small.",
            prompts: """
                What do you need more of from us in the coming weeks?
                Which expectation of yours have you never said aloud?
                What does “being there for each other” look like on a Tuesday?
                Where did you hope for something and wait instead of asking?
                Which task at home has become yours without anyone deciding it?
                What does a good evening look like for you, hour by hour?
                How would you like to be looked after when you are ill?
                What do you expect of yourself that you would never ask of me?
                Which need are you a bit shy about?
                How much time alone does each of us need in an ordinary week?
                What should stay exactly as we do it now?
                What would “fair” mean for the mornings?
                When you come home exhausted, what helps in the first ten minutes?
                Which of our agreements has quietly stopped fitting?
                How would you like to celebrate, and how would I?
                What do our families expect of us, and which of it do we want?
                Where do you wish I asked you first?
                What could we simply stop expecting of each other?
                Which wish can wait, and which one has waited long enough?
                How do we notice that one of us has too much on their plate?
                """),
        german: DeckWords(
            title: "Bedürfnisse und Erwartungen",
            about: "Was ihr braucht und still erwartet, auf den Tisch gelegt, solange es klein ist.",
            prompts: """
                Wovon brauchst du in den nächsten Wochen mehr von uns?
                Welche deiner Erwartungen hast du noch nie ausgesprochen?
                Füreinander da sein: Wie sieht das an einem gewöhnlichen Dienstag aus?
                Wo hast du gehofft und gewartet, statt zu fragen?
                Welche Aufgabe zu Hause ist einfach bei dir gelandet?
                Wie verläuft für dich ein guter Abend, Stunde für Stunde?
                Wie möchtest du umsorgt werden, wenn du krank bist?
                Was verlangst du von dir, das du von mir nie verlangen würdest?
                Welches Bedürfnis ist dir ein bisschen peinlich?
                Wie viel Zeit für sich allein braucht jeder von uns in einer normalen Woche?
                Was soll genau so bleiben, wie wir es machen?
                Was wäre morgens eine gerechte Verteilung?
                Du kommst erledigt heim: Was hilft in den ersten zehn Minuten?
                Welche Abmachung passt heimlich schon nicht mehr?
                Wie feierst du am liebsten, und wie ich?
                Was erwarten unsere Familien von uns, und was davon wollen wir?
                Wo möchtest du vorher gefragt werden?
                Was könnten wir einfach aufhören, voneinander zu erwarten?
                Welcher Wunsch hat Zeit, und welcher hat lange genug gewartet?
                Woran merken wir, dass einer von uns zu viel um die Ohren hat?
                """))
}
