/// The English names that the dialects share, and the words of other languages
/// that people write by habit.
enum EnglishNames {
    /// Monday first, as weekdays are numbered here.
    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    /// January first; the number of a month is its place plus one.
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// The longest a month gets, 29 for February.
    static let monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    static let weekdayForms: [String: Int] = {
        var forms: [String: Int] = [:]
        for (number, name) in weekdays.enumerated() {
            let lower = name.lowercased()
            forms[lower] = number
            forms[lower + "s"] = number
            forms[String(lower.prefix(3))] = number
        }
        for (form, number) in ["tues": 1, "weds": 2, "thur": 3, "thurs": 3] { forms[form] = number }
        return forms
    }()

    static let monthForms: [String: Int] = {
        var forms: [String: Int] = ["sept": 9]
        for (place, name) in months.enumerated() {
            let lower = name.lowercased()
            forms[lower] = place + 1
            forms[String(lower.prefix(3))] = place + 1
        }
        return forms
    }()

    /// The weekday (Monday is 0) that a lower-case word names: full, plural or short.
    static func weekday(_ word: String) -> Int? { weekdayForms[word] }

    /// The month (1 to 12) that a lower-case word names, full or short.
    static func month(_ word: String) -> Int? { monthForms[word] }

    /// The English word for one that a German, French or Spanish speaker may write.
    static func english(for word: String) -> String? { foreign[word] }

    private static let foreign: [String: String] = {
        var words: [String: String] = [:]
        let weekdayRows = [
            ["montag", "lundi", "lunes", "montags"],
            ["dienstag", "mardi", "martes", "dienstags"],
            ["mittwoch", "mercredi", "miércoles", "miercoles", "mittwochs"],
            ["donnerstag", "jeudi", "jueves", "donnerstags"],
            ["freitag", "vendredi", "viernes", "freitags"],
            ["samstag", "sonnabend", "samedi", "sábado", "sabado", "samstags"],
            ["sonntag", "dimanche", "domingo", "sonntags"],
        ]
        for (name, row) in zip(weekdays, weekdayRows) { for word in row { words[word] = name } }
        let monthRows = [
            ["januar", "jänner", "janvier", "enero"], ["februar", "février", "fevrier", "febrero"],
            ["märz", "maerz", "mars", "marzo"], ["avril", "abril"], ["mai", "mayo"],
            ["juni", "juin", "junio"], ["juli", "juillet", "julio"], ["août", "aout", "agosto"],
            ["septembre", "septiembre"], ["oktober", "octobre", "octubre"],
            ["novembre", "noviembre"], ["dezember", "décembre", "decembre", "diciembre"],
        ]
        for (name, row) in zip(months, monthRows) { for word in row { words[word] = name } }
        let others = [
            "day": ["tag", "täglich", "jour", "día", "dia"],
            "week": ["woche", "wöchentlich", "semaine", "semana"],
            "month": ["monat", "monatlich", "mois", "mes"],
            "year": ["jahr", "jährlich", "année", "annee", "año"],
            "hour": ["stunde", "stunden", "heure", "heures", "hora", "horas"],
            "weekday": ["werktag", "werktags"],
            "every": ["jeden", "jede", "jedes", "chaque", "cada"],
            "at": ["um"], "and": ["und", "et", "y"], "last": ["letzter", "letzten", "dernier", "último"],
            "first": ["erster", "ersten", "premier", "primer"],
            "noon": ["mittag", "midi", "mediodía"], "midnight": ["mitternacht", "minuit", "medianoche"],
        ]
        for (english, row) in others { for word in row { words[word] = english } }
        return words
    }()

    /// The one of `words` that is a slip of the pen away from `word`, if any is:
    /// one slip in a short word, two in a longer one.
    ///
    /// - Parameter words: Names in ASCII.
    static func nearest(to word: String, among words: [String]) -> String? {
        // A longer word is nobody's slip, and need not be read to its end.
        let letters = Array(word.unicodeScalars.prefix(25)).map(\.value)
        guard (2...24).contains(letters.count) else { return nil }
        let allowed = letters.count <= 4 ? 1 : 2
        var best: (name: String, distance: Int)?
        for name in words where abs(name.utf8.count - letters.count) <= allowed {
            let limit = min(allowed, (best?.distance ?? .max) - 1)
            guard let distance = slips(letters, name.utf8.map { UInt32($0 &- 65 < 26 ? $0 | 0x20 : $0) }, atMost: limit)
            else { continue }
            best = (name, distance)
            if distance == 0 { break }
        }
        return best?.name
    }

    /// Insertions, deletions, replacements and swaps of neighbours between two words;
    /// nil where they are more than `limit`.
    private static func slips(_ a: [UInt32], _ b: [UInt32], atMost limit: Int) -> Int? {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) <= limit ? max(a.count, b.count) : nil }
        var before = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        var row = before
        for i in 1...a.count {
            row[0] = i
            var least = i
            for j in 1...b.count {
                row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], before[j - 2] + 1) }
                least = min(least, row[j])
            }
            // A swap reaches back over one row, and costs one.
            if min(least, (previous.min() ?? 0) + 1) > limit { return nil }
            (before, previous, row) = (previous, row, before)
        }
        return previous[b.count] <= limit ? previous[b.count] : nil
    }
}
