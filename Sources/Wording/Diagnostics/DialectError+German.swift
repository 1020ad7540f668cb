import Recurrence

extension DialectError {
    var germanMessage: String {
        switch reason {
        case .rrule(let error): error.germanMessage
        case .empty: "hier steht nichts"
        case .tooLong(let limit): "länger als \(limit) Bytes"
        case .tooMany(let limit): "mehr als \(limit) Teile in einer Liste"
        case .controlCharacter: "ein Steuerzeichen"
        case .unknownWord(let word, _), .foreignWord(let word, _), .vagueWord(let word, _), .datedDay(let word):
            "`\(word)` ist nicht lesbar"
        case .ownKey(let word, _): "`\(word)` gehört nicht in die Regel"
        case .invisible(let scalar): "ein unsichtbares Zeichen (\(unicodeName(scalar)))"
        case .bareM: "`m` kann Minuten oder Monate heißen"
        case .expected(let expectation, let found?): "hier gehört \(expectation.german) hin, nicht `\(found)`"
        case .expected(let expectation, nil): "am Ende fehlt \(expectation.german)"
        case .trailing(let word): "`\(word)` gehört nicht hierher"
        case .count(let text): "`\(text)` ist keine Zahl, mit der man zählen kann"
        case .clockDot(let text, _), .clockMinute(let text): "`\(text)` ist so keine Uhrzeit"
        case .clockHour(let text): "`\(text)` hat eine Stunde nach 23"
        case .clockHalf(let text, _): "`\(text)` zählt bis 24 und braucht kein am oder pm"
        case .clockTwelve(let text): "`\(text)` hat eine Stunde, die keine Uhr mit zwölf Stunden hat"
        case .clockBare(let number): "`\(number)` kann morgens oder abends sein"
        case .timeAlone: "eine Uhrzeit, aber kein Tag"
        case .secondRule: "hier beginnt eine zweite Regel"
        case .timeOnElapsed: "Minuten und Stunden haben keine Uhrzeit"
        case .windowOnDays: "zwischen zwei Uhrzeiten können nur Minuten und Stunden liegen"
        case .windowOrder: "die zweite Uhrzeit ist später als die erste"
        case .windowSeconds: "Sekunden können nicht zwischen zwei Uhrzeiten liegen"
        case .dateMissing(let month, let day): "den \(day). \(month) gibt es nicht"
        case .dayNumber(let number, let limit): "den Tag \(number) gibt es nicht, sie gehen von 1 bis \(limit)"
        case .yearInDate(let year): "das Jahr \(year) käme nur einmal"
        case .ordinalEvery(let ordinal, let day, _): "`\(ordinal) \(day)` wovon, oder alle wie viele Wochen"
        case .ordinalMissing(let day): "welcher `\(day)` davon"
        case .ordinalRange(let number, let limit): "davon gibt es nie \(number), höchstens \(limit)"
        case .scopeMissing(let text): "`\(text)` wovon"
        case .whichDay(let period): "welcher Tag von \(period)"
        case .dayForUnit(let word, let unit): "`\(word)` sagt nicht, welcher Tag (\(unit))"
        case .onNothing: "das fällt auf jeden Wochentag"
        case .countOfDays(let count, let day):
            "`\(count) \(day)` heißt alle \(count) Wochen oder \(count) hintereinander"
        case .rangeOfOne(let day): "von \(day) bis \(day)"
        case .calendarSyntax(let part): "\(part.german) ist nicht lesbar"
        case .calendarValue(let part, let low, let high): "\(part.german) geht von \(low) bis \(high)"
        case .calendarRange(let part): "\(part.german) endet, bevor der Bereich beginnt"
        case .calendarStep(let part): "\(part.german): der Schritt führt hinaus"
        case .calendarStepZero: "ein Schritt von 0 führt nirgendwohin"
        case .calendarStar: "`*` steht allein"
        case .calendarWeekday(let word, _): "`\(word)` ist kein Wochentag"
        case .calendarWeekdayRange: "Wochentage gehen vorwärts von Montag bis Sonntag"
        case .calendarTilde: "`~` steht nur vor dem Tag des Monats"
        case .calendarEpoch: "kein Zeitpunkt zwischen 1970 und 2199 in Sekunden"
        case .calendarRest(let rest): "`\(rest)` gehört nicht hierher"
        case .calendarZone(let name): "keine Zeitzone heißt `\(name)`"
        case .cronFields(let count): "\(count) Felder, wo cron fünf hat"
        case .cronSeconds: "sechs Felder, wo cron fünf hat"
        case .cronCommand(let text): "`\(text)` ist ein sechstes Feld, wo die Regel fünf hat"
        case .cronReboot: "`@reboot` nennt keine Zeit"
        case .cronShorthand(let name): "cron hat kein `\(name)`"
        case .cronEvery: "`@every` gehört nicht zu cron"
        case .cronSyntax(let part): "\(part.german) ist nicht lesbar"
        case .cronValue(let part, let low, let high): "\(part.german) geht von \(low) bis \(high)"
        case .cronRange(let part): "\(part.german): der Bereich läuft rückwärts"
        case .cronStep(let part): "\(part.german): der Schritt führt nirgendwohin"
        case .cronStepAlone(let part, _): "\(part.german): der Schritt hat keinen Bereich"
        case .cronName(let part, let name):
            "`\(name)` ist kein Name für \(part == .month ? "einen Monat" : "einen Wochentag")"
        case .cronExtension(let sign): "`\(sign)` gehört nicht zu crons eigener Sprache"
        }
    }

    /// There is one wherever there is one in English. Where the English one only shows what to
    /// write, what it shows is kept.
    var germanHint: String? {
        guard let hint else { return nil }
        switch reason {
        case .rrule(let error): return error.germanHint
        case .tooLong, .tooMany: return "schreib mehrere Regeln als Liste"
        case .controlCharacter: return "schreib es mit Leerzeichen"
        case .unknownWord(_, let near?), .calendarWeekday(_, let near?): return "meinst du `\(near)`?"
        case .foreignWord(_, let english): return "meinst du `\(english)`? Regeln stehen auf Englisch"
        case .vagueWord(_, let say): return "schreib `\(say)`"
        case .ownKey(_, let key): return "dafür gibt es einen eigenen Schlüssel: schreib `\(key) = …` neben die Regel"
        case .datedDay:
            return "ein Tag mit Datum ist ein Meilenstein: `[milestone.birthday]` mit `date = 2000-05-17` und `every = \"year\"`"
        case .invisible: return "schreib dort ein einfaches Leerzeichen oder nichts"
        case .bareM: return "schreib `min` oder `months`"
        case .clockHour: return "der Tag geht von `00:00` bis `23:59`"
        case .timeAlone(let time): return "sag, an welchen Tagen: `day at \(time)`"
        case .secondRule: return "schreib zwei Regeln als Liste: `[\"Monday at 09:00\", \"Friday at 17:00\"]`"
        case .timeOnElapsed: return "schreib `hour between 09:00 and 17:00`, oder lass die Uhrzeit weg"
        case .windowOrder: return "schreib zwei Regeln als Liste, eine bis 23:59 und eine ab 00:00"
        case .windowSeconds: return "zähl in Minuten"
        case .dateMissing(let month, _): return "das Ende des Monats ist `last day of \(month)`"
        case .dayNumber: return "das Ende eines Monats ist sein `last day`"
        case .yearInDate: return "lass das Jahr weg, oder nimm `date` statt `every`"
        case .rangeOfOne(let day): return "schreib `\(day)` für den einen, `day` für alle sieben"
        case .calendarRange: return "schreib die kleinere Zahl zuerst"
        case .calendarStep: return "beginne niedriger, oder nimm einen kleineren Schritt"
        case .calendarStepZero: return "lass den Schritt weg"
        case .calendarTilde: return "der letzte Tag eines Monats ist `*-*~1`"
        case .cronFields: return "Minute, Stunde, Tag, Monat, Wochentag: `30 8 * * 1-5`"
        case .cronSeconds: return "lass die Sekunden weg; `calendar` kann welche haben: `*-*-* 08:30:15`"
        case .cronCommand: return "lass den Befehl weg"
        case .cronReboot: return "hier beginnt nichts mit dem Rechner; sag wann, etwa `@daily`"
        case .cronValue: return "0 und 7 sind beide Sonntag"
        case .cronRange: return "schreib das Kleinere zuerst"
        case .cronStep: return "ein Schritt ist mindestens 1 und liegt im Feld"
        case .cronName: return "Namen sind die ersten drei Buchstaben, englisch: `mon`, `jan`"
        default:
            let shown = hint.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { "`\($0.element)`" }
            return shown.isEmpty ? hint : "schreib zum Beispiel " + shown.joined(separator: ", ")
        }
    }
}

extension DialectError.Expectation {
    var german: String {
        switch self {
        case .when: "ein Tag, eine Einheit der Zeit oder eine Zahl"
        case .time: "eine Uhrzeit"
        case .weekday: "ein Wochentag"
        case .unit: "eine Einheit wie `weeks`"
        case .dayOfPeriod: "ein gezählter Tag"
        case .scope: "ein Monat oder ein Jahr"
        case .month: "ein Monat"
        case .dayNumber: "die Zahl eines Tages"
        case .andTime: "`and` mit einer späteren Uhrzeit"
        }
    }
}

extension DialectError.CalendarPart {
    var german: String {
        switch self {
        case .weekday: "der Wochentag"
        case .year: "das Jahr"
        case .month: "der Monat"
        case .day: "der Tag"
        case .hour: "die Stunde"
        case .minute: "die Minute"
        case .second: "die Sekunde"
        case .date: "das Datum"
        case .time: "die Uhrzeit"
        }
    }
}

extension DialectError.CronPart {
    var german: String {
        switch self {
        case .minute: "die Minute"
        case .hour: "die Stunde"
        case .day: "der Tag des Monats"
        case .month: "der Monat"
        case .weekday: "der Wochentag"
        }
    }
}
