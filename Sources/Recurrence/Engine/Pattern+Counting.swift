import CivilTime

/// Counting occurrences without going through them: by days, by periods and by
/// phases, so that the end of any COUNT is found in bounded time.
extension Pattern {
    /// How many occurrences lie on the wall in a range of seconds; no more than
    /// `enough` are told apart.
    ///
    /// - Parameters:
    ///   - shift: As for ``nextStep(_:shift:limit:)``.
    ///   - counts: What is known, for further questions about the same pattern.
    func countWalls(_ range: Range<Int>, shift: Int, enough: Int, _ counts: inout Counts) -> Int {
        let first = marks.contains(.elapsed) ? range.lowerBound : max(range.lowerBound, earliest)
        let end = min(range.upperBound, (Pattern.lastDay + 1) * daySeconds)
        guard first < end, walk != .never else { return 0 }
        switch walk {
        case .positions: return countPositions(first..<end, enough: enough)
        case .steps: return countSteps(first..<end, shift: shift, enough: enough, &counts)
        default: return countDays(first..<end, enough: enough)
        }
    }

    // MARK: - Days times times

    private func countDays(_ range: Range<Int>, enough: Int) -> Int {
        let (firstDay, lastDay) = (dayOf(range.lowerBound), dayOf(range.upperBound - 1))
        let perDay = timesOfDay
        if walk == .daily, parts.isEmpty {
            let start = nextDay(firstDay)
            guard start <= lastDay else { return 0 }
            let days = (lastDay - start) / Int(interval) + 1
            return days * perDay - outside(range, firstDay, lastDay)
        }
        var count = 0
        var day = nextDay(firstDay)
        while day <= lastDay, count <= enough + perDay {
            count += perDay
            day = nextDay(day + 1)
        }
        return day <= lastDay ? enough : count - outside(range, firstDay, lastDay)
    }

    /// Occurrences of the range's first and last day that are not in the range.
    private func outside(_ range: Range<Int>, _ firstDay: Int, _ lastDay: Int) -> Int {
        var outside = 0
        if nextDay(firstDay) == firstDay { outside += timesBefore(range.lowerBound - firstDay * daySeconds) }
        if nextDay(lastDay) == lastDay { outside += timesOfDay - timesBefore(range.upperBound - lastDay * daySeconds) }
        return outside
    }

    /// How many matching times of a day are earlier than `time`, 0…86,400 seconds.
    func timesBefore(_ time: Int) -> Int {
        if time >= daySeconds { return timesOfDay }
        if marks.contains(.anyTime) { return time }
        if marks.contains(.listedTimes), let rare {
            guard !rare.timesOfHour.isEmpty else { return rare.times.count { Int($0) < time } }
            let hour = time / 3600
            let whole = (UInt64(hours) & lowBits(hour)).nonzeroBitCount * rare.timesOfHour.count
            guard hours >> UInt32(hour) & 1 == 1 else { return whole }
            return whole + rare.timesOfHour.count { Int($0) < time - hour * 3600 }
        }
        let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60)
        let perMinute = seconds.nonzeroBitCount
        let perHour = minutes.nonzeroBitCount * perMinute
        var count = (UInt64(hours) & lowBits(hour)).nonzeroBitCount * perHour
        guard hours >> UInt32(hour) & 1 == 1 else { return count }
        count += (minutes & lowBits(minute)).nonzeroBitCount * perMinute
        guard minutes >> UInt64(minute) & 1 == 1 else { return count }
        return count + (seconds & lowBits(second)).nonzeroBitCount
    }

    // MARK: - Positions

    private func countPositions(_ range: Range<Int>, enough: Int) -> Int {
        var count = 0
        var from = range.lowerBound
        while from < range.upperBound, count < enough {
            let found = nextPosition(from)
            guard found < range.upperBound else { break }
            // The rest of the found one's period at once.
            let walls = positionsOfPeriod(holding: found)
            count += walls.count { $0 >= from && $0 < range.upperBound }
            from = max(found, walls.max() ?? found) + 1
        }
        return count
    }

    // MARK: - Steps

    private func countSteps(_ range: Range<Int>, shift: Int, enough: Int, _ counts: inout Counts) -> Int {
        let base = stepBase + shift
        let start = max(range.lowerBound, base)
        guard start < range.upperBound else { return 0 }
        if parts.isEmpty, marks.contains(.anyTime), stepWindow == 1 {
            let first = base + (start - base + stepLength - 1) / stepLength * stepLength
            return first >= range.upperBound ? 0 : (range.upperBound - 1 - first) / stepLength + 1
        }
        let firstDay = dayOf(start + daySeconds - 1)
        let endDay = dayOf(range.upperBound)
        guard stepLength <= daySeconds, endDay - firstDay > 1 else {
            return countDayByDay(start..<range.upperBound, base: base, shift: shift, enough: enough, &counts)
        }
        // Whole days, and what is left on either side.
        let before = countDayByDay(
            start..<firstDay * daySeconds, base: base, shift: shift, enough: enough, &counts)
        let after = countDayByDay(
            endDay * daySeconds..<range.upperBound, base: base, shift: shift, enough: enough, &counts)
        let whole = countWholeDays(
            firstDay..<endDay, base: base, enough: enough - before - after, &counts)
        return before + whole + after
    }

    private func countDayByDay(
        _ range: Range<Int>, base: Int, shift: Int, enough: Int, _ counts: inout Counts
    ) -> Int {
        var count = 0
        var from = range.lowerBound
        while from < range.upperBound, count < enough {
            let found = nextStep(from, shift: shift, limit: range.upperBound)
            guard found < range.upperBound else { break }
            let midnight = dayOf(found) * daySeconds
            let end = min(midnight + daySeconds, range.upperBound)
            // From the day's start, or from where the range begins.
            let first = max(midnight, from)
            let place = Counts.Place(
                phase: floorModulo(midnight - base, stepLength), from: first - midnight, to: end - midnight,
                days: 1)
            if let known = counts.steps[place] {
                count += known
            } else {
                let here = countDay(found..<end, base: base)
                counts.steps[place] = here
                count += here
            }
            from = end
        }
        return count
    }

    /// Days that begin at the same place within a step have the same count.
    private func countWholeDays(
        _ days: Range<Int>, base: Int, enough: Int, _ counts: inout Counts
    ) -> Int {
        let length = stepLength
        if counts.wholeDays.isEmpty { counts.wholeDays = [Int32](repeating: -1, count: length) }
        func count(on day: Int) -> Int {
            let phase = floorModulo(day * daySeconds - base, length)
            if counts.wholeDays[phase] < 0 {
                let range = day * daySeconds..<(day + 1) * daySeconds
                counts.wholeDays[phase] = Int32(countDay(range, base: base))
            }
            return Int(counts.wholeDays[phase])
        }
        if parts.isEmpty {
            let cycle = length / greatestCommonDivisor(length, daySeconds)
            let (turns, rest) = days.count.quotientAndRemainder(dividingBy: cycle)
            let sum = turns == 0 ? 0 : (0..<cycle).reduce(0) { $0 + count(on: days.lowerBound + $1) }
            return (0..<rest).reduce(turns * sum) { $0 + count(on: days.lowerBound + $1) }
        }
        var sum = 0
        let first = CivilDate(dayNumber: Int32(truncatingIfNeeded: days.lowerBound)).year
        let last = CivilDate(dayNumber: Int32(truncatingIfNeeded: days.upperBound)).year
        for year in first...max(first, min(last, Int(lastYear))) where sum < enough {
            if parts.contains(.years),
                !mayMatch(year: year, newYear: CivilDate.dayNumber(year: year, month: 1, day: 1))
            {
                continue
            }
            forEachMonth(of: year) { start, mask in
                var left = mask
                while left != 0 {
                    let day = start + left.trailingZeroBitCount
                    if days.contains(day) { sum += count(on: day) }
                    left &= left &- 1
                }
            }
        }
        return sum
    }

    /// How many occurrences lie in a part of one day, which matches.
    private func countDay(_ range: Range<Int>, base: Int) -> Int {
        let day = dayOf(range.lowerBound)
        var count = 0
        var found = timeMet(onDay: day, from: range.lowerBound, base: base)
        while found < range.upperBound {
            count += 1
            found = timeMet(onDay: day, from: found + 1, base: base)
        }
        return count
    }
}
