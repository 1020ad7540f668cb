extension Template {
    /// Between two sessions with a counsellor.
    static let homework = Template(
        "homework", for: .other, offer: .never,
        english: Words(
            summary: "what a counsellor gave you to do between two sessions",
            opening: [
                "Between two sessions with a counsellor: some minutes of practice, a preparation, and a look back.",
                "Nobody reads what you answer here. For anything urgent call your counsellor, or whoever stands under [help].",
                "Set the days and `until` to what you agreed on.",
            ],
            rituals: { names in
                """
                [ritual.practice]
                title = "Ten minutes of practice"
                every = "Monday and Thursday at 19:00"
                people = ["\(names.me)", "\(names.other)"]
                deck = "listening-and-i-statements"
                homework = true

                [check-in.before]
                title = "Before the session"
                every = "2 weeks on Tuesday at 18:00"
                starting = 2026-01-06
                people = ["\(names.me)", "\(names.other)"]
                agenda = "before-a-session"
                ahead = ["3 days"]
                todo = ["Practise twice", "Each write down one moment to talk about"]
                homework = true
                # until = 2027-03-31                      # the last session that you agreed on

                [check-in.after]
                title = "After the session"
                every = "2 weeks on Saturday at 11:00"
                starting = 2026-01-10
                people = ["\(names.me)", "\(names.other)"]
                agenda = "after-a-session"
                homework = true

                [help]
                contacts = ["our counsellor: write the number here"]

                """
            }),
        german: Words(
            summary: "was euch die Beratung zwischen zwei Terminen mitgibt",
            opening: [
                "Zwischen zwei Terminen einer Beratung: ein paar Minuten Übung, eine Vorbereitung und ein Rückblick.",
                "Niemand liest hier, was du antwortest. Ist etwas dringend, ruf in der Beratung an, oder wen du unter [help] notiert",
                "hast. Setz die Tage und `until` so, wie ihr es vereinbart habt.",
            ],
            rituals: { names in
                """
                [ritual.practice]
                title = "Zehn Minuten Übung"
                every = "Monday and Thursday at 19:00"
                people = ["\(names.me)", "\(names.other)"]
                deck = "listening-and-i-statements"
                homework = true

                [check-in.before]
                title = "Vor dem Termin"
                every = "2 weeks on Tuesday at 18:00"
                starting = 2026-01-06
                people = ["\(names.me)", "\(names.other)"]
                agenda = "before-a-session"
                ahead = ["3 days"]
                todo = ["Zweimal üben", "Jeder notiert einen Moment, über den ihr sprechen wollt"]
                homework = true
                # until = 2027-03-31                      # der letzte vereinbarte Termin

                [check-in.after]
                title = "Nach dem Termin"
                every = "2 weeks on Saturday at 11:00"
                starting = 2026-01-10
                people = ["\(names.me)", "\(names.other)"]
                agenda = "after-a-session"
                homework = true

                [help]
                contacts = ["unsere Beratung: schreib hier die Nummer hin"]

                """
            }))
}
