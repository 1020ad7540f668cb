public import CivilTime
import Recurrence

/// Nothing that is shared changes silently: who has it too is told beforehand, neither by whom nor why.
public enum Predictability {
    /// How far ahead a change is told, in seconds: five weeks, so that what comes monthly is told as well.
    public static let horizon: Int64 = 35 * 86_400

    /// What each person is told when what was to come, by `old` and `wishes`, is no longer what comes now.
    ///
    /// Only what several people do together, and only where its very next time is another one or none. What is new is
    /// no change; what a clock change moves is said with the nudge itself. Whoever wants none of it is told nothing.
    ///
    /// - Parameters:
    ///   - old: As it was lived.
    ///   - wishes: Of before; nil where nobody's have changed.
    ///   - new: As it is lived from now on.
    ///   - state: Where the record stands.
    ///   - except: Who made the change, and so knows it.
    ///   - since: When things changed: what was told from then on is not told again.
    ///   - now: From when on times are compared.
    public static func notices(
        from old: Schedule, _ wishes: Wishes? = nil, to new: Schedule, _ state: LedgerState, except: PersonID? = nil,
        since: Timestamp? = nil, at now: Timestamp
    ) -> [Notice] {
        let after = Dictionary(new.rituals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let known = since.map { since in state.undertakings.notices.filter { $0.at >= since } } ?? []
        var told: [PersonID: [Notice.Item]] = [:]
        for ritual in old.rituals where isShared(ritual) {
            let successor = after[ritual.id].flatMap { $0.isOn ? $0 : nil }
            let before = Course(ritual, old, wishes ?? state.wishes, state)
            let items = changes(from: before, to: successor.map { Course($0, new, state.wishes, state) }, now)
            let people = Set(ritual.people).intersection(successor?.people ?? ritual.people)
            for person in people where person != except && new.isServed(person) && new.person(person) != nil {
                let wanted = items.filter { item in
                    state.wishes.silence(item.ritual, for: person, at: now, about: item.moment) == nil
                        && !known.contains { $0.person == person && $0.items.contains(item) }
                }
                if !wanted.isEmpty { told[person, default: []] += wanted }
            }
        }
        var numbers = state.undertakings.notices.map(\.number)
        return told.sorted { $0.key < $1.key }.map { told in
            numbers.append(state.newNumber(after: numbers, of: "notice-"))
            return Notice(number: numbers[numbers.count - 1], person: told.key, items: told.value, at: now)
        }
    }

    /// `changes`, and with them what each person is told of what they and a new schedule change: to be committed
    /// together, so that a service that ends right after it leaves nobody untold.
    ///
    /// - Parameters:
    ///   - changes: What somebody does by hand; nothing where only the schedule is another one.
    ///   - person: Who does it.
    ///   - old: As it was lived.
    ///   - schedule: As its files have it now.
    ///   - state: Where the record stands before `changes`.
    ///   - since: As in ``notices(from:_:to:_:except:since:at:)``.
    ///   - now: When it is done.
    public static func telling(
        _ changes: [LedgerChange], by person: PersonID?, from old: Schedule, to schedule: Schedule, _ state: LedgerState,
        since: Timestamp? = nil, at now: Timestamp
    ) -> [LedgerChange] {
        // Most of what people do changes nothing of what is to come.
        guard changes.isEmpty || changes.contains(where: { $0.changesTheSchedule || $0.isOfPause }) else { return changes }
        var after = state
        after.apply(changes)
        let new = schedule.lived(after.undertakings, at: now)
        let told = notices(from: old, state.wishes, to: new, after, except: person, since: since, at: now)
            .map { LedgerChange.undertaken(.told($0)) }
        after.apply(told)
        // What comes of the record begins now, whenever a service takes it up.
        let lived = told.isEmpty ? new : schedule.lived(after.undertakings, at: now)
        let marks = Adoption.firstSights(lived.rituals.dropFirst(schedule.rituals.count), lived, after, at: now)
        return changes + told + marks
    }

    private static func isShared(_ ritual: Ritual) -> Bool {
        ritual.isOn && ritual.together && ritual.people.count > 1 && ritual.notice == nil && ritual.kind != .promise
            && ritual.kind != .repair
    }

    private static func changes(from old: Course, to new: Course?, _ now: Timestamp) -> [Notice.Item] {
        let (before, after) = (old.next(after: now), new?.next(after: now))
        guard before != after, let first = [before, after].compactMap(\.self).min(),
            first < now.adding(seconds: horizon)
        else { return [] }
        func item(_ change: Notice.Change, _ moment: Timestamp) -> Notice.Item {
            Notice.Item(old.ritual.id, change, moment)
        }
        guard let before else { return after.map { [item(old.isOff(after: now) ? .returns : .moved, $0)] } ?? [] }
        guard let after else { return [item(new?.isOff(at: before) == true ? .rests : .off, before)] }
        if after < before { return [item(old.isOff(after: now) ? .returns : .moved, after)] }
        guard let new, new.isOff(at: before) else { return [item(.moved, after)] }
        return new.generated(after: before) == after
            ? [item(.off, before)] : [item(.rests, before), item(.returns, after)]
    }

    /// What comes of one ritual: what its rule generates, without what is called off.
    private struct Course {
        let ritual: Ritual
        private let stream: Stream
        private let wishes: Wishes

        init(_ ritual: Ritual, _ schedule: Schedule, _ wishes: Wishes, _ state: LedgerState) {
            self.ritual = ritual
            self.wishes = wishes
            stream = Stream(ritual: ritual, zone: schedule.zone, lastDone: state.lastDone(ritual, by: nil))
        }

        func generated(after instant: Timestamp) -> Timestamp? { stream.occurrence(after: instant)?.instant }

        func next(after instant: Timestamp) -> Timestamp? {
            var found = generated(after: instant)
            // Pauses are few; each is passed over at once.
            while let moment = found, let end = ritual.calledOff(at: moment, wishes) {
                found = end < .distantFuture ? generated(after: Swift.max(moment, end.justBefore)) : nil
            }
            return found
        }

        /// Whether what it generates next after `instant` is called off.
        func isOff(after instant: Timestamp) -> Bool { generated(after: instant).map { isOff(at: $0) } ?? false }

        /// Whether it has a time at `moment`, which is called off.
        func isOff(at moment: Timestamp) -> Bool {
            ritual.calledOff(at: moment, wishes) != nil && generated(after: moment.justBefore) == moment
        }
    }
}
