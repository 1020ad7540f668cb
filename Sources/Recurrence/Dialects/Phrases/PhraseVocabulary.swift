/// What is known of words that are not in the grammar.
enum PhraseVocabulary {
    /// The reason why a word could not be read, with the best advice there is.
    static func reason(for word: PhraseWord) -> DialectError.Reason {
        let lower = word.lower
        if lower == "m" { return .bareM }
        if let english = EnglishNames.english(for: lower) { return .foreignWord(word.text, english: english) }
        if let key = keys[lower] { return .ownKey(word.text, key: key) }
        if let say = advice[lower] { return .vagueWord(word.text, say: say) }
        if plain.contains(lower) { return .unknownWord(word.text, near: nil) }
        return .unknownWord(word.text, near: EnglishNames.nearest(to: lower, among: all))
    }

    /// What may stand in place of a number and a unit.
    static let adverbs: [String: (count: Int, unit: PhraseUnit)] = [
        "hourly": (1, .hour), "daily": (1, .day), "weekly": (1, .week), "fortnightly": (2, .week), "monthly": (1, .month),
        "yearly": (1, .year), "annually": (1, .year),
    ]

    /// Words that people write, and what says the same in the grammar.
    private static let advice: [String: String] = [
        "minutely": "minute", "quarterly": "first day of the quarter", "quarter": "first day of the quarter",
        "fortnight": "2 weeks", "biweekly": "2 weeks", "bimonthly": "2 months", "nightly": "day at 22:00",
        "half": "30 minutes", "alternate": "other", "decade": "10 years",
    ]

    /// How often within a unit, and days or times that say so.
    static let spread: [PhraseUnit: [Int: String]] = [
        .hour: [1: "hour", 2: "30 minutes", 3: "20 minutes", 4: "15 minutes"],
        .day: [1: "day at 08:00", 2: "day at 08:00 and 20:00", 3: "day at 08:00, 14:00 and 20:00"],
        .week: [
            1: "Sunday", 2: "Tuesday and Friday", 3: "Monday, Wednesday and Friday", 5: "weekday", 7: "day",
        ],
        .month: [1: "first day of the month", 2: "day 1 and 15 of the month"],
        .year: [1: "January 1", 2: "January 1 and July 1", 4: "first day of the quarter"],
    ]

    /// The hours of the day that its parts are taken for.
    static let partsOfDay: [String: Int] = [
        "morning": 8, "mornings": 8, "afternoon": 15, "afternoons": 15, "evening": 19, "evenings": 19, "night": 22,
        "nights": 22,
    ]

    /// Where in a period a day may lie.
    static let edges: [String: String] = [
        "end": "last day", "start": "first day", "beginning": "first day", "middle": "day 15",
    ]

    /// Days whose date only their people know.
    static let datedDays: Set<String> = ["birthday", "birthdays", "anniversary", "anniversaries"]

    /// Words that are no slip of any other.
    private static let plain: Set<String> = [
        "my", "our", "your", "his", "her", "their", "once", "twice", "thrice", "tonight", "end",
    ]

    /// Words that belong into another key of the schedule.
    private static let keys = [
        "starting": "starting", "beginning": "starting", "until": "until", "till": "until", "ending": "until",
        "except": "except", "for": "count", "times": "count",
    ]

    private static let all: [String] =
        EnglishNames.weekdays + EnglishNames.months
        + PhraseWord.Keyword.allCases.map(\.rawValue)
        + PhraseLexer.ordinals.filter { $0.count > 1 }
        + [
            "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
            "months", "year", "years", "weekday", "weekdays", "weekends", "noon", "midnight", "second-to-last",
        ] + adverbs.keys.sorted()
}
