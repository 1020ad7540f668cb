extension HelpWording {
    /// Every command's own texts, by their English ones.
    static let german: [String: String] = commands.merging(germanOptions) { first, _ in first }

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
        "Set a small goal for next time, at a check-in or after it.":
            "Ein kleines Ziel fürs nächste Mal festhalten, im Gespräch oder danach.",
        """
        `troth goal "Cook together on Tuesday"` sets one. It comes back with the next time, once, to look at
        together; those who sit down together see it together. Nothing counts what was reached.
        """: """
            `troth goal "Dienstag zusammen kochen"` hält eines fest. Es kommt mit dem nächsten Mal wieder, einmal, um es
            zusammen anzuschauen; wer zusammensitzt, sieht es zusammen. Nichts zählt, was erreicht wurde.
            """,
        "Set one; `troth goal TEXT` does the same.": "Eines festhalten; `troth goal TEXT` tut dasselbe.",
        "Show those for next time, and last time's.": "Die fürs nächste Mal zeigen, und die vom letzten Mal.",
        "Say that one is reached, if you like.": "Sagen, dass eines erreicht ist, wenn du magst.",
        "It is told as reached next time, and when you look back.":
            "Das nächste Mal heißt es erreicht, und im Rückblick kommt es wieder.",
        "Let one go; nothing of it is kept.": "Eines loslassen; nichts davon wird aufbewahrt.",
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
}
