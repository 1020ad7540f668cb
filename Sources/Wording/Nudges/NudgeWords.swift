import Planning

/// What a nudge says in one language, beyond what the schedule's own words say.
protocol NudgeWords: Sendable {
    /// The title of a kind that was given none.
    func title(_ kind: Kind) -> String
    /// "Wedding day: your 7th".
    func counted(_ title: String, _ ordinal: String) -> String
    /// "Tomorrow at 19:00, in 1 day."
    func ahead(_ when: String, _ remaining: String) -> String
    /// "This was for today at 08:30."
    func late(_ when: String) -> String
    /// "19:00 for you (CET)."
    func yourTime(_ time: String, _ zone: String) -> String
    var anHour: String { get }
    /// "an hour earlier".
    func earlier(_ length: String) -> String
    func later(_ length: String) -> String
    /// "That is an hour earlier for you than last time, since a clock changed."
    func shifted(_ shift: String) -> String
    /// Whose turn it is to open a check-in or to plan something; nil is the reader.
    func turn(_ kind: Kind, _ name: String?) -> String
    /// The title of what says nothing about itself.
    var discreetTitle: String { get }
    /// How to see what it is about, and how to answer it by the word that names it.
    func discreetFooter(_ handle: String) -> String
    /// A message that gathers what came while nobody could send it.
    var gatheredTitle: String { get }
    var gatheredOpening: String { get }
    /// "And 4 more."
    func more(_ count: Int) -> String
    /// What stands above a line from a jar: "From Sam:"
    func fromJar(_ giver: String) -> String
    /// What whoever fills a jar is told when it comes to its end.
    func jarRunsOut(_ receivers: String) -> String
    /// Above what is to be done by then.
    var untilThen: String { get }
    /// Under what a counsellor gave, beside the line that says who reads replies: whom to call.
    func homeworkFooter(_ contacts: [String]) -> String
    /// What a button says.
    func button(_ answer: NudgeAnswer) -> String
    /// What a click on the notice itself means.
    var seen: String { get }
    /// "Evening walk, together with Sam?"
    func invitationTitle(_ title: String, _ names: String) -> String
    func invitationBody(_ names: String, _ id: String) -> String
    var testTitle: String { get }
    func testBody(_ channel: String) -> String
    var mistakesTitle: String { get }
    func mistakesBody(_ count: Int) -> String
}

struct EnglishNudgeWords: NudgeWords {
    func title(_ kind: Kind) -> String {
        switch kind {
        case .checkIn: "Check-in"
        case .appreciation: "A small appreciation"
        case .milestone: "A milestone"
        case .ritual: "Your ritual"
        case .promise: "A promise"
        case .reflection: "A moment to reflect"
        case .repair: "Finding back to each other"
        }
    }
    func counted(_ title: String, _ ordinal: String) -> String { "\(title): your \(ordinal)" }
    func ahead(_ when: String, _ remaining: String) -> String { "It is \(when), \(remaining)." }
    func late(_ when: String) -> String { "This was for \(when)." }
    var anHour: String { "an hour" }
    func earlier(_ length: String) -> String { "\(length) earlier" }
    func later(_ length: String) -> String { "\(length) later" }
    func shifted(_ shift: String) -> String { "That is \(shift) for you than last time, because of a clock change." }
    func yourTime(_ time: String, _ zone: String) -> String { "That is \(time) for you (\(zone))." }
    func turn(_ kind: Kind, _ name: String?) -> String {
        switch (kind, name) {
        case (.checkIn, nil): "You open this time."
        case (.checkIn, let name?): "\(name) opens this time."
        case (_, nil): "Your turn to plan this one."
        case (_, let name?): "\(name) plans this one."
        }
    }
    var discreetTitle: String { "Something for you" }
    func discreetFooter(_ handle: String) -> String {
        "What it is about stays out of messages: `troth history` shows it, and `troth done \(handle)` answers it."
    }
    var gatheredTitle: String { "A few things for you" }
    var gatheredOpening: String { "Gathered into one message:" }
    func more(_ count: Int) -> String { "And \(count) more." }
    func fromJar(_ giver: String) -> String { "From \(giver):" }
    var untilThen: String { "Until then, if you can:" }
    func homeworkFooter(_ contacts: [String]) -> String {
        contacts.isEmpty
            ? "For anything urgent, call your counsellor, or in danger the emergency number."
            : "For anything urgent: \(contacts.joined(separator: "; "))."
    }
    func jarRunsOut(_ receivers: String) -> String {
        "The jar you fill for \(receivers) is nearly through. Whenever you like, a few new lines and it goes on."
    }
    func button(_ answer: NudgeAnswer) -> String {
        switch answer {
        case .done: "Done"
        case .snooze: "Snooze"
        case .skip: "Skip"
        }
    }
    var seen: String { "Seen" }
    func invitationTitle(_ title: String, _ names: String) -> String { "\(title), together with \(names)?" }
    func invitationBody(_ names: String, _ id: String) -> String {
        "You are invited to do this with \(names), if you like. "
            + "You both agreed that you may be asked; `troth disagree \(id)` ends that."
    }
    var testTitle: String { "A test from Troth" }
    func testBody(_ channel: String) -> String { "If you can read this, the channel \(channel) works." }
    var mistakesTitle: String { "The schedule needs a look" }
    func mistakesBody(_ count: Int) -> String {
        (count == 1 ? "The newest schedule has a mistake" : "The newest schedule has \(count) mistakes")
            + ", so the last good one goes on. `troth check` shows where."
    }
}

struct GermanNudgeWords: NudgeWords {
    func title(_ kind: Kind) -> String {
        switch kind {
        case .checkIn: "Euer Gespräch"
        case .appreciation: "Eine kleine Wertschätzung"
        case .milestone: "Ein Meilenstein"
        case .ritual: "Euer Ritual"
        case .promise: "Ein Versprechen"
        case .reflection: "Ein Moment zum Nachdenken"
        case .repair: "Wieder zueinander finden"
        }
    }
    func counted(_ title: String, _ ordinal: String) -> String { "\(title): zum \(ordinal) Mal" }
    func ahead(_ when: String, _ remaining: String) -> String { "Es ist \(when), \(remaining)." }
    func late(_ when: String) -> String { "Das war für \(when)." }
    var anHour: String { "eine Stunde" }
    func earlier(_ length: String) -> String { "\(length) früher" }
    func later(_ length: String) -> String { "\(length) später" }
    func shifted(_ shift: String) -> String { "Bei dir ist das \(shift) als letztes Mal, wegen einer Zeitumstellung." }
    func yourTime(_ time: String, _ zone: String) -> String { "Bei dir ist das \(time) (\(zone))." }
    func turn(_ kind: Kind, _ name: String?) -> String {
        switch (kind, name) {
        case (.checkIn, nil): "Diesmal fängst du an."
        case (.checkIn, let name?): "Diesmal fängt \(name) an."
        case (_, nil): "Diesmal planst du."
        case (_, let name?): "Diesmal plant \(name)."
        }
    }
    var discreetTitle: String { "Etwas für dich" }
    func discreetFooter(_ handle: String) -> String {
        "Worum es geht, steht in keiner Nachricht: `troth history` zeigt es, und `troth done \(handle)` beantwortet es."
    }
    var gatheredTitle: String { "Ein paar Dinge für dich" }
    var gatheredOpening: String { "In einer Nachricht gesammelt:" }
    func more(_ count: Int) -> String { count == 1 ? "Und noch etwas." : "Und \(count) weitere." }
    func fromJar(_ giver: String) -> String { "Von \(giver):" }
    var untilThen: String { "Bis dahin, wenn ihr könnt:" }
    func homeworkFooter(_ contacts: [String]) -> String {
        contacts.isEmpty
            ? "Ist etwas dringend, ruf in der Beratung an, bei Gefahr den Notruf."
            : "Ist etwas dringend: \(contacts.joined(separator: "; "))."
    }
    func jarRunsOut(_ receivers: String) -> String {
        "Das Glas, das du für \(receivers) füllst, ist fast leer. Wann immer du magst: ein paar neue Zeilen, und es geht weiter."
    }
    func button(_ answer: NudgeAnswer) -> String {
        switch answer {
        case .done: "Erledigt"
        case .snooze: "Später"
        case .skip: "Auslassen"
        }
    }
    var seen: String { "Gesehen" }
    func invitationTitle(_ title: String, _ names: String) -> String { "\(title), zusammen mit \(names)?" }
    func invitationBody(_ names: String, _ id: String) -> String {
        "Du bist eingeladen, das mit \(names) zu machen, wenn du magst. "
            + "Du wirst gefragt, weil ihr beide zugestimmt habt; `troth disagree \(id)` beendet das."
    }
    var testTitle: String { "Eine Probe von Troth" }
    func testBody(_ channel: String) -> String { "Wenn du das liest, funktioniert der Kanal \(channel)." }
    var mistakesTitle: String { "Der Plan braucht einen Blick" }
    func mistakesBody(_ count: Int) -> String {
        (count == 1 ? "Im neuesten Plan ist ein Fehler" : "Im neuesten Plan sind \(count) Fehler")
            + ", deshalb gilt der letzte gute weiter. `troth check` zeigt, wo."
    }
}
