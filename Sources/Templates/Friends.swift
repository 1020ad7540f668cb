extension Template {
    /// Keeping in touch.
    static let friends = Template(
        "friends", for: .alone,
        english: Words(
            summary: "keeping in touch, birthdays, and time for yourself",
            opening: [
                "For friends near and far: a call every few weeks, counted from the last one, and days to remember.",
                "Put in a table for each friend, and their birthday as a milestone.",
            ],
            rituals: { names in
                """
                [ritual.call]
                title = "A call to a friend"
                after-done = "3 weeks"                    # `troth done call` says that you did
                at-most = "6 weeks"
                starting = 2026-01-01
                at = "18:00"
                deck = "friends-keep-in-touch"

                [milestone.birthday]
                title = "A friend's birthday"
                date = "06-15"
                at = "09:00"
                ahead = ["1 week"]

                [reflection.self]
                title = "Time for yourself"
                every = "Saturday at 15:00"
                people = ["\(names.me)"]
                deck = "self-care"

                # Later, perhaps: `on = true` starts it.
                [ritual.meet]
                on = false
                title = "Meet somebody"
                every = "last Saturday of the month at 11:00"

                """
            }),
        german: Words(
            summary: "in Verbindung bleiben, Geburtstage und Zeit für dich",
            opening: [
                "Für Freundschaften nah und fern: alle paar Wochen ein Anruf, vom letzten an gezählt, und Tage zum Drandenken.",
                "Leg für jeden Menschen ein Ritual an, und den Geburtstag als Meilenstein.",
            ],
            rituals: { names in
                """
                [ritual.call]
                title = "Ein Anruf"
                after-done = "3 weeks"                    # `troth done call` sagt, dass du angerufen hast
                at-most = "6 weeks"
                starting = 2026-01-01
                at = "18:00"
                deck = "friends-keep-in-touch"

                [milestone.birthday]
                title = "Ein Geburtstag"
                date = "06-15"
                at = "09:00"
                ahead = ["1 week"]

                [reflection.self]
                title = "Zeit für dich"
                every = "Saturday at 15:00"
                people = ["\(names.me)"]
                deck = "self-care"

                # Vielleicht später: `on = true` beginnt damit.
                [ritual.meet]
                on = false
                title = "Jemanden treffen"
                every = "last Saturday of the month at 11:00"

                """
            }))
}
