extension HelpWording {
    /// Every command's own texts, by their English ones.
    static let german: [String: String] = commands.merging(options) { first, _ in first }

    private static let commands: [String: String] = [
        "Reminders and rituals, kept.": "Erinnerungen und Rituale, auf die Verlass ist.",
        "Show what comes next.": "Zeigen, was als Nächstes kommt.",
        "Show what was sent and what became of it.": "Zeigen, was geschickt wurde und was daraus geworden ist.",
        "Say why something was or was not delivered.": "Sagen, warum etwas zugestellt wurde oder nicht.",
        "Say how the service is.": "Sagen, wie es dem Dienst geht.",
        "Have the service read the schedule again.": "Den Dienst den Plan neu lesen lassen.",
        "Send one test message and say what happened.": "Eine Nachricht zur Probe schicken und sagen, was geschah.",
        "Write a first schedule that works as it is.": "Einen ersten Plan schreiben, der so gilt, wie er ist.",
        "One person, two rituals; or a template for two or more. Never overwrites a file.":
            "Ein Mensch, zwei Rituale; oder eine Vorlage für zwei und mehr. Überschreibt nie eine Datei.",
        "List the decks that rituals can draw from, or print one to change it.":
            "Die Kartensätze zeigen, aus denen Rituale ziehen können, oder einen davon zum Ändern ausgeben.",
        """
        A printed deck is a text file: `troth decks small-gestures > ours.txt`, then change it, and name it in the
        schedule as [deck.ours] with file = "ours.txt".
        """: """
            Ein ausgegebener Kartensatz ist eine Textdatei: `troth decks small-gestures > unsere.txt`, dann ändere sie und
            nenne sie im Plan als [deck.unsere] mit file = "unsere.txt".
            """,
        "Show the seasons, or switch one on or off.": "Die Zeiten zeigen, oder eine an- oder ausschalten.",
        """
        A season changes what comes and when, as its part of the schedule says: while you are apart, take space, or
        have an exam. Without a name, all are shown.
        """: """
            Eine Zeit ändert, was kommt und wann, wie es ihr Teil des Plans sagt: solange ihr getrennt lebt, Abstand
            nehmt oder eine Prüfung habt. Ohne Namen werden alle gezeigt.
            """,
        "Note something good that happened, on the day it did.":
            "Etwas Gutes festhalten, an dem Tag, an dem es war.",
        "It comes back when you look back, and each year only if you wish.":
            "Es kommt im Rückblick wieder, und jedes Jahr nur, wenn du magst.",
        "Make a promise with a time, and be reminded so that you can keep it.":
            "Etwas zu einer Zeit versprechen und so erinnert werden, dass du es halten kannst.",
        "It is yours alone unless it is --shared. Kept: `troth done`; let go: `troth skip`; else `troth move`.":
            "Es ist deins allein, außer mit --shared. Gehalten: `troth done`; losgelassen: `troth skip`; sonst `troth move`.",
        "Give a promise another time.": "Einem Versprechen eine andere Zeit geben.",
        "Find back to each other after a conflict, step by step.":
            "Nach einem Streit Schritt für Schritt wieder zueinander finden.",
        "Show which there are, what each asks for, and whom to call.":
            "Zeigen, welche es gibt, worum jeder bittet und wen ihr anrufen könnt.",
        "Begin one; the other is invited.": "Einen beginnen; der andere Mensch wird eingeladen.",
        "End it for both.": "Ihn für beide beenden.",
        "Take no part; nobody is told.": "Nicht mitmachen; niemand erfährt davon.",
        "Get no more of something; without an ID, show what is stopped, paused and muted.":
            "Von etwas nichts mehr bekommen; ohne ID zeigen, was angehalten, pausiert und still ist.",
        "Undo `troth stop`.": "`troth stop` zurücknehmen.",
        "Get nothing at all for a while.": "Eine Weile gar nichts bekommen.",
        "End a pause.": "Eine Pause beenden.",
        "Get nothing on a date, nor ahead of what is on it.":
            "An einem Tag nichts bekommen, und auch nichts vorab zu dem, was an ihm ist.",
        "Undo `troth mute`.": "`troth mute` zurücknehmen.",
        "Agree to a ritual's escalation; it needs both people.":
            "Zustimmen, dass zu einem Ritual jemand Zweites gefragt wird; dazu braucht es beide.",
        "Withdraw your agreement, at any time.": "Deine Zustimmung zurücknehmen, jederzeit.",
        "Print the instants of a rule in UTC, one a line.": "Die Zeitpunkte einer Regel in UTC ausgeben, je Zeile einen.",
        """
        With --batch it reads questions as JSON, one a line, and answers each on a line of its own:
          {"id":1,"rrule":"FREQ=DAILY","dtstart":"2026-01-01T09:00:00","zone":"Europe/Berlin","limit":3}
          {"id":2,"calendar":"Mon *-*-1..7 09:00","zone":"UTC","after":"2026-01-01T00:00:00Z","limit":3}
          {"id":3,"kind":"yearly","start":"2000-02-29","every":1,"policy":"clamp","limit":3}
        A rule may have "after" (strictly), "gap" (shift, skip), "fold" (first, second) and "subdaily" (elapsed,
        wall). The answer is {"id":1,"occurrences":[…]} or {"id":1,"error":"why"}.
        """: """
            Mit --batch liest es Fragen als JSON, je Zeile eine, und beantwortet jede in einer eigenen Zeile:
              {"id":1,"rrule":"FREQ=DAILY","dtstart":"2026-01-01T09:00:00","zone":"Europe/Berlin","limit":3}
              {"id":2,"calendar":"Mon *-*-1..7 09:00","zone":"UTC","after":"2026-01-01T00:00:00Z","limit":3}
              {"id":3,"kind":"yearly","start":"2000-02-29","every":1,"policy":"clamp","limit":3}
            Eine Regel kann „after“ (echt später), „gap“ (shift, skip), „fold“ (first, second) und „subdaily“ (elapsed,
            wall) haben. Die Antwort ist {"id":1,"occurrences":[…]} oder {"id":1,"error":"warum"}.
            """,
        "Show a reassuring card.": "Eine Karte zeigen, die beruhigt.",
        "Nothing is asked, sent or recorded.": "Nichts wird gefragt, verschickt oder festgehalten.",
        "Say how a rule is read, and when it comes next.": "Sagen, wie eine Regel gelesen wird und wann sie das nächste Mal kommt.",
        """
        A rule is a phrase (Sunday at 19:00), a recurrence rule (FREQ=WEEKLY;BYDAY=SU), a calendar expression
        (Sun *-*-* 19:00) or a cron line (0 19 * * 0). The answer names the dialect, the rule's normal form, the
        RRULE that says the same where there is one, and the next five times.
        """: """
            Eine Regel ist ein Ausdruck in Worten (Sunday at 19:00), eine Wiederholungsregel (FREQ=WEEKLY;BYDAY=SU),
            ein Kalenderausdruck (Sun *-*-* 19:00) oder eine Cron-Zeile (0 19 * * 0). Die Antwort nennt den Dialekt, die
            Normalform, die RRULE, die dasselbe sagt, wo es eine gibt, und die nächsten fünf Male.
            """,
        "Write a letter that stays sealed until a day, and comes back on it.":
            "Einen Brief schreiben, der bis zu einem Tag versiegelt bleibt und an ihm wiederkommt.",
        """
        A letter to yourself or to somebody in the schedule. Until its day nobody is shown it, and the one it is for
        does not hear of it. For letters that are written and never sent, see `letter = "unsent"` of a ritual.
        """: """
            Ein Brief an dich selbst oder an jemanden im Plan. Bis zu seinem Tag wird er niemandem gezeigt, und der
            Mensch, für den er ist, hört nichts davon. Für Briefe, die geschrieben und nie verschickt werden, gibt es
            `letter = "unsent"` bei einem Ritual.
            """,
        "Seal a letter, read from a file or standard input.":
            "Einen Brief versiegeln, aus einer Datei oder von der Standardeingabe.",
        "Show what you wrote, and what you may read by now.":
            "Zeigen, was du geschrieben hast und was du inzwischen lesen darfst.",
        "Show a letter whose day has come.": "Einen Brief zeigen, dessen Tag gekommen ist.",
        "Let a letter go for good.": "Einen Brief für immer loslassen.",
        "Whoever wrote it can until its day, and from then on the one it is for.":
            "Bis zu seinem Tag kann es, wer ihn geschrieben hat, und danach der Mensch, für den er ist.",
        "Suggest one next step, once what is there has had some weeks.":
            "Einen nächsten Schritt vorschlagen, wenn das Bisherige ein paar Wochen hatte.",
        "Only when asked, and nothing is changed.": "Nur auf Nachfrage, und es ändert sich nichts.",
        "Read the schedule through; say every mistake, or who gets what and when.":
            "Den Plan durchlesen und jeden Fehler nennen, oder wer was wann bekommt.",
        "Say that something is done.": "Sagen, dass etwas getan ist.",
        "Leave one occurrence out.": "Ein Mal auslassen.",
        "Be nudged once more, later.": "Später noch einmal erinnert werden.",
        "Show every delivery that would be made between two times.":
            "Jede Zustellung zwischen zwei Zeiten zeigen, die es geben würde.",
        """
        A virtual clock drives the same planner as the service. It starts from an empty record, takes the first
        channel to succeed, and assumes that people answer "done" on the day. With --state it starts from a copy
        of that record. Times are dates, local times in the schedule's zone, or instants with Z or an offset.
        """: """
            Eine gedachte Uhr treibt denselben Planer wie im Dienst. Es beginnt mit leerem Verlauf, der erste Kanal
            gelingt, und alle antworten am Tag selbst mit „done“. Mit --state beginnt es mit einer Kopie jenes Verlaufs.
            Zeiten sind Tage, örtliche Zeiten in der Zone des Plans, oder Zeitpunkte mit Z oder Abstand zu UTC.
            """,
        "Look back on how far you have come.": "Zurückblicken, wie weit ihr gekommen seid.",
        "Days that mattered, small wins, and what you made time for. Nothing is counted or compared.":
            "Tage, die zählten, kleine Erfolge, und wofür ihr euch Zeit nahmt. Nichts wird gezählt oder verglichen.",
        "Write the schedule in a form that other programs read.": "Den Plan so schreiben, dass andere Programme ihn lesen.",
        "Write a calendar to subscribe to (iCalendar).": "Einen Kalender zum Abonnieren schreiben (iCalendar).",
        """
        An entry for each ritual, with its rule; times stay right in every zone and over clock changes. The same
        schedule gives the same text all year, so that it can be written again and again to where calendars fetch
        it. With --person it is that person's calendar, with what is theirs alone.
        """: """
            Ein Eintrag für jedes Ritual, mit seiner Regel; die Zeiten stimmen in jeder Zone und über jede Zeitumstellung.
            Derselbe Plan gibt das ganze Jahr denselben Text; so kann er immer wieder dorthin geschrieben werden, wo
            Kalender ihn holen. Mit --person ist es der Kalender dieses Menschen, mit dem, was ihm allein gehört.
            """,
        "Make parts of a schedule from another program's file.": "Aus der Datei eines anderen Programms Teile eines Plans machen.",
        """
        What comes of it is printed, to be read through and put into the schedule by hand; no file is changed. What
        a schedule has no place for is said in comments.
        """: """
            Was dabei herauskommt, wird ausgegeben, zum Durchlesen und Einfügen von Hand; keine Datei ändert sich. Wofür ein
            Plan keinen Platz hat, das steht in Kommentaren.
            """,
        "Events of a calendar (iCalendar) as rituals and milestones.":
            "Termine eines Kalenders (iCalendar) als Rituale und Meilensteine.",
        "Birthdays and anniversaries of contacts (vCard) as milestones.":
            "Geburtstage und Jahrestage von Kontakten (vCard) als Meilensteine.",
    ]

    private static let options: [String: String] = [
        "The schedule (default: ~/.config/troth/troth.toml).": "Der Plan (sonst: ~/.config/troth/troth.toml).",
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
    ]
}
