public import CivilTime
public import Planning

/// A nudge in words, ready for its channel.
public struct RenderedNudge: Sendable, Hashable {
    public var title: String
    /// Lines separated by `\n`.
    public var body: String
    /// When its moment is: "tomorrow at 19:00".
    public var when: String
}

/// One nudge to put into words.
public struct NudgeFacts: Sendable {
    public var ritual: Ritual
    public var record: NudgeRecord
    public var person: Person
    /// Everybody else in the ritual, and whoever fills the jar it draws from.
    public var others: [Person]
    /// By how many seconds a clock change makes it later on the person's clock than last time; negative is earlier.
    public var clockShift: Int64
    /// Whose turn it is to open or plan it.
    public var turn: Person?
    /// What a notice is about: the rituals it names, by id.
    public var about: [RitualID: Ritual] = [:]
    /// Whom to call, for whoever is invited to a repair.
    public var help: [String] = []
    /// Whether nothing may be said of it.
    public var isDiscreet: Bool

    /// Whether it invites somebody whose ritual it is not.
    var isInvitation: Bool { !ritual.people.contains(person.id) && ritual.giver != person.id }

    public init(
        ritual: Ritual, record: NudgeRecord, person: Person, others: [Person], clockShift: Int64 = 0,
        isDiscreet: Bool = false, turn: Person? = nil
    ) {
        self.turn = turn
        self.ritual = ritual
        self.record = record
        self.person = person
        self.others = others
        self.clockShift = clockShift
        self.isDiscreet = isDiscreet
    }
}

/// Puts nudges into words at the moment they are sent, so that "in 2 days" is true.
public enum NudgeWording {
    static func words(_ language: Language) -> any NudgeWords {
        switch language {
        case .english: EnglishNudgeWords()
        case .german: GermanNudgeWords()
        }
    }

    /// The ritual's title, or its kind's; with the ordinal where occurrences are counted.
    public static func title(of ritual: Ritual, ordinal: Int?, in language: Language) -> String {
        let title = ritual.title ?? practiceTitle(ritual, language) ?? words(language).title(ritual.kind)
        guard let ordinal, ordinal > 0 else { return title }
        return words(language).counted(title, DateWording.words(language).ordinal(ordinal))
    }

    /// The label of the button that gives `answer`.
    public static func button(_ answer: NudgeAnswer, _ language: Language) -> String { words(language).button(answer) }

    /// The label for having looked at a nudge without answering it.
    public static func seen(_ language: Language) -> String { words(language).seen }

    /// One nudge, for one person, as things are at `now`.
    public static func nudge(_ facts: NudgeFacts, now: Timestamp) -> RenderedNudge {
        let language = facts.person.language
        if facts.isDiscreet { return discreet(language) }
        if facts.isInvitation { return invitation(facts, now: now) }
        let words = words(language)
        let zone = facts.person.zone
        let moment = facts.record.moment
        let when = DateWording.relative(moment, now: now, in: zone, language)
        var lines: [String] = []
        if now < moment.adding(seconds: -30) {
            lines.append(words.ahead(when, DateWording.remaining(until: moment, from: now, in: zone, language)))
        } else if facts.record.isLate, facts.record.asked == 0 {
            lines.append(words.late(when))
        }
        if facts.ritual.together, facts.others.contains(where: { $0.zone.identifier != zone.identifier }) {
            lines.append(words.yourTime(DateWording.time(moment, in: zone), zone.offset(at: moment).abbreviation))
        }
        if let shift = shift(facts.clockShift, language) { lines.append(words.shifted(shift)) }
        if let turn = facts.turn {
            lines.append(words.turn(facts.ritual.kind, turn.id == facts.person.id ? nil : turn.name))
        }
        if let text = text(facts) { lines.append(text) }
        let title = filled(title(of: facts.ritual, ordinal: facts.record.ordinal, in: language), facts)
        return RenderedNudge(title: title, body: lines.joined(separator: "\n"), when: when)
    }

    /// What a second person gets: an invitation of its own, and not a word about anything else.
    ///
    /// The ritual's own text is written for the first person, so that of it only the title goes along.
    private static func invitation(_ facts: NudgeFacts, now: Timestamp) -> RenderedNudge {
        let language = facts.person.language
        let words = words(language)
        let names = DateWording.words(language).list(facts.others.map(\.name))
        return RenderedNudge(
            title: words.invitationTitle(invitationSubject(facts), names),
            body: words.invitationBody(names, facts.ritual.id.text),
            when: DateWording.relative(now, now: now, in: facts.person.zone, language))
    }

    /// The title as the first person reads it.
    private static func invitationSubject(_ facts: NudgeFacts) -> String {
        var theirs = facts
        theirs.person = facts.others.first ?? facts.person
        theirs.others = [facts.person]
        return filled(title(of: facts.ritual, ordinal: facts.record.ordinal, in: facts.person.language), theirs)
    }

    /// What is said where nothing may be said: neither what it is nor when.
    public static func discreet(_ language: Language) -> RenderedNudge {
        RenderedNudge(title: words(language).discreetTitle, body: "", when: "")
    }

    /// "an hour later", "30 minutes earlier" than last time; nil for no time at all.
    public static func shift(_ seconds: Int64, _ language: Language) -> String? {
        guard seconds != 0 else { return nil }
        let words = words(language)
        let length =
            seconds.magnitude == 3600
            ? words.anHour : DateWording.length(.seconds(Int64(seconds.magnitude)), language)
        return seconds > 0 ? words.later(length) : words.earlier(length)
    }

    /// One message for several nudges that were caught up, most recent first; ten lines, then how many more.
    public static func gathered(_ nudges: [NudgeFacts], now: Timestamp) -> RenderedNudge {
        guard let first = nudges.first else { return RenderedNudge(title: "", body: "", when: "") }
        let language = first.person.language
        let words = words(language)
        if nudges.allSatisfy(\.isDiscreet) { return RenderedNudge(title: words.gatheredTitle, body: "", when: "") }
        let lines = nudges.sorted { $0.record.moment > $1.record.moment }.map { facts in
            if facts.isDiscreet { return "– \(words.discreetTitle)" }
            if facts.isInvitation {
                let names = DateWording.words(language).list(facts.others.map(\.name))
                return
                    "– \(words.invitationTitle(invitationSubject(facts), names)) \(words.invitationBody(names, facts.ritual.id.text))"
            }
            let title = filled(title(of: facts.ritual, ordinal: facts.record.ordinal, in: language), facts)
            let when = DateWording.relative(facts.record.moment, now: now, in: facts.person.zone, language)
            return "– \(title) (\(when))" + (text(facts).map { ": \($0)" } ?? "")
        }
        let shown = lines.count > 10 ? Array(lines.prefix(9)) + [words.more(lines.count - 9)] : lines
        return RenderedNudge(
            title: words.gatheredTitle, body: ([words.gatheredOpening] + shown).joined(separator: "\n"),
            when: DateWording.relative(now, now: now, in: first.person.zone, language))
    }

    /// What the ritual itself says for this nudge, without what is only true at sending; empty where it says nothing.
    public static func ownText(_ facts: NudgeFacts) -> String {
        facts.isInvitation || facts.isDiscreet ? "" : text(facts) ?? ""
    }

    /// Why this comes, and how to get no more of it; two lines.
    ///
    /// - Parameters:
    ///   - handle: What answers a nudge that says nothing of itself, in a line before them.
    ///   - help: Whom to call, for what a counsellor gave.
    public static func footer(
        _ person: Person, stop: HowToStop, handle: String? = nil, help: [String]? = nil
    ) -> String {
        (handle.map { words(person.language).discreetFooter($0) + "\n" } ?? "")
            + (help.map { words(person.language).homeworkFooter($0) + "\n" } ?? "")
            + IntroductionWording.words(person.language).becauseOfASchedule + "\n"
            + IntroductionWording.stop(stop, person.language)
    }

    /// What `troth test-channel` sends.
    public static func test(channel: String, _ person: Person, now: Timestamp) -> RenderedNudge {
        let words = words(person.language)
        return RenderedNudge(
            title: words.testTitle, body: words.testBody(channel),
            when: DateWording.relative(now, now: now, in: person.zone, person.language))
    }

    /// What the schedule's owner is told once when its newest form cannot be used.
    public static func mistakes(_ count: Int, _ person: Person, now: Timestamp) -> RenderedNudge {
        let words = words(person.language)
        return RenderedNudge(
            title: words.mistakesTitle, body: words.mistakesBody(count),
            when: DateWording.relative(now, now: now, in: person.zone, person.language))
    }

    /// The message and what was drawn: one prompt, or an agenda's, numbered in their order.
    private static func text(_ facts: NudgeFacts) -> String? {
        if let letter = letterText(facts) { return letter }
        let words = words(facts.person.language)
        if facts.isForGiver { return words.jarRunsOut(DateWording.words(facts.person.language).list(facts.receivers)) }
        let prompts = facts.record.prompts.compactMap { facts.ritual.prompt($0)?.text(in: facts.person.language) }
        var lines: [String] = [facts.ritual.message].compactMap(\.self)
        if let giver = facts.giver, !prompts.isEmpty { lines.append(words.fromJar(giver.name)) }
        let isAgenda = facts.ritual.decks.count > 1
        lines += prompts.enumerated().map { isAgenda ? "\($0 + 1). \($1)" : $1 }
        lines += practiceText(facts)
        return lines.isEmpty ? nil : lines.map { filled($0, facts) }.joined(separator: "\n")
    }

    private static func filled(_ text: String, _ facts: NudgeFacts) -> String {
        Placeholders(person: facts.person, others: facts.others, facts.person.language).filled(text)
    }
}

extension NudgeFacts {
    /// Whether it tells whoever fills the jar that it runs out.
    fileprivate var isForGiver: Bool { ritual.giver == person.id }

    fileprivate var giver: Person? { others.first { $0.id == ritual.giver } }

    /// Who draws from the jar.
    fileprivate var receivers: [String] { others.filter { ritual.people.contains($0.id) }.map(\.name) }
}

extension Timestamp {
    func adding(seconds: Int64) -> Timestamp { Timestamp(microseconds: microseconds + seconds * 1_000_000) }
}
