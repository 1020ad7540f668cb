import Planning

extension BuiltInDeck {
    static let longDistanceCall = BuiltInDeck(
        "long-distance-call", for: .couple, kinds: [.checkIn, .ritual],
        english: DeckWords(
            title: "A call from far away",
            about: "For a call when you are apart: near things, small things, and the next time you meet.",
            prompts: """
                Show me one thing that is within your reach right now.
                What do you hear when it goes quiet where you are?
                Walk me through your morning, from the first light on.
                What would we be doing this evening if I were there?
                Which part of the day do you miss me most?
                Let us both make tea and drink it at the same time.
                Who did you talk to today that I have never met?
                What have you found around the corner that I would like?
                Read me something: half a page of whatever lies nearest.
                What did you nearly write to me and then did not?
                How do you want us to say good night while we are apart?
                What is one thing about being on your own that you enjoy?
                When we are tired of screens, what else could carry us: letters, voices, parcels?
                Which plan for our next meeting can we settle tonight?
                What should we do in the first hour after we see each other again?
                What was hard about the last goodbye?
                How often is often enough for hearing from each other, honestly?
                Let us look at the same film, sky or recipe this week: which?
                What changed in your room, your street or your head since we last spoke?
                Tell me something too small to call about.
                """),
        german: DeckWords(
            title: "Anruf aus der Ferne",
            about: "Für ein Gespräch, wenn ihr getrennt seid: Nahes, Kleines und das nächste Wiedersehen.",
            prompts: """
                Zeig mir etwas, das gerade in Reichweite liegt.
                Was hörst du bei dir, wenn es still wird?
                Nimm mich mit durch deinen Morgen, vom ersten Licht an.
                Was würden wir heute Abend tun, wenn ich da wäre?
                Zu welcher Tageszeit fehle ich dir am meisten?
                Lass uns beide Tee kochen und ihn zur selben Zeit trinken.
                Mit wem hast du heute geredet, den ich noch nie gesehen habe?
                Was hast du um die Ecke entdeckt, das mir gefallen würde?
                Lies mir etwas vor: eine halbe Seite von dem, was am nächsten liegt.
                Was hättest du mir fast geschrieben und dann doch nicht?
                Wie wollen wir uns Gute Nacht sagen, solange wir getrennt sind?
                Was genießt du daran, gerade für dich zu sein?
                Wenn wir von Bildschirmen genug haben, was trägt dann: Briefe, Sprachnachrichten, Päckchen?
                Was können wir heute fürs nächste Treffen festmachen?
                Was machen wir in der ersten Stunde nach dem Wiedersehen?
                Was war schwer am letzten Abschied?
                Wie oft voneinander hören ist oft genug, ganz ehrlich?
                Derselbe Film, derselbe Himmel oder dasselbe Rezept diese Woche: was nehmen wir?
                Was hat sich in deinem Zimmer, deiner Straße oder deinem Kopf verändert?
                Erzähl mir etwas, wofür man eigentlich nicht anruft.
                """))
}
