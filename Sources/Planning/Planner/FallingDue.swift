import CivilTime
import Recurrence

/// What has become due on one stream between two looks, sorted into what is still worth sending and what is not.
struct FallingDue {
    /// Worth sending: on time, or late and still good.
    var good: [GeneratedNudge] = []
    /// Leads whose place a nearer lead of the same occurrence has taken.
    var superseded: [GeneratedNudge] = []
    /// Where moments or leads were passed over: from here …
    var missedFrom: Timestamp?
    /// … to here, both inclusive.
    var missedTo: Timestamp?

    /// Looks at everything on `stream` that goes out from `first` through `now`.
    init(_ stream: Stream, from first: Timestamp, to now: Timestamp) {
        lookAtMoments(stream, from: first, to: now)
        lookAtLeads(stream, from: first, to: now)
        if let from = missedFrom, missedTo.map({ $0 < from }) ?? true { missedTo = from }
    }

    /// The instant until which the nudge of a moment is worth sending.
    static func close(_ occurrence: Occurrence, of ritual: Ritual, following: Timestamp?, in zone: Zone) -> Timestamp {
        let end: Timestamp
        if let grace = ritual.grace {
            end = grace.after(occurrence.instant, in: zone)
        } else {
            end = occurrence.instant.adding(seconds: ritual.expiresAtItsTime ? Policy.expiringGrace : Policy.grace)
        }
        return following.map { Swift.min($0, end) } ?? end
    }

    /// The next occurrence ends the one before it, unless every one that was missed is to be caught up.
    static func bound(_ ritual: Ritual, _ following: Timestamp?, late: Bool) -> Timestamp? {
        late && ritual.catchUp == .all ? nil : following
    }

    static func isLate(_ at: Timestamp, _ now: Timestamp) -> Bool { now > at.adding(seconds: Policy.onTime) }

    private mutating func lookAtMoments(_ stream: Stream, from first: Timestamp, to now: Timestamp) {
        let ritual = stream.ritual
        guard ritual.leads.contains(.moment) else { return }
        var candidate = stream.occurrence(atOrBefore: now)
        var following = candidate.flatMap(stream.following)
        var taken = 0
        while let occurrence = candidate, occurrence.instant >= first {
            let at = stream.goesOut(.moment, occurrence)
            guard at >= first else {
                // What went out before its time is not missed at its time.
                candidate = stream.occurrence(atOrBefore: occurrence.instant.justBefore)
                following = occurrence.instant
                continue
            }
            let close = Self.close(
                occurrence, of: ritual, following: Self.bound(ritual, following, late: true), in: stream.zone)
            guard isGood(occurrence.instant, closes: close, ritual, now), taken < Policy.caughtUpAtMost else {
                return pass(from: first, to: occurrence.instant)
            }
            good.append(GeneratedNudge(occurrence: occurrence, lead: .moment, at: at))
            taken += 1
            candidate = stream.occurrence(atOrBefore: occurrence.instant.justBefore)
            following = occurrence.instant
            if ritual.catchUp != .all, let earlier = candidate, earlier.instant >= first {
                return pass(from: first, to: earlier.instant)
            }
        }
    }

    private func isGood(_ at: Timestamp, closes: Timestamp, _ ritual: Ritual, _ now: Timestamp) -> Bool {
        guard Self.isLate(at, now) else { return true }
        if ritual.catchUp == .none { return false }
        if ritual.expiresAtItsTime, ritual.grace == nil { return false }
        return now < closes
    }

    /// Leads count for moments still to come; what led to a moment that has passed went with it.
    private mutating func lookAtLeads(_ stream: Stream, from first: Timestamp, to now: Timestamp) {
        let ritual = stream.ritual
        guard let longest = ritual.leads.first, !longest.isMoment || stream.mayGoAhead else { return }
        var after = now
        var looked = 0
        while looked < Policy.caughtUpAtMost, let occurrence = stream.occurrence(after: after) {
            after = occurrence.instant
            looked += 1
            let sent = ritual.leads.filter { !$0.isMoment || stream.mayGoAhead }
                .map { GeneratedNudge(occurrence: occurrence, lead: $0, at: stream.goesOut($0, occurrence)) }
                .filter { $0.at <= now }
            guard let nearest = sent.max(by: { $0.at < $1.at }) else { break }
            if nearest.at >= first {
                if Self.isLate(nearest.at, now), ritual.catchUp == .none {
                    pass(from: first, to: nearest.at)
                } else {
                    good.append(nearest)
                }
            }
            superseded += sent.filter { $0.at >= first && $0.at < nearest.at }
        }
        passLeads(of: stream, from: first, to: now)
    }

    /// Notes leads to moments that came and went in the same span.
    private mutating func passLeads(of stream: Stream, from first: Timestamp, to now: Timestamp) {
        for lead in stream.ritual.leads where !lead.isMoment {
            guard let nudge = stream.next(lead, after: first.justBefore), nudge.at <= now,
                nudge.occurrence.instant <= now
            else { continue }
            pass(from: first, to: Swift.min(now, nudge.occurrence.instant))
        }
    }

    private mutating func pass(from: Timestamp, to: Timestamp) {
        missedFrom = missedFrom.map { Swift.min($0, from) } ?? from
        missedTo = missedTo.map { Swift.max($0, to) } ?? to
    }
}
