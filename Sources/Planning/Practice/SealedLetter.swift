public import CivilTime

/// What sort of letter a ritual is about.
public enum LetterForm: Hashable, Sendable {
    /// One to write and to give.
    case love
    /// One that is written and not sent; nothing of it is kept, and who reads it is decided later, if ever.
    case unsent
    /// One that was written before and may be opened now.
    case sealed(SealedLetter)
}

/// A letter that is kept closed until a day, and then comes to the one for whom it was written.
public struct SealedLetter: Hashable, Sendable {
    /// Counts from 1.
    public var number: Int
    public var writer: PersonID
    /// Who gets it; the writer, where it was written to oneself.
    public var reader: PersonID
    /// The day on which it may be opened, where the reader lives.
    public var opens: CivilDate
    /// Nil once somebody who may has let it go: then nobody has it any more.
    public var text: String?
    public var at: Timestamp

    public init(number: Int, writer: PersonID, reader: PersonID, opens: CivilDate, text: String?, at: Timestamp) {
        self.number = number
        self.writer = writer
        self.reader = reader
        self.opens = opens
        self.text = text
        self.at = at
    }

    /// The ritual that brings it on its day.
    public var ritual: RitualID { RitualID("letter-\(number)") }

    /// Whether it may be opened by `now` where `reader` lives.
    public func isOpen(to reader: Person, at now: Timestamp) -> Bool { reader.zone.local(at: now).date >= opens }
}

/// A letter's text is gone, for good.
public struct LetterGone: Hashable, Sendable {
    public var number: Int
    public var at: Timestamp

    public init(number: Int, at: Timestamp) {
        self.number = number
        self.at = at
    }
}
