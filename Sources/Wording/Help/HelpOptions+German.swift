extension HelpWording {
    /// The texts of arguments and options, by their English ones.
    static let germanOptions: [String: String] = [
        "The schedule (default: ~/.config/troth/troth.toml).": "Der Plan (sonst: ~/.config/troth/troth.toml).",
        "A schedule; the same as by --config.": "Ein Plan; ebenso wie durch --config.",
        "The state folder (default: ~/.local/state/troth).": "Der Zustandsordner (sonst: ~/.local/state/troth).",
        "One JSON object a line.": "Je Zeile ein JSON-Objekt.",
        "How many nudges.": "Wie viele Erinnerungen.",
        "For one person only.": "Nur für einen Menschen.",
        "Of one ritual only.": "Nur von einem Ritual.",
        "From then on: 2026-11-22, 2026-11-22T18:00, or 3 days ago as '3 days'.":
            "Von da an: 2026-11-22, 2026-11-22T18:00, oder vor drei Tagen als „3 days“.",
        "Before then; written the same.": "Bis dahin; ebenso geschrieben.",
        "Only what ended so: acknowledged, delivered, skipped, expired, failed; or open.":
            "Nur was so endete: acknowledged, delivered, skipped, expired, failed; oder open.",
        "The page behind this place, as the page before it ends with.":
            "Die Seite hinter dieser Stelle, mit der die Seite davor endet.",
        "A ritual, or one occurrence of it as `troth next` prints it.":
            "Ein Ritual, oder ein Mal davon, wie `troth next` es ausgibt.",
        "The channel's name in the schedule.": "Der Name des Kanals im Plan.",
        "To whom.": "An wen.",
        "Start from this template instead.": "Stattdessen mit dieser Vorlage beginnen.",
        "The name of the other person, where a template has one.": "Der Name des anderen Menschen, wo eine Vorlage ihn hat.",
        "The name of the child, where a template has one.": "Der Name des Kindes, wo eine Vorlage eines hat.",
        "Print the templates, one a line.": "Die Vorlagen ausgeben, je Zeile eine.",
        "Only print the schedule.": "Den Plan nur ausgeben.",
        "The deck to print; without one, all are listed.": "Der Kartensatz, der ausgegeben wird; ohne ihn werden alle gezeigt.",
        "In this language: en or de (default: yours).": "In dieser Sprache: en oder de (sonst: deine).",
        "The season's name in the schedule.": "Der Name der Zeit im Plan.",
        "on or off.": "on (an) oder off (aus).",
        "The last day on which it holds: 2026-12-20.": "Der letzte Tag, an dem sie gilt: 2026-12-20.",
        "What happened, in a line.": "Was war, in einer Zeile.",
        "What you set out to do, in a line.": "Was du dir vornimmst, in einer Zeile.",
        "At which ritual (default: your only check-in).": "Bei welchem Ritual (sonst: deinem einzigen Gespräch).",
        "The goal's number.": "Die Nummer des Ziels.",
        "Another day: 2026-11-22.": "Ein anderer Tag: 2026-11-22.",
        "Let the others see it, too.": "Die anderen sollen es auch sehen.",
        "Let it come back each year.": "Es soll jedes Jahr wiederkommen.",
        "Who says so.": "Wer es sagt.",
        "Who says so, where several people share an account.": "Wer es sagt, wo mehrere ein Konto teilen.",
        "What you promise, in a line.": "Was du versprichst, in einer Zeile.",
        "When: 18:00, Friday at 18:00, 2026-12-04 18:00.": "Wann: 18:00, Friday at 18:00, 2026-12-04 18:00.",
        "How long ahead to be reminded (default: an hour).": "Wie lange vorher erinnert wird (sonst: eine Stunde).",
        "Show it to the one it is made to.": "Dem Menschen zeigen, dem es gilt.",
        "Who promises.": "Wer verspricht.",
        "The promise, as `troth next` prints it.": "Das Versprechen, wie `troth next` es ausgibt.",
        "Whose.": "Von wem.",
        "Which, where there are several.": "Welcher, wo es mehrere gibt.",
        "A ritual, or: everything.": "Ein Ritual, oder: everything (alles).",
        "A ritual.": "Ein Ritual.",
        "A date, a local time, or how long: 2026-12-24, 2026-12-24T18:00, \"2 weeks\".":
            "Ein Tag, eine örtliche Zeit, oder wie lange: 2026-12-24, 2026-12-24T18:00, \"2 weeks\".",
        "A date, or a range: 2026-12-24, 2026-12-24..2026-12-26.":
            "Ein Tag, oder von bis: 2026-12-24, 2026-12-24..2026-12-26.",
        "The same date or range.": "Derselbe Tag, oder dasselbe von bis.",
        "Show what asks for your agreement.": "Zeigen, was um deine Zustimmung bittet.",
        "A recurrence rule (RFC 5545).": "Eine Wiederholungsregel (RFC 5545).",
        "Where the rule starts: a local time.": "Wo die Regel beginnt: eine örtliche Zeit.",
        "The time zone.": "Die Zeitzone.",
        "The time zone (default: the machine's).": "Die Zeitzone (sonst: die der Maschine).",
        "How many to print.": "Wie viele ausgegeben werden.",
        "Only those strictly after this instant.": "Nur die, die echt nach diesem Zeitpunkt liegen.",
        "Answer questions in JSON from standard input.": "Fragen in JSON von der Standardeingabe beantworten.",
        "A phrase, an RRULE, a calendar expression or a cron line.":
            "Ein Ausdruck in Worten, eine RRULE, ein Kalenderausdruck oder eine Cron-Zeile.",
        "Where counting starts: 2026-01-05 or 2026-01-05T19:00.": "Wo das Zählen beginnt: 2026-01-05 oder 2026-01-05T19:00.",
        "The time of day, for a rule that names none.": "Die Tageszeit, für eine Regel, die keine nennt.",
        "The file that holds it; - is standard input.": "Die Datei, in der er steht; - ist die Standardeingabe.",
        "The day on which it may be opened: 2027-12-24.": "Der Tag, an dem er geöffnet werden darf: 2027-12-24.",
        "For whom (default: yourself).": "Für wen (sonst: dich selbst).",
        "Its number.": "Seine Nummer.",
        "For whom.": "Für wen.",
        "Take somebody out of the record, for good.": "Jemanden endgültig aus den Aufzeichnungen löschen.",
        """
        For yourself; whoever keeps the record does it for somebody whom the schedule no longer names. While it does,
        this says where, and changes nothing.
        """: """
            Für dich selbst; wen der Plan nicht mehr nennt, löscht, wer die Aufzeichnungen pflegt. Solange der Plan
            jemanden nennt, steht hier, wo, und nichts ändert sich.
            """,
        "Who: the ID in the schedule.": "Wer: die Kennung im Plan.",
        "Write what is on record into this new file first, a JSON object a line.":
            "Vorher in diese neue Datei schreiben, was aufgezeichnet ist, ein JSON-Objekt je Zeile.",
        "Get nothing more from now on, and be taken out once the schedule no longer names you.":
            "Ab jetzt nichts mehr bekommen und gelöscht werden, sobald der Plan dich nicht mehr nennt.",
        "How much later: 30 min, 2 h, 1 day; else what the schedule says, else an hour.":
            "Wie viel später: 30 min, 2 h, 1 day; sonst, was der Plan sagt, sonst eine Stunde.",
        "From this time on.": "Von dieser Zeit an.",
        "Up to this time.": "Bis zu dieser Zeit.",
        "From this day on (default: a year ago).": "Von diesem Tag an (sonst: vor einem Jahr).",
        "Up to this day (default: today).": "Bis zu diesem Tag (sonst: heute).",
        "Leave out a day or a range: 2026-03-01..2026-03-14; as often as you like.":
            "Einen Tag oder von bis auslassen: 2026-03-01..2026-03-14; so oft du magst.",
        "Write it as a page to this file.": "Als Seite in diese Datei schreiben.",
        "For one person, in their own time and language.": "Für einen Menschen, in seiner Zeit und Sprache.",
        "The file to replace (default: standard output).": "Die Datei, die ersetzt wird (sonst: Standardausgabe).",
        "Whether the calendar reminds, too.": "Ob der Kalender auch erinnert.",
        "The file; - is standard input.": "Die Datei; - ist die Standardeingabe.",
        "error: --language is en or de": "Fehler: --language ist en oder de",
        "error: say `on` or `off`": "Fehler: sage `on` oder `off`",
        "error: `--until` goes with `on`": "Fehler: `--until` gehört zu `on`",
        "error: give a ritual's ID, or --list": "Fehler: nenne die ID eines Rituals, oder --list",
    ]
}
