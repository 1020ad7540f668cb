/// Reads TZif, versions 1 to 4 (RFC 9636).
///
/// Memory is bounded: a file larger than `greatestSize` is refused unread, and every
/// count is checked against the bytes that are there before anything is made of it.
struct TZifReader {
    let bytes: [UInt8]
    var place = 0

    static let greatestSize = 1 << 18
    static let greatestTransitions = 10_000
    /// The tzdb needs about twenty; the table has room for these and the footer's.
    static let greatestTypes = 250

    /// The counts of one header.
    struct Header {
        let version: UInt8
        let place: Int
        let utcFlags: Int
        let standardFlags: Int
        let leapSeconds: Int
        let transitions: Int
        let types: Int
        let characters: Int

        /// The bytes of the block that follows.
        func blockSize(timeSize: Int) -> Int {
            transitions * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4) + standardFlags
                + utcFlags
        }
    }

    static func table(from bytes: [UInt8]) throws(TZifError) -> ZoneTable {
        guard bytes.count <= greatestSize else { throw TZifError(place: greatestSize, problem: .tooLarge) }
        var reader = TZifReader(bytes: bytes)
        var header = try reader.header()
        guard header.version > 0 else {
            let block = try reader.block(header, timeSize: 4)
            return ZoneTable(initial: block.initial, changes: block.changes, cycle: nil)
        }
        // The first block is for readers of version 1; its content is not looked at.
        try reader.need(header.blockSize(timeSize: 4))
        reader.place += header.blockSize(timeSize: 4)
        header = try reader.header()
        let block = try reader.block(header, timeSize: 8)
        guard let rule = try reader.footer() else {
            return ZoneTable(initial: block.initial, changes: block.changes, cycle: nil)
        }
        if block.isCut { return ZoneTable(initial: block.initial, changes: block.changes, cycle: nil) }
        return ZoneTable(initial: block.initial, changes: block.changes, followedBy: rule)
    }

    func need(_ count: Int) throws(TZifError) {
        guard bytes.count - place >= count else { throw TZifError(place: bytes.count, problem: .truncated) }
    }

    func error(_ problem: TZifError.Problem, at place: Int) -> TZifError {
        TZifError(place: place, problem: problem)
    }

    /// A big-endian number; the bytes are known to be there.
    func number(at place: Int, size: Int) -> Int64 {
        var value: Int64 = size > 0 && bytes[place] >= 0x80 ? -1 : 0
        for byte in bytes[place..<place + size] { value = value << 8 | Int64(byte) }
        return value
    }

    private mutating func header() throws(TZifError) -> Header {
        let start = place
        for (offset, letter) in "TZif".utf8.enumerated() {
            try need(offset + 1)
            guard bytes[place + offset] == letter else { throw error(.magic, at: place + offset) }
        }
        try need(44)
        let version = bytes[place + 4]
        // Versions after 4 promise to be readable as 4.
        guard version == 0 || version >= UInt8(ascii: "2") else { throw error(.version(version), at: place + 4) }
        var counts: [Int] = []
        for index in 0..<6 {
            counts.append(Int(UInt32(truncatingIfNeeded: number(at: place + 20 + index * 4, size: 4))))
        }
        place += 44
        return Header(
            version: version, place: start, utcFlags: counts[0], standardFlags: counts[1], leapSeconds: counts[2],
            transitions: counts[3], types: counts[4], characters: counts[5])
    }

    private mutating func footer() throws(TZifError) -> PosixRule? {
        try need(1)
        guard bytes[place] == 10 else { throw error(.footerEnclosure, at: place) }
        let start = place + 1
        guard let end = bytes[start...].firstIndex(of: 10) else { throw error(.footerEnclosure, at: bytes.count) }
        place = end + 1
        guard end > start else { return nil }
        do {
            return try PosixRule(parsing: String(decoding: bytes[start..<end], as: UTF8.self))
        } catch {
            throw TZifError(place: start + error.place, problem: .footer(error))
        }
    }
}
