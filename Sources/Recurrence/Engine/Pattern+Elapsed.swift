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
            let end = min(Int(span.end), (Pattern.lastDay + 1) * daySeconds)
            if phases.mayMeet(self, shift: offset - anchorOffset) {
                let found = nextStep(second + offset, shift: offset - anchorOffset, limit: end + offset)
                if found < .max { return Pattern.elapsed(found - offset) }
            }
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

    private static func elapsed(_ second: Int) -> Moment {
        Moment(wall: Int64(second) * 1_000_000, instant: Int64(second) * 1_000_000)
    }
}

/// Which phases of the steps against the clock have been found never to meet the
/// parts, so that a search through many spans asks once.
private struct Phases {
    private let common: Int
    private var spans = 0
    private var unmet: [Int] = []

    init(_ stepLength: Int) {
        common = greatestCommonDivisor(stepLength, daySeconds)
    }

    /// Whether a span with this shift is worth a search; the first few always are.
    mutating func mayMeet(_ pattern: Pattern, shift: Int) -> Bool {
        spans += 1
        guard spans > 4 else { return true }
        let phase = floorModulo(shift, common)
        if unmet.contains(phase) { return false }
        if spans & 63 == 5 || spans & 63 == 6, !pattern.meetsClock(shift: shift) {
            unmet.append(phase)
            return false
        }
        return true
    }
}
