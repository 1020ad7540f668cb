extension Template {
    /// A talk a week.
    static let weeklyCheckIn = Template(
        "weekly-check-in", for: .other,
        english: Words(
            summary: "an hour a week to talk, and a small appreciation",
            opening: [
                "A talk once a week, and a small thing you are glad about in between. That is enough to begin with.",
                "If talks keep ending in a quarrel, a counsellor is the better company for them.",
            ],
            rituals: { names in
                """
                [check-in.weekly]
                title = "Our talk"
                every = "Sunday at 18:00"
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]         # who opens, one after the other
                agenda = "check-in"                       # feel, listen, appreciate, ask, plan
                ahead = ["1 day"]

                [appreciation.midweek]
                title = "Something good"
                every = "Wednesday at 19:30"
                people = ["\(names.me)", "\(names.other)"]
                deck = "appreciation-small-things"

                # Later, perhaps: `on = true` starts it.
                [ritual.walk]
                on = false
                title = "A walk"
                every = "Saturday at 11:00"
                people = ["\(names.me)", "\(names.other)"]

                """
            }),
        german: Words(
            summary: "einmal in der Woche reden, und eine kleine Wertschätzung",
            opening: [
                "Einmal in der Woche ein Gespräch, dazwischen etwas, worüber du froh bist. Das reicht für den Anfang.",
                "Wenn eure Gespräche immer wieder im Streit enden, ist eine Beratung die bessere Begleitung.",
            ],
            rituals: { names in
                """
                [check-in.weekly]
                title = "Unser Gespräch"
                every = "Sunday at 18:00"
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]         # wer anfängt, abwechselnd
                agenda = "check-in"                       # fühlen, zuhören, wertschätzen, bitten, planen
                ahead = ["1 day"]

                [appreciation.midweek]
                title = "Etwas Gutes"
                every = "Wednesday at 19:30"
                people = ["\(names.me)", "\(names.other)"]
                deck = "appreciation-small-things"

                # Vielleicht später: `on = true` beginnt damit.
                [ritual.walk]
                on = false
                title = "Ein Spaziergang"
                every = "Saturday at 11:00"
                people = ["\(names.me)", "\(names.other)"]

                """
            }))
}
