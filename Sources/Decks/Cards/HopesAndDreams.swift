import Planning

extension BuiltInDeck {
    static let hopesAndDreams = BuiltInDeck(
        "hopes-and-dreams", for: .couple, kinds: [.checkIn, .ritual],
        english: DeckWords(
            title: "Hopes, fears and dreams",
            about: "For the two of you: dreaming aloud, and saying what is frightening about it.",
            prompts: """
                What do you dream of that sounds too big to say?
                Which dream of mine do you believe in more than I do?
                What do you hope our life smells, sounds and tastes like in ten years?
                What frightens you about growing old, and what do you look forward to?
                Where would you live if work came along by itself?
                What do you want to have learned before you are sixty, or ninety?
                Which hope have you put away, and would you take it out to show me?
                What would we do with a year off?
                Which people do you know who do it well, and what could we copy?
                What kind of hosts, neighbours, uncles or aunts would we like to be?
                What would you regret not having tried together?
                Which fear about us have you never put into words?
                What is one thing we could build with our hands?
                If money were no matter for a week, how would we spend it?
                What do you hope never changes between us?
                Which part of the world shall we see, and what will we eat there?
                What did you dream of at sixteen, and would you still want it?
                How do you picture a day on which we both feel free?
                What could we begin this season that takes years?
                Which sentence would you like to hear at our table when we are old?
                """),
        german: DeckWords(
            title: "Hoffnungen, Ängste, Träume",
            about: "Für euch beide: laut träumen und sagen, was daran Angst macht.",
            prompts: """
                Wovon träumst du, das zu groß klingt, um es auszusprechen?
                An welchen meiner Träume glaubst du fester als ich?
                Wie soll unser Leben in zehn Jahren riechen, klingen und schmecken?
                Was schreckt dich am Altwerden, und worauf freust du dich?
                Wo würdest du wohnen, wenn die Arbeit von selbst mitkäme?
                Was willst du gelernt haben, bevor du sechzig bist, oder neunzig?
                Welche Hoffnung hast du weggelegt? Magst du sie mir zeigen?
                Was würden wir mit einem freien Jahr anfangen?
                Bei wem in unserem Umfeld läuft es gut, und was könnten wir uns abschauen?
                Was für Gastgeber, Nachbarn, Onkel oder Tanten wollen wir sein?
                Was nicht gemeinsam versucht zu haben, täte dir leid?
                Welche Angst um uns hast du noch nie in Worte gefasst?
                Was könnten wir mit unseren Händen bauen?
                Eine Woche ohne Blick aufs Geld: Wie sähe sie aus?
                Was soll sich zwischen uns hoffentlich nie ändern?
                Welchen Teil der Welt sehen wir uns an, und was essen wir dort?
                Wovon hast du mit sechzehn geträumt, und wolltest du es heute noch?
                Wie stellst du dir einen Tag vor, an dem wir uns beide frei fühlen?
                Was könnten wir jetzt anfangen, das Jahre braucht?
                Welchen Satz möchtest du an unserem Tisch hören, wenn wir alt sind?
                """))
}
