import CivilTime
import Recurrence
import Testing
import ZoneFiles

/// The examples of RFC 5545 §3.8.5.3, all of which begin on 2 September 1997 at 09:00
/// in New York unless the rule says otherwise.
struct RFC5545Tests {
    /// (rule, start, first occurrences as local times)
    static let cases: [(String, String, [String])] = [
        ("FREQ=DAILY;COUNT=10", "1997-09-02T09:00", ["1997-09-02", "1997-09-03", "1997-09-04"]),
        ("FREQ=DAILY;INTERVAL=2", "1997-09-02T09:00", ["1997-09-02", "1997-09-04", "1997-09-06"]),
        ("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02T09:00", ["1997-09-02", "1997-09-12", "1997-09-22"]),
        ("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1998-01-01T09:00", ["1998-01-01", "1998-01-02"]),
        ("FREQ=WEEKLY;COUNT=10", "1997-09-02T09:00", ["1997-09-02", "1997-09-09", "1997-09-16"]),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997-09-02T09:00", ["1997-09-02", "1997-09-16", "1997-09-30"]),
        ("FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "1997-09-02T09:00", ["1997-09-02", "1997-09-04", "1997-09-09"]),
        (
            "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01T09:00",
            ["1997-09-01", "1997-09-03", "1997-09-05", "1997-09-15"]
        ),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05T09:00", ["1997-08-05", "1997-08-10", "1997-08-19"]),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05T09:00", ["1997-08-05", "1997-08-17", "1997-08-19"]),
        ("FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05T09:00", ["1997-09-05", "1997-10-03", "1997-11-07"]),
        ("FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07T09:00", ["1997-09-07", "1997-09-28", "1997-11-02"]),
        ("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22T09:00", ["1997-09-22", "1997-10-20", "1997-11-17"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28T09:00", ["1997-09-28", "1997-10-29", "1997-11-28"]),
        ("FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997-09-02T09:00", ["1997-09-02", "1997-09-15", "1997-10-02"]),
        ("FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997-09-30T09:00", ["1997-09-30", "1997-10-01", "1997-10-31"]),
        ("FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997-09-10T09:00", ["1997-09-10", "1997-09-11"]),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "1997-09-02T09:00", ["1997-09-02", "1997-09-09", "1997-09-16", "1997-09-23"]),
        ("FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997-06-10T09:00", ["1997-06-10", "1997-07-10", "1998-06-10"]),
        ("FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "1997-03-10T09:00", ["1997-03-10", "1999-01-10", "1999-02-10"]),
        ("FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "1997-01-01T09:00", ["1997-01-01", "1997-04-10", "1997-07-19", "2000-01-01"]),
        ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19T09:00", ["1997-05-19", "1998-05-18", "1999-05-17"]),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12T09:00", ["1997-05-12", "1998-05-11", "1999-05-17"]),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13T09:00", ["1997-03-13", "1997-03-20", "1997-03-27", "1998-03-05"]),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02T09:00", ["1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13", "2000-10-13"]),
        ("FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13T09:00", ["1997-09-13", "1997-10-11", "1997-11-08"]),
        (
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05T09:00",
            ["1996-11-05", "2000-11-07", "2004-11-02"]
        ),
        ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04T09:00", ["1997-09-04", "1997-10-07", "1997-11-06"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29T09:00", ["1997-09-29", "1997-10-30", "1997-11-27"]),
        ("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15T09:00", ["2007-01-15", "2007-01-30", "2007-02-15", "2007-03-15"]),
        // What the other libraries get wrong, one way or another.
        ("FREQ=MONTHLY;BYDAY=MO,-2TU", "2024-01-01T09:00", ["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22", "2024-01-23", "2024-01-29"]),
        ("FREQ=YEARLY;BYWEEKNO=20", "1997-05-12T09:00", ["1997-05-12", "1998-05-11", "1999-05-17"]),
        ("FREQ=YEARLY;BYMONTHDAY=15", "2024-03-10T09:00", ["2024-03-15", "2024-04-15", "2024-05-15"]),
        ("FREQ=YEARLY;BYYEARDAY=-366", "2023-06-01T09:00", ["2024-01-01", "2028-01-01", "2032-01-01"]),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "2000-01-01T09:00", ["2004-12-27", "2009-12-28", "2015-12-28", "2020-12-28"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2096-02-29T09:00", ["2096-02-29", "2104-02-29"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31;RSCALE=GREGORIAN;SKIP=BACKWARD", "2023-01-31T09:00", ["2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31;RSCALE=GREGORIAN;SKIP=FORWARD", "2023-01-31T09:00", ["2023-01-31", "2023-03-01", "2023-03-31", "2023-05-01"]),
    ]

    @Test(arguments: cases)
    func examplesOfTheStandard(text: String, start: String, expected: [String]) throws {
        let zone = try #require(try? SystemZones().zone(named: "America/New_York"))
        let anchor = try #require(CivilDateTime(parsing: start))
        let recurrence = Recurrence(try Rule(rrule: text, start: anchor))
        let found = recurrence.occurrences(in: zone).prefix(expected.count).map { zone.local(at: $0.instant) }
        #expect(found.map(\.date.description) == expected)
        #expect(found.allSatisfy { $0.time == anchor.time })
    }

    /// (rule, occurrences as times of 2 and 3 September 1997)
    static let subdaily: [(String, [String])] = [
        ("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", ["02T09:00", "02T12:00", "02T15:00"]),
        ("FREQ=MINUTELY;INTERVAL=15;COUNT=6", ["02T09:00", "02T09:15", "02T09:30", "02T09:45", "02T10:00", "02T10:15"]),
        ("FREQ=MINUTELY;INTERVAL=90;COUNT=4", ["02T09:00", "02T10:30", "02T12:00", "02T13:30"]),
        ("FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20,40;COUNT=7", ["02T09:00", "02T09:20", "02T09:40", "02T10:00", "02T10:20", "02T10:40", "03T09:00"]),
        ("FREQ=MINUTELY;INTERVAL=40;BYHOUR=9,16;COUNT=5", ["02T09:00", "02T09:40", "02T16:20", "03T09:00", "03T09:40"]),
        ("FREQ=DAILY;BYHOUR=9,12,15;BYSETPOS=-1;COUNT=2", ["02T15:00", "03T15:00"]),
        ("FREQ=HOURLY;BYMINUTE=5,35,50;BYSETPOS=2;COUNT=3", ["02T09:35", "02T10:35", "02T11:35"]),
    ]

    @Test(arguments: subdaily, SubdailyPolicy.allCases)
    func examplesBelowTheDay(_ row: (String, [String]), policy: SubdailyPolicy) throws {
        let (text, expected) = row
        let zone = try #require(try? SystemZones().zone(named: "America/New_York"))
        let anchor = try #require(CivilDateTime(parsing: "1997-09-02T09:00:00"))
        let recurrence = Recurrence(try Rule(rrule: text, start: anchor), policies: Policies(subdaily: policy))
        let found = recurrence.occurrences(in: zone).map { zone.local(at: $0.instant).description }
        #expect(found == expected.map { "1997-09-\($0):00" })
    }
}
