import Planning

/// What the programs say of themselves, in one language.
protocol ProgramWords: Sendable {
    func file(_ problem: FileProblem) -> String
    func output(_ problem: String) -> String
    var initWrites: String { get }
    func held(_ process: Int32?) -> String
    func record(_ problem: LedgerProblem) -> String
    var recordRefuses: String { get }
    var serviceEnded: String { get }
    var noAnswerInTime: String { get }
    var answerTooLong: String { get }
    var requestTooLong: String { get }
    var serviceUsage: String { get }
    func needsValue(_ option: String) -> String
    func noSuchOption(_ option: String) -> String
    func noSuchCommand(_ name: String) -> String
    func didYouMean(_ text: String) -> String
    func lists(_ command: String) -> String
    func atLeast(_ option: String, _ least: Int) -> String
    func liesAfter(_ option: String, _ other: String) -> String
    var ruleOrBatch: String { get }
    var scheduleTwice: String { get }
    func noInstant(_ option: String, _ text: String) -> String
    func noTime(_ option: String, _ text: String) -> String
    func noLocalTime(_ option: String, _ text: String) -> String
    func noTimeOfDay(_ option: String, _ text: String) -> String
    func suchAs(_ examples: [String]) -> String
    func wrote(_ path: String) -> String
    var afterInit: String { get }
    func alreadyThere(_ path: String) -> String
}

struct EnglishProgramWords: ProgramWords {
    func file(_ problem: FileProblem) -> String {
        switch problem {
        case .missing: "there is no such file"
        case .forbidden: "this user may not do that here"
        case .isFolder: "it is a folder, not a file"
        case .tooLarge: "it is too large"
        case .diskFull: "the disk is full"
        case .readOnly: "nothing can be written there"
        case .other(let text): text
        }
    }
    func output(_ problem: String) -> String { "the output could not be written: \(problem)" }
    var initWrites: String { "`troth init` writes a first one" }
    func held(_ process: Int32?) -> String {
        "another service keeps this state" + (process.map { " (pid \($0))" } ?? "")
    }
    func record(_ problem: LedgerProblem) -> String {
        switch problem {
        case .missing: "there is no ledger"
        case .symbolicLink: "it is a symbolic link"
        case .notPlain: "it is not a plain file"
        case .ofAnother(let user): "it belongs to another user (\(user))"
        case .folderOfAnother(let user): "the folder belongs to another user (\(user))"
        case .otherNames: "it has another name elsewhere (a hard link)"
        case .exchanged: "the folder changed while it was being opened"
        case .notALedger: "the file is not a ledger of Troth"
        case .later(let version, let known):
            "the file is of version \(version), from a later Troth; this one knows up to \(known)"
        case .earlier(let version):
            "the file is of version \(version), from an earlier Troth; starting the service updates it"
        case .noVersion: "the file has no version"
        case .damaged(let what): "the file is damaged (\(what))"
        case .row(let found): "a row cannot be read: \(found)"
        case .noSecret: "the ledger's secret is missing"
        case .diskFull: "the disk is full"
        case .inUse: "another program is using the ledger's file"
        case .readingOnly: "the ledger was opened for reading only"
        case .other(let text): text
        }
    }
    var recordRefuses: String { "the record cannot be written" }
    var serviceEnded: String { "the service ended while it was asked" }
    var noAnswerInTime: String { "the service did not answer in time" }
    var answerTooLong: String { "the service's answer is too long" }
    var requestTooLong: String { "the request is too long" }
    var serviceUsage: String {
        """
        usage: trothd [--config FILE] [--state FOLDER]

        Serves the schedule in FILE (~/.config/troth/troth.toml) and keeps its record in FOLDER
        (~/.local/state/troth). Runs in the foreground; systemd starts and stops it.
        """
    }
    func needsValue(_ option: String) -> String { "`\(option)` needs a value" }
    func noSuchOption(_ option: String) -> String { "no such option: \(option)" }
    func noSuchCommand(_ name: String) -> String { "there is no command `\(name)`" }
    func didYouMean(_ text: String) -> String { "did you mean `\(text)`?" }
    func lists(_ command: String) -> String { "`\(command)` lists them" }
    func atLeast(_ option: String, _ least: Int) -> String { "\(option) must be at least \(least)" }
    func liesAfter(_ option: String, _ other: String) -> String { "\(option) lies after \(other)" }
    var ruleOrBatch: String { "say --rrule and --start, or --batch" }
    var scheduleTwice: String { "the schedule is given twice, by its name and by --config" }
    func noInstant(_ option: String, _ text: String) -> String { "\(option) is no instant: \(text)" }
    func noTime(_ option: String, _ text: String) -> String { "\(option) is no time: \(text)" }
    func noLocalTime(_ option: String, _ text: String) -> String { "\(option) is no local time: \(text)" }
    func noTimeOfDay(_ option: String, _ text: String) -> String { "\(option) is no time of day: \(text)" }
    func suchAs(_ examples: [String]) -> String { "such as " + list(examples, "or") }
    func wrote(_ path: String) -> String { "wrote \(path)" }
    var afterInit: String {
        "next: `troth check` says who gets what and when; `systemctl --user enable --now troth` starts it"
    }
    func alreadyThere(_ path: String) -> String { "\(path) is there already; it stays as it is" }
}

struct GermanProgramWords: ProgramWords {
    func file(_ problem: FileProblem) -> String {
        switch problem {
        case .missing: "diese Datei gibt es nicht"
        case .forbidden: "das darf dieses Konto hier nicht"
        case .isFolder: "das ist ein Ordner, keine Datei"
        case .tooLarge: "sie ist zu groß"
        case .diskFull: "der Datenträger ist voll"
        case .readOnly: "dort lässt sich nichts schreiben"
        case .other(let text): "das System sagt: \(text)"
        }
    }
    func output(_ problem: String) -> String { "die Ausgabe ließ sich nicht schreiben: \(problem)" }
    var initWrites: String { "`troth init` schreibt einen ersten Plan" }
    func held(_ process: Int32?) -> String {
        "um diesen Ordner kümmert sich schon ein anderer Dienst" + (process.map { " (pid \($0))" } ?? "")
    }
    func record(_ problem: LedgerProblem) -> String {
        switch problem {
        case .missing: "hier sind keine Aufzeichnungen"
        case .symbolicLink: "das ist ein symbolischer Link"
        case .notPlain: "das ist keine gewöhnliche Datei"
        case .ofAnother(let user): "das gehört einem anderen Konto (\(user))"
        case .folderOfAnother(let user): "der Ordner gehört einem anderen Konto (\(user))"
        case .otherNames: "die Datei hat anderswo noch einen Namen (einen harten Link)"
        case .exchanged: "der Ordner hat sich beim Öffnen geändert"
        case .notALedger: "die Datei enthält keine Aufzeichnungen von Troth"
        case .later(let version, let known):
            "die Datei hat Version \(version), von einem neueren Troth; dieses kennt sie bis \(known)"
        case .earlier(let version):
            "die Datei hat Version \(version), von einem älteren Troth; der Dienst bringt sie beim Start auf den Stand"
        case .noVersion: "die Datei hat keine Version"
        case .damaged(let what): "die Datei ist beschädigt (\(what))"
        case .row(let found): "eine Zeile ist nicht lesbar: \(found)"
        case .noSecret: "den Aufzeichnungen fehlt ihr Geheimnis"
        case .diskFull: "der Datenträger ist voll"
        case .inUse: "ein anderes Programm benutzt gerade die Datei"
        case .readingOnly: "die Aufzeichnungen sind nur zum Lesen geöffnet"
        case .other(let text): "das System sagt: \(text)"
        }
    }
    var recordRefuses: String { "die Aufzeichnungen lassen sich nicht schreiben" }
    var serviceEnded: String { "der Dienst hat während der Frage aufgehört" }
    var noAnswerInTime: String { "der Dienst hat nicht rechtzeitig geantwortet" }
    var answerTooLong: String { "die Antwort des Dienstes ist zu lang" }
    var requestTooLong: String { "die Anfrage ist zu lang" }
    var serviceUsage: String {
        """
        Aufruf: trothd [--config DATEI] [--state ORDNER]

        Führt den Plan in DATEI aus (~/.config/troth/troth.toml) und hält seine Aufzeichnungen in ORDNER
        (~/.local/state/troth). Läuft im Vordergrund; systemd startet und beendet ihn.
        """
    }
    func needsValue(_ option: String) -> String { "`\(option)` braucht einen Wert" }
    func noSuchOption(_ option: String) -> String { "diese Option gibt es nicht: \(option)" }
    func noSuchCommand(_ name: String) -> String { "einen Befehl „\(name)“ gibt es nicht" }
    func didYouMean(_ text: String) -> String { "meintest du `\(text)`?" }
    func lists(_ command: String) -> String { "`\(command)` zählt sie auf" }
    func atLeast(_ option: String, _ least: Int) -> String { "\(option) ist mindestens \(least)" }
    func liesAfter(_ option: String, _ other: String) -> String { "\(option) liegt nach \(other)" }
    var ruleOrBatch: String { "nenne --rrule und --start, oder --batch" }
    var scheduleTwice: String { "der Plan ist zweimal angegeben, mit Namen und durch --config" }
    func noInstant(_ option: String, _ text: String) -> String { "\(option) ist kein Zeitpunkt: \(text)" }
    func noTime(_ option: String, _ text: String) -> String { "\(option) ist keine Zeit: \(text)" }
    func noLocalTime(_ option: String, _ text: String) -> String { "\(option) ist keine Ortszeit: \(text)" }
    func noTimeOfDay(_ option: String, _ text: String) -> String { "\(option) ist keine Uhrzeit: \(text)" }
    func suchAs(_ examples: [String]) -> String { "etwa " + list(examples, "oder") }
    func wrote(_ path: String) -> String { "\(path) geschrieben" }
    var afterInit: String {
        "weiter: `troth check` sagt, wer wann was bekommt; `systemctl --user enable --now troth` startet den Dienst"
    }
    func alreadyThere(_ path: String) -> String { "\(path) gibt es schon; die Datei bleibt, wie sie ist" }
}

/// `a, b or c`
private func list(_ texts: [String], _ or: String) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " \(or) " + last
}
