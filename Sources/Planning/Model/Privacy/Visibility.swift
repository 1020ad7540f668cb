public import CivilTime

/// Who may know of a ritual, and what of it may leave the house. Pure: whoever asks says for whom and when.
extension Ritual {
    /// Whether it is kept from `person` at `now`.
    public func isHidden(from person: Person, at now: Timestamp) -> Bool {
        secrecy?.holds(for: person, at: now) ?? false
    }

    /// Whether `person` may know that there is such a ritual: it is theirs, or nobody's private matter, and it is not
    /// kept from them.
    public func isVisible(to person: Person, at now: Timestamp) -> Bool {
        if isHidden(from: person, at: now) { return false }
        return people.contains(person.id) || !isOwnMatter
    }

    /// Whether it is nobody's business but theirs whom it is for: a reflection, a promise.
    public var isOwnMatter: Bool { kind.isOwnMatter }

    /// Whether its words and its id stay out of what anybody on the machine can read: process lists and logs.
    ///
    /// What is kept from somebody stays so after its reveal, too: a log is read later.
    public var isPrivate: Bool { isOwnMatter || isDiscreet || secrecy != nil }
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

    /// The rituals of which `person` may know at `now`.
    public func visible(to person: Person, at now: Timestamp) -> [Ritual] {
        rituals.filter { $0.isVisible(to: person, at: now) }
    }

    /// Whether anything is kept from anybody of this schedule at `now`.
    public func keepsSecrets(at now: Timestamp) -> Bool { rituals.contains { isSecret($0, at: now) } }

    /// Whether `ritual` is kept from anybody of this schedule at `now`.
    public func isSecret(_ ritual: Ritual, at now: Timestamp) -> Bool {
        guard let secrecy = ritual.secrecy else { return false }
        return people.contains { secrecy.holds(for: $0, at: now) }
    }
}
