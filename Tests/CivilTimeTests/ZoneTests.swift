import CivilTime
import Testing

/// Zones from POSIX strings: gaps, folds and the years without end.
@Suite struct ZoneTests {
    static let berlin = "CET-1CEST,M3.5.0,M10.5.0/3"

    @Test func gapAndFold() throws {
        let zone = try Zone(identifier: "Europe/Berlin", posix: Self.berlin)
        let gap = try #require(CivilDateTime(parsing: "2026-03-29T02:30:00"))
        let fold = try #require(CivilDateTime(parsing: "2026-10-25T02:30:00"))
        #expect(
            zone.resolve(gap)
                == .gap(before: 3600, after: 7200, at: try #require(Timestamp(parsing: "2026-03-29T01:00:00Z"))))
        #expect(try zone.timestamp(of: gap).description == "2026-03-29T01:30:00Z")  // 03:30 CEST
        #expect(try zone.timestamp(of: gap, .later).description == "2026-03-29T01:30:00Z")
        #expect(try zone.timestamp(of: gap, .earlier).description == "2026-03-29T00:30:00Z")  // 01:30 CET
        #expect(throws: CivilTimeError.nonexistent(gap, zone: "Europe/Berlin")) { try zone.timestamp(of: gap, .reject) }
        #expect(try zone.timestamp(of: fold).description == "2026-10-25T00:30:00Z")  // 02:30 CEST, the first pass
        #expect(try zone.timestamp(of: fold, .earlier).description == "2026-10-25T00:30:00Z")
        #expect(try zone.timestamp(of: fold, .later).description == "2026-10-25T01:30:00Z")  // 02:30 CET
        #expect(throws: CivilTimeError.ambiguous(fold, zone: "Europe/Berlin")) { try zone.timestamp(of: fold, .reject) }
        #expect(zone.instant(of: gap).description == "2026-03-29T01:30:00Z")
        #expect(zone.instant(of: fold).description == "2026-10-25T00:30:00Z")
    }
}
