import CivilTime
import Planning
import Recurrence

/// Makes changes by chance: mostly sensible ones, some about keys that nobody knows, some twice.
struct ChangeSource {
    var generator: SeededGenerator
    private var now = Timestamp(seconds: 1_790_000_000)
    private var deliveries: [DeliveryKey] = []
    private var known: [NudgeKey] = []
    private let people: [PersonID]
    private var notices = 0

    init(seed: UInt64, people: [PersonID] = ["sam", "alex"].map { PersonID($0) }) {
        generator = SeededGenerator(seed)
        self.people = people
    }

    private static let rituals = ["weekly", "morning", "wedding", "walk"].map { RitualID($0) }
    private static let channels = ["desktop", "email"].map { ChannelID($0) }
    private static let leads = [Lead.moment, Lead(.days(1)), Lead(.hours(24)), Lead(.weeks(3))]

    private mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &generator)] }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    private mutating func occurrence() -> OccurrenceName {
        let hours = Int64.random(in: -100...20, using: &generator)
        let seconds = now.seconds / 3600 * 3600 + hours * 3600
        let key: OccurrenceKey =
            chance(70) ? .wall(CivilDateTime(seconds: seconds)) : .elapsed(Timestamp(seconds: seconds))
        return OccurrenceName(ritual: pick(Self.rituals), key: key)
    }

    private mutating func someKey(_ state: LedgerState) -> NudgeKey {
        let recent = known.suffix(40)
        if !recent.isEmpty && chance(75) {
            let tries = (0..<3).map { _ in pick(Array(recent)) }
            return tries.first { state.open[$0] != nil } ?? tries[0]
        }
        if !known.isEmpty && chance(60) { return pick(known) }
        return NudgeKey(occurrence: occurrence(), lead: pick(Self.leads), person: pick(people))
    }

    private mutating func record() -> NudgeRecord {
        let name = occurrence()
        let key = NudgeKey(occurrence: name, lead: pick(Self.leads), person: pick(people))
        known.append(key)
        let due = name.written.adding(microseconds: Int64.random(in: 0...999_999, using: &generator))
        return NudgeRecord(
            key: key, due: due, moment: due.adding(seconds: 60), ordinal: chance(30) ? 7 : nil,
            closes: due.adding(seconds: 43_200), horizon: chance(50) ? due.adding(seconds: 86_400) : nil,
            notBefore: due, isLate: chance(30), spends: chance(40),
            waited: chance(30) ? pick(WaitReason.allCases) : nil)
    }

    private mutating func outcome() -> AttemptOutcome {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: .delivered(chance(30) ? "250 sam is at home, samuel is not" : "250 ok")
        case 1: .transient("451 try <sam@example.org> later", retryAfter: chance(50) ? 30 : nil)
        case 2: .permanent("550 no such mailbox: sam@example.org")
        case 3: .uncertain("")
        case 4: .unreachable("no route to host")
        default: .delivered("")
        }
    }

    private mutating func delivery(_ state: LedgerState) -> DeliveryKey {
        if !deliveries.isEmpty && chance(85) { return pick(Array(deliveries.suffix(6))) }
        let key = someKey(state)
        return DeliveryKey(subject: .nudge(key), channel: pick(Self.channels), round: chance(80) ? 0 : 1)
    }

    private mutating func claim(_ state: LedgerState) -> LedgerChange {
        let lease = now.adding(seconds: 90)
        if chance(30) {
            let person = pick(people)
            let digest = DigestKey(
                person: person, gathered: Timestamp(seconds: now.seconds / 7200 * 7200))
            let members = (0..<Int.random(in: 1...4, using: &generator)).map { _ in someKey(state) }
            let delivery = DeliveryKey(subject: .digest(digest), channel: pick(Self.channels), round: 0)
            deliveries.append(delivery)
            return .claimed(delivery, members: members, at: now, lease: lease)
        }
        let key = someKey(state)
        let round = chance(90) ? state.open[key]?.round ?? 0 : 3
        let delivery = DeliveryKey(subject: .nudge(key), channel: pick(Self.channels), round: round)
        deliveries.append(delivery)
        return .claimed(delivery, members: [key], at: now, lease: lease)
    }

    /// The next change, given where the ledger stands.
    mutating func change(_ state: LedgerState) -> LedgerChange {
        now = now.adding(seconds: Int64.random(in: 0...1800, using: &generator))
        let ritual = pick(Self.rituals)
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<5: return .marked(ritual, RitualMark(fingerprint: generator.next(), since: now))
        case 5..<6: return chance(40) ? .unmarked(ritual) : wish(state)
        case 6..<8: return .renamed(from: ritual, to: pick(Self.rituals + [RitualID("new-\(now.seconds % 5)")]))
        case 8..<27: return .opened(record())
        case 27..<30: return wish(state)
        case 30..<36:
            return .drawn(
                someKey(state), prompt: generator.next() % 7, deck: generator.next() % 2, startsAnew: chance(20))
        case 36..<50: return claim(state)
        case 50..<58: return .begun(delivery(state))
        case 58..<61: return .released(delivery(state))
        case 61..<63: return .seen(delivery(state), at: now)
        case 63..<72: return .attempted(delivery(state), outcome(), at: now)
        case 72..<75: return .held(someKey(state), until: now.adding(seconds: 3600))
        case 75..<83:
            return .closed(someKey(state), pick(Outcome.allCases), pick(Reason.allCases), at: now)
        case 83..<86:
            let span = MissedSpan(
                ritual: ritual, person: pick(people), after: now.adding(seconds: -7200), through: now)
            return .missed(span, at: now)
        case 86..<91:
            let answers: [AnswerRecord.Answer] = [.done, .skip, .snooze(until: now.adding(seconds: 600))]
            let key = someKey(state)
            return .answered(
                AnswerRecord(
                    occurrence: key.occurrence, person: key.person, lead: chance(40) ? key.lead : nil,
                    answer: pick(answers), at: now))
        case 91..<92:
            return .askedAgain(someKey(state), at: now, joinsOthers: chance(30), spends: chance(50))
        case 92..<94:
            return .snoozed(
                someKey(state), until: now.adding(seconds: 600), closes: now.adding(seconds: 7200))
        case 94..<97:
            if chance(5) { now = now.adding(seconds: 40 * 86_400) }
            return .advanced(through: now)
        case 98: return .rewound(to: now.adding(seconds: -Int64.random(in: 0...200_000, using: &generator)))
        case 97:
            let day = CivilDate(dayNumber: 20_700 + Int32(generator.next() % 300))
            return .undertaken(undertaking(day))
        default: return .advanced(through: now)
        }
    }

    private mutating func undertaking(_ day: CivilDate) -> Undertaking {
        let number = Int.random(in: 1...9, using: &generator)
        let (sam, alex) = (people[0], people[1])
        let time = CivilDateTime(seconds: Int64(day.dayNumber) * 86_400 + 61_200)
        switch Int.random(in: 0..<9, using: &generator) {
        case 0:
            return .season(
                SeasonSwitch(
                    season: SeasonID(chance(50) ? "apart" : "space"), isOn: chance(60), from: day,
                    until: chance(50) ? day.adding(days: 9) : nil, at: now))
        case 1:
            return .celebrated(
                SmallWin(
                    number: number, person: sam, day: day, text: "A walk – und zwar “lang”", isShared: chance(50),
                    isYearly: chance(50), at: now))
        case 2:
            return .promised(
                MadePromise(
                    id: RitualID("promise-\(number)"), maker: alex, to: chance(50) ? sam : nil, text: "Call",
                    time: time,
                    lead: chance(50) ? Lead(.hours(1)) : nil, isShared: chance(50), at: now))
        case 3: return .promiseMoved(PromiseMove(promise: RitualID("promise-\(number)"), time: time, at: now))
        case 4:
            return .repairBegun(
                RepairRun(number: number, repair: RitualID("repair"), person: sam, began: time, at: now))
        case 5: return .repairEnded(RepairEnd(number: number, person: alex, isOwnOnly: chance(50), at: now))
        case 6:
            return .sealed(
                SealedLetter(number: number, writer: sam, reader: alex, opens: day, text: "Dear Alex,\n…", at: now))
        case 7: return .letGo(LetterGone(number: number, at: now))
        default:
            let items = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                Notice.Item(pick(Self.rituals), pick(Notice.Change.allCases), now.adding(seconds: 86_400))
            }
            notices += 1
            return .told(Notice(number: notices, person: alex, items: items, at: now))
        }
    }

    private mutating func wish(_ state: LedgerState) -> LedgerChange {
        let person = pick(people)
        if chance(15) { return .met(person, at: now) }
        if let known = state.wishes.of(person).randomElement(using: &generator), chance(35) {
            return .unwished(known, at: now)
        }
        let subjects: [Wish.Subject] = [.everything, .deck("ours")] + Self.rituals.map { .ritual($0) }
        let from = chance(80) ? now : now.adding(seconds: 86_400)
        return .wished(
            Wish(
                pick(Wish.Kind.allCases), pick(subjects), by: person, terms: chance(30) ? "alex, 1 day" : "",
                from: from,
                until: chance(50) ? from.adding(seconds: Int64.random(in: 60...400_000, using: &generator)) : nil),
            at: now)
    }

    mutating func batch(_ state: LedgerState) -> [LedgerChange] {
        var state = state
        return (0..<Int.random(in: 1...12, using: &generator)).map { _ in
            let change = change(state)
            state.apply(change)
            return change
        }
    }
}
