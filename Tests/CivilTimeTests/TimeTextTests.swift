import CivilTime
import Testing

/// Times of day, wall times and instants, and the texts they are read from.
@Suite struct TimeTextTests {
    @Test(arguments: [
        ("00:00", "00:00"), ("19:00", "19:00"), ("9:05", "09:05"), ("19:00:00", "19:00"), ("19:00:30", "19:00:30"),
        ("23:59:59.999999", "23:59:59.999999"), ("07:00:00.5", "07:00:00.5"), ("07:00:00.1234567", "07:00:00.123456"),
    ])
    func timesOfDay(text: String, expected: String) throws {
        let time = try #require(TimeOfDay(parsing: text))
        #expect(time.description == expected)
        #expect(TimeOfDay(parsing: expected) == time)
    }

    @Test(arguments: [
        "", "24:00", "12:60", "12:00:60", "12", "12:0", "12:00:", "12:00:00.", "7pm", " 12:00", "-1:00", "123:00",
    ])
    func refusesTimes(text: String) {
        #expect(TimeOfDay(parsing: text) == nil)
    }

    @Test func partsOfATime() throws {
        let time = try #require(TimeOfDay(hour: 23, minute: 58, second: 57, microsecond: 123_456))
        #expect((time.hour, time.minute, time.second, time.microsecond) == (23, 58, 57, 123_456))
        #expect(time.secondOfDay == 86_337)
        #expect(TimeOfDay(microseconds: time.microseconds) == time)
        #expect(TimeOfDay(microseconds: 86_400_000_000) == nil)
        #expect(TimeOfDay(microseconds: -1) == nil)
    }

    /// `date -u -d TEXT +%s`
    static let instants: [(String, Int64, String)] = [
        ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
        ("2026-11-22T18:00:00Z", 1_795_370_400, "2026-11-22T18:00:00Z"),
        ("2026-11-22T19:00:00+01:00", 1_795_370_400, "2026-11-22T18:00:00Z"),
        ("2026-11-22T12:00:00-06:00", 1_795_370_400, "2026-11-22T18:00:00Z"),
        ("1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z"),
        ("2038-01-19T03:14:08z", 2_147_483_648, "2038-01-19T03:14:08Z"),
        ("0001-01-01t00:00:00Z", -62_135_596_800, "0001-01-01T00:00:00Z"),
        ("9999-12-31 23:59:59Z", 253_402_300_799, "9999-12-31T23:59:59Z"),
        ("1972-01-07T00:00:00-00:44:30", 63_593_070, "1972-01-07T00:44:30Z"),
    ]

    @Test(arguments: instants)
    func timestamps(text: String, seconds: Int64, expected: String) throws {
        let instant = try #require(Timestamp(parsing: text))
        #expect(instant == Timestamp(seconds: seconds))
        #expect(instant.seconds == seconds)
        #expect(instant.description == expected)
    }

    @Test func fractions() throws {
        let instant = try #require(Timestamp(parsing: "1969-12-31T23:59:59.25Z"))
        #expect(instant.microseconds == -750_000)
        #expect(instant.seconds == -1)
        #expect(instant.description == "1969-12-31T23:59:59.25Z")
        #expect(instant.adding(microseconds: 750_000).description == "1970-01-01T00:00:00Z")
    }

    @Test(arguments: [
        "2026-11-22T18:00:00", "2026-11-22", "2026-11-22T24:00:00Z", "2026-11-22T18:00:60Z", "2026-11-22T18:00:00+1:00",
        "2026-11-22T18:00:00+26:00", "2026-11-22T18:00:00+01:60", "2026-11-22T18:00:00 Z", "2026-11-22T18:00:00ZZ", "",
    ])
    func refusesTimestamps(text: String) {
        #expect(Timestamp(parsing: text) == nil)
    }

    @Test func wallTimes() throws {
        let local = try #require(CivilDateTime(parsing: "2026-11-22T19:00"))
        #expect(local.description == "2026-11-22T19:00:00")
        #expect(local.date.description == "2026-11-22")
        #expect(local.time.description == "19:00")
        #expect(CivilDateTime(local.date, local.time) == local)
        #expect(CivilDateTime(year: 2026, month: 11, day: 22, hour: 19) == local)
        #expect(CivilDateTime(parsing: "2026-11-22 19:00:00.5")?.description == "2026-11-22T19:00:00.5")
        #expect(CivilDateTime(parsing: "2026-11-22T19:00Z") == nil)
        #expect(local.adding(days: -1).description == "2026-11-21T19:00:00")
        let early = CivilDateTime(microseconds: -1)
        #expect(early.description == "1969-12-31T23:59:59.999999")
    }

    @Test func theEndsHold() {
        for value in [Int64.min, .max] {
            let instant = Timestamp(microseconds: value)
            #expect(instant.adding(seconds: value) == instant)
            #expect(Timestamp(seconds: value) == Timestamp(microseconds: value))
            let local = CivilDateTime(microseconds: value)
            #expect(local.time.microseconds >= 0)
            #expect(!local.description.isEmpty)
            #expect(CivilDateTime(CivilDate(dayNumber: value < 0 ? .min : .max)).microseconds == value)
        }
        #expect(Timestamp(microseconds: .max).microseconds(since: Timestamp(microseconds: .min)) == .max)
    }
}
