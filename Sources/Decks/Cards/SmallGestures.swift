import Planning

extension BuiltInDeck {
    static let smallGestures = BuiltInDeck(
        "small-gestures", for: .couple, kinds: [.ritual, .appreciation],
        english: DeckWords(
            title: "Small gestures",
            about: "Private prompts for a kindness that nobody asked for. Pick what suits, leave what does not.",
            prompts: """
                Leave a note where it will be found tomorrow, with one sentence on it.
                Do the chore that is not yours this week, and say nothing of it.
                Bring home the thing they always forget to buy.
                Warm the bed, the cup or the car before they come.
                Pay a compliment about something other than looks.
                Ask how the thing went that they mentioned on Monday.
                Put their favourite song on without a word.
                Make the meal they would choose on a bad day.
                Take over the call they have been dreading, if they like.
                Give them the better half.
                Keep the last hour of the evening free, and see what they would like to do with it.
                Send a picture of something that made you think of them.
                Fold in the laundry a note that is a bit silly.
                Say thank you for something that was years ago.
                Let them sleep, and keep the house quiet.
                Sharpen, mend or oil the thing that has annoyed them for months.
                Write down one of their stories, so that it is not lost.
                Go to meet them halfway.
                Hold their hand a little longer than usual, if they want you to.
                Praise them to somebody else while they can hear it.
                Fill up whatever is nearly empty: the tank, the salt, the soap.
                Ask: “What can I take off your hands tomorrow?”
                """),
        german: DeckWords(
            title: "Kleine Gesten",
            about: "Stille Anstöße für eine Freundlichkeit, um die niemand gebeten hat. Nimm, was passt.",
            prompts: """
                Leg einen Zettel hin, der morgen gefunden wird. Ein Satz reicht.
                Mach diese Woche eine Arbeit, die nicht deine ist, und verlier kein Wort darüber.
                Bring mit, was beim Einkaufen sonst immer vergessen wird.
                Wärm das Bett, die Tasse oder das Auto vor.
                Mach ein Kompliment, das nichts mit dem Aussehen zu tun hat.
                Frag nach, wie die Sache ausging, die am Montag erwähnt wurde.
                Leg wortlos das Lieblingslied auf.
                Koch, was an einem schlechten Tag auf den Tisch gehört.
                Biete an, den Anruf zu übernehmen, vor dem es dem anderen graut.
                Gib die schönere Hälfte her.
                Halt die letzte Stunde des Abends frei und schau, was euch dann einfällt.
                Schick ein Bild von etwas, bei dem du an euch denken musstest.
                Versteck zwischen der frischen Wäsche einen albernen Gruß.
                Bedank dich für etwas, das Jahre her ist.
                Lass ausschlafen und halt die Wohnung still.
                Schleif, flick oder öl das Ding, das seit Monaten nervt.
                Schreib eine der alten Geschichten auf, damit sie nicht verloren geht.
                Geh ein Stück entgegen.
                Halt die Hand etwas länger als sonst, wenn es willkommen ist.
                Lob vor anderen, und zwar so, dass es zu hören ist.
                Füll auf, was fast leer ist: Tank, Salz, Seife.
                Frag: „Was kann ich dir morgen abnehmen?“
                """))
}
