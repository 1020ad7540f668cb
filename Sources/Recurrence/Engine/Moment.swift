import CivilTime

/// An occurrence while it is being looked for, in microseconds.
struct Moment {
    /// The nominal local time; for elapsed rules the instant.
    var wall: Int64
    /// When it happens; `Int64.max` (or `.min`, going backwards) for none.
    var instant: Int64

    static let noneLater = Moment(wall: .max, instant: .max)
    static let noneEarlier = Moment(wall: .min, instant: .min)
}

/// A zone with the span last used, which spares the lookup while time moves little.
struct Clock {
    let zone: Zone
    let policies: Policies
    private(set) var span = ZoneSpan.none

    init(_ zone: Zone, _ policies: Policies) {
        self.zone = zone
        self.policies = policies
    }

    /// The span that holds a second since the epoch.
    @inline(__always)
    mutating func span(at second: Int) -> ZoneSpan {
        if second < Int(span.start) || second >= Int(span.end) { span = zone.span(atSecond: Int64(second)) }
        return span
    }

    /// What a local time means, in microseconds, under the fold policy.
    enum Reading {
        case instant(Int64)
        /// No such time: the local second at which the gap ends, its offsets before
        /// and after, and when it is.
        case gap(before: Int, after: Int, at: Int)
    }

    func read(_ wall: Int64) -> Reading {
        switch zone.resolve(CivilDateTime(microseconds: wall)) {
        case .unique(let instant): .instant(instant.microseconds)
        case .fold(let first, let second): .instant((policies.fold == .first ? first : second).microseconds)
        case .gap(let before, let after, let at): .gap(before: Int(before), after: Int(after), at: Int(at.seconds))
        }
    }

    /// The instant of a local time under the policies; a gap is always shifted.
    func instant(of wall: Int64) -> Int64 {
        switch read(wall) {
        case .instant(let instant): instant
        case .gap(let before, _, _): wall - Int64(before) * 1_000_000
        }
    }
}
