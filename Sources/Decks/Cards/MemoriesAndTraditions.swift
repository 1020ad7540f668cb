import Planning

extension BuiltInDeck {
    static let memoriesAndTraditions = BuiltInDeck(
        "memories-and-traditions", for: .anyone, kinds: [.ritual, .milestone, .checkIn],
        english: DeckWords(
            title: "Memories and traditions",
            about: "Filling the store of good memories, and starting customs worth keeping.",
            prompts: """
                Which photograph from last year deserves a frame?
                What shall we do every year on the first warm day?
                Tell the story of how we met, and let others add what you leave out.
                Which recipe must not be lost, and who writes it down?
                What tradition from your childhood do you want back?
                Which family custom may end with us?
                Make a box for tickets, shells and notes; what goes in first?
                Which song was playing when it was good?
                What did we get through together, and how do we tell it today?
                Choose a tree, a bench or a corner and take the same picture there every season.
                What should be said aloud at every birthday?
                Which day of the last twelve months would you live again?
                Invent a holiday that only we keep. What is eaten?
                Who first told you a story you still tell?
                Which journey went wrong and has become one of the best?
                What do we do the evening before somebody leaves?
                Write each other a line on the calendar page before you tear it off.
                Which gift did you never forget, and why that one?
                What new thing did we try this year that may become a habit?
                Which place do we go back to, and what waits there for us?
                """),
        german: DeckWords(
            title: "Erinnerungen und Bräuche",
            about: "Den Vorrat an guten Erinnerungen füllen und Bräuche beginnen, die bleiben dürfen.",
            prompts: """
                Welches Foto vom letzten Jahr hat einen Rahmen verdient?
                Was machen wir künftig am ersten warmen Tag des Jahres?
                Erzähl, wie wir uns kennengelernt haben, und lass ergänzen, was du weglässt.
                Welches Rezept darf nicht verloren gehen, und wer schreibt es auf?
                Welchen Brauch aus deiner Kindheit hättest du gern zurück?
                Welche Familiensitte darf mit uns zu Ende gehen?
                Legt eine Schachtel an für Karten, Muscheln, Zettel. Was kommt als Erstes hinein?
                Welches Lied lief, als es schön war?
                Was haben wir zusammen durchgestanden, und wie erzählen wir es heute?
                Sucht einen Baum, eine Bank, eine Ecke und macht dort jede Jahreszeit dasselbe Bild.
                Was soll an jedem Geburtstag laut gesagt werden?
                Welchen Tag der letzten zwölf Monate würdest du noch einmal erleben wollen?
                Erfindet einen Feiertag, den nur wir begehen. Was gibt es zu essen?
                Von wem hast du eine Geschichte, die du bis heute erzählst?
                Welche Reise ging schief und ist eine der besten geworden?
                Was machen wir am Abend, bevor jemand abreist?
                Schreibt euch eine Zeile aufs Kalenderblatt, bevor ihr es abreißt.
                Welches Geschenk ist dir unvergesslich, und weshalb gerade das?
                Was haben wir dieses Jahr neu probiert, das eine Gewohnheit werden darf?
                An welchen Ort kehren wir zurück, und was wartet dort auf uns?
                """))
}
