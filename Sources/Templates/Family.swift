extension Template {
    /// For a family with children.
    static let family = Template(
        "family", for: .otherAndChild,
        english: Words(
            summary: "a meal together, a talk with a child, and an evening for the grown-ups",
            opening: [
                "For a family with children. The words for a child are simple ones, and what was promised is honoured.",
                "Meals are kept free of hard topics.",
            ],
            rituals: { names in
                """
                [ritual.meal]
                title = "A meal together"
                every = "Sunday at 12:30"
                people = ["\(names.me)", "\(names.other)", "\(names.child)"]
                ahead = ["1 day"]                         # time to shop and to cook
                deck = "table-talk"

                [check-in.child]
                title = "How are you doing?"
                every = "Thursday at 17:30"
                people = ["\(names.me)", "\(names.child)"]
                agenda = "with-a-child"

                [ritual.evening]
                title = "An evening for two"
                every = "2 weeks on Friday at 19:30"
                starting = 2026-01-02
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]         # who plans it
                ahead = ["4 days"]                        # time to find somebody for the children
                deck = "date-ideas"

                # Later, perhaps: `on = true` starts it.
                [check-in.money]
                on = false
                title = "Money, calmly"
                every = "first Saturday of the month at 10:30"
                people = ["\(names.me)", "\(names.other)"]
                agenda = "money"

                """
            }),
        german: Words(
            summary: "ein gemeinsames Essen, ein Gespräch mit einem Kind und ein Abend für die Großen",
            opening: [
                "Für eine Familie mit Kindern. Für ein Kind sind die Worte einfach, und was versprochen ist, wird gehalten.",
                "Beim Essen bleiben schwere Themen draußen.",
            ],
            rituals: { names in
                """
                [ritual.meal]
                title = "Zusammen essen"
                every = "Sunday at 12:30"
                people = ["\(names.me)", "\(names.other)", "\(names.child)"]
                ahead = ["1 day"]                         # Zeit zum Einkaufen und Kochen
                deck = "table-talk"

                [check-in.child]
                title = "Wie geht es dir?"
                every = "Thursday at 17:30"
                people = ["\(names.me)", "\(names.child)"]
                agenda = "with-a-child"

                [ritual.evening]
                title = "Ein Abend zu zweit"
                every = "2 weeks on Friday at 19:30"
                starting = 2026-01-02
                people = ["\(names.me)", "\(names.other)"]
                turns = ["\(names.me)", "\(names.other)"]         # wer ihn plant
                ahead = ["4 days"]                        # Zeit, jemanden für die Kinder zu finden
                deck = "date-ideas"

                # Vielleicht später: `on = true` beginnt damit.
                [check-in.money]
                on = false
                title = "In Ruhe über Geld"
                every = "first Saturday of the month at 10:30"
                people = ["\(names.me)", "\(names.other)"]
                agenda = "money"

                """
            }))
}
