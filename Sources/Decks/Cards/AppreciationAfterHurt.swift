import Planning

extension BuiltInDeck {
    static let appreciationAfterHurt = BuiltInDeck(
        "appreciation-after-hurt", for: .couple, isDelicate: true, kinds: [.appreciation, .reflection],
        english: DeckWords(
            title: "Appreciation after hurt",
            about: "Seeing what is good beside what hurt, without having to weigh one against the other.",
            prompts: """
                What was good between you this week, even though not everything is?
                Which effort did you notice and keep to yourself so far?
                Name something you still like in them that the hurt did not touch.
                When did you last feel at ease together, if only for a minute?
                What did they do differently this time?
                Which question of theirs showed that they were thinking of you?
                What did they leave unsaid because they knew it would sting?
                Is there a thank-you that got stuck in your throat? You may say it, or only think it.
                What do you remember fondly, and can leave it at that?
                Which apology, or part of one, reached you?
                Where did they give you time without asking how much longer?
                What did they own up to that was hard to say?
                Which small kindness came with no wish for anything back?
                What are you proud of in yourself since that time?
                What makes it worth trying, on a day like today? Nothing is an answer too.
                When did they listen to the hard part and stay in the room?
                Which old joke has begun to work again?
                What would you like them to keep doing exactly like that?
                Write one kind sentence about them. Whether they ever read it is up to you.
                What can you be thankful for today that has nothing to do with the two of you?
                """),
        german: DeckWords(
            title: "Wertschätzung nach einer Verletzung",
            about: "Das Gute neben dem sehen, was wehgetan hat, ohne das eine gegen das andere aufzurechnen.",
            prompts: """
                Was war diese Woche gut zwischen euch, auch wenn nicht alles gut ist?
                Welche Mühe ist dir aufgefallen, ohne dass du es bisher gesagt hast?
                Was magst du noch immer, woran die Verletzung nichts geändert hat?
                Wann war es zuletzt leicht mit euch, vielleicht nur eine Minute lang?
                Was lief dieses Mal anders als früher?
                Welche Frage hat dir gezeigt, dass jemand bei dir ist mit den Gedanken?
                Was blieb ungesagt, weil es dich getroffen hätte?
                Steckt dir ein Dank im Hals? Du darfst ihn aussprechen oder nur denken.
                Woran denkst du gern zurück, ganz ohne Aber?
                Welche Entschuldigung, oder welches Stück davon, ist bei dir angekommen?
                Wo bekamst du Zeit, ohne dass jemand fragte, wie lange es noch dauert?
                Was wurde zugegeben, obwohl es schwer über die Lippen ging?
                Welche Freundlichkeit wollte nichts zurückhaben?
                Worauf bist du seit damals bei dir selbst stolz?
                Warum lohnt es sich, an einem Tag wie heute? Auch „gar nicht“ ist eine Antwort.
                Wann hat jemand dem Schweren zugehört und ist dageblieben?
                Welcher alte Scherz funktioniert langsam wieder?
                Was von alldem soll auf keinen Fall anders werden?
                Schreib einen freundlichen Satz auf. Ob ihn je jemand liest, entscheidest du.
                Wofür bist du heute dankbar, das gar nichts mit euch beiden zu tun hat?
                """))
}
