import CivilTime

/// Rules in elapsed time: steps of exact length from the anchor's instant, of which
/// those count that match the parts on the local clock.
///
/// In every span of one offset this is the wall's arithmetic with a shifted phase.
extension Pattern {
    @inline(never)
    func nextElapsed(after instant: Int64, _ clock: inout Clock) -> Moment {
        guard walk == .steps else { return .noneLater }
        let start = Int(clock.instant(of: Int64(anchor) * 1_000_000)) / 1_000_000
        let floor = floorDivide(Int(instant), 1_000_000)
        let origin = start + earliest - anchor
        var second = max(floor + 1, origin)
        if parts.isEmpty, marks.contains(.anyTime) {
            let past = floorModulo(second - start, stepLength)
            if past >= stepWindow { second += stepLength - past }
            return second < (Pattern.lastDay + 1) * daySeconds ? Pattern.elapsed(second) : .noneLater
        }
        let anchorOffset = anchor - start
        var phases = Phases(stepLength)
        while second < (Pattern.lastDay + 1) * daySeconds {
            let span = clock.span(at: second)
            let offset = Int(span.offset)
            var end = min(Int(span.end), (Pattern.lastDay + 1) * daySeconds)
            // A zone may keep its offset for ever: some years first, then whether it is worth looking on.
            if phases.isFirst { end = min(end, second + Pattern.someYears) }
            if phases.mayMeet(self, shift: offset - anchorOffset) {
                let found = nextStep(second + offset, shift: offset - anchorOffset, limit: end + offset)
                if found < .max { return Pattern.elapsed(found - offset) }
            }
            if phases.areOver(from: second, in: clock.zone, self, anchorOffset) { return .noneLater }
            second = end
        }
        return .noneLater
    }

    @inline(never)
    func previousElapsed(atOrBefore instant: Int64, _ clock: inout Clock) -> Moment {
        guard walk == .steps else { return .noneEarlier }
        let start = Int(clock.instant(of: Int64(anchor) * 1_000_000)) / 1_000_000
        let origin = start + earliest - anchor
        var second = min(floorDivide(Int(instant), 1_000_000), (Pattern.lastDay + 1) * daySeconds - 1)
        if parts.isEmpty, marks.contains(.anyTime) {
            let past = floorModulo(second - start, stepLength)
            if past >= stepWindow { second -= past - stepWindow + 1 }
            return second >= origin ? Pattern.elapsed(second) : .noneEarlier
        }
        let anchorOffset = anchor - start
        var phases = Phases(stepLength)
        while second >= origin {
            let span = clock.span(at: second)
            let offset = Int(span.offset)
            let first = max(Int(span.start), origin)
            if phases.mayMeet(self, shift: offset - anchorOffset) {
                let found = previousStep(second + offset, shift: offset - anchorOffset, limit: first + offset)
                if found > .min { return Pattern.elapsed(found - offset) }
            }
            second = first - 1
        }
        return .noneEarlier
    }

    private static let someYears = 4 * 366 * daySeconds

    private static func elapsed(_ second: Int) -> Moment {
        Moment(wall: Int64(second) * 1_000_000, instant: Int64(second) * 1_000_000)
    }
}

/// Which phases of the steps against the clock ever meet the parts, so that a search through many spans asks once.
private struct Phases {
    private let common: Int
    private var spans = 0
    private var met: [Int] = []
    private var unmet: [Int] = []
    private var isSteady = false

    init(_ stepLength: Int) {
        // Weekdays count too.
        common = greatestCommonDivisor(stepLength, 7 * daySeconds)
    }

    var isFirst: Bool { spans == 0 }

    /// Whether a span with this shift is worth a search; the first always is.
    mutating func mayMeet(_ pattern: Pattern, shift: Int) -> Bool {
        spans += 1
        return spans == 1 || meets(pattern, shift: shift)
    }

    private mutating func meets(_ pattern: Pattern, shift: Int) -> Bool {
        let phase = floorModulo(shift, common)
        if met.contains(phase) { return true }
        if unmet.contains(phase) { return false }
        let isMet = pattern.meetsClock(shift: shift)
        if isMet { met.append(phase) } else { unmet.append(phase) }
        return isMet
    }

    /// Whether none of the offsets that a zone still has is one with which the clock is met.
    mutating func areOver(from second: Int, in zone: Zone, _ pattern: Pattern, _ anchorOffset: Int) -> Bool {
        guard !isSteady else { return false }
        let (start, offsets) = zone.steadyOffsets
        guard second >= Int(start) else { return false }
        isSteady = true
        return !offsets.contains { meets(pattern, shift: Int($0) - anchorOffset) }
    }
}
