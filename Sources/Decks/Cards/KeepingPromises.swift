import Planning

extension BuiltInDeck {
    static let keepingPromises = BuiltInDeck(
        "keeping-promises", for: .onePerson, kinds: [.promise, .reflection],
        english: DeckWords(
            title: "Promises",
            about: "Before a promise and on the way to it: is it mine, is it small enough, can I keep it?",
            prompts: """
                Can you keep it even on a bad day?
                To whom exactly, what exactly, by when?
                What would you have to leave out for it?
                Did you promise it, or only fail to say no?
                Make it half as big. Is it still worth something?
                What do you do if something gets in the way: whom do you tell, and how early?
                Which promise are you carrying that nobody expects any more? You may give it back.
                Would a plain “I will try” be more honest here?
                Which promise went well lately, and what made it easy?
                Put it where you will see it in the morning.
                Who could help you with it without being asked to keep watch?
                If you are going to be late, send word now.
                Which promise to yourself comes next?
                Say it in one sentence. If it needs two, it may be two promises.
                What would somebody notice if you kept this a whole month?
                When the answer is no, say it today; tomorrow it is harder.
                Which of your habits can carry this promise along?
                If you have to move it, name the new time in the same breath.
                Let go of one that no longer fits, and say so kindly.
                Afterwards: how does it feel to have done what you said?
                """),
        german: DeckWords(
            title: "Versprechen",
            about: "Vor einem Versprechen und unterwegs dorthin: Ist es meins, ist es klein genug, kann ich es halten?",
            prompts: """
                Kannst du es auch an einem schlechten Tag halten?
                Wem genau, was genau, bis wann?
                Was müsstest du dafür weglassen?
                Hast du es zugesagt, oder nur nicht Nein gesagt?
                Mach es halb so groß. Ist es immer noch etwas wert?
                Was tust du, wenn etwas dazwischenkommt: Wem sagst du Bescheid, und wie früh?
                Welche Zusage trägst du herum, die keiner mehr erwartet? Du darfst sie zurückgeben.
                Wäre ein schlichtes „Ich versuche es“ hier ehrlicher?
                Welches Versprechen ging zuletzt gut, und was hat es leicht gemacht?
                Häng es dorthin, wo du es morgens siehst.
                Wer könnte dir dabei helfen, ohne aufpassen zu müssen?
                Wenn du später dran bist, gib jetzt Bescheid.
                Welches Versprechen an dich selbst ist als Nächstes dran?
                Sag es in einem Satz. Braucht es zwei, sind es vielleicht zwei Versprechen.
                Was würde jemandem auffallen, wenn du das einen Monat lang hältst?
                Wenn die Antwort Nein heißt, sag sie heute; morgen ist es schwerer.
                Welche deiner Gewohnheiten kann dieses Versprechen mittragen?
                Musst du es verschieben, dann nenn im selben Atemzug die neue Zeit.
                Lös eins auf, das nicht mehr passt, und sag es freundlich.
                Hinterher: Wie ist es, getan zu haben, was du gesagt hast?
                """))
}
