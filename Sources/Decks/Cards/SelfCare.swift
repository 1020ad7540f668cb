import Planning

extension BuiltInDeck {
    static let selfCare = BuiltInDeck(
        "self-care", for: .onePerson, kinds: [.ritual, .reflection],
        english: DeckWords(
            title: "Time for yourself",
            about: "Something good that is only for you, small enough for today.",
            prompts: """
                Go outdoors for ten minutes, without a purpose.
                Put on the music you loved at fifteen.
                Say no to one thing today, kindly.
                Drink a glass of water at the window and look far away.
                Do nothing until you are a little bored.
                Stretch like a cat, twice.
                Cook for yourself as if you were your own guest.
                Read two pages of something that is of no use.
                Take the longer way, the one with the trees.
                Cry if you need to. There is no form to fill in.
                Go to bed an hour early, with a clear conscience.
                Tidy one drawer, and leave the others.
                Write down what you do not have to carry today.
                Make something with your hands that nobody has to see.
                Ask yourself what you would do if you were ill, and take a bit of it now.
                Sit with an animal, a plant or the sea.
                Let a call go by and answer when it suits you.
                Book the thing you keep postponing for yourself: dentist, haircut, choir.
                Notice three things you can smell.
                You may take time to heal, as long as it takes. What does today need?
                Wear what you feel at home in.
                Stay away from the news until tomorrow morning.
                """),
        german: DeckWords(
            title: "Zeit für dich",
            about: "Etwas Gutes nur für dich, klein genug für heute.",
            prompts: """
                Geh zehn Minuten hinaus, ohne Ziel.
                Leg die Musik auf, die du mit fünfzehn geliebt hast.
                Sag heute zu einer Sache freundlich Nein.
                Trink ein Glas Wasser am Fenster und schau in die Ferne.
                Tu nichts, bis dir ein bisschen langweilig wird.
                Streck dich wie eine Katze, zweimal.
                Koch für dich, als wärst du bei dir zu Gast.
                Lies zwei Seiten von etwas völlig Nutzlosem.
                Nimm den Umweg, den mit den Bäumen.
                Weine, wenn dir danach ist. Einen Antrag braucht es dafür nicht.
                Geh eine Stunde früher schlafen, mit gutem Gewissen.
                Räum eine einzige Schublade auf und lass die anderen in Frieden.
                Schreib auf, was du heute nicht zu tragen brauchst.
                Mach etwas mit den Händen, das niemand sehen muss.
                Was würdest du dir gönnen, wenn du krank wärst? Nimm jetzt ein Stück davon.
                Setz dich zu einem Tier, einer Pflanze oder ans Wasser.
                Lass es klingeln und ruf zurück, wann es dir passt.
                Vereinbare, was du für dich immer aufschiebst: Zahnarzt, Friseur, Chor.
                Nimm drei Gerüche wahr.
                Du darfst dir zum Heilen Zeit nehmen, so viel es eben braucht. Was braucht der heutige Tag?
                Zieh an, worin du dich zu Hause fühlst.
                Lass die Nachrichten bis morgen früh Nachrichten sein.
                """))
}
