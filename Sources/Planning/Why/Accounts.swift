public import CivilTime
import Recurrence

/// Finds out why something was or was not delivered. It reads the record and the schedule and changes nothing.
public struct Accounts {
    let planner: Planner
    let ledger: (any Ledger)?
    let now: Timestamp
    /// Why nothing is sent at present, where somebody knows.
    let hold: Hold?

    /// - Parameters:
    ///   - planner: What plans the schedule that is asked about.
    ///   - ledger: Nil where there is no record yet.
    ///   - now: The moment of the question.
    ///   - hold: Why nothing is sent at present, where somebody knows.
    public init(_ planner: Planner, _ ledger: (any Ledger)?, at now: Timestamp, hold: Hold? = nil) {
        self.planner = planner
        self.ledger = ledger
        self.now = now
        self.hold = hold
    }

    /// Why an account could not be given.
    public enum Failure: Error, Sendable, Hashable {
        case answer(AnswerError)
        case ledger(LedgerError)
    }

    /// The accounts of each of `people`: of the occurrence that `target` names, else of the latest on record and of
    /// what comes next.
    ///
    /// - Throws: ``Failure/answer(_:)`` for an occurrence that the ritual does not have.
    public func accounts(
        _ target: AnswerTarget, _ ritual: Ritual, _ people: [Person]
    ) throws(Failure) -> [Account] {
        var found: [Account] = []
        for person in people {
            let stream = planner.stream(ritual, person)
            let entries = try entries(target, ritual, person)
            found += entries.map { account($0, ritual, person) }
            if target.occurrence == nil {
                // The latest may have left no nudge on record.
                if let last = stream.occurrence(atOrBefore: now), entries.allSatisfy({ $0.moment < last.instant }) {
                    found.append(try passed(last, ritual, person))
                }
                found += toCome(stream.occurrence(after: now), ritual, person, stream, without: entries)
            } else if let occurrence = occurrence(target, stream) {
                if occurrence.instant > now {
                    found += toCome(occurrence, ritual, person, stream, without: entries)
                } else if entries.isEmpty {
                    found.append(try passed(occurrence, ritual, person))
                }
            }
        }
        if found.isEmpty {
            guard let text = target.occurrence else { throw .answer(.nothingOpen(ritual.id, next: nil)) }
            throw .answer(.noSuchOccurrence(ritual.id, text, next: people.first.flatMap { nextShort(ritual, $0) }))
        }
        return found
    }

    // MARK: - What is on record

    /// The nudges of the occurrence that is meant, the earliest first.
    private func entries(
        _ target: AnswerTarget, _ ritual: Ritual, _ person: Person
    ) throws(Failure) -> [HistoryEntry] {
        guard let ledger else { return [] }
        var query = HistoryQuery(ritual: ritual.id, person: person.id, limit: target.occurrence == nil ? 40 : 1_000)
        query.occurrence = target.occurrence.map { $0.hasSuffix("Z") ? String($0.dropLast()) : $0 }
        do throws(LedgerError) {
            let found = try ledger.history(query).filter { target.names($0.nudge.occurrence.key) }
            let one = target.occurrence == nil ? found.first?.nudge.occurrence : nil
            return found.filter { one == nil || $0.nudge.occurrence == one }.reversed()
        } catch {
            throw .ledger(error)
        }
    }

    private func account(_ entry: HistoryEntry, _ ritual: Ritual, _ person: Person) -> Account {
        var told: [(at: Timestamp, point: Account.Point)] = [(entry.due, .fellDue(at: entry.due))]
        if let waited = entry.waited { told.append((entry.due, .waited(waited.reason, until: waited.until))) }
        if let gathered = entry.gathered { told.append((gathered, .gathered(at: gathered))) }
        told += entry.asks.map { ($0, .cameAgain(at: $0)) }
        told += entry.attempts.map { ($0.at, .attempted($0.channel, at: $0.at, $0.outcome)) }
        let record = planner.state.open[entry.nudge]
        if let seen = record?.seen { told.append((seen, .seen(at: seen))) }
        told += entry.answers.filter { $0.lead == nil || $0.lead == entry.nudge.lead }
            .map { ($0.at, .answered($0.answer, at: $0.at)) }
        if let outcome = entry.outcome, let reason = entry.reason, let at = entry.closedAt {
            told.append((at, .closed(outcome, reason, at: at)))
        }
        // What was at one instant stays in the order in which it was put together here.
        let points = told.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element.point)
        return Account(
            nudge: entry.nudge, moment: entry.moment, entry: entry,
            points: points + (record.map { present($0, person) } ?? []))
    }

    /// What an open nudge waits for.
    private func present(_ record: NudgeRecord, _ person: Person) -> [Account.Point] {
        if record.answered != nil { return [.waitsForOthers(until: record.closes)] }
        if record.delivered != nil {
            let again = planner.comesAgain(record, at: now).map { Account.Point.comesAgain(at: $0) }
            return [again, .openUntil(record.closes)].compactMap(\.self)
        }
        if let hold { return [.held(hold)] }
        if planner.channelList(of: person.id).isEmpty { return [.withoutChannels] }
        guard record.claims.isEmpty, let (step, _, _) = planner.step(record.subject, now) else { return [] }
        switch step {
        case .send: return [.triedNext(at: now)]
        case .wait(let until): return until < record.closes ? [.triedNext(at: until)] : []
        case .giveUp, .close: return []
        }
    }

    // MARK: - What is not

    /// What is still to come of an occurrence, beside what is on record of it.
    private func toCome(
        _ occurrence: Occurrence?, _ ritual: Ritual, _ person: Person, _ stream: Stream, without entries: [HistoryEntry]
    ) -> [Account] {
        guard let occurrence else { return [] }
        let name = OccurrenceName(ritual: ritual.id, key: occurrence.key)
        func account(_ lead: Lead, _ points: [Account.Point]) -> Account {
            Account(
                nudge: NudgeKey(occurrence: name, lead: lead, person: person.id), moment: occurrence.instant,
                points: points)
        }
        if let never = never(ritual, person) { return [account(.moment, [never])] }
        if let answer = planner.state.answerAhead(of: name, for: person.id, ritual) {
            guard !entries.contains(where: { $0.nudge.occurrence == name }) else { return [] }
            return [account(.moment, [.answeredAhead(answer.answer, isOwn: answer.isOwn)])]
        }
        let channels = planner.channelList(of: person.id)
        let welcome = Welcome(person, urgent: ritual.urgent)
        return ritual.leads.compactMap { lead in
            let due = stream.goesOut(lead, occurrence)
            guard due > now, !entries.contains(where: { $0.nudge.occurrence == name && $0.nudge.lead == lead })
            else { return nil }
            let quietEnd = welcome.quietEnd(around: due)
            let comes =
                quietEnd.map { Account.Point.comesAfterQuiet(due: due, at: $0, by: channels) }
                ?? .comes(at: due, by: channels)
            return account(lead, [comes] + (hold.map { [.held($0)] } ?? []))
        }
    }

    /// An occurrence whose time has passed and of which nothing is on record.
    private func passed(_ occurrence: Occurrence, _ ritual: Ritual, _ person: Person) throws(Failure) -> Account {
        let name = OccurrenceName(ritual: ritual.id, key: occurrence.key)
        let nudge = NudgeKey(occurrence: name, lead: .moment, person: person.id)
        func account(_ points: [Account.Point]) -> Account {
            Account(nudge: nudge, moment: occurrence.instant, points: points)
        }
        if let since = planner.state.marks[ritual.id]?.since, since > occurrence.instant {
            return account([.knownSince(since)])
        }
        do throws(LedgerError) {
            let query = HistoryQuery(ritual: ritual.id, person: person.id, since: occurrence.instant, limit: 1_000)
            let span = try ledger?.missed(query).last { entry in
                entry.span.after < occurrence.instant && (entry.voidBeyond.map { occurrence.instant <= $0 } ?? true)
            }
            if let span = span?.span {
                let from = Timestamp(microseconds: span.after.microseconds + 1)
                return account([.missed(from: from, through: span.through)])
            }
        } catch {
            throw .ledger(error)
        }
        return account([never(ritual, person) ?? (hold.map { .held($0) } ?? .notOnRecord)])
    }

    /// Why nothing of a ritual comes to a person here at all.
    private func never(_ ritual: Ritual, _ person: Person) -> Account.Point? {
        if !ritual.isOn { return .switchedOff }
        if !planner.schedule.isServed(person.id) { return .servedElsewhere }
        return planner.channelList(of: person.id).isEmpty ? .withoutChannels : nil
    }

    // MARK: - Occurrences

    /// The occurrence that `target` names, wherever the schedule has it: within days of the date that it is written
    /// with, or some weeks where holidays moved it.
    private func occurrence(_ target: AnswerTarget, _ stream: Stream) -> Occurrence? {
        guard let text = target.occurrence, let date = CivilDate(parsing: String(text.prefix(10))) else { return nil }
        let day = Int64(date.dayNumber) * 86_400
        var after = Timestamp(seconds: day).adding(seconds: -LedgerState.answersKept)
        let end = Timestamp(seconds: day).adding(seconds: LedgerState.answersKept)
        var looked = 0
        while looked < 100_000, let next = stream.occurrence(after: after), next.instant < end {
            if target.names(next.key) { return next }
            after = next.instant
            looked += 1
        }
        return nil
    }

    private func nextShort(_ ritual: Ritual, _ person: Person) -> String? {
        let stream = planner.stream(ritual, person)
        guard let next = stream.occurrence(after: now) else { return nil }
        return OccurrenceName(ritual: ritual.id, key: next.key)
            .short(in: ritual.recurrence, at: next.instant, zone: stream.zone)
    }
}

extension Planner {
    /// The nudges of a ritual for one person, as the ledger stands.
    func stream(_ ritual: Ritual, _ person: Person) -> Stream {
        Stream(
            ritual: ritual, zone: schedule.zone(of: ritual, for: person),
            lastDone: state.lastDone(ritual, by: person.id), reader: person)
    }

    func channelList(of person: PersonID) -> [[ChannelID]] { peopleIndex[person].map { channelLists[$0] } ?? [] }
}
