import Planning

extension BuiltInDeck {
    static let friendsKeepInTouch = BuiltInDeck(
        "friends-keep-in-touch", for: .friends, kinds: [.ritual, .checkIn, .reflection],
        english: DeckWords(
            title: "Keeping in touch",
            about: "A reason to write or ring a friend, before too much time goes by.",
            prompts: """
                Send the article, picture or joke you thought of them with.
                Ask about the thing they were nervous of last time.
                Who have you not heard from since the leaves were green?
                Ring for five minutes, on the way to somewhere.
                Suggest a date, not “some time”.
                Which friend knew you before all this? Tell them how it is now.
                Write an old-fashioned postcard, even from home.
                Ask a friend how they see it. Listen to the part you do not like, too.
                Thank a friend for one particular afternoon.
                Who would be glad of company at a boring errand?
                Invite somebody for soup: no occasion, no tidying.
                Which friendship feeds you, and have you fed it lately?
                Remind somebody of the silliest thing you did together.
                Whose birthday comes next? Note it, and what they like.
                Tell a friend something you are looking forward to.
                Who went quiet? Say that you think of them and that no answer is needed.
                Ask for help with something small: people like being asked.
                Bring two friends together who would like each other.
                What could you do with a friend that needs hardly any talking?
                Is there a friend you owe a word of apology? Today would do.
                """),
        german: DeckWords(
            title: "In Verbindung bleiben",
            about: "Ein Anlass, dich bei Freunden zu melden, bevor zu viel Zeit vergeht.",
            prompts: """
                Schick den Artikel, das Bild, den Witz, bei dem dir sofort jemand einfiel.
                Frag nach der Sache, vor der beim letzten Mal so viel Bammel war.
                Von wem hast du nichts gehört, seit die Blätter grün waren?
                Ruf fünf Minuten an, unterwegs irgendwohin.
                Schlag einen Tag vor statt „irgendwann mal“.
                Wer kannte dich schon vor alldem? Erzähl, wie es inzwischen ist.
                Schreib eine altmodische Postkarte, notfalls von daheim.
                Frag in einer Freundschaft nach einer ehrlichen Sicht. Hör auch den Teil, der dir nicht passt.
                Bedank dich für einen ganz bestimmten Nachmittag.
                Wer hätte bei einer langweiligen Besorgung gern Gesellschaft?
                Lad jemanden auf eine Suppe ein: ohne Anlass, ohne Aufräumen.
                Welche Freundschaft nährt dich, und hast du sie in letzter Zeit genährt?
                Erinner jemanden an das Albernste, das ihr je zusammen gemacht habt.
                Wer hat als Nächstes Geburtstag? Notier es, und was Freude macht.
                Erzähl in einer Freundschaft, worauf du dich gerade freust.
                Wer ist still geworden? Schreib, dass du an sie oder ihn denkst und keine Antwort nötig ist.
                Bitte um Hilfe bei etwas Kleinem: Viele werden gern gefragt.
                Bring zwei zusammen, die sich mögen würden.
                Was könntet ihr unternehmen, wobei man kaum reden muss?
                Bist du jemandem ein Wort der Entschuldigung schuldig? Heute ginge es.
                """))
}
