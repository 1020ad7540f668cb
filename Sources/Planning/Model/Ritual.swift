public import CivilTime
public import Recurrence

/// The configured thing: what recurs, for whom, with which words.
public struct Ritual: Sendable {
    public var id: RitualID
    public var kind: Kind
    /// As the schedule gives it; the wording supplies one by kind where it is nil.
    public var title: String?
    public var message: String?
    /// One of these is drawn for each nudge, without repeats until all have been.
    public var prompts: [String]
    /// For a ritual with a cadence: what comes as long as it was never done.
    public var recurrence: Recurrence
    public var people: [PersonID]
    /// One instant in the schedule's zone for everybody, else each person's own local time.
    public var together: Bool
    /// From the longest to the shortest; ends with ``Lead/moment`` unless `on-the-day = false`.
    public var leads: [Lead]
    /// May land at night when it is late.
    public var urgent: Bool
    public var catchUp: CatchUp
    /// How long after its moment a nudge is still worth sending; nil is the kind's own.
    public var grace: Span?
    /// False keeps the ritual in the file and silent.
    public var isOn: Bool
    /// Ids whose history this ritual carries on.
    public var formerly: [RitualID]
    /// Where it is counted from the last time it was done.
    public var cadence: Cadence?

    public init(
        id: RitualID, kind: Kind, title: String? = nil, message: String? = nil, prompts: [String] = [],
        recurrence: Recurrence, people: [PersonID], together: Bool? = nil, leads: [Lead] = [.moment],
        urgent: Bool = false, catchUp: CatchUp = .latest, grace: Span? = nil, isOn: Bool = true,
        formerly: [RitualID] = [], cadence: Cadence? = nil
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.message = message
        self.prompts = prompts
        self.recurrence = recurrence
        self.people = people
        self.together = together ?? kind.isTogetherByDefault
        self.leads = leads
        self.urgent = urgent
        self.catchUp = catchUp
        self.grace = grace
        self.isOn = isOn
        self.formerly = formerly
        self.cadence = cadence
    }

    /// Kind and id as a person writes them: `check-in.weekly`.
    public var name: String { "\(kind.rawValue).\(id)" }

    /// Whether a moment that was missed is over at its time (promises and what is done together).
    public var expiresAtItsTime: Bool { kind.expiresAtItsTime || together }
}

/// What becomes of moments that fell due while nobody could send them.
public enum CatchUp: String, CaseIterable, Sendable {
    /// Only the newest one, if it is still within its grace.
    case latest
    /// Every one still within its grace.
    case all
    /// None: what was missed is missed.
    case none
}
