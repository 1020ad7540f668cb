import Planning

extension TableKind {
    var german: String {
        switch self {
        case .schedule: "der Plan"
        case .people: "`[people]`"
        case .person: "eine Person"
        case .channels: "`[channels]`"
        case .channel(let type?): "ein Kanal der Art `\(type)`"
        case .channel(nil): "ein Kanal"
        case .host: "`[host]`"
        case .holidays: "`[holidays]`"
        case .digest: "`[digest]`"
        case .decks: "`[deck]`"
        case .deck: "ein Kartensatz"
        case .rituals(let kind): "`[\(kind.rawValue)]`"
        case .ritual(let kind): "ein Ritual der Art `\(kind.rawValue)`"
        case .seasons: "`[season]`"
        case .season: "eine Zeit (`season`)"
        case .change: "was eine Zeit ändert"
        case .away: "eine Zeit anderswo"
        case .repair: "eine Versöhnung (`repair`)"
        case .step: "ein Schritt einer Versöhnung"
        case .help: "`[help]`"
        case .escalation: "`escalate`"
        case .secret(let key): "`\(key)`"
        }
    }

    var germanDative: String {
        switch self {
        case .schedule: "den Angaben ganz oben"
        case .person: "einer Person"
        case .channel(let type?): "einem Kanal der Art `\(type)`"
        case .channel(nil): "einem Kanal"
        case .deck: "einem Kartensatz"
        case .ritual(let kind): "einem Ritual der Art `\(kind.rawValue)`"
        case .season: "einer Zeit (`season`)"
        case .change: "dem, was eine Zeit ändert"
        case .away: "einer Zeit anderswo"
        case .repair: "einer Versöhnung (`repair`)"
        case .step: "einem Schritt einer Versöhnung"
        case .people, .channels, .host, .help, .holidays, .digest, .decks, .rituals, .seasons, .escalation, .secret:
            german
        }
    }
}

extension IDKind {
    var german: String {
        switch self {
        case .person: "einer Person"
        case .channel: "eines Kanals"
        case .ritual: "eines Rituals"
        case .season: "einer Zeit"
        case .deck: "eines Kartensatzes"
        }
    }
}

extension Shape {
    var german: String {
        switch self {
        case .text: "einen Text"
        case .texts: "eine Liste von Texten"
        case .textOrTexts: "einen Text oder eine Liste von Texten"
        case .textsOrLists: "eine Liste von Namen, in der eine innere Liste zugleich hinausgeht"
        case .flag: "`true` oder `false`"
        case .number: "eine ganze Zahl"
        case .table: "eine Tabelle"
        case .date, .dateOrDayOfYear: "ein Datum"
        case .dateOrDateTime: "ein Datum, mit oder ohne Uhrzeit"
        case .time: "eine Uhrzeit"
        case .length: "eine Dauer"
        case .lengths: "eine Liste von Zeitspannen"
        case .exceptions: "eine Liste von Tagen, Zeiträumen und Namen von Ritualen"
        case .escalation: "eine Tabelle, wen es einlädt und wann"
        case .secret: "eine Tabelle, die sagt, wo das Passwort liegt"
        }
    }
}

extension ValueKind {
    var german: String {
        switch self {
        case .text: "einen Text"
        case .integer: "eine Zahl"
        case .float: "eine Kommazahl"
        case .flag: "`true` oder `false`"
        case .offsetDateTime: "eine Zeit mit Abstand zu UTC"
        case .localDateTime: "ein Datum mit Uhrzeit"
        case .localDate: "ein Datum"
        case .localTime: "eine Uhrzeit"
        case .list: "eine Liste"
        case .table: "eine Tabelle"
        }
    }
}

extension AddressFault {
    var german: String {
        switch self {
        case .empty: "da steht keine Adresse"
        case .noAt: "eine Adresse hat ein `@`"
        case .noLocalPart: "vor dem `@` steht nichts"
        case .noDomain: "nach dem `@` steht nichts"
        case .character(let scalar): "\(shown(scalar, space: "ein Leerzeichen")) geht nicht in einer Adresse"
        case .dot: "ein Punkt steht zwischen zwei anderen Zeichen einer Adresse"
        case .hyphen: "kein Teil einer Domain beginnt oder endet mit einem Bindestrich"
        case .quotedLocalPart: "Adressen in Anführungszeichen gehen nicht"
        case .domainLiteral: "eine Domain ist ein Name, keine Zahl in Klammern"
        case .brackets: "eine Adresse nach einem Namen steht zwischen `<` und `>`"
        case .quote: "dem Namen fehlt das zweite Anführungszeichen"
        case .tooLong: "dieser Teil der Adresse ist zu lang"
        }
    }
}

extension ServerFault {
    var german: String {
        switch self {
        case .noScheme: "ein Mailserver beginnt mit `smtp://` oder `smtps://`"
        case .unknownScheme(let scheme, _): "über `\(scheme)://` geht keine Post"
        case .noHost: "das nennt keinen Server"
        case .badHost(let host): "`\(host)` ist kein Name eines Servers"
        case .badPort(let port): "`\(port)` ist kein Port"
        case .credentials: "Name und Passwort gehören nicht in die Adresse des Servers"
        case .path(let path): "`\(path)` nach dem Namen des Servers bedeutet nichts"
        }
    }

    var germanHint: String? {
        switch self {
        case .noScheme(let say): "schreib `\(say)`"
        case .unknownScheme(_, let near?): "meinst du `\(near)://`?"
        case .unknownScheme: "schreib `smtp://` oder `smtps://`"
        case .noHost, .badHost: "schreib ihn wie `smtp://mail.example.org:587`"
        case .badPort: "Ports gehen von 1 bis 65535; Post geht meist über 587 oder 465"
        case .credentials: "nimm `username = \"…\"` und `password = { credential = \"…\" }`"
        case .path: "lass es weg"
        }
    }
}
