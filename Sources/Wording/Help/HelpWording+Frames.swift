extension HelpWording {
    /// The argument parser's sentences, with `*` for what it fills in; of two that fit, the first counts.
    static let frames: [(english: String, german: String)] = [
        ("OVERVIEW: *", "ÜBERSICHT: *"),
        ("USAGE: *", "AUFRUF: *"),
        ("Usage: *", "Aufruf: *"),
        ("ARGUMENTS:", "ANGABEN:"),
        ("OPTIONS:", "OPTIONEN:"),
        ("SUBCOMMANDS:", "BEFEHLE:"),
        ("  See '* --help' for more information.", "  Mehr sagt „* --help“."),
        ("  See '* <subcommand>' for detailed help.", "  Mehr zu einem Befehl sagt „* <subcommand>“."),
        ("  --version *Show the version.", "  --version *Die Version zeigen."),
        ("  -h, --help *Show help information.", "  -h, --help *Diese Hilfe zeigen."),
        ("*(default: *)", "*(sonst: *)"),
        ("*(values: *)", "*(möglich: *)"),
        ("Error: Unknown option '*'. Did you mean '*'?", "Fehler: Die Option „*“ gibt es nicht. Meinst du „*“?"),
        ("Error: Unknown option '*'", "Fehler: Die Option „*“ gibt es nicht."),
        ("Error: Missing value for '*'", "Fehler: Bei „*“ fehlt der Wert."),
        (
            "Error: The option '*' does not take any value, but '*' was specified.",
            "Fehler: Die Option „*“ nimmt keinen Wert, und „*“ steht dabei."
        ),
        ("Error: Unexpected argument '*'", "Fehler: Mit „*“ ist hier nichts anzufangen."),
        ("Error: * unexpected arguments: '*'", "Fehler: Mit * Angaben ist hier nichts anzufangen: „*“"),
        (
            "Error: Value to be set with * had already been set with *",
            "Fehler: Was * setzen soll, hat schon * gesetzt."
        ),
        ("Error: Missing expected argument '*'", "Fehler: Es fehlt „*“."),
        ("Error: Missing one of: '*'", "Fehler: Es fehlt eines von: „*“"),
        (
            "Error: The value '*' is invalid for '*'. Please provide one of '*' and '*'.",
            "Fehler: „*“ passt nicht zu „*“; möglich sind „*“ und „*“."
        ),
        (
            "Error: The value '*' is invalid for '*'. Please provide one of *.",
            "Fehler: „*“ passt nicht zu „*“; möglich sind *."
        ),
        ("Error: The value '*' is invalid for '*'", "Fehler: „*“ passt nicht zu „*“."),
        ("Error: Invalid option: *", "Fehler: Die Option „*“ gibt es nicht."),
        ("Error: Missing required subcommand.", "Fehler: Es fehlt der Befehl."),
        ("Error: *", "Fehler: *"),
        ("Help:  *", "Hilfe: *"),
    ]
}
