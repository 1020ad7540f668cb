import Planning

/// The command line's sentences in one language.
protocol CommandWords: Sendable {
    var noService: String { get }
    func running(_ process: Int32, _ status: String) -> String
    func workedOnRecord(_ state: String) -> String
    var nothingToCome: String { get }
    var nothingYet: String { get }
    func done(_ title: String, _ when: String?) -> String
    func skipped(_ title: String, _ when: String) -> String
    func snoozed(_ title: String, _ until: String) -> String
    func reloaded(_ rituals: Int) -> String
    var keepsLastGood: String { get }
    func recordUnreadable(_ why: String) -> String
    func noSuchPerson(_ text: String, _ known: String) -> String
    func noSuchChannel(_ text: String, _ known: String) -> String
    func noSuchRitual(_ text: String) -> String
    func noSuchOccurrence(_ ritual: String, _ text: String) -> String
    func notFor(_ ritual: String, _ person: String) -> String
    func whoAnswers(_ ritual: String, _ people: String) -> String
    func sayPerson(_ person: String) -> String
    func nothingOpen(_ ritual: String) -> String
    func nextIs(_ id: String) -> String
    func didYouMean(_ text: String) -> String
    func snoozeTooLong(_ latest: String) -> String
    var snoozeTooShort: String { get }
    func forAnother(_ person: String) -> String
    var leaveOutPerson: String { get }
    func sharedAccount(_ people: String) -> String
    var nobodysAccount: String { get }
    var mapAccount: String { get }
    var forTheKeeper: String { get }
    func forTheGroup(_ group: String) -> String
    var joinOrBegin: String { get }
    func tested(_ channel: String, _ person: String, _ outcome: AttemptOutcome) -> String
    func started(_ program: String, _ input: Int) -> String
    func ended(_ code: Int32) -> String
    func signalled(_ number: Int32) -> String
    var timedOut: String { get }
    func connected(_ address: String) -> String
    func said(_ text: String) -> String
    func found(_ name: String) -> String
    func numbered(_ number: UInt32) -> String
    var stillThere: String { get }
    func ahead(_ lead: String) -> String
    /// "Walk for Sam by desktop and phone"; without channels, "Walk for Sam".
    func to(_ title: String, _ person: String, _ channels: String) -> String
    func id(_ id: String) -> String
    /// What is said of a nudge that was delivered and comes again.
    var onceMore: String { get }
    func thanLastTime(_ shift: String) -> String
    func outcome(_ outcome: Outcome, _ reason: Reason?) -> String
    var open: String { get }
    var deliveredAndOpen: String { get }
    var passed: String { get }
    func more(_ place: String) -> String
    func noSuchOutcome(_ text: String, _ known: String) -> String
    func noSuchPlace(_ text: String) -> String
    func noSuchTime(_ text: String, _ option: String) -> String
}

struct EnglishCommandWords: CommandWords {
    var noService: String { "no service is running" }
    func running(_ process: Int32, _ status: String) -> String { "the service is running (pid \(process)): \(status)" }
    func workedOnRecord(_ state: String) -> String { "no service is running; worked on the record in \(state)" }
    var nothingToCome: String { "nothing to come" }
    var nothingYet: String { "nothing on record yet" }
    func done(_ title: String, _ when: String?) -> String {
        when.map { "noted: \(title), \($0): done" } ?? "noted: \(title), done"
    }
    func skipped(_ title: String, _ when: String) -> String { "left out: \(title), \(when)" }
    func snoozed(_ title: String, _ until: String) -> String { "comes back: \(title), \(until)" }
    func reloaded(_ rituals: Int) -> String {
        "the new schedule is in force: " + (rituals == 1 ? "1 ritual" : "\(rituals) rituals")
    }
    var keepsLastGood: String { "the last good schedule goes on" }
    func recordUnreadable(_ why: String) -> String { "the record cannot be read: \(why)" }
    func noSuchPerson(_ text: String, _ known: String) -> String {
        "nobody here is `\(text)`" + (known.isEmpty ? "" : "; there are \(known)")
    }
    func noSuchChannel(_ text: String, _ known: String) -> String {
        "no channel is named `\(text)`" + (known.isEmpty ? "" : "; there are \(known)")
    }
    func noSuchRitual(_ text: String) -> String { "no ritual is named `\(text)`" }
    func noSuchOccurrence(_ ritual: String, _ text: String) -> String { "`\(ritual)` does not come on `\(text)`" }
    func notFor(_ ritual: String, _ person: String) -> String { "`\(ritual)` is not for `\(person)`" }
    func whoAnswers(_ ritual: String, _ people: String) -> String { "`\(ritual)` is for \(people)" }
    func sayPerson(_ person: String) -> String { "say who: --person \(person)" }
    func nothingOpen(_ ritual: String) -> String { "nothing of `\(ritual)` waits for an answer" }
    func nextIs(_ id: String) -> String { "the next one is `\(id)`" }
    func didYouMean(_ text: String) -> String { "did you mean `\(text)`?" }
    func snoozeTooLong(_ latest: String) -> String { "the next nudge comes before that (\(latest))" }
    var snoozeTooShort: String { "a snooze lies ahead: such as 30 min, 2 h or 1 day" }
    func forAnother(_ person: String) -> String { "that is for \(person) alone, from an account of their own" }
    var leaveOutPerson: String { "without --person it is about yourself" }
    func sharedAccount(_ people: String) -> String { "this account is for \(people)" }
    var nobodysAccount: String { "this account is nobody's in the schedule" }
    var mapAccount: String { "the schedule can give it to somebody: `user = \"ACCOUNT\"` in `[people.ID]`" }
    var forTheKeeper: String { "that is for root or the account that the service runs under" }
    func forTheGroup(_ group: String) -> String { "this machine's schedule is for the group `\(group)`" }
    var joinOrBegin: String {
        "whoever keeps the machine can add you to it; `troth init` begins a schedule of your own"
    }
    func tested(_ channel: String, _ person: String, _ outcome: AttemptOutcome) -> String {
        switch outcome {
        case .delivered(let word): "\(channel) to \(person): delivered" + (word.isEmpty ? "" : " (\(word))")
        case .transient(let why, _): "\(channel) to \(person): not now (\(why)); worth trying again"
        case .permanent(let why): "\(channel) to \(person): refused (\(why))"
        case .uncertain(let why): "\(channel) to \(person): it may have arrived (\(why))"
        case .unreachable(let why): "\(channel) to \(person): out of reach (\(why))"
        }
    }
    func started(_ program: String, _ input: Int) -> String {
        "started \(program)" + (input == 0 ? "" : ", with \(input) bytes on its standard input")
    }
    func ended(_ code: Int32) -> String { "it ended with \(code)" }
    func signalled(_ number: Int32) -> String { "it was ended by signal \(number)" }
    var timedOut: String { "it did not end in time" }
    func connected(_ address: String) -> String { "connected to \(address)" }
    func said(_ text: String) -> String { "it said: \(text)" }
    func found(_ name: String) -> String { "notices are shown by \(name.isEmpty ? "a program without a name" : name)" }
    func numbered(_ number: UInt32) -> String { "it gave the notice number \(number)" }
    var stillThere: String { "it was still there afterwards" }
    func ahead(_ lead: String) -> String { "\(lead) ahead" }
    func to(_ title: String, _ person: String, _ channels: String) -> String {
        "\(title) for \(person)" + (channels.isEmpty ? "" : " by \(channels)")
    }
    func id(_ id: String) -> String { "ID \(id)" }
    var onceMore: String { "once more, unless it is answered before" }
    func thanLastTime(_ shift: String) -> String { "\(shift) than last time" }
    func outcome(_ outcome: Outcome, _ reason: Reason?) -> String {
        switch (outcome, reason) {
        case (.acknowledged, .doneByAnother): "done by somebody else"
        case (.skipped, .skippedByAnother): "left out by somebody else"
        case (.acknowledged, _): "done"
        case (.delivered, _): "delivered"
        case (.skipped, .supersededByLater): "left out, a later one took its place"
        case (.skipped, .edited), (.skipped, .removed): "left out, the schedule changed"
        case (.skipped, .notOptedIn): "left out, since it waits until you opt into it"
        case (.skipped, .nothingLeft): "left out, the jar was empty"
        case (.skipped, .calledOff): "off this time"
        case (.skipped, .stopped): "left out, it was stopped"
        case (.skipped, .paused): "left out, in a pause"
        case (.skipped, .muted): "left out, the date was muted"
        case (.skipped, .noAgreement): "left out, without agreement"
        case (.skipped, _): "left out"
        case (.expired, _): "its time passed"
        case (.failed, .uncertain): "not known whether it arrived"
        case (.failed, _): "could not be delivered"
        }
    }
    var open: String { "open" }
    var deliveredAndOpen: String { "delivered, open" }
    var passed: String { "its time passed while nobody could send it" }
    func more(_ place: String) -> String { "there is more: --before \(place)" }
    func noSuchOutcome(_ text: String, _ known: String) -> String { "nothing ends with `\(text)`; there are \(known)" }
    func noSuchPlace(_ text: String) -> String { "`\(text)` is no place in the record; a page ends with one" }
    func noSuchTime(_ text: String, _ option: String) -> String {
        "cannot read `\(text)` after \(option); write 2026-11-22, 2026-11-22T18:00 or '3 days'"
    }
}
