import Planning

extension BuiltInDeck {
    static let whatBuiltTrustToday = BuiltInDeck(
        "what-built-trust-today", for: .onePerson, kinds: [.reflection],
        english: DeckWords(
            title: "What built trust today",
            about: "A minute in the evening, for you alone: what made trust grow, from either side.",
            prompts: """
                Which small thing today happened as it had been said?
                What did you do today that you had announced?
                When were you on time for somebody, or somebody for you?
                What did you admit today rather than wait to be asked?
                Where did you keep something that was told to you in confidence?
                When did a plan change, and how did you learn of it?
                What did you not promise, because you could not have kept it?
                Who asked how you were and waited for the answer?
                What did you do today although nobody would have noticed if you had not?
                When did you feel believed?
                Which answer today was shorter than the truth, and what stopped you?
                Where did somebody take your worry seriously without solving it?
                What was predictable today, in a good way?
                What did you correct before it grew?
                When did you choose the two of you over being right?
                Which kindness of today would you like to repeat tomorrow?
                What did you hear today between the lines, and did you check?
                Who stood by you when it was inconvenient?
                What can somebody rely on you for tomorrow? Choose something small.
                If today built nothing, what did it at least leave standing?
                """),
        german: DeckWords(
            title: "Was heute Vertrauen aufgebaut hat",
            about: "Eine Minute am Abend, nur für dich: was Vertrauen wachsen ließ, von wem auch immer.",
            prompts: """
                Welche Kleinigkeit kam heute genau so, wie sie gesagt war?
                Was hast du heute getan, das du angekündigt hattest?
                Wann warst du für jemanden pünktlich, oder jemand für dich?
                Was hast du von dir aus zugegeben, ohne dass jemand fragen musste?
                Was hast du für dich behalten, weil es dir anvertraut war?
                Wo änderte sich ein Plan, und wie hast du davon erfahren?
                Was hast du nicht versprochen, weil du es nicht hättest halten können?
                Wer hat gefragt, wie es dir geht, und die Antwort abgewartet?
                Was hast du gemacht, obwohl es niemandem aufgefallen wäre, hättest du es gelassen?
                Wann hast du gemerkt, dass dir geglaubt wird?
                Welche Antwort war heute kürzer als die Wahrheit, und was hielt dich ab?
                Wo wurde deine Sorge ernst genommen, ohne dass jemand sie gleich lösen wollte?
                Was war heute vorhersehbar, im besten Sinn?
                Was hast du geradegerückt, bevor es größer wurde?
                Wann war dir das Miteinander wichtiger, als recht zu behalten?
                Welche Freundlichkeit von heute willst du morgen wiederholen?
                Was hast du zwischen den Zeilen gehört, und hast du nachgefragt?
                Wer hat zu dir gestanden, als es gerade nicht passte?
                Worauf kann man sich morgen bei dir verlassen? Nimm etwas Kleines.
                Falls heute nichts gewachsen ist: Was blieb immerhin stehen?
                """))
}
