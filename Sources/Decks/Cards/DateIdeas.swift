import Planning

extension BuiltInDeck {
    static let dateIdeas = BuiltInDeck(
        "date-ideas", for: .couple, kinds: [.ritual, .milestone],
        english: DeckWords(
            title: "Ideas for two",
            about: "Something to do together, cheap or dear, at home or out, with nothing to discuss.",
            prompts: """
                Take a bus or tram to its last stop and find a place for coffee there.
                Cook something neither of you can pronounce.
                Go out for breakfast instead of dinner.
                Each picks a record, the other has to dance to it.
                Walk without a map: heads or tails at every corner.
                Visit the museum that everybody visits except those who live here.
                Build a den of blankets and watch something from your childhood.
                Buy a book for each other with ten minutes and one note in your purse.
                Watch the sun come up, then go back to bed.
                Learn three sentences of a language, and order ice cream in it.
                Photograph each other the way you like to see them.
                Play a game that has been in the cupboard for years.
                Repeat your first evening, or what you remember of it.
                Pick fruit, mushrooms, shells or stones, whatever grows where you are.
                Sit in a park and invent lives for the people who pass.
                Swim somewhere other than usual.
                Cook each other’s grandmother’s dish.
                Go to a reading, a choir or a match that you know nothing about.
                Plan a holiday you will never take, in every detail.
                Stay in, lights low, all screens off, and read aloud to each other.
                Try a class together: clay, tango, knots, bread.
                Dress up as if for a wedding and eat chips.
                """),
        german: DeckWords(
            title: "Ideen zu zweit",
            about: "Etwas zum Unternehmen, billig oder teuer, daheim oder draußen, ganz ohne Besprechen.",
            prompts: """
                Mit Bus oder Bahn bis zur Endstation, und dort einen Platz für Kaffee finden.
                Kocht etwas, das keiner von euch aussprechen kann.
                Geht frühstücken statt abends essen.
                Jeder sucht eine Platte aus, der andere muss dazu tanzen.
                Ein Spaziergang ohne Karte: an jeder Ecke Kopf oder Zahl.
                Ins Museum, in das alle gehen, nur die Leute von hier nicht.
                Baut eine Höhle aus Decken und schaut etwas aus eurer Kindheit.
                Kauft einander ein Buch: zehn Minuten Zeit, ein einziger Schein.
                Schaut der Sonne beim Aufgehen zu und geht dann wieder ins Bett.
                Lernt drei Sätze einer Sprache und bestellt darin ein Eis.
                Fotografiert einander so, wie ihr euch gern seht.
                Ein Spiel, das seit Jahren im Schrank liegt, kommt heute auf den Tisch.
                Wiederholt euren ersten Abend, oder was ihr davon noch wisst.
                Sammelt Obst, Pilze, Muscheln oder Steine, je nachdem, wo ihr seid.
                Setzt euch in den Park und denkt euch Leben für die Vorbeigehenden aus.
                Geht schwimmen, wo ihr sonst nie schwimmt.
                Kocht ein Gericht aus der Küche eurer Großmütter.
                Eine Lesung, ein Chor, ein Spiel: etwas, wovon ihr nichts versteht.
                Plant bis ins Kleinste eine Reise, die ihr nie machen werdet.
                Bleibt daheim, wenig Licht, alle Bildschirme aus, und lest euch vor.
                Besucht zusammen einen Kurs: Ton, Tango, Knoten, Brot.
                Zieht euch an wie zu einer Hochzeit und esst Pommes.
                """))
}
