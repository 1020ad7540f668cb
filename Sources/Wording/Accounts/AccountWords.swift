import Planning

/// The sentences of an account in one language. A `when` is such as "today at 19:00".
protocol AccountWords: Sendable {
    func of(_ title: String, _ person: String) -> String
    var orElse: String { get }

    func fellDue(_ when: String) -> String
    func waited(_ reason: WaitReason, _ until: String) -> String
    func gathered(_ when: String) -> String
    func delivered(_ channel: String, _ when: String) -> String
    func notNow(_ channel: String, _ when: String) -> String
    func refused(_ channel: String, _ when: String) -> String
    func mayHave(_ channel: String, _ when: String) -> String
    func outOfReach(_ channel: String, _ when: String) -> String
    func underWay(_ channel: String, _ when: String) -> String
    func seen(_ when: String) -> String
    func cameAgain(_ when: String) -> String
    func saidDone(_ person: String, _ when: String) -> String
    func leftOut(_ person: String, _ when: String) -> String
    func putOff(_ person: String, _ when: String, _ until: String) -> String
    func closed(_ reason: Reason, _ when: String) -> String

    func openUntil(_ when: String) -> String
    func waitsForOthers(_ when: String) -> String
    func triedNext(_ when: String) -> String
    var goesOutNow: String { get }
    func comesAgain(_ when: String) -> String
    var clockBehind: String { get }
    var clockAhead: String { get }

    func comes(_ when: String, _ channels: String) -> String
    func comesAfterQuiet(_ due: String, _ when: String, _ channels: String) -> String
    func answeredAhead(_ isDone: Bool, _ isOwn: Bool) -> String

    func missed(_ from: String, _ through: String) -> String
    var switchedOff: String { get }
    func servedElsewhere(_ person: String) -> String
    func withoutChannels(_ person: String) -> String
    func knownSince(_ when: String) -> String
    var notOnRecord: String { get }
}

struct EnglishAccountWords: AccountWords {
    func of(_ title: String, _ person: String) -> String { "\(title) for \(person)" }
    var orElse: String { ", else " }

    func fellDue(_ when: String) -> String { "It fell due \(when)." }
    func waited(_ reason: WaitReason, _ until: String) -> String {
        switch reason {
        case .late: "Nothing could be sent at that time, so it was kept for a good moment: \(until)."
        case .quietHours: "That is within quiet hours, so it was kept until they end: \(until)."
        case .budget: "The day was full, so it was kept for the next digest: \(until)."
        }
    }
    func gathered(_ when: String) -> String { "It went into one message with others, put together \(when)." }
    func delivered(_ channel: String, _ when: String) -> String { "Delivered \(when) by \(channel)." }
    func notNow(_ channel: String, _ when: String) -> String {
        "Tried \(when) by \(channel), which could not take it then."
    }
    func refused(_ channel: String, _ when: String) -> String { "Tried \(when) by \(channel), which refused it." }
    func mayHave(_ channel: String, _ when: String) -> String {
        "Sent \(when) by \(channel); whether it arrived is not known."
    }
    func outOfReach(_ channel: String, _ when: String) -> String { "Out of reach \(when): \(channel)." }
    func underWay(_ channel: String, _ when: String) -> String { "On its way by \(channel), since \(when)." }
    func seen(_ when: String) -> String { "It was opened or closed on the screen \(when)." }
    func cameAgain(_ when: String) -> String { "It came once more \(when)." }
    func saidDone(_ person: String, _ when: String) -> String { "\(person) said done \(when)." }
    func leftOut(_ person: String, _ when: String) -> String { "\(person) left it out \(when)." }
    func putOff(_ person: String, _ when: String, _ until: String) -> String {
        "\(person) put it off \(when); it was to come back \(until)."
    }
    func closed(_ reason: Reason, _ when: String) -> String {
        switch reason {
        case .done: "It closed as done \(when)."
        case .doneByAnother: "It closed as done \(when): one answer counts for all, and somebody else gave it."
        case .skippedByPerson: "It closed as left out \(when)."
        case .skippedByAnother: "It closed as left out \(when): one answer counts for all, and somebody else gave it."
        case .stopped: "It closed as left out \(when): no more of it was wanted."
        case .paused: "It closed as left out \(when), in a pause."
        case .muted: "It closed as left out \(when): the date was muted."
        case .noAgreement: "It closed as left out \(when), as not both agree to it."
        case .delivered: "It closed as delivered \(when)."
        case .edited: "It closed \(when), as the schedule changed and does not have it any more."
        case .removed: "It closed \(when), as the ritual left the schedule."
        case .supersededByLater: "It closed \(when), as a nearer nudge took its place."
        case .missed: "It closed \(when), as its time had passed before anything could be sent."
        case .graceEnded: "It closed \(when), as its time ended before it could go out."
        case .everyChannelFailed: "It closed \(when), as no channel got through."
        case .uncertain: "It closed \(when): it may have arrived, and may not be sent twice."
        case .notOptedIn: "It closed as left out \(when): its deck comes only to who opts into it."
        case .nothingLeft: "It closed as left out \(when): the jar had nothing left."
        case .calledOff: "It closed as left out \(when): it was off that time."
        }
    }

    func openUntil(_ when: String) -> String { "It can be answered until its end, \(when)." }
    func waitsForOthers(_ when: String) -> String {
        "It is answered, and stays open until everybody has answered, \(when) at the latest."
    }
    func triedNext(_ when: String) -> String { "It goes out \(when)." }
    var goesOutNow: String { "It goes out now." }
    func comesAgain(_ when: String) -> String { "Unless it is answered before, it comes once more \(when)." }
    var clockBehind: String { "Nothing is sent at present: the clock is behind the record." }
    var clockAhead: String { "Nothing is sent at present: the clock is far ahead of the record." }

    func comes(_ when: String, _ channels: String) -> String {
        "It comes \(when)" + (channels.isEmpty ? "." : ", by \(channels).")
    }
    func comesAfterQuiet(_ due: String, _ when: String, _ channels: String) -> String {
        "It is due \(due), within quiet hours, and comes when they end: \(when)"
            + (channels.isEmpty ? "." : ", by \(channels).")
    }
    func answeredAhead(_ isDone: Bool, _ isOwn: Bool) -> String {
        (isDone ? "It does not come: it is done already" : "It does not come: it is left out")
            + (isOwn ? "." : ", by somebody whose answer counts for all.")
    }

    func missed(_ from: String, _ through: String) -> String {
        "Nothing could be sent between \(from) and \(through), and by then its time had passed."
    }
    var switchedOff: String { "Nothing of it comes: it is switched off (`on = false`)." }
    func servedElsewhere(_ person: String) -> String {
        "Nothing of it comes from here: this machine does not serve \(person)."
    }
    func withoutChannels(_ person: String) -> String { "Nothing of it comes: \(person) has no channel here." }
    func knownSince(_ when: String) -> String {
        "It did not come: the ritual as it stands is known here since \(when), and nothing before that comes."
    }
    var notOnRecord: String { "Nothing about it is on record." }
}

struct GermanAccountWords: AccountWords {
    func of(_ title: String, _ person: String) -> String { "\(title) für \(person)" }
    var orElse: String { ", sonst " }

    func fellDue(_ when: String) -> String { "Fällig war es \(when)." }
    func waited(_ reason: WaitReason, _ until: String) -> String {
        switch reason {
        case .late: "Da ließ sich nichts senden, also wurde es für einen guten Moment aufgehoben: \(until)."
        case .quietHours: "Da sind Ruhezeiten, also wurde es bis zu ihrem Ende aufgehoben: \(until)."
        case .budget: "Der Tag war voll, also wurde es für die nächste Sammelnachricht aufgehoben: \(until)."
        }
    }
    func gathered(_ when: String) -> String { "Es kam mit anderem in eine Nachricht, zusammengestellt \(when)." }
    func delivered(_ channel: String, _ when: String) -> String { "Zugestellt \(when) über \(channel)." }
    func notNow(_ channel: String, _ when: String) -> String {
        "Versucht \(when) über \(channel), gerade ging es nicht."
    }
    func refused(_ channel: String, _ when: String) -> String { "Versucht \(when) über \(channel), das hat abgelehnt." }
    func mayHave(_ channel: String, _ when: String) -> String {
        "Gesendet \(when) über \(channel); ob es ankam, ist nicht bekannt."
    }
    func outOfReach(_ channel: String, _ when: String) -> String { "Nicht erreichbar \(when): \(channel)." }
    func underWay(_ channel: String, _ when: String) -> String { "Unterwegs über \(channel), seit \(when)." }
    func seen(_ when: String) -> String { "Auf dem Bildschirm geöffnet oder geschlossen \(when)." }
    func cameAgain(_ when: String) -> String { "Es kam noch einmal \(when)." }
    func saidDone(_ person: String, _ when: String) -> String { "\(person) hat es erledigt, gesagt \(when)." }
    func leftOut(_ person: String, _ when: String) -> String { "\(person) hat es ausgelassen, gesagt \(when)." }
    func putOff(_ person: String, _ when: String, _ until: String) -> String {
        "\(person) hat es \(when) verschoben; wiederkommen sollte es \(until)."
    }
    func closed(_ reason: Reason, _ when: String) -> String {
        switch reason {
        case .done: "Abgeschlossen \(when): erledigt."
        case .doneByAnother:
            "Abgeschlossen \(when): erledigt; eine Antwort gilt für alle, jemand anders hat sie gegeben."
        case .skippedByPerson: "Abgeschlossen \(when): ausgelassen."
        case .skippedByAnother:
            "Abgeschlossen \(when): ausgelassen; eine Antwort gilt für alle, jemand anders hat sie gegeben."
        case .stopped: "Abgeschlossen \(when): ausgelassen, nichts mehr davon war gewünscht."
        case .paused: "Abgeschlossen \(when): ausgelassen, in einer Pause."
        case .muted: "Abgeschlossen \(when): ausgelassen, der Tag war stumm."
        case .noAgreement: "Abgeschlossen \(when): ausgelassen, weil nicht beide zustimmen."
        case .delivered: "Abgeschlossen \(when): zugestellt."
        case .edited: "Abgeschlossen \(when): der Plan hat sich geändert und enthält es nicht mehr."
        case .removed: "Abgeschlossen \(when): das Ritual steht nicht mehr im Plan."
        case .supersededByLater: "Abgeschlossen \(when): eine nähere Erinnerung kam an seine Stelle."
        case .missed: "Abgeschlossen \(when): die Zeit war vorbei, bevor sich etwas senden ließ."
        case .graceEnded: "Abgeschlossen \(when): die Zeit endete, bevor es hinausgehen konnte."
        case .everyChannelFailed: "Abgeschlossen \(when): kein Kanal kam durch."
        case .uncertain: "Abgeschlossen \(when): vielleicht kam es an, und zweimal darf es nicht gesendet werden."
        case .notOptedIn: "Abgeschlossen \(when): ausgelassen, der Kartensatz kommt nur zu dem, der ihn selbst möchte."
        case .nothingLeft: "Abgeschlossen \(when): ausgelassen, das Glas war leer."
        case .calledOff: "Abgeschlossen \(when): ausgelassen, es fiel diesmal aus."
        }
    }

    func openUntil(_ when: String) -> String { "Beantworten lässt es sich bis zum Ende, \(when)." }
    func waitsForOthers(_ when: String) -> String {
        "Beantwortet; es bleibt offen, bis alle geantwortet haben, längstens bis \(when)."
    }
    func triedNext(_ when: String) -> String { "Hinaus geht es \(when)." }
    var goesOutNow: String { "Es geht jetzt hinaus." }
    func comesAgain(_ when: String) -> String { "Ohne Antwort bis dahin kommt es noch einmal \(when)." }
    var clockBehind: String { "Zurzeit wird nichts gesendet: die Uhr liegt hinter den Aufzeichnungen." }
    var clockAhead: String { "Zurzeit wird nichts gesendet: die Uhr liegt weit vor den Aufzeichnungen." }

    func comes(_ when: String, _ channels: String) -> String {
        "Es kommt \(when)" + (channels.isEmpty ? "." : ", über \(channels).")
    }
    func comesAfterQuiet(_ due: String, _ when: String, _ channels: String) -> String {
        "Fällig ist es \(due), in den Ruhezeiten, und kommt an ihrem Ende: \(when)"
            + (channels.isEmpty ? "." : ", über \(channels).")
    }
    func answeredAhead(_ isDone: Bool, _ isOwn: Bool) -> String {
        (isDone ? "Es kommt nicht: es ist schon erledigt" : "Es kommt nicht: es ist ausgelassen")
            + (isOwn ? "." : "; jemand hat für alle geantwortet.")
    }

    func missed(_ from: String, _ through: String) -> String {
        "Zwischen \(from) und \(through) ließ sich nichts senden, und danach war die Zeit vorbei."
    }
    var switchedOff: String { "Nichts davon kommt: es ist ausgeschaltet (`on = false`)." }
    func servedElsewhere(_ person: String) -> String {
        "Von hier kommt nichts davon: dieser Rechner bedient \(person) nicht."
    }
    func withoutChannels(_ person: String) -> String { "Nichts davon kommt: \(person) hat hier keinen Kanal." }
    func knownSince(_ when: String) -> String {
        "Es kam nicht: so, wie es im Plan steht, ist es hier seit \(when) bekannt, und nichts davor kommt."
    }
    var notOnRecord: String { "Darüber ist nichts aufgezeichnet." }
}
