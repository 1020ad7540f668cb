extension TZifReader {
    /// What a data block says, in POSIX time.
    struct Block {
        var initial: Offset
        var changes: [ZoneChange]
        /// Whether changes too late for a ``Timestamp`` were left out.
        var isCut: Bool
    }

    /// Reads the block after a header, whose times have `timeSize` bytes.
    mutating func block(_ header: Header, timeSize: Int) throws(TZifError) -> Block {
        try check(header)
        try need(header.blockSize(timeSize: timeSize))
        let times = place
        let kinds = times + header.transitions * timeSize
        let types = kinds + header.transitions
        let characters = types + header.types * 6
        let leaps = characters + header.characters
        let standardFlags = leaps + header.leapSeconds * (timeSize + 4)
        let utcFlags = standardFlags + header.standardFlags
        place = utcFlags + header.utcFlags

        let offsets = try offsets(header, types: types, characters: characters)
        let leapSeconds = try leapSeconds(header, at: leaps, timeSize: timeSize)
        try checkFlags(header, standard: standardFlags, utc: utcFlags)

        var block = Block(initial: offsets[0], changes: [], isCut: false)
        block.changes.reserveCapacity(header.transitions)
        var previous = Int64.min
        var leap = 0
        for index in 0..<header.transitions {
            let at = times + index * timeSize
            let recorded = number(at: at, size: timeSize)
            let kind = bytes[kinds + index]
            guard Int(kind) < offsets.count else { throw error(.typeIndex(kind), at: kinds + index) }
            guard index == 0 || recorded > previous else { throw error(.order, at: at) }
            previous = recorded
            let offset = offsets[Int(kind)]
            // Zic once wrote changes at the Big Bang; what comes before a Timestamp's
            // range is the beginning, what comes after it never happens.
            guard recorded > -ZoneTable.farthest else {
                block.initial = offset
                continue
            }
            guard recorded < ZoneTable.farthest else {
                block.isCut = true
                break
            }
            while leap < leapSeconds.count, leapSeconds[leap].second <= recorded { leap += 1 }
            let second = recorded - (leap > 0 ? leapSeconds[leap - 1].correction : 0)
            guard block.changes.last.map({ $0.second < second }) ?? true else { throw error(.order, at: at) }
            block.changes.append(ZoneChange(second: second, offset: offset))
        }
        return block
    }

    private func check(_ header: Header) throws(TZifError) {
        let place = header.place
        guard header.utcFlags == 0 || header.utcFlags == header.types else {
            throw error(.count("isutcnt"), at: place + 20)
        }
        guard header.standardFlags == 0 || header.standardFlags == header.types else {
            throw error(.count("isstdcnt"), at: place + 24)
        }
        guard header.transitions <= TZifReader.greatestTransitions else { throw error(.tooLarge, at: place + 32) }
        guard header.types > 0 else { throw error(.count("typecnt"), at: place + 36) }
        guard header.types <= TZifReader.greatestTypes else { throw error(.tooLarge, at: place + 36) }
        guard header.characters > 0 else { throw error(.count("charcnt"), at: place + 40) }
    }

    private func offsets(_ header: Header, types: Int, characters: Int) throws(TZifError) -> [Offset] {
        let names = bytes[characters..<characters + header.characters]
        var offsets: [Offset] = []
        for index in 0..<header.types {
            let at = types + index * 6
            let seconds = Int32(truncatingIfNeeded: number(at: at, size: 4))
            guard Offset.bounds.contains(seconds) else { throw error(.offset(seconds), at: at) }
            guard bytes[at + 4] <= 1 else { throw error(.flag(bytes[at + 4]), at: at + 4) }
            let start = characters + Int(bytes[at + 5])
            guard start < names.endIndex, let end = names[start...].firstIndex(of: 0) else {
                throw error(.designation, at: at + 5)
            }
            offsets.append(
                Offset(
                    seconds: seconds, isDaylight: bytes[at + 4] == 1,
                    abbreviation: String(decoding: names[start..<end], as: UTF8.self)))
        }
        return offsets
    }

    /// The leap seconds, each with the correction from it on. The times of a file that
    /// has them count leap seconds; ours do not, so they are taken out again.
    private func leapSeconds(
        _ header: Header, at start: Int, timeSize: Int
    ) throws(TZifError) -> [(second: Int64, correction: Int64)] {
        var records: [(second: Int64, correction: Int64)] = []
        for index in 0..<header.leapSeconds {
            let at = start + index * (timeSize + 4)
            let second = number(at: at, size: timeSize)
            let correction = number(at: at + timeSize, size: 4)
            if let previous = records.last {
                // Version 4 ends the table with a record that repeats its correction.
                let isLast = index == header.leapSeconds - 1
                let step = correction - previous.correction
                guard second > previous.second, abs(step) == 1 || step == 0 && isLast && header.version >= 52 else {
                    throw error(.leapSecond, at: at)
                }
            } else {
                // Version 4 may begin with a later one than the first.
                guard second >= 0, abs(correction) == 1 || header.version >= 52 else {
                    throw error(.leapSecond, at: at)
                }
            }
            records.append((second, correction))
        }
        return records
    }

    /// Checks the standard/wall and UT/local indicators, which say how rules were
    /// written and matter to nobody who has a footer.
    private func checkFlags(_ header: Header, standard: Int, utc: Int) throws(TZifError) {
        for place in standard..<utc + header.utcFlags where bytes[place] > 1 {
            throw error(.flag(bytes[place]), at: place)
        }
        // What is in UT cannot be in wall time.
        for index in 0..<header.utcFlags
        where bytes[utc + index] == 1 && (header.standardFlags == 0 || bytes[standard + index] == 0) {
            throw error(.flag(1), at: utc + index)
        }
    }
}
