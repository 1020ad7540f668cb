public import Planning

/// On whose behalf a request comes: for whom the account behind it speaks, and whether it keeps the service.
///
/// An account that the schedule gives to somebody (`user = "sam"`) is that person, and nobody else. One that keeps the
/// service and is nobody's (root, a service user, a household's one account) speaks for those who have no account of
/// their own; where those are several, a request that is about one has to name them. Any other account is a stranger's.
public struct Caller: Sendable, Hashable {
    /// For whom the account speaks, in the order of the schedule.
    public let people: [PersonID]
    /// May reload and try channels: root, the service's own user, whoever works on the record itself.
    public let isKeeper: Bool

    /// - Parameters:
    ///   - account: The account's name; nil where the machine knows none.
    ///   - isKeeper: Whether it is root's, the service's own, or works on the record itself.
    public init(account: String?, isKeeper: Bool, in schedule: Schedule) {
        self.isKeeper = isKeeper
        if let own = schedule.people.first(where: { $0.user != nil && $0.user == account }) {
            people = [own.id]
        } else {
            people = isKeeper ? schedule.people.filter { $0.user == nil && schedule.isServed($0.id) }.map(\.id) : []
        }
    }

    /// Whether it is nobody's account and keeps nothing: such a one learns how the service is, and no more.
    public var isStranger: Bool { people.isEmpty && !isKeeper }

    /// The one person that it can only be.
    public var only: PersonID? { people.count == 1 ? people[0] : nil }

    public func speaks(for person: PersonID) -> Bool { people.contains(person) }

    /// Whether the caller may know what comes of `ritual` for `person`: what is their own, and what those who share it
    /// show each other.
    public func sees(_ ritual: Ritual?, of person: PersonID) -> Bool {
        if speaks(for: person) { return true }
        guard let ritual, ritual.isShared else { return false }
        return ritual.people.contains(where: speaks)
    }
}

extension Caller {
    /// The one person that a request is for: `named`, else the only one it can be.
    ///
    /// - Throws: ``Refusal`` where the caller does not speak for that person, or it could be several.
    public func person(named: PersonID?) throws(Refusal) -> PersonID {
        if people.isEmpty {
            if isKeeper, let named { throw .forAnother(named) }
            throw .nobody
        }
        guard let named else {
            guard let only else { throw .whoIsIt(people) }
            return only
        }
        guard speaks(for: named) else { throw .forAnother(named) }
        return named
    }
}
