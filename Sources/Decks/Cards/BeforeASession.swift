import Planning

extension BuiltInDeck {
    static let beforeASession = BuiltInDeck(
        "before-a-session", for: .couple, kinds: [.checkIn, .reflection],
        english: DeckWords(
            title: "Before a session",
            about: "Getting ready for the next hour with a counsellor or a group, alone or together.",
            prompts: """
                What would make the next hour worth it for you?
                Which moment since last time would you like to bring along?
                What do you hope will not come up, and might that be the thing?
                What have you tried from last time, and how was it?
                Is there something you want to say with a third person in the room?
                How did you leave last time, and how do you want to leave this time?
                What do you want to ask the counsellor?
                Which topic belongs to both of you, and which is yours?
                What could you stop doing that makes the talks harder?
                What has got a little better, so that it is mentioned too?
                Which question would help you, and which one would only hurt?
                How much detail is good for you to hear? You may say where it ends.
                What are you grateful that your partner comes along for?
                Put the three things you want to say in order; the first one counts.
                How will you get home, and what do you need for the hour afterwards?
                What does the counsellor still not know that would explain a lot?
                Are you still in the right place with this help? If not, say so.
                What was left open on the doorstep last time?
                Breathe, drink something, arrive early. What are you feeling?
                What would be a good sign that the help is no longer needed?
                """),
        german: DeckWords(
            title: "Vor einer Sitzung",
            about: "Zur Vorbereitung auf die nächste Stunde bei einer Beratung oder Gruppe, allein oder zu zweit.",
            prompts: """
                Was müsste geschehen, damit sich die nächste Stunde für dich lohnt?
                Welchen Moment seit dem letzten Mal möchtest du mitbringen?
                Was soll bloß nicht zur Sprache kommen, und ist es vielleicht gerade das?
                Was hast du seither ausprobiert, und wie war es?
                Gibt es etwas, das du lieber im Beisein einer dritten Person sagst?
                Wie bist du letztes Mal gegangen, und wie willst du diesmal gehen?
                Was möchtest du in der Beratung fragen?
                Welches Thema gehört euch beiden, und welches ist deins?
                Was könntest du weglassen, das die Gespräche schwerer macht?
                Was ist ein wenig besser geworden? Auch das gehört erwähnt.
                Welche Frage würde dir helfen, und welche nur wehtun?
                Wie genau willst du es wissen? Du darfst sagen, wo Schluss ist.
                Wofür bist du dankbar, dass ihr diesen Weg zusammen geht?
                Bring deine drei Anliegen in eine Reihenfolge; das erste zählt.
                Wie kommst du heim, und was brauchst du für die Stunde danach?
                Was weiß man dort noch nicht, das vieles erklären würde?
                Bist du mit dieser Hilfe noch am richtigen Ort? Wenn nicht, sprich es an.
                Was blieb beim Hinausgehen zwischen Tür und Angel liegen?
                Atmen, etwas trinken, zeitig da sein. Was fühlst du?
                Woran würdet ihr merken, dass ihr die Hilfe nicht mehr braucht?
                """))
}
