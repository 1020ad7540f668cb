extension Template {
    /// For people who work together.
    static let team = Template(
        "team", for: .other, offer: .never,
        english: Words(
            summary: "a talk every two weeks, and thanks on Fridays",
            opening: [
                "For people who work together: how is it going, what would help, and a word of thanks.",
                "It replaces no talk about pay, duties or conflict at work.",
            ],
            rituals: { names in
                """
                [check-in.team]
                title = "How is it going?"
                every = "2 weeks on Tuesday at 10:00"
                starting = 2026-01-06
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]         # who opens
                message = "What went well? Where does it get stuck? What would help in the next two weeks?"

                [appreciation.thanks]
                title = "A word of thanks"
                every = "Friday at 11:30"
                people = ["\(names.me)", "\(names.other)"]
                prompts = [
                    "Who made your week easier, and does that person know?",
                    "Which work that nobody sees did you notice?",
                    "What did you learn from a colleague lately?",
                    "Which hard thing was handled well this week, and by whom?",
                    "Whom could you ask for advice, and thank for the last time?",
                ]

                # Later, perhaps: `on = true` starts it.
                [milestone.start]
                on = false
                title = "Working together"
                date = 2026-01-05
                every = "year"
                at = "10:00"

                """
            }),
        german: Words(
            summary: "alle zwei Wochen ein Gespräch, freitags ein Dank",
            opening: [
                "Für Menschen, die zusammen arbeiten: wie es läuft, was helfen würde, und ein Wort des Dankes.",
                "Ein Gespräch über Lohn, Pflichten oder Konflikte ersetzt das nicht.",
            ],
            rituals: { names in
                """
                [check-in.team]
                title = "Wie läuft es?"
                every = "2 weeks on Tuesday at 10:00"
                starting = 2026-01-06
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]         # wer anfängt
                message = "Was lief gut? Wo hakt es? Was würde in den nächsten zwei Wochen helfen?"

                [appreciation.thanks]
                title = "Ein Wort des Dankes"
                every = "Friday at 11:30"
                people = ["\(names.me)", "\(names.other)"]
                prompts = [
                    "Wer hat dir die Woche leichter gemacht, und weiß dieser Mensch das?",
                    "Welche Arbeit, die niemand sieht, ist dir aufgefallen?",
                    "Was hast du zuletzt von jemandem hier gelernt?",
                    "Was Schwieriges wurde diese Woche gut gelöst, und von wem?",
                    "Wen könntest du um Rat fragen, und wem fürs letzte Mal danken?",
                ]

                # Vielleicht später: `on = true` beginnt damit.
                [milestone.start]
                on = false
                title = "Zusammen an der Arbeit"
                date = 2026-01-05
                every = "year"
                at = "10:00"

                """
            }))
}
