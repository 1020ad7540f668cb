import Planning

struct GermanCommandWords: CommandWords {
    var noService: String { "es läuft kein Dienst" }
    func running(_ process: Int32, _ status: String) -> String { "der Dienst läuft (pid \(process)): \(status)" }
    func workedOnRecord(_ state: String) -> String { "es läuft kein Dienst; die Aufzeichnungen in \(state) benutzt" }
    var nothingToCome: String { "nichts steht an" }
    var nothingYet: String { "noch nichts aufgezeichnet" }
    func done(_ title: String, _ when: String?) -> String {
        when.map { "notiert: \(title), \($0): erledigt" } ?? "notiert: \(title), erledigt"
    }
    func skipped(_ title: String, _ when: String) -> String { "ausgelassen: \(title), \(when)" }
    func snoozed(_ title: String, _ until: String) -> String { "kommt wieder: \(title), \(until)" }
    func reloaded(_ rituals: Int) -> String {
        "der neue Plan gilt: " + (rituals == 1 ? "1 Ritual" : "\(rituals) Rituale")
    }
    var keepsLastGood: String { "der letzte gute Plan gilt weiter" }
    func recordUnreadable(_ why: String) -> String { "die Aufzeichnungen lassen sich nicht lesen: \(why)" }
    func noSuchPerson(_ text: String, _ known: String) -> String {
        "niemand heißt hier `\(text)`" + (known.isEmpty ? "" : "; es gibt \(known)")
    }
    func noSuchChannel(_ text: String, _ known: String) -> String {
        "kein Kanal heißt `\(text)`" + (known.isEmpty ? "" : "; es gibt \(known)")
    }
    func noSuchRitual(_ text: String) -> String { "kein Ritual heißt `\(text)`" }
    func noSuchOccurrence(_ ritual: String, _ text: String) -> String { "`\(ritual)` kommt nicht am `\(text)`" }
    func notFor(_ ritual: String, _ person: String) -> String { "`\(ritual)` ist nicht für `\(person)`" }
    func whoAnswers(_ ritual: String, _ people: String) -> String { "`\(ritual)` ist für \(people)" }
    func sayPerson(_ person: String) -> String { "sag, wer: --person \(person)" }
    func nothingOpen(_ ritual: String) -> String { "von `\(ritual)` wartet nichts auf eine Antwort" }
    func nextIs(_ id: String) -> String { "als Nächstes kommt `\(id)`" }
    func didYouMean(_ text: String) -> String { "meintest du `\(text)`?" }
    func snoozeTooLong(_ latest: String) -> String { "vorher kommt schon die nächste Erinnerung (\(latest))" }
    var snoozeTooShort: String { "später heißt: etwa 30 min, 2 h oder 1 day" }
    func forAnother(_ person: String) -> String { "das geht nur \(person) selbst etwas an, vom eigenen Konto aus" }
    var leaveOutPerson: String { "ohne --person geht es um dich selbst" }
    func sharedAccount(_ people: String) -> String { "dieses Konto ist für \(people)" }
    var nobodysAccount: String { "dieses Konto gehört niemandem im Plan" }
    var mapAccount: String { "im Plan kann es jemandem gehören: `user = \"KONTO\"` in `[people.ID]`" }
    var forTheKeeper: String { "das ist für root oder das Konto, unter dem der Dienst läuft" }
    func forTheGroup(_ group: String) -> String { "der Plan dieses Rechners ist für die Gruppe `\(group)`" }
    var joinOrBegin: String {
        "wer den Rechner pflegt, kann dich aufnehmen; `troth init` beginnt einen eigenen Plan"
    }
    func tested(_ channel: String, _ person: String, _ outcome: AttemptOutcome) -> String {
        switch outcome {
        case .delivered(let word): "\(channel) an \(person): zugestellt" + (word.isEmpty ? "" : " (\(word))")
        case .transient(let why, _): "\(channel) an \(person): gerade nicht (\(why)); ein neuer Versuch lohnt sich"
        case .permanent(let why): "\(channel) an \(person): abgelehnt (\(why))"
        case .uncertain(let why): "\(channel) an \(person): vielleicht angekommen (\(why))"
        case .unreachable(let why): "\(channel) an \(person): nicht erreichbar (\(why))"
        }
    }
    func started(_ program: String, _ input: Int) -> String {
        "\(program) gestartet" + (input == 0 ? "" : ", mit \(input) Bytes in der Standardeingabe")
    }
    func ended(_ code: Int32) -> String { "beendet mit \(code)" }
    func signalled(_ number: Int32) -> String { "beendet durch Signal \(number)" }
    var timedOut: String { "nicht rechtzeitig beendet" }
    func connected(_ address: String) -> String { "verbunden mit \(address)" }
    func said(_ text: String) -> String { "die Antwort: \(text)" }
    func found(_ name: String) -> String { "Hinweise zeigt \(name.isEmpty ? "ein Programm ohne Namen" : name)" }
    func numbered(_ number: UInt32) -> String { "der Hinweis bekam die Nummer \(number)" }
    var stillThere: String { "es war danach noch da" }
    func ahead(_ lead: String) -> String { "\(lead) vorher" }
    func to(_ title: String, _ person: String, _ channels: String) -> String {
        "\(title) für \(person)" + (channels.isEmpty ? "" : " über \(channels)")
    }
    func id(_ id: String) -> String { "Kennung \(id)" }
    var onceMore: String { "noch einmal, wenn es bis dahin ohne Antwort ist" }
    func thanLastTime(_ shift: String) -> String { "\(shift) als letztes Mal" }
    func outcome(_ outcome: Outcome, _ reason: Reason?) -> String {
        switch (outcome, reason) {
        case (.acknowledged, .doneByAnother): "von jemand anderem erledigt"
        case (.skipped, .skippedByAnother): "von jemand anderem ausgelassen"
        case (.acknowledged, _): "erledigt"
        case (.delivered, _): "zugestellt"
        case (.skipped, .supersededByLater): "ausgelassen, eine spätere kam an ihre Stelle"
        case (.skipped, .edited), (.skipped, .removed): "ausgelassen, der Plan hat sich geändert"
        case (.skipped, .notOptedIn): "ausgelassen, bis du selbst es möchtest"
        case (.skipped, .nothingLeft): "ausgelassen, das Glas war leer"
        case (.skipped, .calledOff): "fiel diesmal aus"
        case (.skipped, .stopped): "ausgelassen, es war beendet"
        case (.skipped, .paused): "ausgelassen, in einer Pause"
        case (.skipped, .muted): "ausgelassen, der Tag war stumm"
        case (.skipped, .noAgreement): "ausgelassen, ohne Zustimmung"
        case (.skipped, _): "ausgelassen"
        case (.expired, _): "die Zeit ist vorbei"
        case (.failed, .uncertain): "unbekannt, ob es ankam"
        case (.failed, _): "ließ sich nicht zustellen"
        }
    }
    var open: String { "offen" }
    var deliveredAndOpen: String { "zugestellt, offen" }
    var passed: String { "die Zeit verging, während niemand senden konnte" }
    func more(_ place: String) -> String { "es gibt mehr: --before \(place)" }
    func noSuchOutcome(_ text: String, _ known: String) -> String { "nichts endet mit `\(text)`; es gibt \(known)" }
    func noSuchPlace(_ text: String) -> String {
        "`\(text)` ist keine Stelle der Aufzeichnungen; eine Seite endet mit einer"
    }
    func noSuchTime(_ text: String, _ option: String) -> String {
        "`\(text)` nach \(option) lässt sich nicht lesen; schreib 2026-11-22, 2026-11-22T18:00 oder '3 days'"
    }
}
