public import CivilTime

/// The durable record and outbox. One conformance suite covers every ledger.
public protocol Ledger: AnyObject {
    /// Everything the planner needs, as of the last commit.
    func load() throws(LedgerError) -> LedgerState

    /// Commits `changes` as one durable transaction: after it returns they survive a power cut.
    ///
    /// - Parameters:
    ///   - changes: What becomes so.
    ///   - durably: False only for what may be lost in a power cut, though never with the process: that an attempt
    ///     began. After a power cut every claim that stands is loaded as begun.
    /// - Returns: Keys that the record already holds, so that opening them or renaming to them was left undone while
    ///   the rest took effect: a nudge that closed stays closed however long ago that was. Where there are any,
    ///   nothing of this commit may be sent before ``load()`` has been called again.
    @discardableResult
    func commit(_ changes: [LedgerChange], durably: Bool) throws(LedgerError) -> [NudgeKey]

    /// The nudges of the record, latest due first.
    func history(_ query: HistoryQuery) throws(LedgerError) -> [HistoryEntry]

    /// The stretches of time that passed unsent and still count, the latest end first.
    func missed(_ query: HistoryQuery) throws(LedgerError) -> [MissedEntry]

    /// What was answered, the last answer first.
    func answers(_ query: HistoryQuery) throws(LedgerError) -> [AnswerRecord]

    /// What a person has asked for themselves, the last wish first; also what was taken back or has ended.
    func wishes(of person: PersonID) throws(LedgerError) -> [WishEntry]

    /// Takes all that the record holds of a person out of it, for good and down to the bytes: their nudges, answers,
    /// draws and wishes, what waits to go out to them, and their id wherever others' rows hold it.
    ///
    /// Where no row is theirs or names them, every row stays as it is: then their id is a word like any other in what far
    /// ends said. Call ``load()`` afterwards. Asking again does no harm, and finishes what was refused at its end.
    ///
    /// - Returns: How many rows of their own there were.
    @discardableResult
    func forget(_ person: PersonID) throws(LedgerError) -> Int

    /// Deletes what came to an end before `time`, the oldest first. What is open, and what is to come or to be drawn
    /// depends on, stays however old it is: the state is the same afterwards.
    ///
    /// - Parameters:
    ///   - time: What came to an end at it or later stays.
    ///   - most: About how many rows of each sort to delete at once.
    /// - Returns: How many it deleted; 0 when nothing is left to delete.
    func prune(before time: Timestamp, atMost most: Int) throws(LedgerError) -> Int

    /// A number only this ledger knows, made when it was: keys what leaves the house (Message-IDs).
    func secret() throws(LedgerError) -> [UInt8]
}

/// Why the ledger could not do what was asked.
public enum LedgerError: Error, Sendable, Hashable {
    /// Another service holds the state.
    case held(by: Int32?)
    /// The folder cannot be used; what and why.
    case unusable(path: String, reason: LedgerProblem)
    /// The file is damaged or from a later version.
    case unreadable(reason: LedgerProblem)
    /// The disk is full or refuses; nothing of the commit took effect.
    case refused(reason: LedgerProblem)
}

/// What is wrong with a ledger or with its folder.
public enum LedgerProblem: Sendable, Hashable {
    case missing
    case symbolicLink
    /// Neither a file nor a link.
    case notPlain
    /// The user's number.
    case ofAnother(user: UInt32)
    case folderOfAnother(user: UInt32)
    /// A hard link: whoever has the other name can write to it.
    case otherNames
    /// The folder became another one while it was being opened.
    case exchanged
    case notALedger
    case later(version: Int64, known: Int64)
    case earlier(version: Int64)
    case noVersion
    /// What the database says of it.
    case damaged(String)
    /// A row that does not say what it should, and what was found there.
    case row(String)
    case noSecret
    case diskFull
    /// Another program keeps the file locked.
    case inUse
    case readingOnly
    /// In the system's or the database's own words.
    case other(String)
}
