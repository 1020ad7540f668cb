public import CivilTime
public import Planning
public import Recurrence
public import TOML

/// One thing that is wrong with a schedule, or that deserves a second look, as data.
///
/// Where it stands is told by whoever found it; its words, in every language, stand in
/// the files beside this one.
public enum Mistake: Sendable, Hashable {
    // The text
    case syntax(TOMLError)
    case controlCharacter(UInt32, key: String)
    case fileTooLarge(limit: Int)

    // Keys, tables and the shape of values
    case unknownKey(String, in: TableKind, near: String?, belongs: TableKind?)
    case unknownTable(String, near: String?)
    case wrongType(key: String, expected: Shape, found: ValueKind, say: String?)
    case missingKey(String, in: TableKind)
    case unknownChoice(String, key: String, choices: [String], near: String?)
    case keysExclude(String, String)
    case keyNeeds(String, needs: String)
    case emptyList(key: String)
    case emptyText(key: String)
    case duplicateInList(String, key: String)
    case definedTwice(String)

    // Ids
    case badID(String, of: IDKind, say: String?)
    case idTwice(String)

    // People
    case noPeople
    case unknownPerson(String, near: String?, known: [String])
    case timezoneNeeded
    case unknownZone(String, near: String?)
    case unreadableZone(String)
    case systemZoneForPerson
    case badAddress(AddressFault)
    case emailNeeded(person: String, channel: String)
    case userTwice(String)

    // A person's pace
    case badQuietHours(String)
    case quietAllWeek
    case numberOutside(key: String, low: Int64, high: Int64)
    case oneTimeFor(key: String)

    // Channels
    case unknownChannel(String, near: String?, known: [String])
    case unknownPlaceholder(String, near: String?)
    case placeholderAsProgram
    case timeoutOutside(low: Int64, high: Int64)
    case badRate(most: Int)
    case transportMissing
    case badServer(ServerFault)
    case startTLSWithTLS
    case passwordWritten(key: String)
    case secretShape(key: String)
    case relativePath(key: String)
    case lengthOutside(key: String, low: String, high: String)

    // Rituals
    case noRule(Kind)
    case dialect(DialectError)
    case rrule(RRuleError)
    case need(PhraseNeed)
    case zoneInExpression(String)
    case badSpan(SpanError)
    case badTime(String)
    case badDate(String)
    case noSuchDate(String)
    case yearMissing(key: String)
    case countOutside(limit: Int)
    case untilBeforeStart
    case neverFires
    case peopleNeeded(Kind)
    case tooLong(key: String, limit: Int)
    case leadNotAhead
    case leadTwice(String, same: String)
    case countsByTheDay
    case nothingWouldCome
    case formerlyInUse(String)
    case formerlyTwice(String)
    case turnOfAnother(String)
    case letterNeedsPeople
    case againTooLate

    // Inviting a second person
    case escalationOfSeveral
    case escalationToItself(String)
    case escalationOfPrivate

    /// About decks and who draws from them.
    case deck(DeckMistake)

    // What is counted from the last time
    case gapByTheDay(key: String)
    case atMostTooShort
    case oneTimeOnly
    case leadBeyondGap

    // Days left out and moved
    case badException(String)
    case rangeWritten(String, say: String)
    case rangeBackwards(say: String)
    case exceptionWithoutYear(String)
    case unknownRitual(String, near: String?, known: [String])
    /// The ids on the way from a ritual back to itself.
    case exceptionCircle([String])
    case exceptionsTooDeep(limit: Int)
    case exceptionWithoutDates(String)
    case exceptionByTheHour(String)
    case moveByTheHour(key: String)
    case nothingLeft
    case tooManyFiles(limit: Int)
    case holidayAddress
    case holidayFileMissing(String)
    case holidayFileUnreadable(String, reason: String)
    case holidayFile(HolidayFileError)
    case tooManyHolidays(limit: Int)

    // Seasons and being away
    case season(SeasonFault)
    case repair(RepairFault)

    // What is kept from somebody
    case hiddenNeedsPeople
    case hiddenFromReader(String)
    case hiddenByOwner(channel: String, from: String)
    case hiddenBySender(channel: String, key: String, from: String)
    case hiddenByAddress(person: String, from: String)
    case hiddenByAccount(person: String, from: String, user: String)
    /// Without the name of what would be told.
    case exceptionTells(String)

    // Worth a second look
    case hostInSharedFile
    case nobodySaysWhoIsServed
    case personUnreachable(String)
    case noRituals
    case passwordInTheClear
    case noHolidays(String)
    /// A desktop channel of somebody who, as far as the schedule says, is not the user whose desktop this is.
    case desktopOfAnother(person: String, user: String?, own: String)
    case desktopOfNobody

    /// What a command's arguments can have filled in.
    public static let placeholders = ["{title}", "{body}", "{person}", "{ritual}", "{when}"]

    /// Whether two places say the same thing, rather than two that do not fit.
    public var isRepetition: Bool {
        switch self {
        case .syntax, .definedTwice, .idTwice, .duplicateInList, .leadTwice, .formerlyTwice: true
        default: false
        }
    }

    /// Whether the second place is the part of another file that the first one names.
    public var isInNamedFile: Bool {
        switch self {
        case .holidayFile, .deck(.badFile): true
        default: false
        }
    }

    /// Whether the schedule can be used all the same.
    public var isWarning: Bool {
        switch self {
        case .hostInSharedFile, .nobodySaysWhoIsServed, .personUnreachable, .noRituals, .passwordInTheClear,
            .noHolidays, .desktopOfAnother, .desktopOfNobody:
            true
        default: false
        }
    }
}

/// What a table of the schedule describes, so that a message can name it.
public enum TableKind: Sendable, Hashable {
    case schedule
    case people
    case person
    case channels
    /// A channel of a type as written, or of any type.
    case channel(String?)
    case host
    case holidays
    case digest
    case decks
    case deck
    case rituals(Kind)
    case ritual(Kind)
    case seasons
    case season
    /// What a season makes of a ritual.
    case change(Kind)
    case away
    case repair
    case step
    case help
    case escalation
    /// `password` or `token`: where a secret is.
    case secret(String)
}

/// What an id stands for.
public enum IDKind: Sendable, Hashable {
    case person, channel, ritual, season, deck
}

/// The shape a value should have.
public enum Shape: Sendable, Hashable {
    case text, texts, textOrTexts, textsOrLists, flag, number, table, date, dateOrDayOfYear, dateOrDateTime, time
    case length, lengths, exceptions, secret, escalation
}

/// The shape a value has.
public enum ValueKind: Sendable, Hashable {
    case text, integer, float, flag, offsetDateTime, localDateTime, localDate, localTime, list, table
}

/// Why a text is no e-mail address that a message can be sent to or from.
public enum AddressFault: Sendable, Hashable {
    case empty
    case noAt
    case noLocalPart
    case noDomain
    case character(Unicode.Scalar)
    case dot
    case hyphen
    case quotedLocalPart
    case domainLiteral
    case brackets
    case quote
    case tooLong
}

/// Why a text names no mail server.
public enum ServerFault: Sendable, Hashable {
    case noScheme(say: String)
    case unknownScheme(String, near: String?)
    case noHost
    case badHost(String)
    case badPort(String)
    case credentials
    case path(String)
}
