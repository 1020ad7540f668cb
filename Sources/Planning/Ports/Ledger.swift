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
