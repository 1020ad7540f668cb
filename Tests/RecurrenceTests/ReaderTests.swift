import CivilTime
import Recurrence
import Testing

/// The strict reader: what it refuses, where, and what it says.
struct ReaderTests {
    /// (text, the offending part, what is wrong)
    static let refused: [(String, String, RRuleError.Reason)] = [
        ("", "", .empty),
        ("COUNT=3", "", .noFrequency),
        ("RRULE:FREQ=DAILY", "RRULE:", .prefix),
        ("FREQ=FORTNIGHTLY", "FORTNIGHTLY", .unknownFrequency("FORTNIGHTLY", near: nil)),
        ("FREQ=DAYLY", "DAYLY", .unknownFrequency("DAYLY", near: "DAILY")),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY", .repeatedPart("FREQ")),
        ("FREQ=DAILY;", "", .emptyPart),
        ("FREQ=DAILY;;COUNT=3", "", .emptyPart),
        ("FREQ DAILY", "FREQ DAILY", .noEqualsSign),
        ("FREQ=DAILY;BYDY=MO", "BYDY", .unknownPart("BYDY", near: "BYDAY")),
        ("FREQ=DAILY;INTERVAL=0", "0", .notPositive(part: "INTERVAL")),
        ("FREQ=DAILY;INTERVAL=-1", "-1", .notPositive(part: "INTERVAL")),
        ("FREQ=DAILY;INTERVAL=99999999999999999999", "99999999999999999999", .tooLarge(part: "INTERVAL", limit: 2_147_483_647)),
        ("FREQ=DAILY;COUNT=abc", "abc", .notANumber(part: "COUNT")),
        ("FREQ=DAILY;COUNT=99999999999999999999", "99999999999999999999", .tooLarge(part: "COUNT", limit: 2_147_483_647)),
        ("FREQ=DAILY;UNTIL=tomorrow", "tomorrow", .notATime),
        ("FREQ=DAILY;UNTIL=20241301T000000Z", "20241301T000000Z", .notATime),
        ("FREQ=DAILY;UNTIL=20240101T000000", "20240101T000000", .notUTC),
        ("FREQ=DAILY;UNTIL=20240101", "20240101", .notUTC),
        ("FREQ=DAILY;COUNT=2;UNTIL=20240101T000000Z", "UNTIL=20240101T000000Z", .countAndUntil),
        ("FREQ=YEARLY;BYMONTH=13", "13", .outOfRange(part: "BYMONTH", low: 1, high: 12, signed: false)),
        ("FREQ=YEARLY;BYMONTH=0,3", "0", .outOfRange(part: "BYMONTH", low: 1, high: 12, signed: false)),
        ("FREQ=YEARLY;BYMONTH=-1", "-1", .notANumber(part: "BYMONTH")),
        ("FREQ=MONTHLY;BYMONTHDAY=5,32", "32", .outOfRange(part: "BYMONTHDAY", low: 1, high: 31, signed: true)),
        ("FREQ=MONTHLY;BYMONTHDAY=-32", "-32", .outOfRange(part: "BYMONTHDAY", low: 1, high: 31, signed: true)),
        ("FREQ=YEARLY;BYYEARDAY=0", "0", .outOfRange(part: "BYYEARDAY", low: 1, high: 366, signed: true)),
        ("FREQ=YEARLY;BYWEEKNO=54", "54", .outOfRange(part: "BYWEEKNO", low: 1, high: 53, signed: true)),
        ("FREQ=DAILY;BYHOUR=24", "24", .outOfRange(part: "BYHOUR", low: 0, high: 23, signed: false)),
        ("FREQ=DAILY;BYMINUTE=60", "60", .outOfRange(part: "BYMINUTE", low: 0, high: 59, signed: false)),
        ("FREQ=DAILY;BYSECOND=61", "61", .outOfRange(part: "BYSECOND", low: 0, high: 60, signed: false)),
        ("FREQ=WEEKLY;BYDAY=", "BYDAY=", .emptyList("BYDAY")),
        ("FREQ=WEEKLY;BYDAY=MO,,TU", "MO,,TU", .emptyList("BYDAY")),
        ("FREQ=DAILY;BYDAY=MO TU", "MO TU", .notAWeekday(part: "BYDAY")),
        ("FREQ=DAILY;BYDAY=XX", "XX", .notAWeekday(part: "BYDAY")),
        ("FREQ=MONTHLY;BYDAY=54MO", "54MO", .outOfRange(part: "BYDAY", low: 1, high: 53, signed: true)),
        ("FREQ=DAILY;BYDAY=-1FR", "-1FR", .ordinalWeekday(frequency: "DAILY")),
        ("FREQ=WEEKLY;BYDAY=MO,1TU", "1TU", .ordinalWeekday(frequency: "WEEKLY")),
        ("FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO", "1MO", .ordinalWithWeekNumbers),
        ("FREQ=MONTHLY;BYWEEKNO=20", "BYWEEKNO=20", .weekNumbersOnlyYearly),
        ("FREQ=DAILY;BYYEARDAY=100", "BYYEARDAY=100", .yearDaysNot(frequency: "DAILY")),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY=1", .monthDaysNotWeekly),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS=1", .positionsAlone),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "0", .outOfRange(part: "BYSETPOS", low: 1, high: 366, signed: true)),
        ("FREQ=WEEKLY;WKST=1MO", "1MO", .ordinalWeekStart),
        ("FREQ=MONTHLY;SKIP=FORWARD", "SKIP=FORWARD", .skipWithoutScale),
        ("FREQ=MONTHLY;RSCALE=CHINESE", "CHINESE", .otherScale("CHINESE")),
        ("FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=SIDEWAYS", "SIDEWAYS", .unknownSkip),
        ("FREQ=YEARLY;BYMONTH=5L", "5L", .leapMonth),
    ]

    @Test(arguments: refused)
    func refusesAndPointsAtThePart(text: String, part: String, reason: RRuleError.Reason) {
        let error = #expect(throws: RRuleError.self) { try Rule(rrule: text, start: Rule.epoch) }
        #expect(error?.reason == reason)
        if let range = error?.range {
            #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == part)
        }
        #expect(error?.message.isEmpty == false)
    }

    @Test func reportsEverythingThatIsWrong() {
        let errors = Rule.rruleErrors(in: "FREQ=DAILY;BYHOUR=24,25;WKST=XX;COUNT=0")
        #expect(errors.map(\.range.lowerBound) == [18, 21, 29, 38])
    }

    @Test func readsLowerCase() throws {
        let lower = try Rule(rrule: "freq=weekly;byday=mo,we", start: Rule.epoch)
        #expect(try lower == Rule(rrule: "FREQ=WEEKLY;BYDAY=MO,WE", start: Rule.epoch))
    }

    @Test func writesWhatItReads() throws {
        var random = SplitMix(state: 7)
        for _ in 0..<500 {
            let random = RandomRule(&random)
            let rule = try Rule(rrule: random.text, start: CivilDateTime(seconds: Int64(random.start)))
            let text = try #require(rule.rrule)
            #expect(try Rule(rrule: text, start: rule.anchor) == rule, "\(random.text)")
            #expect(try Rule(normalForm: rule.normalForm) == rule, "\(rule.normalForm)")
        }
    }

    @Test func theNormalFormSaysWhatAnRRuleCannot() throws {
        var rule = Rule(.daily, from: Rule.epoch)
        rule.years = [YearSpan(2010, through: 2020, every: 2)]
        rule.fractions = [FractionSpan(500_000, through: 59_999_999, every: 1_000_000)]
        rule.isAfterAnchor = true
        rule.hasOrdinals = true
        #expect(rule.rrule == nil)
        #expect(try Rule(normalForm: rule.normalForm) == rule)
    }
}
