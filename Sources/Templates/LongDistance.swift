extension Template {
    /// For two who live apart.
    static let longDistance = Template(
        "long-distance", for: .other, offer: .apart,
        english: Words(
            summary: "calls across two time zones, a good word, and a season for visits",
            opening: [
                "For two who live apart. Give each person their own `timezone`; a call is one moment for both, and each is told",
                "their own time. `troth season visit on --until DATE` lets the calls rest while you are together.",
            ],
            rituals: { names in
                """
                [check-in.call]
                title = "Our call"
                every = "Saturday at 17:00"
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]         # who opens
                agenda = "long-distance"
                ahead = ["1 h"]

                [appreciation.word]
                title = "A good word"
                every = "Tuesday and Thursday at 18:00"   # each at their own local time
                people = ["\(names.me)", "\(names.other)"]
                deck = "appreciation-small-things"

                # Later, perhaps: `on = true` starts it.
                [ritual.letter]
                on = false
                title = "A letter"
                every = "first Sunday of the month at 15:00"
                people = ["\(names.me)", "\(names.other)"]
                deck = "love-letters"

                [season.visit]
                title = "Together"
                off = ["call", "word"]

                """
            }),
        german: Words(
            summary: "Anrufe über zwei Zeitzonen, ein gutes Wort und eine Zeit für Besuche",
            opening: [
                "Für zwei, die an verschiedenen Orten leben. Gib jedem Menschen seine `timezone`; ein Anruf ist ein Moment für beide,",
                "und alle erfahren ihn in der eigenen Zeit. `troth season visit on --until DATUM` lässt die Anrufe ruhen, solange ihr",
                "zusammen seid.",
            ],
            rituals: { names in
                """
                [check-in.call]
                title = "Unser Anruf"
                every = "Saturday at 17:00"
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]         # wer anfängt
                agenda = "long-distance"
                ahead = ["1 h"]

                [appreciation.word]
                title = "Ein gutes Wort"
                every = "Tuesday and Thursday at 18:00"   # für alle in der eigenen Ortszeit
                people = ["\(names.me)", "\(names.other)"]
                deck = "appreciation-small-things"

                # Vielleicht später: `on = true` beginnt damit.
                [ritual.letter]
                on = false
                title = "Ein Brief"
                every = "first Sunday of the month at 15:00"
                people = ["\(names.me)", "\(names.other)"]
                deck = "love-letters"

                [season.visit]
                title = "Zusammen"
                off = ["call", "word"]

                """
            }))
}
