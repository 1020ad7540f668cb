import Planning

extension TableKind {
    var english: String {
        switch self {
        case .schedule: "the schedule"
        case .people: "`[people]`"
        case .person: "a person"
        case .channels: "`[channels]`"
        case .channel(let type?): "a channel of type `\(type)`"
        case .channel(nil): "a channel"
        case .host: "`[host]`"
        case .holidays: "`[holidays]`"
        case .digest: "`[digest]`"
        case .decks: "`[deck]`"
        case .deck: "a deck"
        case .rituals(let kind): "`[\(kind.rawValue)]`"
        case .ritual(.appreciation): "an appreciation"
        case .ritual(let kind): "a \(kind.rawValue)"
        case .seasons: "`[season]`"
        case .season: "a season"
        case .change: "what a season changes"
        case .away: "a time away"
        case .repair: "a repair"
        case .step: "a step of a repair"
        case .help: "`[help]`"
        case .escalation: "`escalate`"
        case .secret(let key): "`\(key)`"
        }
    }

    /// A line that would supply a missing key, the same in every language.
    func example(of key: String) -> String? {
        switch (self, key) {
        case (_, "type"): "type = \"desktop\""
        case (_, "command"): "command = [\"notify-send\", \"{title}\", \"{body}\"]"
        case (_, "contacts"): "contacts = [\"…\"]"
        case (_, "after"): "after = \"1 day\""
        case (.away, "from"): "from = 2026-12-01"
        case (.away, "until"): "until = 2026-12-14"
        case (.away, "timezone"): "timezone = \"Asia/Tokyo\""
        case (_, "from"): "from = \"Troth <troth@example.org>\""
        case (.escalation, "to"): "escalate = { to = \"alex\", after = \"1 day\" }"
        case (.escalation, "after"): "after = \"1 day\""
        case (_, "serves"): "serves = [\"sam\"]"
        case (_, "at"): "at = \"08:00\""
        case (_, "date"): "date = 2019-06-15"
        case (_, "files"): "files = [\"holidays.ics\"]"
        case (_, "name"): "name = \"Sam\""
        default: nil
        }
    }
}

extension IDKind {
    var english: String {
        switch self {
        case .person: "person"
        case .channel: "channel"
        case .ritual: "ritual"
        case .season: "season"
        case .deck: "deck"
        }
    }
}

extension Shape {
    var english: String {
        switch self {
        case .text: "a text"
        case .texts: "a list of texts"
        case .textOrTexts: "a text or a list of texts"
        case .textsOrLists: "a list of names, in which an inner list goes out at once"
        case .flag: "`true` or `false`"
        case .number: "a whole number"
        case .table: "a table"
        case .date: "a date"
        case .dateOrDayOfYear: "a date"
        case .dateOrDateTime: "a date, or a date and a time"
        case .time: "a time of day"
        case .length: "a length of time"
        case .lengths: "a list of lengths of time"
        case .exceptions: "a list of dates, ranges and names of rituals"
        case .escalation: "a table of whom it invites and when"
        case .secret: "a table that says where the secret is"
        }
    }

    /// How such a value is written, the same in every language.
    func example(_ key: String) -> String {
        switch self {
        case .text: "`\(key) = \"…\"`"
        case .texts, .textsOrLists: "`\(key) = [\"…\"]`"
        case .textOrTexts: "`\(key) = \"…\"`"
        case .flag: "`\(key) = true`"
        case .number: "`\(key) = 10`"
        case .table: "`[\(key)]`"
        case .date, .dateOrDateTime: "`\(key) = 2026-06-15`"
        case .dateOrDayOfYear: "`\(key) = 2019-06-15` · `\(key) = \"06-15\"`"
        case .time: "`\(key) = \"19:00\"`"
        case .length: "`\(key) = \"2 h\"`"
        case .lengths: "`\(key) = [\"1 day\"]`"
        case .escalation: "`\(key) = { to = \"alex\", after = \"1 day\" }`"
        case .exceptions: "`\(key) = [2026-12-24, \"2026-12-27 to 2027-01-06\"]`"
        case .secret: "`\(key) = { credential = \"…\" }`"
        }
    }
}

extension ValueKind {
    var english: String {
        switch self {
        case .text: "a text"
        case .integer: "a number"
        case .float: "a number with a fraction"
        case .flag: "`true` or `false`"
        case .offsetDateTime: "a time with an offset"
        case .localDateTime: "a date with a time"
        case .localDate: "a date"
        case .localTime: "a time"
        case .list: "a list"
        case .table: "a table"
        }
    }
}

extension AddressFault {
    var english: String {
        switch self {
        case .empty: "there is no address"
        case .noAt: "an address has an `@`"
        case .noLocalPart: "there is nothing before the `@`"
        case .noDomain: "there is nothing after the `@`"
        case .character(let scalar): "\(shown(scalar, space: "a space")) cannot stand in an address"
        case .dot: "a dot stands between two other characters of an address"
        case .hyphen: "no part of a domain begins or ends with a hyphen"
        case .quotedLocalPart: "addresses in quotes are not supported"
        case .domainLiteral: "a domain is a name, not a number in brackets"
        case .brackets: "an address after a name stands between `<` and `>`"
        case .quote: "the name lacks its second quote"
        case .tooLong: "this part of the address is too long"
        }
    }
}

/// A character as a message names it: quoted, or by its number where it would not be seen.
func shown(_ scalar: Unicode.Scalar, space: String) -> String {
    if scalar == " " { return space }
    let isSeen = scalar.value > 32 && !(127...159).contains(scalar.value)
    return isSeen ? "`\(scalar)`" : unicodeName(scalar.value)
}

extension ServerFault {
    var english: String {
        switch self {
        case .noScheme: "a mail server is written with `smtp://` or `smtps://`"
        case .unknownScheme(let scheme, _): "mail is not sent over `\(scheme)://`"
        case .noHost: "this names no server"
        case .badHost(let host): "`\(host)` is no name of a server"
        case .badPort(let port): "`\(port)` is no port"
        case .credentials: "a user name or a password does not belong in the server's address"
        case .path(let path): "`\(path)` after the server's name means nothing"
        }
    }

    var englishHint: String? {
        switch self {
        case .noScheme(let say): "write `\(say)`"
        case .unknownScheme(_, let near?): "did you mean `\(near)://`?"
        case .unknownScheme: "write `smtp://` or `smtps://`"
        case .noHost, .badHost: "write it as `smtp://mail.example.org:587`"
        case .badPort: "ports go from 1 to 65535; mail is mostly handed over at 587 or 465"
        case .credentials: "use `username = \"…\"` and `password = { credential = \"…\" }`"
        case .path: "leave it out"
        }
    }
}
