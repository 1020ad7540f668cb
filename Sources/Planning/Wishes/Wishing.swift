public import CivilTime

/// Turns what one person asks for themselves into changes of the ledger. The next plan reads them.
public struct Wishing {
    private let planner: Planner
    private let now: Timestamp
    private let person: Person

    public init(_ planner: Planner, at now: Timestamp, by person: Person) {
        self.planner = planner
        self.now = now
        self.person = person
    }

    /// What a wish did: the changes to commit, none where it was so already, and what to tell the person.
    public struct Effect: Sendable, Hashable {
        public var changes: [LedgerChange]
        /// Nil is everything.
        public var ritual: RitualID?
        /// For an agreement to a deck.
        public var deck: String?
        public var from: Timestamp?
        /// When it ends by itself.
        public var until: Timestamp?
        /// For an agreement: whether the others have agreed as well.
        public var isAgreedByAll: Bool
        /// The days that other wishes mute of those that were to be unmuted.
        public var stillMuted: [ClosedRange<CivilDate>] = []
        /// Whether everything is stopped, also what was just started.
        public var isAllStopped = false

        init(
            _ changes: [LedgerChange], ritual: RitualID? = nil, deck: String? = nil, from: Timestamp? = nil,
            until: Timestamp? = nil,
            isAgreedByAll: Bool = false
        ) {
            self.changes = changes
            self.ritual = ritual
            self.deck = deck
            self.from = from
            self.until = until
            self.isAgreedByAll = isAgreedByAll
        }
    }

    /// What the person has asked for, in force or still to come, oldest first.
    public var own: [Wish] { planner.state.wishes.of(person.id).filter { $0.until.map { $0 > now } ?? true } }

    // MARK: - Stop and start

    /// No more of a ritual, or of anything, from now on.
    public func stop(_ text: String) throws(WishError) -> Effect {
        let subject = try subject(text)
        let isSo = own.contains { $0.kind == .stop && $0.subject == subject }
        let wish = Wish(.stop, subject, by: person.id, from: now)
        return Effect(isSo ? [] : [.wished(wish, at: now)], ritual: subject.ritual)
    }

    /// Undoes ``stop(_:)`` of the same.
    public func start(_ text: String) throws(WishError) -> Effect {
        let subject = try subject(text)
        let stopped = own.filter { $0.kind == .stop }
        let these = stopped.filter { $0.subject == subject }
        let isAllStopped = subject != .everything && stopped.contains { $0.subject == .everything }
        if these.isEmpty, isAllStopped { throw .everythingStopped }
        var effect = Effect(these.map { .unwished($0, at: now) }, ritual: subject.ritual)
        effect.isAllStopped = isAllStopped
        return effect
    }

    // MARK: - Pause and resume

    /// Nothing at all from now on, until `text` says or until it is resumed; takes the place of a pause before it.
    ///
    /// - Parameter text: A date, a local time, an instant, or how long.
    public func pause(until text: String?) throws(WishError) -> Effect {
        var until: Timestamp?
        if let text {
            guard let time = time(text) else { throw .badTime(text) }
            guard time > now else { throw .past(time) }
            until = time
        }
        let before = own.filter { $0.kind == .pause }.map { LedgerChange.unwished($0, at: now) }
        let wish = Wish(.pause, .everything, by: person.id, from: now, until: until)
        return Effect(before + [.wished(wish, at: now)], until: until)
    }

    public func resume() -> Effect {
        Effect(own.filter { $0.kind == .pause }.map { .unwished($0, at: now) })
    }

    // MARK: - Dates

    /// Nothing on a date or a range of dates, both ends included, nor ahead of what is on them.
    public func mute(_ text: String) throws(WishError) -> Effect {
        let wish = try muting(text)
        guard let until = wish.until, until > now else { throw .past(wish.until ?? wish.from) }
        return Effect(own.contains(wish) ? [] : [.wished(wish, at: now)], from: wish.from, until: wish.until)
    }

    /// Undoes ``mute(_:)`` of the same dates; what mutes more or fewer of them stays, and is told.
    public func unmute(_ text: String) throws(WishError) -> Effect {
        let wish = try muting(text)
        guard let days = wish.mutedDays(in: person.zone) else { throw .badDates(text) }
        let touching = own.filter { $0.mutedDays(in: person.zone)?.overlaps(days) ?? false }
        let same = touching.filter { $0.mutedDays(in: person.zone) == days }
        var effect = Effect(same.map { .unwished($0, at: now) }, from: wish.from, until: wish.until)
        effect.stillMuted = touching.compactMap { $0.mutedDays(in: person.zone) }.filter { $0 != days }
        return effect
    }

    private func muting(_ text: String) throws(WishError) -> Wish {
        guard let (first, last) = Self.dates(text) else { throw .badDates(text) }
        return Wish(
            .mute, .everything, by: person.id, from: start(of: first), until: start(of: last.adding(days: 1)))
    }

    /// `2026-12-24` or `2026-12-24..2026-12-26`, both ends included; nil for any other text.
    public static func dates(_ text: String) -> (CivilDate, CivilDate)? {
        var ends = [text]
        if let dots = text.firstRange(of: "..") {
            ends = [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])]
        }
        let dates = ends.compactMap { CivilDate(parsing: $0) }
        guard dates.count == ends.count, let first = dates.first, let last = dates.last, first <= last else {
            return nil
        }
        return (first, last)
    }

    /// The text that ``dates(_:)`` reads.
    public static func text(_ days: ClosedRange<CivilDate>) -> String {
        days.lowerBound == days.upperBound ? "\(days.lowerBound)" : "\(days.lowerBound)..\(days.upperBound)"
    }

    // MARK: - Agreements

    /// Opts into a delicate deck, or agrees to a ritual's escalation as it is now.
    public func agree(_ text: String) throws(WishError) -> Effect {
        if planner.schedule.delicateDecks(for: person.id).contains(text) {
            let isSo = planner.state.wishes.agrees(person.id, to: .deck(text), at: now)
            let wish = Wish(.agree, .deck(text), by: person.id, from: now)
            return Effect(isSo ? [] : [.wished(wish, at: now)], deck: text)
        }
        let (ritual, escalation) = try escalating(text)
        let state = planner.state
        let subject = Wish.Subject.ritual(ritual.id)
        let isSo = state.wishes.agrees(person.id, to: subject, terms: escalation.terms, at: now)
        let wish = Wish(.agree, subject, by: person.id, terms: escalation.terms, from: now)
        let others = ritual.agreeing.filter { $0 != person.id }
        return Effect(
            isSo ? [] : [.wished(wish, at: now)], ritual: ritual.id,
            isAgreedByAll: others.allSatisfy {
                state.wishes.agrees($0, to: subject, terms: escalation.terms, at: now)
            })
    }

    /// Withdraws the person's agreement to a delicate deck, or to whatever a ritual's escalation was.
    public func disagree(_ text: String) throws(WishError) -> Effect {
        let decks = own.filter { $0.kind == .agree && $0.subject == .deck(text) }
        if !decks.isEmpty || planner.schedule.delicateDecks(for: person.id).contains(text) {
            return Effect(decks.map { .unwished($0, at: now) }, deck: text)
        }
        let id = AnswerTarget(text).ritual
        let given = own.filter { $0.kind == .agree && $0.subject == .ritual(id) }
        if given.isEmpty { _ = try escalating(text) }
        return Effect(given.map { .unwished($0, at: now) }, ritual: id)
    }

    /// The delicate decks that could reach this person, each with whether they opted into it.
    public var delicateDecks: [(name: String, isOwn: Bool)] {
        planner.schedule.delicateDecks(for: person.id).map { name in
            (name, planner.state.wishes.agrees(person.id, to: .deck(name), at: now))
        }
    }

    /// The rituals whose escalation needs this person's agreement, each with whether they gave it and whether all did.
    public var agreements: [(ritual: Ritual, isOwn: Bool, isAll: Bool)] {
        planner.schedule.rituals.filter { $0.agreeing.contains(person.id) }.map { ritual in
            let terms = ritual.escalation?.terms ?? ""
            let isOwn = planner.state.wishes.agrees(person.id, to: .ritual(ritual.id), terms: terms, at: now)
            return (ritual, isOwn, planner.state.isAgreed(ritual, at: now))
        }
    }

    private func escalating(_ text: String) throws(WishError) -> (Ritual, Escalation) {
        let ritual = try ritual(text)
        guard let escalation = ritual.escalation else { throw .nothingToAgree(ritual.id) }
        return (ritual, escalation)
    }

    // MARK: - Words

    private func subject(_ text: String) throws(WishError) -> Wish.Subject {
        if text == "everything" { return .everything }
        return .ritual(try ritual(text).id)
    }

    /// A ritual that may reach the person; any other is as little known to them as one that is not there.
    private func ritual(_ text: String) throws(WishError) -> Ritual {
        let id = AnswerTarget(text).ritual
        guard let ritual = planner.ritual(id), ritual.mayReach(person.id) else { throw .noSuchRitual(text) }
        return ritual
    }

    private func time(_ text: String) -> Timestamp? {
        if let date = CivilDate(parsing: text) { return start(of: date) }
        if let local = CivilDateTime(parsing: text) { return person.zone.instant(of: local) }
        if let instant = Timestamp(parsing: text) { return instant }
        guard case .success(let span) = Span.parse(text) else { return nil }
        return span.after(now, in: person.zone)
    }

    private func start(of date: CivilDate) -> Timestamp { person.zone.instant(of: CivilDateTime(date, .midnight)) }
}

/// Why a wish could not be taken.
public enum WishError: Error, Hashable, Sendable {
    case noSuchRitual(String)
    /// Everything is stopped, so that one thing alone does not start.
    case everythingStopped
    case badTime(String)
    case badDates(String)
    /// It lies behind.
    case past(Timestamp)
    /// The ritual has nothing that needs agreement.
    case nothingToAgree(RitualID)
}

extension Wish.Subject {
    fileprivate var ritual: RitualID? {
        if case .ritual(let id) = self { id } else { nil }
    }
}
