/// A time zone: what turns an instant into a local time and back, and says when a
/// local time has no instant or two.
///
/// A zone is made from the bytes of a TZif file (RFC 9636) or from a POSIX `TZ`
/// string. It is immutable and shared: any number of rules hold one object. The
/// years past the file's table follow its footer without end, because the Gregorian
/// calendar repeats every 400 years and one such cycle is laid out when the zone is
/// made.
public final class Zone: Sendable {
    /// The name the zone was made with, such as `Europe/Berlin`.
    public let identifier: String
    @usableFromInline let table: ZoneTable

    init(identifier: String, table: ZoneTable) {
        self.identifier = identifier
        self.table = table
    }

    /// Reads a zone from the bytes of a TZif file, versions 1 to 4.
    ///
    /// - Parameters:
    ///   - identifier: The name the zone shall have; it is not looked up.
    ///   - bytes: The whole file.
    /// - Throws: ``TZifError``, with the place in the file.
    public convenience init(identifier: String, tzif bytes: [UInt8]) throws(TZifError) {
        self.init(identifier: identifier, table: try TZifReader.table(from: bytes))
    }

    /// Reads a zone from a POSIX `TZ` string such as `CET-1CEST,M3.5.0,M10.5.0/3`,
    /// with RFC 9636's hours from −167 to 167. Its rules hold in every year.
    ///
    /// - Throws: ``PosixRuleError``, with the place in the text.
    public convenience init(identifier: String, posix: String) throws(PosixRuleError) {
        self.init(identifier: identifier, table: ZoneTable(rule: try PosixRule(parsing: posix)))
    }

    /// UTC.
    public static let utc = Zone(
        identifier: "UTC", table: ZoneTable(fixed: Offset(seconds: 0, abbreviation: "UTC")))

    /// A zone with one offset for ever.
    ///
    /// - Parameters:
    ///   - seconds: Seconds east of UTC, held within ``Offset/bounds``.
    ///   - identifier: The zone's name and abbreviation; without one, `+02:00` or `UTC`.
    public static func fixed(_ seconds: Int32, identifier: String? = nil) -> Zone {
        let held = min(max(seconds, Offset.bounds.lowerBound), Offset.bounds.upperBound)
        guard held != 0 || identifier != nil else { return utc }
        let name = identifier ?? Offset(seconds: held, abbreviation: "").description
        return Zone(identifier: name, table: ZoneTable(fixed: Offset(seconds: held, abbreviation: name)))
    }

    /// Whether it is UTC, under whatever name: `Etc/UTC` and `Zulu`, but not `Europe/London`.
    public var isUTC: Bool {
        let last = Timestamp(microseconds: .max)
        let offset = offset(at: last)
        return offset.seconds == 0 && offset.abbreviation == "UTC" && previousTransition(before: last) == nil
    }

    /// The bytes the zone's tables hold.
    public var storageBytes: Int { table.storageBytes }
}

extension Zone: Hashable, CustomStringConvertible {
    /// Equal means the same identifier and the same data, so a zone read again after
    /// a tzdata update differs from the one before where its rules changed.
    public static func == (left: Zone, right: Zone) -> Bool {
        left === right || left.identifier == right.identifier && left.table == right.table
    }

    /// Hashes the identifier.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(identifier)
    }

    /// The identifier.
    public var description: String { identifier }
}

// MARK: - From an instant

extension Zone {
    /// The offset, its name and its daylight flag at an instant.
    public func offset(at instant: Timestamp) -> Offset {
        table.offsets[Int(table.kinds[table.index(at: table.folded(instant.seconds))])]
    }

    /// Seconds east of UTC at an instant: the fast path of ``offset(at:)``.
    @inlinable
    public func offsetSeconds(at instant: Timestamp) -> Int32 {
        Int32(truncatingIfNeeded: table.offset(at: instant.seconds))
    }

    /// The local time at an instant.
    @inlinable
    public func local(at instant: Timestamp) -> CivilDateTime {
        let offset = table.offset(at: instant.seconds)
        return CivilDateTime(microseconds: clampedSum(instant.microseconds, offset * 1_000_000))
    }

    /// The first change strictly after an instant, or nil where there is none.
    public func nextTransition(after instant: Timestamp) -> Transition? {
        let (seconds, shift) = table.foldedWithShift(instant.seconds)
        return table.transition(at: table.index(at: seconds) + 1, shift: shift)
    }

    /// The last change strictly before an instant, or nil where there is none.
    public func previousTransition(before instant: Timestamp) -> Transition? {
        // A change at t lies before every microsecond after t, and not before t itself.
        let second = clampedSum(instant.microseconds, -1)
        let (seconds, shift) = table.foldedWithShift(Timestamp(microseconds: second).seconds)
        let index = table.index(at: seconds)
        if let cycle = table.cycle, table.start(of: index) < cycle.start, shift != 0 || cycle.isEndless {
            // The change lies in the cycle before.
            let earlier = table.index(at: seconds + ZoneTable.cycleSeconds)
            return table.transition(at: earlier, shift: shift - ZoneTable.cycleSeconds)
        }
        return table.transition(at: index, shift: shift)
    }
}

// MARK: - From a local time

extension Zone {
    /// Which instants a local time has: one, none or two.
    public func resolve(_ local: CivilDateTime) -> LocalResolution {
        switch table.resolve(table.foldedWithShift(local.seconds)) {
        case .unique(let offset):
            return .unique(instant(of: local, offset: offset))
        case .gap(let before, let after, let at):
            return .gap(
                before: Int32(truncatingIfNeeded: before), after: Int32(truncatingIfNeeded: after),
                at: Timestamp(seconds: at))
        case .fold(let first, let second):
            return .fold(first: instant(of: local, offset: first), second: instant(of: local, offset: second))
        }
    }

    /// Returns the instant at which `local` occurs in this zone.
    ///
    /// Transitions fall on whole seconds; leap seconds do not exist here (POSIX time).
    ///
    /// - Parameters:
    ///   - local: The time on the wall.
    ///   - disambiguation: What to do in a gap or a fold. The default is what
    ///     RFC 5545 §3.3.5 prescribes: the first pass of a fold, and a gap read with the
    ///     offset before it, so 02:30 becomes 03:30.
    /// - Throws: ``CivilTimeError``, only with ``Disambiguation/reject``.
    public func timestamp(
        of local: CivilDateTime, _ disambiguation: Disambiguation = .compatible
    ) throws(CivilTimeError) -> Timestamp {
        switch resolve(local) {
        case .unique(let instant):
            return instant
        case .gap(let before, let after, _):
            switch disambiguation {
            case .compatible, .later: return instant(of: local, offset: Int64(before))
            case .earlier: return instant(of: local, offset: Int64(after))
            case .reject: throw .nonexistent(local, zone: identifier)
            }
        case .fold(let first, let second):
            switch disambiguation {
            case .compatible, .earlier: return first
            case .later: return second
            case .reject: throw .ambiguous(local, zone: identifier)
            }
        }
    }

    /// The instant of a local time, by ``Disambiguation/compatible``: the fast path of
    /// ``timestamp(of:_:)``, which never throws.
    @inlinable
    public func instant(of local: CivilDateTime) -> Timestamp {
        instant(of: local, offset: table.offset(ofLocal: local.seconds))
    }

    @inlinable
    func instant(of local: CivilDateTime, offset: Int64) -> Timestamp {
        Timestamp(microseconds: clampedSum(local.microseconds, -offset * 1_000_000))
    }
}

// MARK: - In whole seconds, for those who count in them

extension Zone {
    /// Seconds east of UTC at an instant given in seconds since the epoch.
    ///
    /// - Parameter second: Any; beyond what a ``Timestamp`` can say, ±9.2 × 10¹² seconds,
    ///   the answer means nothing.
    @inlinable
    public func offsetSeconds(atSecond second: Int64) -> Int64 {
        table.offset(at: second)
    }

    /// The instant, in seconds since the epoch, of a local time given in seconds since
    /// 1970-01-01T00:00 on the wall, by ``Disambiguation/compatible``.
    ///
    /// - Parameter second: Any; beyond what a ``CivilDateTime`` can say, ±9.2 × 10¹²
    ///   seconds, the answer means nothing.
    @inlinable
    public func second(ofLocalSecond second: Int64) -> Int64 {
        second &- table.offset(ofLocal: second)
    }
}
