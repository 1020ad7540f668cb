import Planning

extension BuiltInDeck {
    static let lookingBack = BuiltInDeck(
        "looking-back", for: .anyone, kinds: [.checkIn, .reflection, .ritual],
        english: DeckWords(
            title: "Looking back",
            about: "How far you have come: for a month, a season or a year.",
            prompts: """
                What can you do today that was out of reach last winter?
                Which small win never got a toast?
                What did you worry about in vain?
                Who helped, and do they know?
                Which detour turned out to be the way?
                What have you stopped explaining?
                Look at an old calendar page: what were you busy with?
                What went wrong and left something useful behind?
                Which evening would you put in a book?
                Where did you rest, and was it enough?
                What do you see now that you could not see from inside it?
                Which words do you use more often than before?
                What was given up, and is not missed?
                Who came into your life, and who went?
                What needed more patience than you thought you had?
                When did you last say “do you remember how we…”?
                Which beginning can you still feel?
                What has become quiet that used to be loud?
                What do you take along, and what stays here?
                Give the time behind you a title.
                """),
        german: DeckWords(
            title: "Zurückschauen",
            about: "Wie weit ihr gekommen seid: über einen Monat, eine Jahreszeit oder ein Jahr.",
            prompts: """
                Was geht heute, das im letzten Winter noch unerreichbar war?
                Auf welchen kleinen Erfolg wurde nie angestoßen?
                Worum hast du dir umsonst Sorgen gemacht?
                Wer hat geholfen, und weiß er oder sie davon?
                Welcher Umweg war am Ende der Weg?
                Was erklärst du inzwischen nicht mehr?
                Blätter im alten Kalender: Womit warst du da beschäftigt?
                Was ging schief und hat etwas Brauchbares hinterlassen?
                Welcher Abend gehört in ein Buch?
                Wo hast du dich ausgeruht, und hat es gereicht?
                Was siehst du jetzt, das von innen nicht zu sehen war?
                Welche Wörter benutzt du häufiger als früher?
                Was habt ihr aufgegeben, ohne dass es fehlt?
                Wer kam in dein Leben, und wer ging?
                Was brauchte mehr Geduld, als du dir zugetraut hättest?
                Wann fiel zuletzt der Satz: „Weißt du noch, wie wir …“?
                Welchen Anfang kannst du noch spüren?
                Was ist leise geworden, das einmal laut war?
                Was nimmst du mit, und was bleibt hier?
                Gib der Zeit hinter dir einen Titel.
                """))
}
