import Planning

extension BuiltInDeck {
    static let unsentLetters = BuiltInDeck(
        "unsent-letters", for: .onePerson, kinds: [.reflection],
        english: DeckWords(
            title: "Letters that are not sent",
            about: "For you alone, on paper. Nothing is stored here, and you decide later what becomes of it.",
            prompts: """
                Write what you would say if nobody could interrupt you.
                Begin with “You do not know that I…”
                Let the anger write first, and then see who takes the pen.
                Write to somebody who is no longer alive.
                Write to yourself on the day before it happened.
                What have you never been asked that you would like to answer?
                Write down the apology you are waiting for, in your own hand.
                Tell it without a single explanation.
                Write to the fear, and ask what it wants.
                Put into words what you will not explain any more.
                Write the goodbye that was missing.
                Say thank you to someone who hurt you as well. Both may stand there.
                Write to the person you were ten years ago.
                What would you write if you knew it would be burnt?
                Let the other write back, in your words.
                Write only about what you miss.
                List what you did not say, and why it was right at the time.
                Write to your body.
                Read an older letter again: what has changed?
                Fold it up. Keep it, tear it, or show a line of it: what feels right tomorrow?
                """),
        german: DeckWords(
            title: "Briefe, die nicht abgeschickt werden",
            about:
                "Nur für dich, auf Papier. Hier wird nichts gespeichert, und was daraus wird, entscheidest du später.",
            prompts: """
                Schreib, was du sagen würdest, wenn dich niemand unterbrechen könnte.
                Fang an mit: „Du weißt nicht, dass ich …“
                Lass zuerst die Wut schreiben und schau dann, wer den Stift nimmt.
                Schreib jemandem, der nicht mehr lebt.
                Schreib dir selbst, auf den Tag vor dem, was geschah.
                Wonach hat dich nie jemand gefragt, obwohl du gern antworten würdest?
                Schreib die Entschuldigung auf, auf die du wartest, in deiner eigenen Schrift.
                Erzähl es ohne eine einzige Erklärung.
                Schreib der Angst und frag sie, was sie will.
                Fass in Worte, was du nicht länger erklären wirst.
                Schreib den Abschied, den es nicht gab.
                Dank jemandem, der dir auch wehgetan hat. Beides darf dastehen.
                Schreib dem Menschen, der du vor zehn Jahren warst.
                Was würdest du schreiben, wenn du wüsstest, dass es verbrannt wird?
                Lass dir antworten, in deinen eigenen Worten.
                Schreib nur über das, was dir fehlt.
                Zähl auf, was du nicht gesagt hast und warum das damals richtig war.
                Schreib deinem Körper.
                Lies einen älteren Brief wieder: Was ist anders geworden?
                Falte ihn zusammen. Aufheben, zerreißen, eine Zeile zeigen: Was fühlt sich morgen richtig an?
                """))
}
