public import CivilTime

/// Everybody's wishes that are in force or still to come.
public struct Wishes: Sendable, Equatable {
    private var byPerson: [PersonID: Set<Wish>] = [:]

    public init() {}

    public var isEmpty: Bool { byPerson.isEmpty }

    /// Those who asked to be forgotten once the schedule leaves them out.
    public var leaving: [PersonID] {
        byPerson.filter { $0.value.contains { $0.kind == .forget } }.map(\.key).sorted()
    }

    /// One person's, oldest first.
    public func of(_ person: PersonID) -> [Wish] {
        (byPerson[person] ?? []).sorted { $0.order < $1.order }
    }

    /// The rituals that wishes are about, some more than once.
    var rituals: some Sequence<RitualID> {
        byPerson.values.lazy.flatMap { $0 }.compactMap { if case .ritual(let id) = $0.subject { id } else { nil } }
    }

    /// Why nothing of `ritual` goes to `person` at `instant`; nil where nothing speaks against it.
    ///
    /// - Parameters:
    ///   - ritual: Nil for what is of no ritual.
    ///   - person: Whose wishes are looked at.
    ///   - instant: When it would be sent.
    ///   - moment: What it would be about: a muted date has no nudges on it and none that lead up to it.
    public func silence(
        _ ritual: RitualID?, for person: PersonID, at instant: Timestamp, about moment: Timestamp? = nil
    ) -> Reason? {
        guard let own = byPerson[person] else { return nil }
        var reason: Reason?
        for wish in own where wish.concerns(ritual) {
            switch wish.kind {
            case .stop where wish.covers(instant), .forget where wish.covers(instant): return .stopped
            case .pause where wish.covers(instant): reason = .paused
            case .mute where wish.covers(instant) || moment.map(wish.covers) ?? false: reason = reason ?? .muted
            case .stop, .pause, .mute, .agree, .forget: break
            }
        }
        return reason
    }

    /// Until when nothing of `ritual` goes to `person`, who has stopped it or paused at `instant`; nil where neither.
    func rest(from ritual: RitualID, for person: PersonID, at instant: Timestamp) -> Timestamp? {
        let ends = (byPerson[person] ?? []).filter {
            [.stop, .pause, .forget].contains($0.kind) && $0.concerns(ritual) && $0.covers(instant)
        }
        return ends.map { $0.until ?? .distantFuture }.max()
    }

    /// Whether `person` agrees to `terms` for `subject` at `instant`.
    public func agrees(
        _ person: PersonID, to subject: Wish.Subject, terms: String = "", at instant: Timestamp
    ) -> Bool {
        byPerson[person]?.contains {
            $0.kind == .agree && $0.subject == subject && $0.terms == terms && $0.covers(instant)
        } ?? false
    }

    /// When between `first` and `last` something of `person` begins or ends.
    func changes(_ person: PersonID, after first: Timestamp, through last: Timestamp) -> [Timestamp] {
        let times = (byPerson[person] ?? []).flatMap { [$0.from] + ($0.until.map { [$0] } ?? []) }
        return Set(times.filter { $0 > first && $0 <= last }).sorted()
    }

    public mutating func insert(_ wish: Wish) { byPerson[wish.person, default: []].insert(wish) }

    public mutating func remove(_ wish: Wish) { change(wish.person) { $0.remove(wish) } }

    /// Forgets what ended by `oldest`.
    mutating func forget(through oldest: Timestamp) {
        for person in byPerson.keys {
            change(person) { own in own = own.filter { $0.until.map { $0 > oldest } ?? true } }
        }
    }

    /// Whether any says anything of `person`.
    func names(_ person: PersonID) -> Bool { byPerson.values.contains { $0.contains { $0.names(person) } } }

    /// Forgets whatever says anything of `person`.
    mutating func forget(_ person: PersonID) {
        for own in byPerson.keys { change(own) { $0 = $0.filter { !$0.names(person) } } }
    }

    mutating func rename(_ from: RitualID, _ to: RitualID) {
        for person in byPerson.keys { change(person) { own in own = Set(own.map { $0.renamed(from, to) }) } }
    }

    /// The clock was set back: what is in force goes on being so. A muted date stays the date it is.
    mutating func rewind(to now: Timestamp) {
        for person in byPerson.keys {
            change(person) { own in
                own = Set(
                    own.map { wish in
                        var wish = wish
                        if wish.kind != .mute { wish.from = Swift.min(wish.from, now) }
                        return wish
                    })
            }
        }
    }

    private mutating func change(_ person: PersonID, _ body: (inout Set<Wish>) -> Void) {
        guard var own = byPerson[person] else { return }
        body(&own)
        byPerson[person] = own.isEmpty ? nil : own
    }
}

extension Wish {
    fileprivate var order: (Timestamp, String, String, String, Timestamp) {
        (from, kind.rawValue, subject.keyText, terms, until ?? from)
    }

    fileprivate func concerns(_ ritual: RitualID?) -> Bool {
        switch subject {
        case .everything: true
        case .ritual(let id): id == ritual
        case .deck: false
        }
    }
}
