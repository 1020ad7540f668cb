public import CivilTime

/// What one person can look back on between two days: what came about, never how often it did not.
///
/// It holds days and titles and nothing that compares: no counts, no rates, nobody's share.
public struct LookBack: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case milestone
        case win
        case goal
        case letter
        case kept
    }

    public struct Item: Hashable, Sendable {
        public var kind: Kind
        public var day: CivilDate
        public var title: String

        public init(_ kind: Kind, _ day: CivilDate, _ title: String) {
            self.kind = kind
            self.day = day
            self.title = title
        }
    }

    public var days: ClosedRange<CivilDate>
    /// In order of time, each once.
    public var items: [Item]

    /// - Parameters:
    ///   - days: The first and the last day to look back on.
    ///   - items: What there was, in any order; what lies on no such day is left out.
    ///   - leavingOut: Days that the person does not want to see.
    public init(_ days: ClosedRange<CivilDate>, _ items: [Item], leavingOut: [ClosedRange<CivilDate>] = []) {
        self.days = days
        let seen = items.filter { item in days.contains(item.day) && !leavingOut.contains { $0.contains(item.day) } }
        self.items = Set(seen).sorted { a, b in
            a.day != b.day ? a.day < b.day : (a.kind.rawValue, a.title) < (b.kind.rawValue, b.title)
        }
    }

    public func of(_ kind: Kind) -> [Item] { items.filter { $0.kind == kind } }

    /// The days on which each thing was kept, by title in the order of their first day.
    public var kept: [(title: String, days: [CivilDate])] {
        var titles: [String] = []
        var days: [String: [CivilDate]] = [:]
        for item in of(.kept) {
            if days[item.title] == nil { titles.append(item.title) }
            days[item.title, default: []].append(item.day)
        }
        return titles.map { ($0, days[$0] ?? []) }
    }
}

extension LookBack {
    /// What the record holds for a person: milestones that came, what was acknowledged, small wins that are theirs or
    /// shared, and what they set out to do and reached.
    ///
    /// - Parameters:
    ///   - days: The first and the last day to look back on.
    ///   - person: Who looks back.
    ///   - schedule: What is not in it is not told.
    ///   - history: The person's own nudges. What is done together and acknowledged by another is among them.
    ///   - undertakings: What people noted and promised of themselves.
    ///   - leavingOut: Days that the person does not want to see.
    ///   - now: Letters whose day has not come by then are no part of it.
    ///   - letter: The title of a letter.
    ///   - title: The title of a ritual, with its ordinal; nil for what is not to be shown.
    public init(
        _ days: ClosedRange<CivilDate>, for person: Person, _ schedule: Schedule, history: [HistoryEntry],
        _ undertakings: Undertakings, leavingOut: [ClosedRange<CivilDate>] = [], at now: Timestamp,
        letter: (SealedLetter) -> String, title: (Ritual, HistoryEntry) -> String?
    ) {
        var items = undertakings.wins.filter { $0.person == person.id || $0.isShared }
            .map { Item(.win, $0.day, $0.text) }
        items += undertakings.letters.filter { $0.reader == person.id && $0.isOpen(to: person, at: now) }
            .map { Item(.letter, $0.opens, letter($0)) }
        items += undertakings.goals.compactMap { goal in
            guard let reached = goal.reached, let ritual = schedule.ritual(goal.ritual),
                goal.isVisible(to: person.id, of: ritual)
            else { return nil }
            return Item(.goal, person.zone.local(at: reached).date, goal.text)
        }
        // What was promised has left the schedule by now.
        let promises = Dictionary(
            undertakings.promises.lazy.filter { $0.maker == person.id || $0.isShared && $0.to == person.id }
                .map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        for entry in history where entry.nudge.person == person.id {
            if let promise = promises[entry.nudge.ritual] {
                let day = person.zone.local(at: entry.moment).date
                if entry.outcome == .acknowledged { items.append(Item(.kept, day, promise)) }
                continue
            }
            guard let ritual = schedule.ritual(entry.nudge.ritual), ritual.isMoment, ritual.kind != .repair,
                let kind = Self.kind(of: entry, ritual), let title = title(ritual, entry)
            else { continue }
            items.append(Item(kind, person.zone.local(at: entry.moment).date, title))
        }
        self.init(days, items, leavingOut: leavingOut)
    }

    /// A milestone came about on its day, whether or not anybody answered; anything else where it was acknowledged.
    private static func kind(of entry: HistoryEntry, _ ritual: Ritual) -> Kind? {
        if ritual.kind == .milestone {
            let came = entry.outcome == .delivered || entry.outcome == .acknowledged
            return came && entry.nudge.lead.isMoment ? .milestone : nil
        }
        return entry.outcome == .acknowledged ? .kept : nil
    }
}
