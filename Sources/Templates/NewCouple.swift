extension Template {
    /// For two who are getting to know each other.
    static let newCouple = Template(
        "new-couple", for: .other,
        english: Words(
            summary: "an evening for two, small gestures, and what each of you needs",
            opening: [
                "For two who are getting to know each other: time together, small kindnesses, and a talk a month",
                "about what each of you needs and where your limits are.",
            ],
            rituals: { names in
                """
                [ritual.evening]
                title = "An evening for two"
                every = "2 weeks on Friday at 19:00"
                starting = 2026-01-02
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]         # who plans it
                ahead = ["3 days"]                        # time to book something
                deck = "date-ideas"

                [appreciation.gesture]
                title = "A small gesture"
                every = "Wednesday at 18:30"
                people = ["\(names.me)", "\(names.other)"]
                deck = "small-gestures"

                [check-in.limits]
                title = "What each of us needs"
                every = "first Sunday of the month at 17:00"
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]
                agenda = "boundaries"

                # Later, perhaps: `on = true` starts it.
                [ritual.traditions]
                on = false
                title = "Something to remember"
                every = "last Sunday of the month at 11:00"
                people = ["\(names.me)", "\(names.other)"]
                deck = "memories-and-traditions"

                """
            }),
        german: Words(
            summary: "ein Abend zu zweit, kleine Gesten und was jeder von euch braucht",
            opening: [
                "Für zwei, die sich kennenlernen: gemeinsame Zeit, kleine Freundlichkeiten und einmal im Monat ein Gespräch",
                "darüber, was jeder von euch braucht und wo Grenzen sind.",
            ],
            rituals: { names in
                """
                [ritual.evening]
                title = "Ein Abend zu zweit"
                every = "2 weeks on Friday at 19:00"
                starting = 2026-01-02
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]         # wer ihn plant
                ahead = ["3 days"]                        # Zeit, etwas zu reservieren
                deck = "date-ideas"

                [appreciation.gesture]
                title = "Eine kleine Geste"
                every = "Wednesday at 18:30"
                people = ["\(names.me)", "\(names.other)"]
                deck = "small-gestures"

                [check-in.limits]
                title = "Was wir brauchen"
                every = "first Sunday of the month at 17:00"
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]
                agenda = "boundaries"

                # Vielleicht später: `on = true` beginnt damit.
                [ritual.traditions]
                on = false
                title = "Etwas zum Erinnern"
                every = "last Sunday of the month at 11:00"
                people = ["\(names.me)", "\(names.other)"]
                deck = "memories-and-traditions"

                """
            }))
}
