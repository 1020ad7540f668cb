public import CivilTime
public import Planning

/// What is said to somebody who asks for something for themselves.
public struct WishWording: Sendable {
    private let words: any WishWords
    private let language: Language
    private let marks: DiagnosticWords

    public init(_ language: Language) {
        self.language = language
        marks = DiagnosticWords(language)
        words =
            switch language {
            case .english: EnglishWishWords()
            case .german: GermanWishWords()
            }
    }

    /// - Parameters:
    ///   - title: Of a ritual; nil is everything.
    ///   - again: What `troth start` takes to undo it.
    public func stopped(_ title: String?, again: String) -> String { words.stopped(title, again) }
    public func started(_ title: String?) -> String { words.started(title) }
    /// That it is started, while everything is still stopped.
    public func startedWithinAll(_ title: String?) -> String { words.startedWithinAll(title ?? "") }
    public func notStopped(_ title: String?) -> String { words.notStopped(title) }
    public func paused(until: String?) -> String { words.paused(until) }
    public var resumed: String { words.resumed }
    public var notPaused: String { words.notPaused }
    public func muted(_ dates: String) -> String { words.muted(dates) }
    public func unmuted(_ dates: String) -> String { words.unmuted(dates) }
    public func notMuted(_ dates: String) -> String { words.notMuted(dates) }
    /// That another wish, which mutes `muted`, still mutes some of `days` or all of them, and how to end it.
    public func stillMuted(_ days: ClosedRange<CivilDate>, of muted: ClosedRange<CivilDate>) -> String {
        func dates(_ days: ClosedRange<CivilDate>) -> String {
            DateWording.dates(days.lowerBound, days.upperBound, language)
        }
        let common = muted.clamped(to: days)
        return common == days
            ? words.mutedWithin(dates(days), dates(muted), Wishing.text(muted))
            : words.mutedInPart(dates(days), dates(common), Wishing.text(muted))
    }

    public func isStopped(_ title: String?, again: String) -> String { words.isStopped(title, again) }
    public func isPaused(until: String?) -> String { words.isPaused(until) }
    public func isMuted(_ dates: String) -> String { words.isMuted(dates) }
    public var noWishes: String { words.noWishes }

    public func agreed(_ title: String?, isInForce: Bool) -> String { words.agreed(title ?? "", isInForce) }
    public func disagreed(_ title: String?) -> String { words.disagreed(title ?? "") }
    public var nothingToAgree: String { words.nothingToAgree }
    public func optedIn(_ deck: String) -> String { words.optedIn(deck) }
    public func optedOut(_ deck: String) -> String { words.optedOut(deck) }
    /// One line of `troth agree --list`, about a delicate deck.
    public func delicate(_ deck: String, isOwn: Bool) -> String { words.delicate(deck, isOwn) }

    /// One line of `troth agree --list`.
    public func agreement(
        _ title: String, id: String, invites: String, of people: [String], after: String, isOwn: Bool, isInForce: Bool
    ) -> String {
        let whose = DateWording.words(language).list(people)
        let state = isInForce ? words.inForce(id) : isOwn ? words.waitsForTheOther(id) : words.waitsForYou(id)
        return words.escalation(title, invites, whose, after) + ": " + state
    }

    /// That a ritual's escalation waits for its people's agreement; not whose.
    public func unagreed(_ ritual: Ritual, in schedule: Schedule) -> String {
        let people = ritual.agreeing.map { schedule.person($0)?.name ?? $0.text }
        let title = NudgeWording.title(of: ritual, ordinal: nil, in: language)
        return "\(marks.note): "
            + words.unagreed(title, DateWording.words(language).list(people), ritual.id.text)
    }

    /// The lines that say why a wish could not be taken.
    public func complaint(_ error: WishError, in zone: Zone) -> [String] {
        switch error {
        case .noSuchRitual(let text): lines(CommandWording(language).noSuchRitual(text), nil)
        case .everythingStopped: lines(words.everythingStopped, words.startEverything)
        case .badTime(let text): lines(words.badTime(text), words.times)
        case .badDates(let text): lines(words.badDates(text), words.dates)
        case .past(let time): lines(words.past(DateWording.full(time, in: zone, language)), nil)
        case .nothingToAgree(let ritual): lines(words.nothingToAgreeFor(ritual.text), nil)
        }
    }

    private func lines(_ error: String, _ hint: String?) -> [String] {
        ["\(marks.error): \(error)"] + (hint.map { ["\(marks.hint): \($0)"] } ?? [])
    }
}
