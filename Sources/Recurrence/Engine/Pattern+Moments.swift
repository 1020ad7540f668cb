import CivilTime

/// From the wall to instants: the next and the previous moment in a zone.
///
/// Within one span of the zone's offset local order is the order of instants. Where
/// the clock goes back, the part of the wall that is passed twice is skipped once;
/// where it jumps ahead, the times it jumps over come among those after the jump.
extension Pattern {
    /// The first moment strictly later than `instant`.
    @inline(__always)
    func nextMoment(after instant: Int64, _ clock: inout Clock) -> Moment {
        if marks.contains(.elapsed) { return nextElapsed(after: instant, &clock) }
        if walk == .never { return .noneLater }
        let bounded = min(max(instant, Pattern.leastInstant), Pattern.greatestInstant)
        if marks.contains(.fractions) { return nextWall(after: bounded, unit: 1_000_000, &clock) }
        var found = nextWall(after: Int64(floorDivide(Int(bounded), 1_000_000)), unit: 1, &clock)
        if found.instant == .max { return found }
        found.wall *= 1_000_000
        found.instant *= 1_000_000
        return found
    }

    /// The last moment at `instant` or earlier.
    @inline(__always)
    func previousMoment(atOrBefore instant: Int64, _ clock: inout Clock) -> Moment {
        if marks.contains(.elapsed) { return previousElapsed(atOrBefore: instant, &clock) }
        if walk == .never { return .noneEarlier }
        let bounded = min(max(instant, Pattern.leastInstant), Pattern.greatestInstant)
        if marks.contains(.fractions) { return previousWall(atOrBefore: bounded, unit: 1_000_000, &clock) }
        var found = previousWall(atOrBefore: Int64(floorDivide(Int(bounded), 1_000_000)), unit: 1, &clock)
        if found.instant == .min { return found }
        found.wall *= 1_000_000
        found.instant *= 1_000_000
        return found
    }

    /// Instants are looked at between the years -9999 and 10000 or so.
    static let leastInstant: Int64 = -400_000_000_000_000_000
    static let greatestInstant: Int64 = 300_000_000_000_000_000

    @inline(__always)
    private func next(_ wall: Int, _ unit: Int) -> Int {
        unit == 1 ? next(atOrAfter: wall) : Int(next(atOrAfter: Int64(wall)) as Int64)
    }

    @inline(__always)
    private func previous(_ wall: Int, _ unit: Int) -> Int {
        unit == 1 ? previous(atOrBefore: wall) : Int(previous(atOrBefore: Int64(wall)) as Int64)
    }

    // MARK: - Forwards

    /// Times are in units of which a second has `unit`.
    @inline(__always)
    private func nextWall(after time: Int64, unit: Int, _ clock: inout Clock) -> Moment {
        let time = Int(time)
        let second = unit == 1 ? time : floorDivide(time, unit)
        let span = clock.span(at: second)
        let offset = Int(span.offset)
        if span.before == span.offset || second - Int(span.start) >= abs(Int(span.before) - offset),
            span.after >= span.offset || second < Int(span.end) - (offset - Int(span.after))
        {
            // Far from any change: the span's own offset holds.
            let wall = next(time + offset * unit + 1, unit)
            let wallSecond = unit == 1 || wall == .max ? wall : floorDivide(wall, unit)
            if wallSecond < Int(span.localEnd) {
                return Moment(wall: Int64(wall), instant: Int64(wall - offset * unit))
            }
            return resolved(wall, after: time, unit: unit, clock, span)
        }
        return nextNearChange(after: time, second: second, unit: unit, clock, span)
    }

    @inline(never)
    private func nextNearChange(after time: Int, second: Int, unit: Int, _ clock: Clock, _ span: ZoneSpan) -> Moment {
        let (offset, before, after) = (Int(span.offset), Int(span.before), Int(span.after))
        var from = time + offset * unit + 1
        var shifted = Moment.noneLater
        if second - Int(span.start) < before - offset, clock.policies.fold == .first {
            from = max(from, (Int(span.start) + before) * unit)
        }
        if second - Int(span.start) < offset - before, clock.policies.gap == .shift {
            let least = max(time + before * unit + 1, (Int(span.start) + before) * unit)
            let wall = next(least, unit)
            if wall < (Int(span.start) + offset) * unit {
                shifted = Moment(wall: Int64(wall), instant: Int64(wall - before * unit))
            }
        }
        if after < offset, second >= Int(span.end) - (offset - after), clock.policies.fold == .second {
            from = min(from, (Int(span.end) + after) * unit)
        }
        let regular = resolved(next(from, unit), after: time, unit: unit, clock, span)
        return regular.instant <= shifted.instant ? regular : shifted
    }

    /// The moment of a local time that was found, or of a later one where it has none.
    @inline(never)
    private func resolved(_ wall: Int, after time: Int, unit: Int, _ clock: Clock, _ near: ZoneSpan) -> Moment {
        var wall = wall
        while wall < .max {
            let second = unit == 1 ? wall : floorDivide(wall, unit)
            let span = clock.zone.span(atSecond: Int64(second) - near.offset)
            let toMicro = 1_000_000 / unit
            let instant: Int
            if second >= Int(span.localStart), second < Int(span.localEnd) {
                instant = wall - Int(span.offset) * unit
            } else {
                switch clock.read(Int64(wall * toMicro)) {
                case .instant(let found):
                    instant = Int(found) / toMicro
                case .gap(let before, let after, let at):
                    let end = (at + after) * unit
                    let following = next(end, unit)
                    if clock.policies.gap == .skip {
                        wall = following
                        continue
                    }
                    instant = wall - before * unit
                    if following < .max, following - after * unit <= instant, following - after * unit > time {
                        return Moment(wall: Int64(following), instant: Int64(following - after * unit))
                    }
                }
            }
            if instant > time { return Moment(wall: Int64(wall), instant: Int64(instant)) }
            wall = next(wall + 1, unit)
        }
        return .noneLater
    }

    // MARK: - Backwards

    private func previousWall(atOrBefore time: Int64, unit: Int, _ clock: inout Clock) -> Moment {
        let time = Int(time)
        let second = unit == 1 ? time : floorDivide(time, unit)
        let span = clock.span(at: second)
        let (offset, before, after) = (Int(span.offset), Int(span.before), Int(span.after))
        let start = Int(span.start)
        var from = time + offset * unit
        if second - start < before - offset, clock.policies.fold == .first {
            // In the second pass: all of the repeated hour has been.
            from = (start + before) * unit - 1
        }
        if after < offset, second >= Int(span.end) - (offset - after), clock.policies.fold == .second {
            // In the first pass: none of the repeated hour has been.
            from = (Int(span.end) + after) * unit - 1
        }
        if clock.policies.gap == .shift, second - start < offset - before {
            // Among times that were jumped over.
            let regular = previous(from, unit)
            let shifted = previous(time + before * unit, unit)
            let first = (start + before) * unit
            let isRegular = regular >= (start + offset) * unit
            let isShifted = shifted >= first && shifted < (start + offset) * unit
            if isRegular, !isShifted || regular - offset * unit >= shifted - before * unit {
                return Moment(wall: Int64(regular), instant: Int64(regular - offset * unit))
            }
            if isShifted { return Moment(wall: Int64(shifted), instant: Int64(shifted - before * unit)) }
            from = first - 1
        }
        return resolvedBack(previous(from, unit), atOrBefore: time, unit: unit, clock, span)
    }

    private func resolvedBack(_ wall: Int, atOrBefore time: Int, unit: Int, _ clock: Clock, _ near: ZoneSpan) -> Moment
    {
        var wall = wall
        while wall > .min {
            let second = unit == 1 ? wall : floorDivide(wall, unit)
            let span = clock.zone.span(atSecond: Int64(second) - near.offset)
            let toMicro = 1_000_000 / unit
            let instant: Int
            switch clock.read(Int64(wall * toMicro)) {
            case .instant(let found):
                instant = Int(found) / toMicro
            case .gap(let before, _, let at):
                if clock.policies.gap == .skip {
                    wall = previous((at + before) * unit - 1, unit)
                    continue
                }
                instant = wall - before * unit
            }
            if instant <= time {
                let holding =
                    span.start <= Int64(floorDivide(instant, unit)) && Int64(floorDivide(instant, unit)) < span.end
                    ? span : clock.zone.span(atSecond: Int64(floorDivide(instant, unit)))
                let (start, offset, before) = (Int(holding.start), Int(holding.offset), Int(holding.before))
                // Just after a jump, a time that was jumped over can come later.
                if clock.policies.gap == .shift, offset > before, instant < (start + offset - before) * unit,
                    wall >= (start + offset) * unit
                {
                    let shifted = previous(min((start + offset) * unit - 1, time + before * unit), unit)
                    if shifted >= (start + before) * unit, shifted - before * unit > instant {
                        return Moment(wall: Int64(shifted), instant: Int64(shifted - before * unit))
                    }
                }
                return Moment(wall: Int64(wall), instant: Int64(instant))
            }
            wall = previous(wall - 1, unit)
        }
        return .noneEarlier
    }
}
