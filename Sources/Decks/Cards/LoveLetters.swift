import Planning

extension BuiltInDeck {
    static let loveLetters = BuiltInDeck(
        "love-letters", for: .couple, kinds: [.ritual, .appreciation],
        english: DeckWords(
            title: "Love letters",
            about: "A first line for a letter to keep, to add to and to read again.",
            prompts: """
                Begin with: “The first time I knew was…”
                Write about their hands, and what they have held.
                Tell them about a day they hardly remember and you do.
                Which of their words has stayed with you for years?
                Describe how they look when they think about something.
                Write what you would have said at the station if the train had not come.
                Thank them for what they put up with.
                Copy a poem out by hand and say why this one.
                Tell what you have become beside them.
                What would you write if this were read in thirty years?
                Describe the kitchen, the morning, the two of you: just as it is now.
                Admit to something sweet that you have never said.
                Write a list of places, and beside each one a kiss or a word.
                What do you wish them for the coming year, for them alone?
                Answer an old letter of theirs as if it came today.
                Write about a quarrel that taught you to love better.
                Praise something that changed: a habit, a look, a courage.
                Add three lines to the last letter and date them.
                Tell them what you would like to dance to when you are old.
                End with a sentence that needs no answer.
                """),
        german: DeckWords(
            title: "Liebesbriefe",
            about: "Eine erste Zeile für einen Brief zum Aufheben, Ergänzen und Wiederlesen.",
            prompts: """
                Fang an mit: „Zum ersten Mal wusste ich es, als …“
                Schreib über die vertrauten Hände und was sie schon gehalten haben.
                Erzähl von einem Tag, der nur dir im Gedächtnis geblieben ist.
                Welches Wort begleitet dich seit Jahren?
                Beschreib, wie das liebe Gesicht aussieht, wenn es nachdenkt.
                Was hättest du am Bahnsteig gesagt, wenn der Zug nicht gekommen wäre?
                Bedank dich für alles, was mit dir ausgehalten wurde.
                Schreib ein Gedicht mit der Hand ab und dazu, warum gerade dieses.
                Erzähl, was an eurer Seite aus dir geworden ist.
                Was würdest du schreiben, wenn es in dreißig Jahren gelesen wird?
                Die Küche, der Morgen, ihr zwei: Beschreib es genau so, wie es jetzt ist.
                Gesteh etwas Zärtliches, das du noch nie gesagt hast.
                Mach eine Liste von Orten und setz hinter jeden einen Kuss oder ein Wort.
                Was wünschst du deinem Lieblingsmenschen fürs kommende Jahr, nur für sich?
                Antworte auf einen alten Brief, als wäre er heute gekommen.
                Schreib über einen Streit, durch den du besser lieben gelernt hast.
                Lob etwas, das sich gewandelt hat: eine Gewohnheit, ein Blick, ein Mut.
                Häng an den letzten Brief drei Zeilen an und setz das Datum dazu.
                Verrate, zu welcher Musik du mit grauen Haaren tanzen willst.
                Schließ mit einem Satz, der keine Antwort braucht.
                """))
}
