import CivilTime
import Planning
import Recurrence
import TOML

extension Mistake {
    var germanMessage: String {
        switch self {
        case .syntax(let error): error.germanMessage
        case .controlCharacter(let number, let key): "ein Steuerzeichen (\(unicodeName(number))) in `\(key)`"
        case .fileTooLarge(let limit): "diese Datei ist größer als \(limit / 1_048_576) MiB"

        case .unknownKey(let key, let table, _, _): "\(table.german) hat keinen Schlüssel `\(key)`"
        case .unknownTable(let name, _): "die Art `\(name)` gibt es nicht"
        case .wrongType(let key, let expected, let found, _):
            "`\(key)` braucht \(expected.german), nicht \(found.german)"
        case .missingKey(let key, let table): "\(table.german) braucht `\(key)`"
        case .unknownChoice(let value, let key, _, _): "`\(key)` kann nicht `\(value)` sein"
        case .keysExclude(let key, let other): "`\(key)` und `\(other)` passen nicht zusammen"
        case .keyNeeds(let key, let other): "`\(key)` bedeutet nichts ohne `\(other)`"
        case .emptyList(let key): "die Liste `\(key)` ist leer"
        case .emptyText(let key): "`\(key)` ist leer"
        case .duplicateInList(let value, let key): "`\(value)` steht zweimal in `\(key)`"
        case .definedTwice(let name): "`\(name)` steht zweimal da"

        case .badID(let id, let kind, _): "`\(id)` geht nicht als Kennung \(kind.german)"
        case .idTwice(let id): "zwei Rituale haben die Kennung `\(id)`"

        case .noPeople: "der Plan nennt niemanden"
        case .unknownPerson(let id, _, _): "niemand heißt `\(id)`"
        case .timezoneNeeded: "ab zwei Personen braucht der Plan eine `timezone`"
        case .unknownZone(let name, _): "die Zeitzone `\(name)` gibt es nicht"
        case .unreadableZone(let name): "die Daten der Zeitzone `\(name)` sind nicht lesbar"
        case .systemZoneForPerson: "nur der ganze Plan kann der Zeitzone des Systems folgen"
        case .badAddress(let fault): fault.german
        case .emailNeeded(let person, let channel): "`\(channel)` verschickt E-Mail, und `\(person)` hat keine `email`"

        case .unknownChannel(let id, _, _): "kein Kanal heißt `\(id)`"
        case .unknownPlaceholder(let text, _): "für `\(text)` wird nichts eingesetzt"
        case .placeholderAsProgram: "in den Namen des Programms wird nichts eingesetzt"
        case .badQuietHours(let text): "`\(text)` ist nicht als Ruhezeit lesbar"
        case .quietAllWeek: "diese Ruhezeiten lassen gar keine Zeit übrig"
        case .numberOutside(let key, _, _): "`\(key)` ist zu klein oder zu groß"
        case .oneTimeFor(let key): "`\(key)` ist eine einzige Uhrzeit"

        case .timeoutOutside: "diese Frist ist zu kurz oder zu lang"
        case .badRate: "das ist nicht als Rate zu lesen"
        case .transportMissing: "dieser Kanal sagt nicht, wem er die Post übergibt"
        case .badServer(let fault): fault.german
        case .startTLSWithTLS: "`smtps://` ist von Anfang an verschlüsselt und braucht kein `starttls`"
        case .passwordWritten(let key): "ein \(secretName(key)) gehört nicht in den Plan"
        case .secretShape(let key): "`\(key)` sagt auf genau eine Weise, wo das \(secretName(key)) liegt"
        case .relativePath(let key): "`\(key)` braucht den ganzen Pfad"
        case .lengthOutside(let key, _, _): "`\(key)` ist zu kurz oder zu lang"
        case .userTwice(let user): "zwei Personen haben das Konto `\(user)`"

        case .noRule: "nichts sagt, wann dieses Ritual kommt"
        case .dialect(let error): error.germanMessage
        case .rrule(let error): error.germanMessage
        case .need(let need): need.germanMessage
        case .zoneInExpression(let zone): "eine Regel hat keine eigene Zeitzone wie `\(zone)`"
        case .badSpan(let error): error.germanMessage
        case .badTime(let text): "`\(text)` ist nicht als Uhrzeit lesbar"
        case .badDate(let text): "`\(text)` ist nicht als Datum lesbar"
        case .noSuchDate(let text): "das Datum \(text) gibt es nicht"
        case .yearMissing(let key): "`\(key)` braucht ein Datum mit Jahr"
        case .countOutside: "`count` ist zu klein oder zu groß"
        case .untilBeforeStart: "dieses Ritual endet, bevor es beginnt"
        case .neverFires: "das kommt nie"
        case .peopleNeeded(let kind): "`\(kind.rawValue)` braucht `people`: sonst bekämen es alle zu sehen"
        case .tooLong(let key, let limit): "`\(key)` ist länger als \(limit) Zeichen"
        case .leadNotAhead: "was vorher kommt, kommt nicht zur Zeit selbst"
        case .leadTwice(let lead, let other):
            lead == other ? "`\(lead)` steht zweimal in `ahead`" : "`\(lead)` und `\(other)` sind dasselbe"
        case .countsByTheDay: "`counts` zählen in Tagen oder länger"
        case .nothingWouldCome: "ohne `ahead` und ohne den Tag selbst käme nichts"
        case .formerlyInUse(let id): "`\(id)` ist noch die Kennung eines Rituals"
        case .turnOfAnother(let id): "das ist nicht für `\(id)`, deshalb ist `\(id)` auch nie an der Reihe"
        case .againTooLate: "die Erinnerung ist vorbei, bevor sie noch einmal käme"
        case .formerlyTwice(let id): "zwei Rituale führen die Geschichte von `\(id)` fort"
        case .deck(let mistake): mistake.german

        case .gapByTheDay(let key): "`\(key)` zählt in Tagen oder länger, in einer Einheit"
        case .atMostTooShort: "`at-most` ist nicht länger als `after-done`"
        case .oneTimeOnly: "was ab dem letzten Mal zählt, kommt zu einer Uhrzeit"
        case .leadBeyondGap: "was vorher kommt, käme vor dem letzten Mal, ab dem es zählt"
        case .escalationOfSeveral: "nur was eine Person allein hat, kann eine zweite einladen"
        case .escalationToItself(let person): "`\(person)` hat dieses Ritual schon"
        case .escalationOfPrivate: "was eine Reflexion, diskret oder verborgen ist, lädt niemanden ein"

        case .badException(let text): "`\(text)` ist nicht als Datum, Zeitraum oder Name eines Rituals lesbar"
        case .rangeWritten(let text, _): "`\(text)` ist nicht als Zeitraum lesbar"
        case .rangeBackwards: "dieser Zeitraum endet, bevor er beginnt"
        case .exceptionWithoutYear(let text): "bei `\(text)` fehlt das Jahr"
        case .unknownRitual(let name, _, _): "kein Ritual heißt `\(name)`"
        case .exceptionCircle(let ids):
            ids.count == 2
                ? "ein Ritual kann nicht seine eigenen Tage auslassen"
                : "diese Rituale lassen gegenseitig ihre Tage aus: \(circle(ids))"
        case .exceptionsTooDeep(let limit): "mehr als \(limit) Rituale hintereinander lassen ihre Tage aus"
        case .exceptionWithoutDates(let name): "`\(name)` zählt ab dem letzten Mal, deshalb kennt niemand seine Tage"
        case .exceptionByTheHour(let name): "`\(name)` kommt stundenweise, deshalb ist jeder Tag einer davon"
        case .moveByTheHour: "was stundenweise kommt, kann nicht auf einen anderen Tag rücken"
        case .nothingLeft: "jeder Tag dieses Rituals wird ausgelassen"
        case .tooManyFiles(let limit): "das sind mehr als \(limit) Dateien"
        case .holidayAddress: "Troth liest keine Adressen"
        case .holidayFileMissing(let name): "die Datei `\(name)` gibt es nicht"
        case .holidayFileUnreadable(let name, let reason): "`\(name)` ist nicht lesbar: \(reason)"
        case .holidayFile(let error): "in dieser Datei: \(error.germanMessage)"
        case .tooManyHolidays(let limit): "die Feiertagsdateien haben zusammen mehr als \(limit) Tage"

        case .season(let fault): fault.german
        case .repair(let fault): fault.german
        case .letterNeedsPeople: "ein Brief braucht `people`: sonst ist er für alle"
        case .hiddenNeedsPeople: "`hidden-from` braucht `people`: sonst ist es für alle"
        case .hiddenFromReader(let person): "das ist für `\(person)` und zugleich vor `\(person)` verborgen"
        case .hiddenByOwner(let channel, let from):
            "der Kanal `\(channel)` gehört `\(from)`, und so bekäme `\(from)` es zu sehen"
        case .hiddenBySender(let channel, let key, let from):
            "der Kanal `\(channel)` hat als `\(key)` die Adresse von `\(from)`, und so kann `\(from)` es zu sehen bekommen"
        case .hiddenByAddress(let person, let from):
            "`\(person)` und `\(from)` haben dieselbe Adresse, und so bekäme `\(from)` es zu sehen"
        case .hiddenByAccount(let person, let from, let user):
            "das läuft unter dem Konto `\(user)`, das `\(from)` gehört: Was an `\(person)` geht, bleibt so nicht geheim"
        case .exceptionTells(let person):
            "an den ausgelassenen Tagen würde `\(person)` merken, dass etwas verborgen ist"

        case .hostInSharedFile: "`[host]` sagt dasselbe auf jedem Rechner, der diese Datei liest"
        case .nobodySaysWhoIsServed: "mehrere Personen, und kein Rechner sagt, für wen er da ist"
        case .personUnreachable(let id): "`\(id)` hat keine Kanäle, also kommt dort nichts an"
        case .noRituals: "der Plan hat noch keine Rituale"
        case .passwordInTheClear: "das Passwort ginge unverschlüsselt durchs Netz"
        case .noHolidays(let name): "in `\(name)` stehen keine Feiertage"
        case .desktopOfAnother(let person, _, let own):
            "das ist der Bildschirm von `\(own)`, also erscheint dort nichts für `\(person)`"
        case .desktopOfNobody: "ein Systemdienst hat keinen Bildschirm, also erscheint dort nichts"
        }
    }
}

private func secretName(_ key: String) -> String { key == "token" ? "Token" : "Passwort" }
