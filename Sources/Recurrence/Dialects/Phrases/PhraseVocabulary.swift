/// What is known of words that are not in the grammar.
enum PhraseVocabulary {
    /// The reason why a word could not be read, with the best advice there is.
    static func reason(for word: PhraseWord) -> DialectError.Reason {
        let lower = word.lower
        if lower == "m" { return .bareM }
        if let english = EnglishNames.english(for: lower) { return .foreignWord(word.text, english: english) }
        if let key = keys[lower] { return .ownKey(word.text, key: key) }
        if let say = advice[lower] { return .vagueWord(word.text, say: say) }
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
        "fortnight": "2 weeks", "biweekly": "2 weeks", "bimonthly": "2 months", "morning": "day at 08:00",
        "mornings": "day at 08:00",
        "afternoon": "day at 15:00", "afternoons": "day at 15:00", "evening": "day at 19:00",
        "evenings": "day at 19:00", "night": "day at 22:00", "tonight": "day at 22:00", "nightly": "day at 22:00",
        "half": "30 minutes", "once": "day at 08:00", "twice": "day at 08:00 and 20:00", "alternate": "other",
        "decade": "10 years",
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
