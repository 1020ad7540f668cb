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

    @Test func changesOneAfterTheOther() throws {
        let zone = try Zone(identifier: "Europe/Berlin", posix: Self.berlin)
        let spring = try #require(Timestamp(parsing: "2026-03-29T01:00:00Z"))
        let autumn = try #require(Timestamp(parsing: "2026-10-25T01:00:00Z"))
        let winter = Offset(seconds: 3600, isDaylight: false, abbreviation: "CET")
        let summer = Offset(seconds: 7200, isDaylight: true, abbreviation: "CEST")
        #expect(zone.nextTransition(after: spring) == Transition(at: autumn, before: summer, after: winter))
        #expect(zone.previousTransition(before: autumn) == Transition(at: spring, before: winter, after: summer))
        // Strictly after and strictly before, to the microsecond.
        #expect(zone.nextTransition(after: spring.adding(microseconds: -1))?.at == spring)
        #expect(zone.previousTransition(before: autumn.adding(microseconds: 1))?.at == autumn)
        #expect(zone.offset(at: spring.adding(microseconds: -1)) == winter)
        #expect(zone.offset(at: spring) == summer)
    }

    @Test func fixedZones() throws {
        let instant = try #require(Timestamp(parsing: "2026-11-22T18:00:00.5Z"))
        #expect(Zone.utc.local(at: instant).description == "2026-11-22T18:00:00.5")
        #expect(Zone.utc.offset(at: instant) == Offset(seconds: 0, abbreviation: "UTC"))
        let east = Zone.fixed(20_700)
        #expect(east.identifier == "+05:45")
        #expect(east.local(at: instant).description == "2026-11-22T23:45:00.5")
        #expect(east.instant(of: east.local(at: instant)) == instant)
        #expect(east.nextTransition(after: instant) == nil)
        #expect(east.previousTransition(before: instant) == nil)
        #expect(Zone.fixed(-3_690).identifier == "-01:01:30")
        #expect(Zone.fixed(0) == .utc)
        #expect(Zone.fixed(.max).offsetSeconds(at: instant) == 93_599)
    }

    @Test func whatIsEqual() throws {
        let zone = try Zone(identifier: "Europe/Berlin", posix: Self.berlin)
        let again = try Zone(identifier: "Europe/Berlin", posix: Self.berlin)
        #expect(zone == again)
        #expect(zone.hashValue == again.hashValue)
        #expect(try zone != Zone(identifier: "Europe/Paris", posix: Self.berlin))
        #expect(try zone != Zone(identifier: "Europe/Berlin", posix: "CET-1"))
    }

    /// Forwards, backwards and at random, a cursor says what its zone says.
    @Test func aCursorSaysWhatTheZoneSays() throws {
        var random = SeededGenerator(seed: 42)
        for rule in [Self.berlin, "EST5EDT,M3.2.0,M11.1.0", "UTC0", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"] {
            let zone = try Zone(identifier: rule, posix: rule)
            var cursor = ZoneCursor(zone)
            for step in [Int64(900), 86_400, -3_600, 0] {
                var second: Int64 = 1_700_000_000
                for _ in 0..<4_000 {
                    second = step == 0 ? .random(in: -10_000_000_000...90_000_000_000, using: &random) : second + step
                    let local = CivilDateTime(seconds: second)
                    let instant = Timestamp(seconds: second)
                    guard cursor.instant(of: local) == zone.instant(of: local),
                        cursor.local(at: instant) == zone.local(at: instant)
                    else {
                        Issue.record("\(rule) at \(second)")
                        return
                    }
                }
            }
        }
    }
}
