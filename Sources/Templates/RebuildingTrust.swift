extension Template {
    /// Small things that are kept, while trust grows again.
    static let rebuildingTrust = Template(
        "rebuilding-trust", for: .other, offer: .never,
        english: Words(
            summary: "reliable small things while trust grows again, at each one's own pace",
            opening: [
                "Trust comes back in small things that are kept. A talk a week, a quarter of an hour together, and a quiet minute",
                "for each alone. Nobody's part in what happened stands here, and nothing is due by a certain day.",
                "",
                "This is not for fear, threats, violence or control: then please get help first, and on your own. And where the",
                "hurt is deep, a counsellor for couples, or one for each of you, can do what no reminder can.",
                "",
                "Two decks are held back until each person chooses them for themselves: `troth agree forgiveness` and",
                "`troth agree appreciation-after-hurt`.",
            ],
            rituals: { names in
                """
                [check-in.weekly]
                title = "Our talk"
                every = "Sunday at 17:00"
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]         # who opens
                agenda = "openness"
                ahead = ["1 day"]

                [ritual.quarter]
                title = "A quarter of an hour"
                every = "Tuesday and Thursday at 19:30"
                people = ["\(names.me)", "\(names.other)"]
                deck = "daily-minutes"

                [reflection.quiet]
                title = "A quiet minute"
                every = "Friday at 18:00"
                people = ["\(names.me)", "\(names.other)"]         # each alone; nobody sees what the other thinks
                deck = "what-built-trust-today"

                # Later, perhaps: `on = true` starts it.
                [reflection.letting-go]
                on = false
                title = "A quiet hour"
                every = "first Saturday of the month at 10:00"
                people = ["\(names.me)", "\(names.other)"]
                deck = "forgiveness"

                """
            }),
        german: Words(
            summary: "verlässliche kleine Dinge, während Vertrauen wieder wächst, in eigenem Tempo",
            opening: [
                "Vertrauen kommt in kleinen Dingen zurück, die gehalten werden. Ein Gespräch in der Woche, eine Viertelstunde",
                "zusammen und eine stille Minute für jeden allein. Hier steht nicht, wer was getan hat, und nichts muss bis zu einem",
                "bestimmten Tag geschafft sein.",
                "",
                "Das hier ist nicht für Angst, Drohungen, Gewalt oder Kontrolle: Dann hol dir bitte zuerst Hilfe, und für dich",
                "allein. Und wo die Verletzung tief ist, kann eine Paarberatung, oder eine für jeden von euch, was keine Erinnerung",
                "kann.",
                "",
                "Zwei Kartensätze kommen erst, wenn jemand sie für sich selbst wählt: `troth agree forgiveness` und",
                "`troth agree appreciation-after-hurt`.",
            ],
            rituals: { names in
                """
                [check-in.weekly]
                title = "Unser Gespräch"
                every = "Sunday at 17:00"
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]         # wer anfängt
                agenda = "openness"
                ahead = ["1 day"]

                [ritual.quarter]
                title = "Eine Viertelstunde"
                every = "Tuesday and Thursday at 19:30"
                people = ["\(names.me)", "\(names.other)"]
                deck = "daily-minutes"

                [reflection.quiet]
                title = "Eine stille Minute"
                every = "Friday at 18:00"
                people = ["\(names.me)", "\(names.other)"]         # jeder für sich; niemand sieht, was der andere denkt
                deck = "what-built-trust-today"

                # Vielleicht später: `on = true` beginnt damit.
                [reflection.letting-go]
                on = false
                title = "Eine stille Stunde"
                every = "first Saturday of the month at 10:00"
                people = ["\(names.me)", "\(names.other)"]
                deck = "forgiveness"

                """
            }))
}
