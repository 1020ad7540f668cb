public import CivilTime

/// Somebody who receives nudges.
public struct Person: Sendable {
    public var id: PersonID
    public var name: String
    public var email: MailAddress?
    /// The account on this machine that is the person's.
    public var user: String?
    /// Where the person lives in time; the schedule's zone unless they have their own.
    public var zone: Zone
    public var language: Language
    /// Channels in order; an inner list goes out at once.
    public var channels: [[ChannelID]]
    public var pace: Pace
    /// Whether mail brings each moment as an entry for a calendar, too.
    public var wantsCalendar: Bool
    /// Whatever goes out to them has a neutral title and says nothing else.
    public var isDiscreet: Bool
    /// A child gets only what was written for children as well.
    public var isChild: Bool

    public init(
        id: PersonID, name: String, email: MailAddress? = nil, user: String? = nil, zone: Zone,
        language: Language = .english, channels: [[ChannelID]], pace: Pace = Pace(),
        wantsCalendar: Bool = false, isDiscreet: Bool = false, isChild: Bool = false
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.user = user
        self.zone = zone
        self.language = language
        self.channels = channels
        self.pace = pace
        self.wantsCalendar = wantsCalendar
        self.isDiscreet = isDiscreet
        self.isChild = isChild
    }
}
