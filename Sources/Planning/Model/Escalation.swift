public import CivilTime

/// Whom a ritual of one person's invites as well, so long after its moment, where it stands unanswered.
///
/// Only with the recorded agreement of both, and without a word about why.
public final class Escalation: Sendable {
    public let to: PersonID
    public let after: Span

    public init(to: PersonID, after: Span) {
        self.to = to
        self.after = after
    }

    /// What the two agree to; another person or another time needs their agreement anew.
    public var terms: String { "\(Self.terms(with: to))\(after)" }

    /// How all terms begin that are about `person`.
    public static func terms(with person: PersonID) -> String { "\(person), " }
}

extension Ritual {
    /// Those whose agreement its escalation needs: the one it is for, and the one it invites.
    public var agreeing: [PersonID] { escalation.map { people + [$0.to] } ?? [] }

    /// Whether it may reach `person` at all: as theirs, by an invitation, or as whoever fills its jar.
    public func mayReach(_ person: PersonID) -> Bool {
        people.contains(person) || escalation?.to == person || giver == person
    }
}

extension Schedule {
    /// The rituals whose escalation waits for somebody's agreement, as far as `state` knows.
    public func unagreed(_ state: LedgerState, at now: Timestamp) -> [Ritual] {
        rituals.filter { $0.isOn && $0.escalation != nil && !state.isAgreed($0, at: now) }
    }
}

extension LedgerState {
    /// Whether everybody whose agreement the ritual's escalation needs has given it.
    public func isAgreed(_ ritual: Ritual, at instant: Timestamp) -> Bool {
        guard let escalation = ritual.escalation else { return false }
        return ritual.agreeing.allSatisfy {
            wishes.agrees($0, to: .ritual(ritual.id), terms: escalation.terms, at: instant)
        }
    }
}
