/// An import's sentences in one language.
protocol ImportWords: Sendable {
    func heading(_ count: Int) -> String
    func times(_ zone: String) -> String
    func over(_ count: Int) -> String
    func cancelled(_ count: Int) -> String
    func others(_ count: Int) -> String
    var lengths: String { get }
    func dateless(_ count: Int) -> String
    func line(_ number: Int) -> String
    var lookFirst: String { get }
    var leapDay: String { get }
    var event: String { get }
    func birthday(_ name: String) -> String
    func anniversary(_ name: String) -> String
    func aspect(_ aspect: ImportNote.Aspect) -> String
    func leftAside(_ list: String) -> String
    func zoneUnknown(_ name: String) -> String
    func otherZone(_ name: String) -> String
    func ruleNotRead(_ text: String) -> String
    var severalRules: String { get }
    func datesLeft(_ count: Int) -> String
    func timeExcluded(_ date: String) -> String
    func dateNotRead(_ text: String) -> String
    func dateIncomplete(_ text: String) -> String
    var nameless: String { get }
    var titleShortened: String { get }
    var textShortened: String { get }
    func changedFrom(_ date: String) -> String
    func otherWords(_ date: String) -> String
    var startBesideRule: String { get }
    func fault(_ reason: ImportFault.Reason) -> String
}

struct EnglishImportWords: ImportWords {
    func heading(_ count: Int) -> String {
        switch count {
        case 0: "Nothing in it comes again. Nothing was changed."
        case 1: "1 entry. Read it through and put it into your schedule if you like; nothing was changed."
        default: "\(count) entries. Read them through and put into your schedule what you like; nothing was changed."
        }
    }
    func times(_ zone: String) -> String { "Times are those of \(zone)." }
    func over(_ count: Int) -> String {
        count == 1 ? "1 event is over and left out." : "\(count) events are over and left out."
    }
    func cancelled(_ count: Int) -> String {
        count == 1 ? "1 event was called off and is left out." : "\(count) events were called off and are left out."
    }
    func others(_ count: Int) -> String {
        count == 1
            ? "1 part is no event, such as a task, and is left out."
            : "\(count) parts are no events, such as tasks, and are left out."
    }
    var lengths: String { "How long things take is left aside, as a schedule has no place for it." }
    func dateless(_ count: Int) -> String {
        count == 1
            ? "1 contact has neither birthday nor anniversary."
            : "\(count) contacts have neither birthday nor anniversary."
    }
    func line(_ number: Int) -> String { "line \(number)" }
    var lookFirst: String { "off until you have looked at its times" }
    var leapDay: String { "as a calendar has it: in leap years only" }
    var event: String { "An event" }
    func birthday(_ name: String) -> String { "\(name)'s birthday" }
    func anniversary(_ name: String) -> String { "\(name)'s anniversary" }
    func aspect(_ aspect: ImportNote.Aspect) -> String {
        switch aspect {
        case .place: "the place"
        case .guests: "the guests"
        case .alarm: "a reminder at a time of its own"
        case .attachment: "what is attached"
        case .category: "the categories"
        case .comment: "a comment"
        }
    }
    func leftAside(_ list: String) -> String { "left aside, as a schedule has no place for it: \(list)" }
    func zoneUnknown(_ name: String) -> String {
        "it is kept in \(name), which is no time zone known here; its times are read as they stand"
    }
    func otherZone(_ name: String) -> String {
        "it goes by the clocks of \(name), not by yours; its times stand as they are there"
    }
    func ruleNotRead(_ text: String) -> String {
        "its rule is not one that can be read here, so only its first time is: \(text)"
    }
    var severalRules: String { "it has more than one rule; the first is here" }
    func datesLeft(_ count: Int) -> String {
        count == 1 ? "1 single date beside its rule is not here" : "\(count) single dates beside its rule are not here"
    }
    func timeExcluded(_ date: String) -> String {
        "on \(date) one of several times was left out; here all of that day are"
    }
    func dateNotRead(_ text: String) -> String { "this is no date that can be read: \(text)" }
    func dateIncomplete(_ text: String) -> String { "the day is not known: \(text)" }
    var nameless: String { "nobody's name stands with it" }
    var titleShortened: String { "its title was longer" }
    var textShortened: String { "its text was longer" }
    func changedFrom(_ date: String) -> String {
        "from \(date) on all of them were changed; here only that one is"
    }
    func otherWords(_ date: String) -> String { "on \(date) it has words of its own, which are not here" }
    var startBesideRule: String { "its first date is none of its rule's, so it stands here as well" }
    func fault(_ reason: ImportFault.Reason) -> String {
        switch reason {
        case .notACalendar: "a calendar begins with BEGIN:VCALENDAR"
        case .notACard: "a contact begins with BEGIN:VCARD"
        case .notAProperty: "a line needs a name, a colon and a value"
        case .notText: "this is no text"
        case .tooDeep: "parts lie too deep within each other"
        case .endMissing(let name): "\(name) has no END"
        case .endWithoutBegin(let name): "END:\(name) has no BEGIN"
        case .tooLarge(let limit): "the file is larger than \(limit >> 20) MiB"
        case .tooMany(let limit): "there are more than \(limit) parts"
        }
    }
}

struct GermanImportWords: ImportWords {
    func heading(_ count: Int) -> String {
        switch count {
        case 0: "Nichts davon kommt noch einmal. Geändert wurde nichts."
        case 1: "1 Eintrag. Lies ihn durch und übernimm ihn in deinen Plan, wenn du magst; geändert wurde nichts."
        default: "\(count) Einträge. Lies sie durch und übernimm in deinen Plan, was du magst; geändert wurde nichts."
        }
    }
    func times(_ zone: String) -> String { "Die Zeiten sind die von \(zone)." }
    func over(_ count: Int) -> String {
        count == 1 ? "1 Termin ist vorbei und fehlt hier." : "\(count) Termine sind vorbei und fehlen hier."
    }
    func cancelled(_ count: Int) -> String {
        count == 1 ? "1 Termin ist abgesagt und fehlt hier." : "\(count) Termine sind abgesagt und fehlen hier."
    }
    func others(_ count: Int) -> String {
        count == 1
            ? "1 Teil ist kein Termin, etwa eine Aufgabe, und fehlt hier."
            : "\(count) Teile sind keine Termine, etwa Aufgaben, und fehlen hier."
    }
    var lengths: String { "Wie lange etwas dauert, fehlt hier, weil ein Plan keinen Platz dafür hat." }
    func dateless(_ count: Int) -> String {
        count == 1
            ? "1 Kontakt hat weder Geburtstag noch Jahrestag."
            : "\(count) Kontakte haben weder Geburtstag noch Jahrestag."
    }
    func line(_ number: Int) -> String { "Zeile \(number)" }
    var lookFirst: String { "aus, bis du die Zeiten angesehen hast" }
    var leapDay: String { "wie im Kalender: nur in Schaltjahren" }
    var event: String { "Ein Termin" }
    func birthday(_ name: String) -> String { "Geburtstag: \(name)" }
    func anniversary(_ name: String) -> String { "Jahrestag: \(name)" }
    func aspect(_ aspect: ImportNote.Aspect) -> String {
        switch aspect {
        case .place: "der Ort"
        case .guests: "die Gäste"
        case .alarm: "eine Erinnerung zu eigener Zeit"
        case .attachment: "was angehängt ist"
        case .category: "die Kategorien"
        case .comment: "eine Bemerkung"
        }
    }
    func leftAside(_ list: String) -> String { "ausgelassen, weil ein Plan keinen Platz dafür hat: \(list)" }
    func zoneUnknown(_ name: String) -> String {
        "es steht in \(name), und diese Zeitzone ist hier nicht bekannt; die Zeiten gelten, wie sie dastehen"
    }
    func otherZone(_ name: String) -> String {
        "es geht nach den Uhren von \(name), nicht nach deinen; die Zeiten stehen, wie sie dort sind"
    }
    func ruleNotRead(_ text: String) -> String {
        "die Regel lässt sich hier nicht lesen, deshalb steht nur das erste Mal da: \(text)"
    }
    var severalRules: String { "es hat mehr als eine Regel; die erste steht hier" }
    func datesLeft(_ count: Int) -> String {
        count == 1 ? "1 einzelner Tag neben der Regel fehlt hier" : "\(count) einzelne Tage neben der Regel fehlen hier"
    }
    func timeExcluded(_ date: String) -> String {
        "am \(date) war eine von mehreren Zeiten ausgenommen; hier sind es alle an diesem Tag"
    }
    func dateNotRead(_ text: String) -> String { "das ist kein lesbares Datum: \(text)" }
    func dateIncomplete(_ text: String) -> String { "der Tag ist nicht bekannt: \(text)" }
    var nameless: String { "dabei steht kein Name" }
    var titleShortened: String { "der Titel war länger" }
    var textShortened: String { "der Text war länger" }
    func changedFrom(_ date: String) -> String { "ab \(date) wurden alle geändert; hier ist es nur dieser eine" }
    func otherWords(_ date: String) -> String { "am \(date) steht dort ein eigener Text, der hier fehlt" }
    var startBesideRule: String { "der erste Tag gehört nicht zur Regel und steht deshalb für sich da" }
    func fault(_ reason: ImportFault.Reason) -> String {
        switch reason {
        case .notACalendar: "ein Kalender beginnt mit BEGIN:VCALENDAR"
        case .notACard: "ein Kontakt beginnt mit BEGIN:VCARD"
        case .notAProperty: "eine Zeile braucht einen Namen, einen Doppelpunkt und einen Wert"
        case .notText: "das ist kein Text"
        case .tooDeep: "Teile stecken zu tief ineinander"
        case .endMissing(let name): "\(name) hat kein END"
        case .endWithoutBegin(let name): "END:\(name) hat kein BEGIN"
        case .tooLarge(let limit): "die Datei ist größer als \(limit >> 20) MiB"
        case .tooMany(let limit): "es sind mehr als \(limit) Teile"
        }
    }
}
