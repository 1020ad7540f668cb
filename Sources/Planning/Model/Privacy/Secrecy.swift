public import CivilTime

/// From whom a ritual is kept, and until when.
public struct Secrecy: Hashable, Sendable {
    public var from: [PersonID]
    /// The first day on which they may know of it; nil is never.
    public var reveal: CivilDate?

    public init(from: [PersonID], reveal: CivilDate? = nil) {
        self.from = from
        self.reveal = reveal
    }

    /// Whether `person` may not know of it: until the day of the reveal begins where the person lives.
    public func holds(for person: Person, at now: Timestamp) -> Bool {
        guard from.contains(person.id) else { return false }
        guard let reveal else { return true }
        return person.zone.local(at: now).date < reveal
    }

    /// Somebody who may see what has `shown` while `other` is still kept from them; nil where there is nobody.
    public static func betrayed(by shown: Secrecy?, of other: Secrecy) -> PersonID? {
        other.from.first { person in
            guard let shown, shown.from.contains(person) else { return true }
            guard let until = shown.reveal else { return false }
            return other.reveal.map { until < $0 } ?? true
        }
    }
}
