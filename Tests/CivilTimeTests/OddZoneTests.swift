import CivilTime
import Testing

/// The zones that break what one would assume, in tables that `date` can check:
/// `TZ=Australia/Lord_Howe date -d @1759591800`.
@Suite(.enabled(if: MachineZones.areThere, "this machine has no tzdb"))
struct OddZoneTests {
    /// Zone, local time, what it means: one instant, two, or a gap's end and its length.
    static let cases: [(zone: String, local: String, meaning: [String])] = [
        // Half an hour of daylight saving time.
        ("Australia/Lord_Howe", "2025-10-05T01:59:59", ["2025-10-04T15:29:59Z"]),
        ("Australia/Lord_Howe", "2025-10-05T02:15:00", ["gap", "2025-10-04T15:30:00Z", "1800"]),
        ("Australia/Lord_Howe", "2025-10-05T02:30:00", ["2025-10-04T15:30:00Z"]),
        ("Australia/Lord_Howe", "2026-04-05T01:45:00", ["2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"]),
        ("Australia/Lord_Howe", "2026-04-05T02:00:00", ["2026-04-04T15:30:00Z"]),
        ("Australia/Lord_Howe", "2150-10-04T02:15:00", ["gap", "2150-10-03T15:30:00Z", "1800"]),
        // Two hours of it.
        ("Antarctica/Troll", "2026-03-29T01:30:00", ["gap", "2026-03-29T01:00:00Z", "7200"]),
        ("Antarctica/Troll", "2026-03-29T02:59:59", ["gap", "2026-03-29T01:00:00Z", "7200"]),
        ("Antarctica/Troll", "2026-10-25T01:00:00", ["2026-10-24T23:00:00Z", "2026-10-25T01:00:00Z"]),
        ("Antarctica/Troll", "2026-10-25T02:59:59", ["2026-10-25T00:59:59Z", "2026-10-25T02:59:59Z"]),
        ("Antarctica/Troll", "2026-10-25T03:00:00", ["2026-10-25T03:00:00Z"]),
        // A day that never was: the date line moved.
        ("Pacific/Apia", "2011-12-29T23:59:59", ["2011-12-30T09:59:59Z"]),
        ("Pacific/Apia", "2011-12-30T00:00:00", ["gap", "2011-12-30T10:00:00Z", "86400"]),
        ("Pacific/Apia", "2011-12-30T23:59:59", ["gap", "2011-12-30T10:00:00Z", "86400"]),
        ("Pacific/Apia", "2011-12-31T00:00:00", ["2011-12-30T10:00:00Z"]),
        ("Pacific/Kwajalein", "1993-08-21T12:00:00", ["gap", "1993-08-21T12:00:00Z", "86400"]),
        ("Pacific/Kwajalein", "1993-08-20T23:59:59", ["1993-08-21T11:59:59Z"]),
        // A day that was twice.
        ("Asia/Manila", "1844-12-31T12:00:00", ["gap", "1844-12-31T15:56:08Z", "86400"]),
        ("America/Juneau", "1867-10-18T16:00:00", ["1867-10-18T00:57:41Z", "1867-10-19T00:57:41Z"]),
        // An offset that is no whole minute.
        ("Africa/Monrovia", "1972-01-06T23:59:59", ["1972-01-07T00:44:29Z"]),
        ("Africa/Monrovia", "1972-01-07T00:44:29", ["gap", "1972-01-07T00:44:30Z", "2670"]),
        ("Africa/Monrovia", "1972-01-07T00:44:30", ["1972-01-07T00:44:30Z"]),
        // Daylight saving time that is winter, and negative.
        ("Europe/Dublin", "2026-03-29T01:30:00", ["gap", "2026-03-29T01:00:00Z", "3600"]),
        ("Europe/Dublin", "2026-10-25T01:30:00", ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]),
        ("Europe/Dublin", "2150-10-25T01:30:00", ["2150-10-25T00:30:00Z", "2150-10-25T01:30:00Z"]),
        // Around Ramadan, and past the table's end.
        ("Africa/Casablanca", "2026-02-15T02:30:00", ["2026-02-15T01:30:00Z", "2026-02-15T02:30:00Z"]),
        ("Africa/Casablanca", "2026-03-22T02:30:00", ["gap", "2026-03-22T02:00:00Z", "3600"]),
        ("Africa/Casablanca", "2100-07-01T12:00:00", ["2100-07-01T11:00:00Z"]),
        // At midnight: the first hour of the day does not exist.
        ("America/Santiago", "2026-09-06T00:30:00", ["gap", "2026-09-06T04:00:00Z", "3600"]),
        ("America/Nuuk", "2026-03-28T23:30:00", ["gap", "2026-03-29T01:00:00Z", "3600"]),
        ("Asia/Beirut", "2026-03-29T00:00:00", ["gap", "2026-03-28T22:00:00Z", "3600"]),
        // The plain ones, also far out.
        ("Europe/Berlin", "2026-11-22T19:00:00", ["2026-11-22T18:00:00Z"]),
        ("Europe/Berlin", "2199-07-07T19:00:00", ["2199-07-07T17:00:00Z"]),
        ("Europe/Berlin", "9999-07-07T19:00:00", ["9999-07-07T17:00:00Z"]),
        ("America/Chicago", "2026-11-01T01:30:00", ["2026-11-01T06:30:00Z", "2026-11-01T07:30:00Z"]),
        ("Asia/Kathmandu", "2026-01-01T00:00:00", ["2025-12-31T18:15:00Z"]),
        ("Etc/GMT+12", "2026-01-01T00:00:00", ["2026-01-01T12:00:00Z"]),
    ]

    @Test(arguments: cases)
    func meaning(name: String, text: String, expected: [String]) throws {
        let zone = try MachineZones.zone(name)
        let local = try #require(CivilDateTime(parsing: text))
        let meaning: [String]
        switch zone.resolve(local) {
        case .unique(let instant): meaning = ["\(instant)"]
        case .fold(let first, let second): meaning = ["\(first)", "\(second)"]
        case .gap(let before, let after, let at): meaning = ["gap", "\(at)", "\(after - before)"]
        }
        #expect(meaning == expected)
    }

    @Test func theMissingDayIsReadOnTheNext() throws {
        let zone = try MachineZones.zone("Pacific/Apia")
        let missing = try #require(CivilDateTime(parsing: "2011-12-30T19:00"))
        let next = try #require(CivilDateTime(parsing: "2011-12-31T19:00"))
        #expect(zone.instant(of: missing) == zone.instant(of: next))
        #expect(zone.local(at: zone.instant(of: missing)) == next)
    }

    @Test func dublinsDaylightIsWinter() throws {
        let zone = try MachineZones.zone("Europe/Dublin")
        for year in [2026, 2150] {
            let winter = try #require(CivilDateTime(year: year, month: 1, day: 1))
            let summer = try #require(CivilDateTime(year: year, month: 7, day: 1))
            #expect(
                zone.offset(at: zone.instant(of: winter)) == Offset(seconds: 0, isDaylight: true, abbreviation: "GMT"))
            #expect(
                zone.offset(at: zone.instant(of: summer))
                    == Offset(seconds: 3600, isDaylight: false, abbreviation: "IST"))
        }
    }

    @Test func nextIsAlwaysLater() throws {
        for zone in MachineZones.distinct {
            var at = Timestamp(seconds: -9_000_000_000)
            var count = 0
            while let next = zone.nextTransition(after: at), count < 2_000 {
                guard next.at > at, next.before != next.after else {
                    Issue.record("\(zone) at \(at)")
                    break
                }
                at = next.at
                count += 1
            }
        }
    }
}
