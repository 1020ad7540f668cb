/// What channels say, beside what that is in German, with `{}` where something is filled in; the narrower first.
let germanDetails: [(english: String, german: String)] =
    [
        // Commands.
        ("the command exited with 0", "das Kommando endete mit 0"),
        ("exited with 75 (try again later)", "endete mit 75 (später noch einmal)"),
        ("exited with {}", "endete mit {}"),
        ("ended by signal {}", "von Signal {} beendet"),
        ("did not end in time ({} s)", "wurde nicht rechtzeitig fertig ({} s)"),
        ("there is no program `{}` here; is it installed?", "das Programm `{}` gibt es hier nicht; ist es installiert?"),
        (
            "`{}` may not be run: it is no program, or not for this user",
            "`{}` lässt sich nicht starten: es ist kein Programm, oder nicht für dieses Konto"
        ),
        ("`{}` is not a program this machine can run", "`{}` ist kein Programm, das dieser Rechner ausführen kann"),
        ("the text is too long for the arguments of `{}`", "der Text ist zu lang für die Argumente von `{}`"),
        ("`{}` cannot be started: {}", "`{}` lässt sich nicht starten: {}"),
        ("`{}` could not be started: {}", "`{}` ließ sich nicht starten: {}"),
        ("not tried: the service is stopping", "nicht versucht: der Dienst hört gerade auf"),
        ("not tried: what went before it took too long", "nicht versucht: was davor dran war, hat zu lang gebraucht"),
        ("this host has no such channel", "dieser Rechner hat diesen Kanal nicht"),
        ("no outcome was recorded", "es ist kein Ergebnis aufgezeichnet"),

        // The terminal and the desktop.
        ("no terminal of yours is open", "keins deiner Terminals ist offen"),
        ("shown on 1 terminal", "auf 1 Terminal gezeigt"),
        ("shown on {} terminals", "auf {} Terminals gezeigt"),
        ("nobody shows notices here yet", "hier zeigt noch niemand Hinweise an"),
        ("whoever shows notices here does not answer", "wer hier Hinweise anzeigt, antwortet nicht"),
        ("no bus is there", "hier ist kein Bus"),
        ("the bus cannot be reached: {}", "der Bus ist nicht erreichbar: {}"),
        (
            "it is not known yet whether anybody shows notices here",
            "es ist noch nicht bekannt, ob hier jemand Hinweise anzeigt"
        ),
        (
            "the notification server gave the notice no number",
            "der Hinweisdienst hat dem Hinweis keine Nummer gegeben"
        ),
        (
            "the notification server went away before the notice could be seen",
            "der Hinweisdienst ging weg, bevor der Hinweis zu sehen war"
        ),
        ("the notification server did not answer in time", "der Hinweisdienst hat nicht rechtzeitig geantwortet"),
        (
            "the bus went away before the notification server answered",
            "der Bus ging weg, bevor der Hinweisdienst antwortete"
        ),
        ("the notice cannot be written: {}", "der Hinweis lässt sich nicht schreiben: {}"),
        ("the notification server refused it: {}", "der Hinweisdienst hat es abgelehnt: {}"),
        ("the notification server: {}", "der Hinweisdienst: {}"),
        (
            "the service stopped before the notification server answered",
            "der Dienst hörte auf, bevor der Hinweisdienst antwortete"
        ),

        // Mail, by the machine's own mailer.
        ("the mailer took it", "das Mailprogramm hat es angenommen"),
        ("the mailer was ended by signal {}", "das Mailprogramm wurde von Signal {} beendet"),
        ("the mailer did not end in time ({} s)", "das Mailprogramm wurde nicht rechtzeitig fertig ({} s)"),
    ] + germanMailerExits + germanServerDetails + germanSecretDetails

/// The codes of sysexits.h, as the mailer's way of ending.
private let germanMailerExits: [(english: String, german: String)] =
    [
        ("usage", "Aufruf"), ("data", "Daten"), ("no input", "keine Eingabe"), ("no such user", "dieses Konto gibt es nicht"),
        ("no such host", "diesen Rechner gibt es nicht"), ("refused", "abgelehnt"), ("internal", "im Innern"),
        ("system", "System"), ("system file", "Systemdatei"), ("cannot create", "lässt sich nicht anlegen"),
        ("input or output", "Ein- oder Ausgabe"), ("try again later", "später noch einmal"), ("protocol", "Protokoll"),
        ("not allowed", "nicht erlaubt"), ("configuration", "Einrichtung"),
    ].map { ("the mailer exited with {} (\($0))", "das Mailprogramm endete mit {} (\($1))") }
    + [("the mailer exited with {}", "das Mailprogramm endete mit {}")]

/// Mail, by a server.
private let germanServerDetails: [(english: String, german: String)] = [
    ("troth-mail is missing: it belongs beside the service", "troth-mail fehlt: es gehört neben den Dienst"),
    ("troth-mail ended without an answer", "troth-mail endete ohne Antwort"),
    ("{} has no `email`", "{} hat keine `email`"),
    ("the first line does not say which server", "die erste Zeile sagt nicht, welcher Server"),
    ("a line is no message", "eine Zeile ist keine Nachricht"),
    ("libcurl cannot be started", "libcurl lässt sich nicht starten"),
    (
        "libcurl does not know how to send mail this way ({})",
        "libcurl kann auf diesem Weg keine Mail verschicken ({})"
    ),
    ("the server took it", "der Server hat es angenommen"),
    (
        "the server does not take addresses with letters beyond ASCII (SMTPUTF8)",
        "der Server nimmt keine Adressen mit Buchstaben außerhalb von ASCII (SMTPUTF8)"
    ),
    ("the server did not answer within {} s", "der Server hat {} s lang nicht geantwortet"),
    (
        "the connection was lost after the message was sent, before the server said what became of it",
        "die Verbindung brach nach dem Senden ab, bevor der Server sagte, was daraus wurde"
    ),
    (
        "the server did not say within {} s what became of the message",
        "der Server hat {} s lang nicht gesagt, was aus der Nachricht wurde"
    ),
    ("the server's name cannot be looked up: {}", "der Name des Servers lässt sich nicht nachschlagen: {}"),
    ("the server cannot be reached: {}", "der Server ist nicht erreichbar: {}"),
    ("no connection to the server: {}", "keine Verbindung zum Server: {}"),
    ("the server did not answer in time", "der Server hat nicht rechtzeitig geantwortet"),
    ("the server has no STARTTLS at the moment: {}", "der Server hat gerade kein STARTTLS: {}"),
    (
        "the server offers no STARTTLS, without which nothing is sent (`starttls`)",
        "der Server bietet kein STARTTLS, und ohne wird nichts gesendet (`starttls`)"
    ),
    ("the connection was lost while it was secured", "die Verbindung brach ab, während sie gesichert wurde"),
    ("no secure connection to the server: {}", "keine sichere Verbindung zum Server: {}"),
    ("the server cannot check the login now: {}", "der Server kann die Anmeldung gerade nicht prüfen: {}"),
    (
        "the server refused the login (`username`, `password` or `token`)",
        "der Server hat die Anmeldung abgelehnt (`username`, `password` oder `token`)"
    ),
    (
        "the connection was lost before the message was sent: {}",
        "die Verbindung brach ab, bevor die Nachricht gesendet war: {}"
    ),
]

/// Passwords and tokens, by what they come from and what is wrong with it.
private let germanSecretDetails: [(english: String, german: String)] =
    [
        ("`{}` cannot be a credential's name", "`{}` kann kein Credential heißen"),
        (
            "there is no credential `{}`: the service was started without any (LoadCredential=)",
            "das Credential `{}` gibt es nicht: der Dienst wurde ohne eines gestartet (LoadCredential=)"
        ),
        ("the {}'s command is empty", "das Kommando zu {} ist leer"),
        ("no pipe for the {}'s command", "keine Pipe für das Kommando zu {}"),
        ("the {}'s command `{}` cannot be started: {}", "das Kommando zu {}, `{}`, lässt sich nicht starten: {}"),
        ("the {}'s command `{}` did not end within {} s", "das Kommando zu {}, `{}`, wurde in {} s nicht fertig"),
        ("the {}'s command `{}` prints too much", "das Kommando zu {}, `{}`, gibt zu viel aus"),
        ("the {}'s command `{}` printed nothing", "das Kommando zu {}, `{}`, hat nichts ausgegeben"),
    ]
    + [
        ("the credential `{}`", "das Credential `{}`"), ("the {}'s file {}", "die Datei zu {}, {},"),
        ("what the {}'s command prints", "die Ausgabe des Kommandos zu {}"),
    ].flatMap { source in
        [
            ("{} is no text", "{} ist kein Text"), ("{} is empty", "{} ist leer"),
            ("{} cannot be read: {}", "{} ist nicht lesbar: {}"), ("{} cannot be read", "{} ist nicht lesbar"),
            ("{} is no plain file", "{} ist keine gewöhnliche Datei"),
            ("{} belongs to somebody else", "{} gehört einem anderen Konto"),
            ("{} is open to others (mode 0{}); `chmod 600` it", "{} ist offen für andere (Modus 0{}); `chmod 600` hilft"),
            ("{} is too long for a secret", "{} ist zu lang für ein Geheimnis"),
        ].map { fault in
            (source.0 + fault.0.dropFirst(2), source.1 + fault.1.dropFirst(2))
        }
    }
