import CivilTime
import Recurrence

extension SpanError {
    var germanMessage: String {
        switch problem {
        case .empty: "hier fehlt eine Dauer"
        case .number: "hier fehlt eine Zahl"
        case .missingUnit: "nach der Zahl fehlt die Einheit"
        case .unknownUnit(let word): "`\(word)` ist keine Einheit der Zeit"
        case .ambiguousUnit: "`m` kann Minuten oder Monate heißen"
        case .repeatedUnit(let word): "`\(word)` steht zweimal da"
        case .fraction: "hier gehen nur ganze Zahlen"
        case .negative: "eine Dauer hat kein Vorzeichen"
        case .tooLarge: "die Zahl ist zu groß"
        }
    }

    /// There is one wherever there is one in English.
    var germanHint: String? {
        guard let hint else { return nil }
        return switch problem {
        case .empty, .number: "zum Beispiel `2 h` oder `3 weeks`"
        case .ambiguousUnit: "schreib `min` oder `months`"
        case .repeatedUnit: "zähl die Zahlen zusammen"
        case .fraction: "schreib es in einer kleineren Einheit, etwa `1 h 30 min`"
        case .negative: "lass es weg"
        case .unknownUnit where hint.hasPrefix("write "): hint.replacingPrefix("write", "schreib")
        case .missingUnit, .unknownUnit: "die Einheiten sind s, min, h, days, weeks, months, years"
        case .tooLarge: "nimm eine kleinere"
        }
    }
}

extension PhraseNeed {
    var germanMessage: String {
        switch self {
        case .starting: "nichts sagt, ab wann gezählt wird"
        case .day: "nichts sagt, an welchem Tag"
        case .time: "nichts sagt, um wie viel Uhr"
        case .oneTime: "die Uhrzeit steht zweimal da"
        case .noTime: "Minuten und Stunden haben keine Uhrzeit"
        }
    }

    var germanHint: String {
        switch self {
        case .starting: "schreib `starting` mit dem ersten Tag dazu, etwa `starting = 2026-01-05`"
        case .day: "nenne den Tag, etwa `week on Sunday`, oder schreib `starting` dazu"
        case .time: "schreib `at` dazu, etwa `at = \"19:00\"`"
        case .oneTime: "lass `at` weg oder die Uhrzeit in der Regel"
        case .noTime: "lass `at` weg; sie zählen ab `starting`"
        }
    }
}

extension HolidayFileError {
    var germanMessage: String {
        switch reason {
        case .notACalendar: "eine iCalendar-Datei beginnt mit BEGIN:VCALENDAR"
        case .notAProperty: "eine Zeile braucht einen Namen, einen Doppelpunkt und einen Wert"
        case .endMissing(let name): "zu \(name) fehlt das END"
        case .endWithoutBegin(let name): "zu END:\(name) fehlt das BEGIN"
        case .startMissing: "dem VEVENT fehlt DTSTART"
        case .notADate(let property, let text): "\(property) ist kein Datum: \(text)"
        case .endBeforeStart: "DTEND liegt nicht nach DTSTART"
        case .tooLong(let limit): "das VEVENT dauert länger als \(limit) Tage"
        case .notADuration(let text): "\(text) ist keine Dauer in Tagen oder Wochen"
        case .rule(let error): "in RRULE: \(error.germanMessage)"
        case .timesOfDay: "die RRULE eines Feiertags nennt Tage, keine Uhrzeiten"
        }
    }
}

extension RRuleError {
    var germanMessage: String {
        switch reason {
        case .empty: "die Regel ist leer"
        case .prefix: "hierher gehört nur der Wert der Regel"
        case .emptyPart: "ein Teil ist leer"
        case .noEqualsSign: "ein Teil hat einen Namen, ein Gleichheitszeichen und einen Wert"
        case .unknownPart(let name, _): "kein Teil einer Regel heißt \(name)"
        case .repeatedPart(let name): "\(name) steht nur einmal da"
        case .noFrequency: "die Regel braucht FREQ"
        case .unknownFrequency(let value, _): "\(value) ist keine Häufigkeit"
        case .emptyList(let part): "\(part) braucht mindestens einen Wert"
        case .notANumber(let part): "\(part) hat ganze Zahlen"
        case .outOfRange(let part, let low, let high, let signed):
            signed
                ? "\(part) geht von \(low) bis \(high) oder von -\(high) bis -\(low)"
                : "\(part) geht von \(low) bis \(high)"
        case .notPositive(let part): "\(part) ist mindestens 1"
        case .tooLarge(let part, let limit): "\(part) ist höchstens \(limit)"
        case .notAWeekday(let part): "\(part) hat die Tage MO, TU, WE, TH, FR, SA und SU"
        case .ordinalWeekStart: "WKST hat einen Tag ohne Zahl"
        case .notATime: "UNTIL hat eine Zeit in UTC wie 20271224T090000Z"
        case .notUTC: "UNTIL steht in UTC"
        case .countAndUntil: "eine Regel hat COUNT oder UNTIL, nicht beide"
        case .ordinalWeekday(let frequency): "BYDAY mit Zahl passt zu MONTHLY oder YEARLY, nicht zu \(frequency)"
        case .ordinalWithWeekNumbers: "BYDAY mit Zahl passt nicht zu BYWEEKNO"
        case .weekNumbersOnlyYearly: "BYWEEKNO passt nur zu YEARLY"
        case .yearDaysNot(let frequency): "BYYEARDAY passt nicht zu \(frequency)"
        case .monthDaysNotWeekly: "BYMONTHDAY passt nicht zu WEEKLY"
        case .positionsAlone: "BYSETPOS braucht einen anderen BY-Teil, aus dem es wählt"
        case .skipWithoutScale: "SKIP braucht RSCALE"
        case .unknownSkip: "SKIP hat OMIT, BACKWARD oder FORWARD"
        case .otherScale(let scale): "der Kalender \(scale) ist hier nicht bekannt"
        case .leapMonth: "der gregorianische Kalender hat keine Schaltmonate"
        case .notNormalForm(let part): "\(part) ist nicht lesbar"
        }
    }

    /// There is one wherever there is one in English.
    var germanHint: String? {
        guard let hint else { return nil }
        return switch reason {
        case .empty, .noFrequency: "beginne mit FREQ=, etwa FREQ=WEEKLY;BYDAY=MO"
        case .prefix: "lass weg, was vor FREQ steht"
        case .emptyPart: "zwischen zwei Teilen steht ein Strichpunkt, am Ende keiner"
        case .noEqualsSign: "schreib es wie BYDAY=MO"
        case .unknownPart(_, let near?), .unknownFrequency(_, let near?): "meinst du \(near)?"
        case .repeatedPart: "schreib die Werte in eine Liste, etwa BYDAY=MO,WE"
        case .notPositive: "lass es weg, um jeden zu nehmen"
        case .notUTC: "setz ein Z ans Ende und gib die Zeit in UTC an"
        case .countAndUntil: "nimm eins von beiden heraus"
        case .otherScale, .skipWithoutScale: "schreib RSCALE=GREGORIAN"
        case .positionsAlone: "schreib dazu, woraus gewählt wird, etwa BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
        default: hint.replacingPrefix("say", "schreib").replacingPrefix("write", "schreib")
        }
    }
}
