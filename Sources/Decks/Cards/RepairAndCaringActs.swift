import Planning

extension BuiltInDeck {
    static let repairAndCaringActs = BuiltInDeck(
        "repair-and-caring-acts", for: .couple, kinds: [.ritual],
        english: DeckWords(
            title: "After a quarrel",
            about: "Caring acts and first sentences, for when both have cooled down and both want to.",
            prompts: """
                Run a bath for them, and leave it at that.
                Go for a walk side by side: talking is allowed, not needed.
                Make something warm to eat and set two places.
                Ask whether this is a good moment, and accept a no.
                Say which sentence of yours you would take back.
                Tell what you were afraid of while you were loud.
                Put a blanket round both of you and sit for five minutes.
                Write your apology down first; take out every “because”.
                Say what you will do differently, small enough to be seen.
                Ask what would help now, and do that instead of what you had in mind.
                Clear away the traces together: dishes, doors, messages.
                Read a chapter aloud from a book that has nothing to do with it.
                What was the quarrel about, and what was it really about?
                Where did you try to make peace in the middle of it, and was it seen?
                If your apology is not accepted today, say that you respect that, and mean it.
                Make good what can be made good: replace it, ring up, put it right.
                What will each of us do the next time it gets loud?
                Look for the first thing you can both laugh about, however small.
                Offer a hand without a word. It may stay where it is.
                Name one thing about them that you liked even while you were angry.
                """),
        german: DeckWords(
            title: "Nach einem Streit",
            about: "Fürsorge und erste Sätze, für wenn ihr beide abgekühlt seid und beide wollt.",
            prompts: """
                Lass ein Bad ein, und lass es dabei bewenden.
                Geht nebeneinander spazieren: reden darf sein, muss aber nicht.
                Koch etwas Warmes und deck für zwei.
                Frag, ob es gerade passt, und nimm auch ein Nein an.
                Sag, welchen deiner Sätze du zurücknehmen würdest.
                Erzähl, wovor du Angst hattest, als du laut wurdest.
                Legt euch zusammen eine Decke um und sitzt fünf Minuten einfach da.
                Schreib deine Entschuldigung erst auf und streich jedes „weil“.
                Sag, was du anders machen wirst, so klein, dass man es sieht.
                Frag, was jetzt guttäte, und tu das statt dessen, was du dir ausgedacht hattest.
                Räumt gemeinsam die Spuren weg: Geschirr, Türen, Nachrichten.
                Lies ein Kapitel vor aus einem Buch, das mit alldem nichts zu tun hat.
                Worum ging der Streit, und worum ging es eigentlich?
                Wo hast du mittendrin Frieden angeboten, und wurde es bemerkt?
                Wird deine Entschuldigung heute nicht angenommen, dann sag, dass du das achtest, und mein es so.
                Mach wieder gut, was sich gutmachen lässt: ersetzen, anrufen, richtigstellen.
                Was macht jeder von uns, wenn es das nächste Mal laut wird?
                Sucht das Erste, worüber ihr wieder beide lachen könnt.
                Streck wortlos die Hand aus, auch wenn sie erst einmal liegen bleibt.
                Was mochtest du am anderen, selbst als du wütend warst?
                """))
}
