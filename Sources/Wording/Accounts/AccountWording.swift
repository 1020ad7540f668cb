public import CivilTime
public import Planning

/// Tells an ``Account`` in sentences, in a person's own time.
public struct AccountWording {
    private let words: any AccountWords
    private let language: Language
    private let now: Timestamp

    public init(_ language: Language, now: Timestamp) {
        self.language = language
        self.now = now
        words =
            switch language {
            case .english: EnglishAccountWords()
            case .german: GermanAccountWords()
            }
    }

    /// What the account is about: "Weekly check-in for Sam, Sunday, 22 November 2026, 19:00 (1 day ahead); ID weekly@…".
    public func heading(title: String, _ person: Person, _ moment: Timestamp, lead: Lead, id: String) -> String {
        let commands = CommandWording(language)
        let ahead = lead.isMoment ? "" : " (\(commands.ahead(lead)))"
        let when = DateWording.full(moment, in: person.zone, language)
        return "\(words.of(title, person.name)), \(when)\(ahead); \(commands.id(id))"
    }

    /// One sentence for each point.
    public func sentences(_ account: Account, _ person: Person) -> [String] {
        account.points.map { sentence($0, person) }
    }

    private func sentence(_ point: Account.Point, _ person: Person) -> String {
        func when(_ instant: Timestamp) -> String {
            DateWording.relative(instant, now: now, in: person.zone, language)
        }
        switch point {
        case .fellDue(let at): return words.fellDue(when(at))
        case .waited(let reason, let until): return words.waited(reason, when(until))
        case .gathered(let at): return words.gathered(when(at))
        case .attempted(let channel, let at, let outcome): return attempted(channel.text, when(at), outcome)
        case .seen(let at): return words.seen(when(at))
        case .cameAgain(let at): return words.cameAgain(when(at))
        case .answered(.done, let at): return words.saidDone(person.name, when(at))
        case .answered(.skip, let at): return words.leftOut(person.name, when(at))
        case .answered(.snooze(let until), let at): return words.putOff(person.name, when(at), when(until))
        case .closed(_, let reason, let at): return words.closed(reason, when(at))
        case .openUntil(let time): return words.openUntil(when(time))
        case .waitsForOthers(let time): return words.waitsForOthers(when(time))
        case .triedNext(let at): return at <= now ? words.goesOutNow : words.triedNext(when(at))
        case .comesAgain(let at): return words.comesAgain(when(at))
        case .held(.clockBehind): return words.clockBehind
        case .held(.clockAhead): return words.clockAhead
        case .comes(let at, let channels): return words.comes(when(at), list(channels))
        case .comesAfterQuiet(let due, let at, let channels):
            return words.comesAfterQuiet(when(due), when(at), list(channels))
        case .answeredAhead(let answer, let isOwn): return words.answeredAhead(answer == .done, isOwn)
        case .missed(let from, let through):
            return words.missed(
                DateWording.full(from, in: person.zone, language), DateWording.full(through, in: person.zone, language))
        case .switchedOff: return words.switchedOff
        case .servedElsewhere: return words.servedElsewhere(person.name)
        case .withoutChannels: return words.withoutChannels(person.name)
        case .knownSince(let time): return words.knownSince(when(time))
        case .notOnRecord: return words.notOnRecord
        }
    }

    private func attempted(_ channel: String, _ when: String, _ outcome: AttemptOutcome?) -> String {
        switch outcome {
        case .delivered(let reply): Self.with(reply, words.delivered(channel, when))
        case .transient(let reply, _): Self.with(reply, words.notNow(channel, when))
        case .permanent(let reply): Self.with(reply, words.refused(channel, when))
        case .uncertain(let reply): Self.with(reply, words.mayHave(channel, when))
        case .unreachable(let reply): Self.with(reply, words.outOfReach(channel, when))
        case nil: words.underWay(channel, when)
        }
    }

    /// `desktop and phone, else email`.
    private func list(_ channels: [[ChannelID]]) -> String {
        channels.map { DateWording.words(language).list($0.map(\.text)) }.joined(separator: words.orElse)
    }

    /// The sentence with a far end's own words.
    private static func with(_ reply: String, _ sentence: String) -> String {
        let words = PlainWords.line(reply)
        return words.isEmpty ? sentence : "\(sentence.dropLast()) (\(words))."
    }
}
