import CivilTime
import Planning
import Recurrence
import TOML

extension Mistake {
    var germanHint: String? {
        switch self {
        case .syntax(let error): error.germanHint
        case .controlCharacter: "schreib es mit einfachen Zeichen, in einer Zeile"
        case .fileTooLarge: "ein Plan hat ein paar Seiten Text"

        case .unknownKey(_, _, let near?, _), .unknownTable(_, let near?), .unknownChoice(_, _, _, let near?),
            .unknownPlaceholder(_, let near?), .unknownPerson(_, let near?, _), .unknownChannel(_, let near?, _),
            .unknownZone(_, let near?):
            "meinst du `\(near)`?"
        case .unknownKey(let key, _, nil, let belongs?): "`\(key)` gehört zu \(belongs.germanDative)"
        case .unknownKey(_, .people, nil, nil): "schreib `[people.ID]` und darunter, was zur Person gehört"
        case .unknownKey(_, .channels, nil, nil): "schreib `[channels.ID]` und darunter, was zum Kanal gehört"
        case .unknownKey(_, .decks, nil, nil): "schreib `[deck.ID]` und darunter, was zum Kartensatz gehört"
        case .unknownKey(_, .rituals(let kind), nil, nil):
            "schreib `[\(kind.rawValue).ID]` und darunter, was zum Ritual gehört"
        case .unknownKey(_, let table, nil, nil): "\(table.german) hat \(choiceList(table.keys, "und"))"
        case .unknownTable: "es gibt \(choiceList(Kind.allCases.map(\.rawValue), "und"))"
        case .unknownChoice(_, _, let choices, nil): "möglich ist \(choiceList(choices, "oder"))"
        case .unknownPlaceholder: "es gibt \(choiceList(Mistake.placeholders, "und"))"
        case .wrongType(_, _, _, let say?): "schreib `\(say)`"
        case .wrongType(let key, let expected, _, nil): "schreib \(expected.example(key))"
        case .missingKey(let key, let table): table.example(of: key).map { "schreib `\($0)` dazu" }
        case .keysExclude: "behalte eins von beiden"
        case .keyNeeds("times", "again"):
            "`times` sagt, wie oft `again` nachfragt; nach so vielen Malen endet ein Ritual mit `count`"
        case .keyNeeds(let key, let other): "schreib `\(other)` dazu oder lass `\(key)` weg"
        case .emptyList("people"): "lass sie weg, wenn alle gemeint sind"
        case .emptyList, .emptyText: "lass es weg oder schreib etwas hinein"
        case .duplicateInList, .definedTwice: "behalte eins von beiden"

        case .badID(_, .channel, let say?), .badID(_, .deck, let say?):
            "Kennungen bestehen aus a bis z, 0 bis 9 und `-`: schreib `\(say)`"
        case .badID(_, let kind, let say?):
            "Kennungen bestehen aus a bis z, 0 bis 9 und `-`: schreib `\(say)`, und was zu lesen ist als `\(kind == .person ? "name" : "title") = …`"
        case .badID(_, _, nil): "Kennungen bestehen aus a bis z, 0 bis 9 und `-`"
        case .idTwice: "benenne eins um; die Geschichte hängt allein an der Kennung, nicht an der Art"

        case .noPeople: "schreib `[people.sam]` dazu, mit `name` und `channels`"
        case .unknownPerson(let id, nil, let known):
            known.isEmpty ? "schreib `[people.\(id)]` dazu" : "es gibt \(choiceList(known, "und"))"
        case .timezoneNeeded: "schreib oben eine Zeile wie `timezone = \"Europe/Berlin\"` dazu"
        case .unknownZone: "schreib einen Namen wie `Europe/Berlin` oder `America/Chicago`"
        case .unreadableZone: "installiere tzdata neu"
        case .systemZoneForPerson: "nenne die Zone, etwa `Europe/Berlin`, oder lass sie weg"
        case .badAddress: "schreib sie wie `sam@example.org`"
        case .emailNeeded(let person, _):
            "schreib `email = \"…\"` unter `[people.\(person)]`, oder nimm den Kanal heraus"

        case .unknownChannel(let id, nil, let known):
            known.isEmpty ? "schreib `[channels.\(id)]` dazu" : "es gibt \(choiceList(known, "und"))"
        case .placeholderAsProgram: "schreib zuerst den Namen des Programms, dann seine Argumente"
        case .badQuietHours: "schreib sie wie `22:00-07:30`, oder mit einem Tag wie `Sunday 00:00-10:00`"
        case .quietAllWeek: "lass etwas Zeit, in der etwas kommen darf"
        case .oneTimeFor: "schreib sie wie `19:00` oder `7pm`"
        case .numberOutside(_, let low, let high): "es geht von \(low) bis \(high)"
        case .timeoutOutside(let low, let high): "sie reicht von \(low) s bis \(high / 60) min"
        case .badRate(let most): "schreib es als `30 per minute`: 1 bis \(most) per second, minute, hour oder day"
        case .transportMissing:
            "schreib `server = \"smtp://…\"` oder `sendmail = [\"/usr/sbin/sendmail\", \"-i\"]` dazu"
        case .badServer(let fault): fault.germanHint
        case .startTLSWithTLS: "lass `starttls` weg oder schreib `smtp://`"
        case .passwordWritten(let key):
            "sag, wo es liegt: `\(key) = { credential = \"…\" }`, `{ file = \"/…\" }` oder `{ command = […] }`"
        case .secretShape: "schreib eins von `{ credential = \"…\" }`, `{ file = \"/…\" }` oder `{ command = […] }`"
        case .relativePath: "beginne ihn mit `/`"
        case .lengthOutside(_, let low, let high): "möglich ist `\(low)` bis `\(high)`"
        case .userTwice: "gib jeder Person ihr eigenes `user` oder lass es weg"

        case .noRule(.milestone): "schreib `date = 2019-06-15` und `every = \"year\"` dazu"
        case .noRule: "schreib `every = \"Sunday at 19:00\"` dazu, oder ein `date`"
        case .dialect(let error): error.germanHint
        case .rrule(let error): error.germanHint
        case .need(let need): need.germanHint
        case .zoneInExpression: "lass sie weg: es gilt die Zone der Person, bei Gemeinsamem die des Plans"
        case .badSpan(let error): error.germanHint
        case .badTime: "schreib sie wie `19:00` oder `7pm`"
        case .badDate: "schreib es wie `2026-06-15`"
        case .noSuchDate: nil
        case .yearMissing: "schreib es wie `date = 2019-06-15`"
        case .countOutside(let limit): "möglich ist 1 bis \(limit)"
        case .untilBeforeStart: "leg `until` später"
        case .neverFires: "sieh dir den Tag, `until` und `count` an: kein Datum passt zu allen"
        case .peopleNeeded: "schreib `people = [\"…\"]` dazu"
        case .tooLong: nil
        case .leadNotAhead: "lass es weg: der Zeitpunkt selbst kommt immer, außer mit `on-the-day = false`"
        case .leadTwice: "behalte eins von beiden"
        case .countsByTheDay: "schreib sie wie `1000 days`, `18 months` oder `25 years`"
        case .nothingWouldCome: "schreib `ahead` dazu, oder `on = false`, damit das Ritual ruht"
        case .formerlyInUse: "`formerly` nennt eine Kennung, die nicht mehr benutzt wird"
        case .turnOfAnother: "nenne Leute, für die es ist"
        case .againTooLate: "mach `again` kürzer oder sag mit einem längeren `grace`, wie lange sie gut ist"
        case .formerlyTwice: "nur ein Ritual kann sie fortführen"
        case .deck(let mistake): mistake.germanHint

        case .gapByTheDay: "schreib es wie `10 days`, `3 weeks` oder `2 months`"
        case .atMostTooShort: "mach es länger oder lass es weg"
        case .oneTimeOnly: "behalte eine davon"
        case .leadBeyondGap: "mach `ahead` kürzer als `after-done`"
        case .escalationOfSeveral: "sag, wem es gehört, etwa `people = [\"sam\"]`"
        case .escalationToItself: "nenne in `to` die andere Person"
        case .escalationOfPrivate: "lass `escalate` weg"

        case .badException: "schreib es wie `2026-12-24`, `2026-12-24 to 2027-01-06` oder `milestone.wedding`"
        case .rangeWritten(_, let say), .rangeBackwards(let say): "schreib `\(say)`"
        case .exceptionWithoutYear:
            "schreib das Jahr dazu, oder nenne ein Ritual mit so einem `date`, das jedes Jahr kommt"
        case .unknownRitual(_, let near?, _): "meinst du `\(near)`?"
        case .unknownRitual(_, nil, let known): "es gibt \(choiceList(known, "und"))"
        case .exceptionCircle: "nimm es aus `except` heraus"
        case .exceptionsTooDeep, .exceptionWithoutDates, .exceptionByTheHour: "schreib die Tage selbst hin"
        case .moveByTheHour(let key): "schreib `\(key) = \"skip\"` oder lass es weg"
        case .nothingLeft: "sieh dir `except`, `on-holiday` und `on-weekend` an"
        case .tooManyFiles: "leg mehrere zusammen; die Reihenfolge ist gleich"
        case .holidayAddress: "leg die Datei neben den Plan und schreib ihren Namen"
        case .holidayFileMissing: "ihr Pfad beginnt im Ordner des Plans"
        case .holidayFileUnreadable: "sieh nach, ob der Dienst sie lesen darf"
        case .holidayFile: "die Datei ist iCalendar (RFC 5545), mit einem VEVENT für jeden Feiertag"
        case .tooManyHolidays: "bleib bei den gesetzlichen Feiertagen, einigen in jedem Jahr"

        case .season(let fault): fault.germanHint
        case .repair(let fault): fault.germanHint
        case .letterNeedsPeople: "schreib `people = [\"…\"]` dazu"
        case .hiddenNeedsPeople: "schreib `people = [\"…\"]` dazu"
        case .hiddenFromReader: "nimm den Namen aus `people` oder aus `hidden-from`"
        case .hiddenByOwner, .hiddenBySender:
            "nimm einen anderen Weg: einen anderen Kanal für die Person, für die es ist"
        case .hiddenByAddress: "gib jeder Person ihre eigene `email`"
        case .hiddenByAccount(let person, _, _):
            "lass einen anderen Rechner für `\(person)` da sein, und schreib das Ritual in dessen `troth.local.toml`"
        case .exceptionTells: "schreib die Tage selbst hin, oder verbirg auch dieses Ritual so"

        case .hostInSharedFile: "schreib es in `troth.local.toml`, die auf diesem Rechner bleibt"
        case .nobodySaysWhoIsServed:
            "lesen mehrere Rechner diese Datei, dann gehört `[host]` mit `serves = [\"…\"]` in jede `troth.local.toml`"
        case .personUnreachable: "schreib `channels = [\"…\"]` dazu"
        case .noRituals: "schreib eins dazu, etwa `[check-in.weekly]` mit `every = \"Sunday at 19:00\"`"
        case .passwordInTheClear: "nimm `smtps://` oder `starttls = \"required\"`"
        case .noHolidays: "sieh nach, ob darin für jeden ein VEVENT mit DTSTART steht"
        case .desktopOfAnother(let person, nil, let own):
            "ist es derselbe Mensch, schreib `user = \"\(own)\"` unter `[people.\(person)]`; sonst nimm hier einen anderen Kanal"
        case .desktopOfAnother: "nimm hier einen anderen Kanal, oder sag in `[host]`, für wen dieser Rechner da ist"
        case .desktopOfNobody: "Bildschirme bedient der Benutzerdienst; nimm hier einen anderen Kanal"
        }
    }
}
