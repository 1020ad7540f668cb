public import CivilTime

/// Who may know of a ritual, and what of it may leave the house. Pure: whoever asks says for whom and when.
extension Ritual {
    /// Whether it is kept from `person` at `now`.
    public func isHidden(from person: Person, at now: Timestamp) -> Bool {
        secrecy?.holds(for: person, at: now) ?? false
    }

    /// Whether `person` may know that there is such a ritual: it is theirs, may invite them, or is nobody's private
    /// matter, and it is not kept from them.
    public func isVisible(to person: Person, at now: Timestamp) -> Bool {
        if isHidden(from: person, at: now) { return false }
        return mayReach(person.id) || !isOwnMatter
    }

    /// Whether it is nobody's business but theirs whom it is for: a reflection, a promise that is not shared, and of what
    /// people undertake by hand whatever they keep to themselves.
    public var isOwnMatter: Bool { isPersonal || kind.isOwnMatter && !isShared }

    /// Whether its words and its id stay out of what anybody on the machine can read: process lists and logs.
    ///
    /// What is kept from somebody stays so after its reveal, too: a log is read later. What a jar holds is a surprise.
    public var isPrivate: Bool { isOwnMatter || isDiscreet || isDelicate || secrecy != nil || giver != nil }
}

extension Kind {
    /// Whether such a ritual is for those alone whom it is for.
    public var isOwnMatter: Bool { self == .reflection || self == .promise }
}

extension Schedule {
    /// Whether what goes to `person` over `channel` has a neutral title and says nothing of `ritual`.
    public func isDiscreet(_ ritual: Ritual, to person: Person, over channel: ChannelID) -> Bool {
        ritual.isDiscreet || person.isDiscreet || self.channel(channel)?.isDiscreet == true
    }

    /// The person whose account it is; nobody where it is nobody's.
    public func people(with account: String?) -> [PersonID] {
        people.first { $0.user != nil && $0.user == account }.map { [$0.id] } ?? []
    }
}
