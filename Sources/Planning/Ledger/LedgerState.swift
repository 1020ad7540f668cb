public import CivilTime
public import Recurrence

/// What the planner needs of the ledger, held in memory: marks, open nudges and answers given ahead.
///
/// ``apply(_:)-(LedgerChange)`` is the meaning of every ``LedgerChange``; a durable ledger loads the same state.
public struct LedgerState: Sendable {
    public var through: Timestamp?
    public var marks: RitualMarks
    public var open: OpenNudges
    /// Members of digests that are still open.
    public var digests: [DigestKey: [NudgeKey]]
    /// Keys that closed and could be generated again: at least those due within ``recent``.
    public var closed: ClosedKeys
    /// Done or skip for occurrences that have not come yet, by person.
    public var ahead: [OccurrenceName: [PersonID: AnswerRecord.Answer]]
    /// What was drawn in the present pass through a ritual's decks, by person, oldest first.
    public var draws: [RitualID: [PersonID: [Draw]]]
    /// When somebody last said done, whatever was done since.
    public var done: [Participation: Timestamp]
    /// When nudges that count against a day's budget fell due, for two days and a little.
    public var spent: [PersonID: [Timestamp]]
    /// What was undertaken by hand.
    public var undertakings: Undertakings
    /// What people asked for themselves, as far as it is in force or still to come.
    public var wishes: Wishes
    /// Who is known, so that nobody is introduced twice.
    public var met: Set<PersonID>
    /// Channels that have not got anything through since they last did.
    public var troubles: [ChannelID: Trouble]
    /// The hour in which what is old was last let go of.
    var forgotten: Int64?
    /// So many closed keys are kept however old they are: a clock that is set back makes old ones recent.
    static let closedAtLeast = 1_024

    public init() {
        through = nil
        marks = RitualMarks()
        open = OpenNudges()
        digests = [:]
        closed = ClosedKeys()
        ahead = [:]
        draws = [:]
        done = [:]
        spent = [:]
        undertakings = Undertakings()
        wishes = Wishes()
        met = []
        troubles = [:]
    }

    /// How long what was spent is remembered, in seconds: longer than any local day and what clocks do to it.
    public static let spentKept: Int64 = 50 * 3_600

    /// How long closed keys are remembered here past their due time, in seconds: longer than any zone change or fold
    /// can bring a local time back.
    public static let recent: Int64 = 3 * 86_400

    /// How long an answer is kept here past the time that its occurrence is named by, in seconds: longer than a zone,
    /// a fold or a run of holidays can move the occurrence.
    public static let answersKept: Int64 = 35 * 86_400

    private var recentlySpent: [PersonID: [Timestamp]] {
        let oldest = through?.adding(seconds: -Self.spentKept) ?? .distantPast
        return spent.mapValues { $0.filter { $0 > oldest }.sorted() }.filter { !$0.value.isEmpty }
    }

    /// The closed keys that count when states are compared.
    private var recentlyClosed: [NudgeKey: Timestamp] {
        let oldest = through?.adding(seconds: -Self.recent)
        let recent = closed.lazy.filter { entry in oldest.map { entry.value > $0 } ?? true }
        return Dictionary(recent.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

extension LedgerState {
    /// What comes of a ritual for a person in a zone: what has a cadence, counted from the last time that is on record.
    public func recurrence(of ritual: Ritual, for person: PersonID, in zone: Zone) -> Recurrence {
        ritual.recurrence(lastDone: lastDone(ritual, by: person), in: zone)
    }

    /// When a ritual with a cadence was last done: by the person, or by any of its people where it is together.
    public func lastDone(_ ritual: Ritual, by person: PersonID?) -> Timestamp? {
        guard ritual.cadence != nil else { return nil }
        let people = ritual.together ? ritual.people : person.map { [$0] } ?? []
        return people.compactMap { done[Participation(ritual: ritual.id, person: $0)] }.max()
    }
}

extension LedgerState: Equatable {
    /// Whether both know the same; how many old closed keys they still hold plays no part.
    public static func == (a: LedgerState, b: LedgerState) -> Bool {
        a.through == b.through && a.marks == b.marks && a.open == b.open && a.digests == b.digests
            && a.recentlyClosed == b.recentlyClosed && a.ahead == b.ahead && a.draws == b.draws
            && a.done == b.done && a.undertakings == b.undertakings && a.recentlySpent == b.recentlySpent
            && a.wishes == b.wishes && a.met == b.met
            && a.troubles == b.troubles
    }
}
