import CivilTime

/// When each open nudge, or message that gathers several, is next looked at.
///
/// The heap moves numbers about and not keys; what was put off or brought forward leaves a stale entry behind.
struct Looks: Sendable {
    private struct Entry: Comparable, Sendable {
        var at: Timestamp
        var place: UInt32
        static func < (a: Self, b: Self) -> Bool { a.at < b.at }
    }

    private struct Look: Sendable {
        var subject: DeliverySubject
        var at: Timestamp
    }

    /// A subject whose time has come, until it is settled.
    struct Due {
        let subject: DeliverySubject
        fileprivate let place: UInt32
    }

    private static let never = Timestamp(microseconds: .max)

    private var queue = Heap<Entry>()
    private var looks = Pages<Look?>()
    private var free: [UInt32] = []
    private var places = PartedTable<DeliverySubject, UInt32>()

    /// Asks for `subject` to be looked at no later than at `time`.
    mutating func look(at subject: DeliverySubject, no time: Timestamp) {
        let place: UInt32
        if let known = places[subject] {
            if let look = looks[Int(known)], look.at <= time { return }
            place = known
        } else {
            place = free.popLast() ?? UInt32(looks.count)
            if place == looks.count { looks.append(nil) }
            places[subject] = place
        }
        looks[Int(place)] = Look(subject: subject, at: time)
        queue.push(Entry(at: time, place: place))
    }

    /// The next subject whose time has come.
    ///
    /// Most are to be looked at again, so that it keeps its place until ``settle(_:)``.
    mutating func popDue(_ now: Timestamp) -> Due? {
        while let first = queue.first, first.at <= now {
            _ = queue.pop()
            guard let look = looks[Int(first.place)], look.at == first.at else { continue }
            looks[Int(first.place)]?.at = Self.never
            return Due(subject: look.subject, place: first.place)
        }
        return nil
    }

    /// Lets a subject's place go, unless another look was asked for since it was due.
    mutating func settle(_ due: Due) {
        guard let look = looks[Int(due.place)], look.at == Self.never else { return }
        looks[Int(due.place)] = nil
        places[due.subject] = nil
        free.append(due.place)
    }

    /// When to look next; nobody is to be woken for what is stale.
    mutating func next() -> Timestamp? {
        while let first = queue.first {
            if looks[Int(first.place)]?.at == first.at { return first.at }
            _ = queue.pop()
        }
        return nil
    }
}
