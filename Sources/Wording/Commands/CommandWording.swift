public import CivilTime
public import Planning

/// What the command line says.
public struct CommandWording: Sendable {
    private let words: any CommandWords
    private let language: Language
    private let marks: DiagnosticWords

    public init(_ language: Language) {
        self.language = language
        marks = DiagnosticWords(language)
        words =
            switch language {
            case .english: EnglishCommandWords()
            case .german: GermanCommandWords()
            }
    }

    public var noService: String { words.noService }
    public var nothingToCome: String { words.nothingToCome }
    public var nothingYet: String { words.nothingYet }
    public func running(_ process: Int32, status: String) -> String { words.running(process, status) }
    public func workedOnRecord(_ state: String) -> String { words.workedOnRecord(state) }
    /// - Parameter when: Which one, where it is still to come.
    public func done(_ title: String, when: String? = nil) -> String { words.done(title, when) }
    public func skipped(_ title: String, when: String) -> String { words.skipped(title, when) }
    public func snoozed(_ title: String, until: String) -> String { words.snoozed(title, until) }
    public func reloaded(_ rituals: Int) -> String { words.reloaded(rituals) }
    public func keepsLastGood() -> String { words.keepsLastGood }
    public func recordUnreadable(_ error: LedgerError) -> String {
        "\(marks.error): " + words.recordUnreadable(ProgramWording(language).text(error))
    }
    public func noSuchPerson(_ text: String, known: [String]) -> String {
        "\(marks.error): " + words.noSuchPerson(text, DateWording.words(language).list(known))
    }
    public func noSuchChannel(_ text: String, known: [String]) -> String {
        "\(marks.error): " + words.noSuchChannel(text, DateWording.words(language).list(known))
    }
    public func noSuchRitual(_ text: String) -> String { words.noSuchRitual(text) }
    /// Why a request for another person is not answered.
    public func forAnother(_ person: String) -> [String] {
        lines(words.forAnother(person), words.leaveOutPerson)
    }
    /// That several people share the account, and whom to name.
    public func whoIsIt(_ people: [String], first: String) -> [String] {
        lines(words.sharedAccount(DateWording.words(language).list(people)), words.sayPerson(first))
    }
    public var nobodysAccount: [String] { lines(words.nobodysAccount, words.mapAccount) }
    public var forTheKeeper: [String] { lines(words.forTheKeeper, nil) }
    /// That an account may not ask the machine's service.
    public func forTheGroup(_ group: String) -> [String] { lines(words.forTheGroup(group), words.joinOrBegin) }
    public func tested(_ channel: String, _ person: String, _ outcome: AttemptOutcome) -> String {
        words.tested(channel, person, outcome.mapReason { DetailWording.text($0, in: language) })
    }

    /// That there is more of the record, and how to get it.
    public func more(before place: String) -> String { words.more(place) }
    public func noSuchOutcome(_ text: String, known: [String]) -> String {
        "\(marks.error): " + words.noSuchOutcome(text, DateWording.words(language).list(known))
    }
    public func noSuchPlace(_ text: String) -> String { "\(marks.error): " + words.noSuchPlace(text) }
    public func noSuchTime(_ text: String, _ option: String) -> String {
        "\(marks.error): " + words.noSuchTime(text, option)
    }

    /// "1 day ahead".
    func ahead(_ lead: Lead) -> String { words.ahead(DateWording.length(lead.span, language)) }

    /// One step of `troth test-channel`.
    public func step(_ step: ChannelStep) -> String {
        switch step {
        case .started(let program, let input): words.started(PlainWords.line(program), input)
        case .ended(let code): words.ended(code)
        case .signalled(let number): words.signalled(number)
        case .timedOut: words.timedOut
        case .connected(let address): words.connected(address)
        case .said(let text): words.said(PlainWords.line(text))
        case .found(let name): words.found(PlainWords.line(name))
        case .numbered(let number): words.numbered(number)
        case .stillThere: words.stillThere
        }
    }

    /// One line of `troth next`: "Sunday, 22 November 2026, 19:00: Walk for Sam by desktop (1 day ahead); ID walk@…".
    public func coming(
        title: String, person: String, when: String, lead: Lead, channels: [String], id: String, clockShift: Int64 = 0,
        isAgain: Bool = false
    ) -> String {
        let shift = NudgeWording.shift(clockShift, language).map { ", " + words.thanLastTime($0) } ?? ""
        let ahead = lead.isMoment ? "" : " (\(self.ahead(lead)))"
        let again = isAgain ? " (\(words.onceMore))" : ""
        let means = DateWording.words(language).list(channels)
        return "\(when): \(words.to(title, person, means))\(ahead)\(again)\(shift); \(words.id(id))"
    }

    /// What an ID is called, so that nobody has to tell it by where it stands.
    func id(_ id: String) -> String { words.id(id) }

    /// One line of `troth history`.
    ///
    /// - Parameters:
    ///   - outcome: Nil while it is open.
    ///   - wasDelivered: Whether it arrived, though it may be open.
    public func past(
        title: String, person: String, when: String, channel: String?, outcome: Outcome?, reason: Reason?,
        detail: String?, wasDelivered: Bool = false
    ) -> String {
        var text = "\(when): \(words.to(title, person, channel ?? "")): "
        text += outcome.map { words.outcome($0, reason) } ?? (wasDelivered ? words.deliveredAndOpen : words.open)
        if outcome == nil || outcome == .failed, let detail, !detail.isEmpty {
            text += " (\(DetailWording.text(detail, in: language)))"
        }
        return text
    }

    public func missed(title: String, person: String, through: String) -> String {
        "\(through): \(words.to(title, person, "")): \(words.passed)"
    }

    /// The lines that say why an answer could not be taken.
    public func complaint(_ error: AnswerError, zone: Zone) -> [String] {
        func list(_ people: [PersonID]) -> String { DateWording.words(language).list(people.map(\.text)) }
        func time(_ instant: Timestamp) -> String { DateWording.full(instant, in: zone, language) }
        switch error {
        case .noSuchRitual(let text, let nearest):
            return lines(words.noSuchRitual(text), nearest.map(words.didYouMean))
        case .noSuchPerson(let text, let nearest):
            return lines(words.noSuchPerson(text, ""), nearest.map(words.didYouMean))
        case .notForPerson(let ritual, let person):
            return lines(words.notFor(ritual.text, person.text), nil)
        case .whoAnswers(let ritual, let people):
            return lines(words.whoAnswers(ritual.text, list(people)), words.sayPerson(people.first?.text ?? ""))
        case .nothingOpen(let ritual, let next):
            return lines(words.nothingOpen(ritual.text), next.map(words.nextIs))
        case .noSuchOccurrence(let ritual, let text, let next):
            return lines(words.noSuchOccurrence(ritual.text, text), next.map(words.nextIs))
        case .snoozeTooLong(_, let latest):
            return lines(words.snoozeTooLong(time(latest)), nil)
        case .snoozeTooShort:
            return lines(words.snoozeTooShort, nil)
        }
    }

    private func lines(_ error: String, _ hint: String?) -> [String] {
        ["\(marks.error): \(error)"] + (hint.map { ["\(marks.hint): \($0)"] } ?? [])
    }
}

extension AttemptOutcome {
    fileprivate func mapReason(_ change: (String) -> String) -> AttemptOutcome {
        switch self {
        case .delivered(let text): .delivered(change(text))
        case .transient(let text, let seconds): .transient(change(text), retryAfter: seconds)
        case .permanent(let text): .permanent(change(text))
        case .uncertain(let text): .uncertain(change(text))
        case .unreachable(let text): .unreachable(change(text))
        }
    }
}
