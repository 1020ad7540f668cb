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
        case .rituals(let kind): "`[\(kind.rawValue)]`"
        case .ritual(.appreciation): "an appreciation"
        case .ritual(let kind): "a \(kind.rawValue)"
        case .password: "`password`"
        }
    }

    /// A line that would supply a missing key, the same in every language.
    func example(of key: String) -> String? {
        switch (self, key) {
        case (_, "type"): "type = \"command\""
        case (_, "command"): "command = [\"notify-send\", \"{title}\", \"{body}\"]"
        case (_, "from"): "from = \"Troth <troth@example.org>\""
        case (_, "serves"): "serves = [\"sam\"]"
        case (_, "date"): "date = 2019-06-15"
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
        case .secret: "a table that says where the password is"
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
        case .empty: "there is nothing before or after the name"
        case .noAt: "it has no `@`"
        case .twoAts: "it has more than one `@`"
        case .space: "it has a space in it"
        case .notASCII: "it has letters beyond a to z"
        case .localPart: "what stands before the `@` cannot be used"
        case .domain: "what stands after the `@` is no domain"
        case .tooLong: "it is too long"
        case .severalAddresses: "it is more than one"
        case .brackets: "its `<` and `>` do not match"
        }
    }
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
