/// What is said about forgetting, in one language.
protocol ForgetWords: Sendable {
    func stillNamed(_ person: String) -> String
    func onceGone(_ person: String) -> String
    func stillInForce(_ person: String) -> String
    var reload: String { get }
    var noName: String { get }
    var sayName: String { get }
    func nothing(_ person: String) -> String
    func gone(_ person: String, _ entries: Int) -> String
    /// What the record cannot reach, a sentence a line.
    var traces: [String] { get }
    func later(_ person: String) -> String
    var takenBack: String { get }
    var notAsked: String { get }
    func isLater(_ person: String) -> String
    func written(_ entries: Int, _ file: String) -> String
    func isThere(_ file: String) -> String
    func kept(_ length: String) -> String
}

struct EnglishForgetWords: ForgetWords {
    func stillNamed(_ person: String) -> String {
        "the schedule still names `\(person)`, so the record stays as it is:"
    }
    func onceGone(_ person: String) -> String {
        "once these lines are gone, `troth forget \(person)` takes it out for good; `--export FILE` writes down what "
            + "is there first, and with `--later` it happens by itself as soon as the schedule allows"
    }
    func stillInForce(_ person: String) -> String { "the schedule in force still names `\(person)`" }
    var reload: String { "`troth reload` takes up the one without" }
    var noName: String { "nobody is named, so the record stays as it is" }
    var sayName: String { "`troth forget sam`, with the ID that the schedule had for them" }
    func nothing(_ person: String) -> String { "nothing is on record of `\(person)`" }
    func gone(_ person: String, _ entries: Int) -> String {
        entries == 1
            ? "1 entry of `\(person)` is gone from the record, for good"
            : "\(entries) entries of `\(person)` are gone from the record, for good"
    }
    var traces: [String] {
        [
            "What was sent stays where it arrived: in mailboxes, on devices, and with whatever program passed it on.",
            "Out of reach are backups, another host's record, this machine's log (`journalctl`), and former versions "
                + "of the schedule such as those that git keeps.",
            "Names of rituals and channels stay as long as somebody else has them.",
        ]
    }
    func later(_ person: String) -> String {
        "noted: nothing more comes to you, and once the schedule leaves you out, the record does as well; "
            + "`troth forget \(person) --no-later` takes that back"
    }
    var takenBack: String { "noted: the record stays, and what is yours comes to you again" }
    var notAsked: String { "nothing of the kind was noted" }
    func isLater(_ person: String) -> String {
        "leaves the record once the schedule leaves you out (`troth forget \(person) --no-later` takes that back)"
    }
    func written(_ entries: Int, _ file: String) -> String {
        entries == 1 ? "1 entry is in \(file)" : "\(entries) entries are in \(file)"
    }
    func isThere(_ file: String) -> String { "\(file) is there already; nothing was written and nothing taken out" }
    func kept(_ length: String) -> String { "what is over leaves the record after \(length)" }
}

struct GermanForgetWords: ForgetWords {
    func stillNamed(_ person: String) -> String {
        "der Plan nennt `\(person)` noch, deshalb bleiben die Aufzeichnungen, wie sie sind:"
    }
    func onceGone(_ person: String) -> String {
        "wenn diese Zeilen weg sind, löscht `troth forget \(person)` sie endgültig; `--export DATEI` schreibt vorher "
            + "auf, was da ist, und mit `--later` geschieht es von selbst, sobald der Plan es zulässt"
    }
    func stillInForce(_ person: String) -> String { "der geltende Plan nennt `\(person)` noch" }
    var reload: String { "`troth reload` nimmt den neuen" }
    var noName: String { "niemand ist genannt, deshalb bleiben die Aufzeichnungen, wie sie sind" }
    var sayName: String { "`troth forget sam`, mit der Kennung aus dem Plan" }
    func nothing(_ person: String) -> String { "von `\(person)` ist nichts aufgezeichnet" }
    func gone(_ person: String, _ entries: Int) -> String {
        entries == 1
            ? "1 Eintrag von `\(person)` ist endgültig aus den Aufzeichnungen gelöscht"
            : "\(entries) Einträge von `\(person)` sind endgültig aus den Aufzeichnungen gelöscht"
    }
    var traces: [String] {
        [
            "Was verschickt wurde, bleibt, wo es ankam: in Postfächern, auf Geräten und bei Programmen, die es "
                + "weitergaben.",
            "Nicht zu erreichen sind Sicherungskopien, die Aufzeichnungen eines anderen Rechners, das Protokoll dieses "
                + "Rechners (`journalctl`) und frühere Fassungen des Plans, etwa in git.",
            "Namen von Ritualen und Kanälen bleiben, solange jemand anders sie hat.",
        ]
    }
    func later(_ person: String) -> String {
        "notiert: zu dir kommt nichts mehr, und sobald der Plan dich nicht mehr nennt, ist auch das Aufgezeichnete weg; "
            + "`troth forget \(person) --no-later` nimmt das zurück"
    }
    var takenBack: String { "notiert: das Aufgezeichnete bleibt, und was dir gilt, kommt wieder zu dir" }
    var notAsked: String { "nichts dergleichen war notiert" }
    func isLater(_ person: String) -> String {
        "das Aufgezeichnete geht, sobald der Plan dich nicht mehr nennt "
            + "(`troth forget \(person) --no-later` nimmt das zurück)"
    }
    func written(_ entries: Int, _ file: String) -> String {
        entries == 1 ? "1 Eintrag steht in \(file)" : "\(entries) Einträge stehen in \(file)"
    }
    func isThere(_ file: String) -> String { "\(file) gibt es schon; nichts wurde geschrieben und nichts gelöscht" }
    func kept(_ length: String) -> String { "was vorbei ist, bleibt \(length) lang aufgezeichnet" }
}
