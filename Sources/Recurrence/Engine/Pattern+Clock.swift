/// Which times of a day match: the parts BYHOUR, BYMINUTE and BYSECOND.
extension Pattern {
    /// The first matching time of the day at `time` or later, in seconds; -1 for none.
    @inline(__always)
    func nextTime(_ time: Int) -> Int {
        if marks.contains(.anyTime) { return time }
        if marks.contains(.listedTimes) { return nextListedTime(time) }
        var hour = time / 3600
        let minute = time / 60 % 60
        let hoursLeft = bits(UInt64(hours), from: hour)
        if hoursLeft == 0 { return -1 }
        if hoursLeft.trailingZeroBitCount == hour {
            let minutesLeft = bits(minutes, from: minute)
            if minutesLeft != 0 {
                let found = minutesLeft.trailingZeroBitCount
                if found > minute { return hour * 3600 + found * 60 + seconds.trailingZeroBitCount }
                let second = time % 60
                let secondsLeft = bits(seconds, from: second)
                if secondsLeft != 0 { return hour * 3600 + minute * 60 + secondsLeft.trailingZeroBitCount }
                let later = minutesLeft & (minutesLeft &- 1)
                if later != 0 {
                    return hour * 3600 + later.trailingZeroBitCount * 60 + seconds.trailingZeroBitCount
                }
            }
            let later = hoursLeft & (hoursLeft &- 1)
            if later == 0 { return -1 }
            hour = later.trailingZeroBitCount
        } else {
            hour = hoursLeft.trailingZeroBitCount
        }
        return hour * 3600 + minutes.trailingZeroBitCount * 60 + seconds.trailingZeroBitCount
    }

    /// The last matching time of the day at `time` or earlier, in seconds; -1 for none.
    @inline(__always)
    func previousTime(_ time: Int) -> Int {
        if marks.contains(.anyTime) { return time }
        if marks.contains(.listedTimes) { return previousListedTime(time) }
        let lastOfHour = highestBit(minutes) * 60 + highestBit(seconds)
        let hour = time / 3600
        let minute = time / 60 % 60
        var hoursLeft = UInt64(hours) & lowBits(hour + 1)
        if hoursLeft == 0 { return -1 }
        if highestBit(hoursLeft) == hour {
            var minutesLeft = minutes & lowBits(minute + 1)
            if minutesLeft != 0 {
                let found = highestBit(minutesLeft)
                if found < minute { return hour * 3600 + found * 60 + highestBit(seconds) }
                let secondsLeft = seconds & lowBits(time % 60 + 1)
                if secondsLeft != 0 { return hour * 3600 + minute * 60 + highestBit(secondsLeft) }
                minutesLeft &= ~(1 &<< UInt64(minute))
                if minutesLeft != 0 { return hour * 3600 + highestBit(minutesLeft) * 60 + highestBit(seconds) }
            }
            hoursLeft &= ~(1 &<< UInt64(hour))
            if hoursLeft == 0 { return -1 }
        }
        return highestBit(hoursLeft) * 3600 + lastOfHour
    }

    /// How many times of a day match.
    var timesOfDay: Int {
        if marks.contains(.anyTime) { return daySeconds }
        if marks.contains(.listedTimes), let rare {
            return rare.timesOfHour.isEmpty ? rare.times.count : rare.timesOfHour.count * hours.nonzeroBitCount
        }
        return hours.nonzeroBitCount * minutes.nonzeroBitCount * seconds.nonzeroBitCount
    }

    /// The time of day with so many matching times before it, which must exist.
    func timeOfDay(rank: Int) -> Int {
        if marks.contains(.anyTime) { return rank }
        if marks.contains(.listedTimes), let rare {
            guard !rare.timesOfHour.isEmpty else { return Int(rare.times[rare.times.startIndex + rank]) }
            let (hour, place) = rank.quotientAndRemainder(dividingBy: rare.timesOfHour.count)
            return bitPlace(UInt64(hours), rank: hour) * 3600
                + Int(rare.timesOfHour[rare.timesOfHour.startIndex + place])
        }
        let (rest, second) = rank.quotientAndRemainder(dividingBy: seconds.nonzeroBitCount)
        let (hour, minute) = rest.quotientAndRemainder(dividingBy: minutes.nonzeroBitCount)
        return bitPlace(UInt64(hours), rank: hour) * 3600 + bitPlace(minutes, rank: minute) * 60
            + bitPlace(seconds, rank: second)
    }

    // MARK: - Times kept in a list

    @inline(never)
    private func nextListedTime(_ time: Int) -> Int {
        guard let rare else { return -1 }
        guard !rare.timesOfHour.isEmpty else { return Pattern.next(in: rare.times, time) }
        let hour = time / 3600
        var left = bits(UInt64(hours), from: hour)
        if left == 0 { return -1 }
        if left.trailingZeroBitCount == hour {
            let found = Pattern.next(in: rare.timesOfHour, time - hour * 3600)
            if found >= 0 { return hour * 3600 + found }
            left &= left &- 1
            if left == 0 { return -1 }
        }
        return left.trailingZeroBitCount * 3600 + Int(rare.timesOfHour[rare.timesOfHour.startIndex])
    }

    @inline(never)
    private func previousListedTime(_ time: Int) -> Int {
        guard let rare else { return -1 }
        guard !rare.timesOfHour.isEmpty else { return Pattern.previous(in: rare.times, time) }
        let hour = time / 3600
        var left = UInt64(hours) & lowBits(hour + 1)
        if left == 0 { return -1 }
        if highestBit(left) == hour {
            let found = Pattern.previous(in: rare.timesOfHour, time - hour * 3600)
            if found >= 0 { return hour * 3600 + found }
            left &= ~(1 &<< UInt64(hour))
            if left == 0 { return -1 }
        }
        return highestBit(left) * 3600 + Int(rare.timesOfHour[rare.timesOfHour.endIndex - 1])
    }

    /// The place of the first number of an ascending list that is not smaller than `bound`.
    private static func rank(in list: ArraySlice<Int32>, below bound: Int) -> Int {
        var low = list.startIndex
        var high = list.endIndex
        while low < high {
            let middle = (low + high) / 2
            if Int(list[middle]) < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func next(in list: ArraySlice<Int32>, _ time: Int) -> Int {
        let place = rank(in: list, below: time)
        return place < list.endIndex ? Int(list[place]) : -1
    }

    private static func previous(in list: ArraySlice<Int32>, _ time: Int) -> Int {
        let place = rank(in: list, below: time + 1)
        return place > list.startIndex ? Int(list[place - 1]) : -1
    }
}
