/// What a phrase lacks, or has twice, when it is made into rules.
///
/// Its ``message`` and ``hint`` word it in plain English.
public enum PhraseNeed: Error, CaseIterable, Hashable, Sendable {
    /// It counts several days, weeks, months or years, and nothing says from when.
    case starting
    /// Nothing says which day of the week, month or year.
    case day
    /// Neither the phrase nor anything else says what time of day.
    case time
    /// The phrase names a time and another one was given as well.
    case oneTime
    /// The phrase counts minutes or hours, which take no time of day.
    case noTime
}
