import CivilTime
import Testing

/// A clock that is elsewhere for a while.
@Suite struct StayTests {
    static func traveller(_ home: String, _ stays: [(String, String, String)]) throws -> Zone {
        try MachineZones.zone(home).with(
            stays.map { from, to, zone in
                let (from, to) = (try #require(CivilDate(parsing: from)), try #require(CivilDate(parsing: to)))
                return Stay(from...to, in: try MachineZones.zone(zone))
            })
    }

    /// (instant, what the clock shows): from Berlin to Tokyo from 1 to 14 December 2026.
    static let there: [(String, String)] = [
        ("2026-11-30T22:59:59Z", "2026-11-30T23:59:59"),  // Berlin
        ("2026-11-30T23:00:00Z", "2026-12-01T08:00"),  // midnight in Berlin is eight in Tokyo
        ("2026-12-10T03:00:00Z", "2026-12-10T12:00"),
        ("2026-12-14T14:59:59Z", "2026-12-14T23:59:59"),
        ("2026-12-14T15:00:00Z", "2026-12-14T16:00"),  // midnight in Tokyo is four in the afternoon in Berlin
        ("2027-07-01T10:00:00Z", "2027-07-01T12:00"),
        ("2426-12-10T03:00:00Z", "2426-12-10T04:00"),  // not again with the calendar's 400 years
        ("1996-07-01T10:00:00Z", "1996-07-01T12:00"),
    ]

    @Test(arguments: there) func awayForAWhile(instant: String, local: String) throws {
        let zone = try Self.traveller("Europe/Berlin", [("2026-12-01", "2026-12-14", "Asia/Tokyo")])
        let instant = try #require(Timestamp(parsing: instant))
        #expect(zone.local(at: instant) == CivilDateTime(parsing: local))
    }

    @Test func leavingIsAGapAndComingBackAFold() throws {
        let zone = try Self.traveller("Europe/Berlin", [("2026-12-01", "2026-12-14", "Asia/Tokyo")])
        let skipped = try #require(CivilDateTime(parsing: "2026-12-01T07:30"))
        #expect(zone.instant(of: skipped).description == "2026-12-01T06:30:00Z")  // 15:30 in Tokyo
        let twice = try #require(CivilDateTime(parsing: "2026-12-14T20:00"))
        #expect(zone.instant(of: twice).description == "2026-12-14T11:00:00Z")  // in Tokyo, the first pass
    }

    @Test func severalStaysAndClockChangesInThem() throws {
        let zone = try Self.traveller(
            "Europe/Berlin",
            [("2027-03-10", "2027-03-20", "America/Chicago"), ("2027-03-21", "2027-04-10", "Australia/Lord_Howe")])
        let cases: [(String, String)] = [
            ("2027-03-12T12:00:00Z", "2027-03-12T06:00"), ("2027-03-16T12:00:00Z", "2027-03-16T07:00"),
            ("2027-03-25T00:00:00Z", "2027-03-25T11:00"), ("2027-04-08T00:00:00Z", "2027-04-08T10:30"),
            ("2027-04-20T12:00:00Z", "2027-04-20T14:00"),
        ]
        for (instant, local) in cases {
            #expect(zone.local(at: try #require(Timestamp(parsing: instant))) == CivilDateTime(parsing: local))
        }
    }

    /// Away, everything but the stay is as at home, in every zone; the stay is as there.
    @Test func everyHomeIsItselfBeforeAndAfter() throws {
        let tokyo = try MachineZones.zone("Asia/Tokyo")
        let days = try #require(CivilDate(parsing: "2031-02-03"))...(try #require(CivilDate(parsing: "2031-03-01")))
        var random = SeededGenerator(seed: 31)
        for home in MachineZones.distinct {
            let away = home.with([Stay(days, in: tokyo)])
            for _ in 0..<200 {
                let instant = Timestamp(seconds: Int64.random(in: -2_000_000_000...30_000_000_000, using: &random))
                // The middle of the stay; near its ends the zones' midnights lie apart.
                let distance = abs(instant.seconds - 1_929_009_600)
                if (1_000_000...1_400_000).contains(distance) { continue }
                let expected = distance < 1_200_000 ? tokyo : home
                #expect(away.offset(at: instant) == expected.offset(at: instant), "\(home) \(instant)")
            }
        }
    }

    @Test func withoutAStayItIsTheSameZone() throws {
        let home = try MachineZones.zone("Europe/Dublin")
        #expect(home.with([]) === home)
    }
}
