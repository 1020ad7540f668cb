public import CivilTime

/// Something that somebody undertook by hand: what the file does not know and the record keeps.
public enum Undertaking: Hashable, Sendable {
    case season(SeasonSwitch)
    case celebrated(SmallWin)
    case promised(MadePromise)
    case promiseMoved(PromiseMove)
    case repairBegun(RepairRun)
    case repairEnded(RepairEnd)
    case told(Notice)
    case sealed(SealedLetter)
    case letGo(LetterGone)
}

/// All that was undertaken, each kind in the order in which it was.
public struct Undertakings: Hashable, Sendable {
    public var seasons: [SeasonSwitch] = []
    public var wins: [SmallWin] = []
    public var promises: [MadePromise] = []
    public var moves: [PromiseMove] = []
    public var repairs: [RepairRun] = []
    public var repairEnds: [RepairEnd] = []
    public var notices: [Notice] = []
    public var letters: [SealedLetter] = []

    public init() {}

    public mutating func note(_ undertaking: Undertaking) {
        switch undertaking {
        case .season(let change): seasons.append(change)
        case .celebrated(let win): wins.append(win)
        case .promised(let promise): promises.append(promise)
        case .promiseMoved(let move): moves.append(move)
        case .repairBegun(let run): repairs.append(run)
        case .repairEnded(let end): repairEnds.append(end)
        case .told(let notice): notices.append(notice)
        case .sealed(let letter): letters.append(letter)
        case .letGo(let gone):
            for index in letters.indices where letters[index].number == gone.number { letters[index].text = nil }
        }
    }
}

extension Ritual {
    /// Whether it is something to be at or to do at its time, as opposed to what is only told: a change of plan, a
    /// letter that may be opened.
    public var isMoment: Bool {
        if case .sealed? = letter { return false }
        return notice == nil
    }
}

/// Something good that happened, told on the day.
public struct SmallWin: Hashable, Sendable {
    /// Counts from 1.
    public var number: Int
    public var person: PersonID
    public var day: CivilDate
    public var text: String
    /// Whether the others may see it, too.
    public var isShared: Bool
    /// Whether it comes back each year on its day.
    public var isYearly: Bool
    public var at: Timestamp

    public init(
        number: Int, person: PersonID, day: CivilDate, text: String, isShared: Bool, isYearly: Bool, at: Timestamp
    ) {
        self.number = number
        self.person = person
        self.day = day
        self.text = text
        self.isShared = isShared
        self.isYearly = isYearly
        self.at = at
    }
}

/// A small commitment with a time, made to somebody.
public struct MadePromise: Hashable, Sendable {
    public var id: RitualID
    public var maker: PersonID
    /// To whom; nil where it is to nobody in the schedule.
    public var to: PersonID?
    public var text: String
    /// In the maker's zone; in the schedule's where it is shared.
    public var time: CivilDateTime
    public var lead: Lead?
    /// Whether the one it is made to sees it and is told when it moves.
    public var isShared: Bool
    public var at: Timestamp

    public init(
        id: RitualID, maker: PersonID, to: PersonID?, text: String, time: CivilDateTime, lead: Lead?, isShared: Bool,
        at: Timestamp
    ) {
        self.id = id
        self.maker = maker
        self.to = to
        self.text = text
        self.time = time
        self.lead = lead
        self.isShared = isShared
        self.at = at
    }
}

/// A promise got another time.
public struct PromiseMove: Hashable, Sendable {
    public var promise: RitualID
    public var time: CivilDateTime
    public var at: Timestamp

    public init(promise: RitualID, time: CivilDateTime, at: Timestamp) {
        self.promise = promise
        self.time = time
        self.at = at
    }
}

/// One time that a repair was begun.
public struct RepairRun: Hashable, Sendable {
    /// Counts from 1.
    public var number: Int
    public var repair: RitualID
    public var person: PersonID
    /// In the schedule's zone; the steps count from here.
    public var began: CivilDateTime
    public var at: Timestamp

    public init(number: Int, repair: RitualID, person: PersonID, began: CivilDateTime, at: Timestamp) {
        self.number = number
        self.repair = repair
        self.person = person
        self.began = began
        self.at = at
    }
}

/// Somebody ended a repair for everybody, or left it for themselves.
public struct RepairEnd: Hashable, Sendable {
    public var number: Int
    public var person: PersonID
    /// Whether it goes on for the others, who are not told.
    public var isOwnOnly: Bool
    public var at: Timestamp

    public init(number: Int, person: PersonID, isOwnOnly: Bool, at: Timestamp) {
        self.number = number
        self.person = person
        self.isOwnOnly = isOwnOnly
        self.at = at
    }
}

/// What one person is told beforehand of changes to what is shared: neither who made them, nor why.
public struct Notice: Hashable, Sendable {
    public enum Change: String, Hashable, Sendable, CaseIterable {
        /// Its next time is another one.
        case moved
        /// Its next time is called off.
        case off
        /// It does not come for a while, beginning with this time.
        case rests
        /// It comes again, beginning with this time.
        case returns
    }

    public struct Item: Hashable, Sendable {
        public var ritual: RitualID
        public var change: Change
        /// When it will be, or would have been.
        public var moment: Timestamp

        public init(_ ritual: RitualID, _ change: Change, _ moment: Timestamp) {
            self.ritual = ritual
            self.change = change
            self.moment = moment
        }
    }

    /// Counts from 1.
    public var number: Int
    public var person: PersonID
    public var items: [Item]
    public var at: Timestamp

    public init(number: Int, person: PersonID, items: [Item], at: Timestamp) {
        self.number = number
        self.person = person
        self.items = items
        self.at = at
    }
}
