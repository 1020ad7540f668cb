import Planning

extension BuiltInDeck {
    static let checkInFeelings = BuiltInDeck(
        "check-in-feelings", for: .anyone, kinds: [.checkIn, .reflection],
        english: DeckWords(
            title: "Check-in: how it is",
            about: "The beginning of a check-in: how each of you is, before anything is discussed.",
            prompts: """
                If the week were weather, what was it, and what is it now?
                Which feeling did you meet most often since we last sat down?
                What are you carrying that nobody can see from outside?
                When were you most yourself this week?
                Where in your body do you notice today?
                What took more strength than it looked like?
                What was lighter than you had feared?
                Name two feelings that are there at once, even if they disagree.
                What are you looking forward to, however small?
                Which moment would you like to have again, slower?
                What worried you in the night and looked different in the morning?
                How much room is in you for talking today: a little, some, a lot?
                What would you like us to know before we begin?
                Which word describes your mood, and which one describes the one below it?
                When did you feel alone this week, and when not at all?
                What made you angry, and what was underneath?
                What did you need on your worst day, and what on your best?
                Is something left over from last time that still wants a word?
                Which song, colour or animal fits how you are?
                What may stay unsaid today, simply because it is too early?
                """),
        german: DeckWords(
            title: "Austausch: wie es ist",
            about: "Der Anfang eines Gesprächs: wie es jedem geht, bevor irgendetwas besprochen wird.",
            prompts: """
                Wenn die Woche Wetter war: welches, und wie ist es jetzt gerade?
                Welchem Gefühl bist du seit dem letzten Mal am häufigsten begegnet?
                Was trägst du mit dir herum, das von außen keiner sieht?
                Wann warst du diese Woche am meisten du selbst?
                Wo im Körper merkst du den heutigen Tag?
                Was hat mehr Kraft gekostet, als man meinen würde?
                Was war halb so schlimm wie befürchtet?
                Nenn zwei Gefühle, die gleichzeitig da sind, auch wenn sie sich nicht vertragen.
                Worauf freust du dich, und sei es noch so klein?
                Welchen Augenblick hättest du gern noch einmal, in Ruhe?
                Was hat dich nachts geplagt und sah morgens anders aus?
                Wie viel Platz zum Reden ist heute in dir: wenig, etwas, reichlich?
                Was sollen wir wissen, bevor wir anfangen?
                Ein Wort für deine Stimmung, und eins für die Stimmung darunter?
                Wann hast du dich allein gefühlt, und wann überhaupt nicht?
                Was hat dich geärgert, und was lag unter dem Ärger?
                Was hättest du an deinem schlechtesten Tag gebraucht, was an deinem besten?
                Ist vom letzten Mal etwas übrig, das noch ein Wort möchte?
                Welches Lied, welche Farbe, welches Tier passt gerade zu dir?
                Was darf heute ungesagt bleiben, weil es noch zu früh ist?
                """))
}
