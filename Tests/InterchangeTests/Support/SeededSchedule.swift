/// A schedule with something of every form, made of a seed: month ends and 29 February under each policy, dates left out
/// and moved, clock changes on both halves of the earth, every dialect and every kind.
struct SeededSchedule {
    let zone: String
    private(set) var text: String
    private var random: Seeded

    /// Where the schedule's clocks change, and where Alex's do.
    static let zones = [
        ("Europe/Berlin", "Australia/Sydney"), ("America/New_York", "America/Santiago"),
        ("Australia/Lord_Howe", "Europe/Dublin"), ("Pacific/Auckland", "America/Los_Angeles"),
    ]

    init(_ seed: Int) {
        random = Seeded(state: UInt64(seed) &* 7919)
        let (own, others) = Self.zones[seed % Self.zones.count]
        zone = own
        text = """
            timezone = "\(own)"

            [people.sam]
            name = "Sam"
            channels = ["desk"]

            [people.alex]
            name = "Alex"
            timezone = "\(others)"
            channels = ["desk"]
            away = [{ from = 2028-02-\(10 + seed % 9), until = 2028-04-0\(1 + seed % 7), timezone = "Asia/Tokyo" }]

            [channels.desk]
            type = "terminal"

            [holidays]
            files = "days.ics"

            """
        for (place, form) in forms().enumerated() {
            let (kind, lines) = form
            let id = "\(kind)-\(place)"
            text += "\n[\(kind).\(id)]\ntitle = \"\(id)\"\n\(lines)\n"
            if kind == "promise" || kind == "reflection" { text += "people = [\"sam\", \"alex\"]\n" }
        }
        text += """

            [season.apart]
            from = 2028-03-\(10 + seed % 9)
            until = 2028-06-2\(seed % 9)
            off = ["ritual-13"]

            [season.apart.change.check-in-0]
            every = "\(weekday()) at \(clock())"

            [season.holidays]
            from = "07-20"
            until = "08-3\(seed % 2)"

            [season.holidays.change.appreciation-7]
            at = "\(clock())"

            [season.holidays.change.ritual-17]
            on = false

            """
    }

    // MARK: - Forms

    private mutating func forms() -> [(kind: String, lines: String)] {
        let months = "\(number(1, 3)) months at \(clock())"
        let lateDays = ["2024-01-29", "2025-01-30", "2024-08-31", "2023-10-31", "2024-02-29"]
        return [
            ("check-in", every("\(number(2, 5)) weeks on \(weekday()) at \(clock())") + starting),
            ("ritual", every("\(months) and \(clock(hour: 21))") + "\nstarting = \(pick(lateDays))\n" + missingDay),
            ("milestone", "date = \(pick(lateDays))\n" + every("\(number(1, 3)) months") + at + missingDay),
            ("milestone", "date = 2020-02-29\n" + every("year") + at + missingDay),
            ("milestone", "date = \"02-29\"" + at + missingDay),
            (
                "milestone",
                "date = 2024-\(pick(["03-31", "10-27", "06-15"]))\n" + every("\(pick(["year", "100 days", "8 weeks"]))")
                    + at
            ),
            (
                "milestone",
                "date = 2025-12-31\ncounts = [\"\(number(300, 900)) days\", \"14 months\", \"1 year\"]" + at
                    + missingDay
            ),
            ("appreciation", every("\(pick(["last", "first", "3rd"])) \(weekday()) of the month") + at),
            ("promise", every("\(pick(["last", "first", "2nd"])) weekday of the month at \(clock())") + starting),
            (
                "reflection",
                "every = [\"\(weekday()) at \(clock())\", \"day \(number(1, 31)) of the month at \(clock())\"]"
            ),
            ("ritual", rrule()),
            ("ritual", "cron = \"\(number(0, 59)) \(number(3, 22)) \(pick(["*/5", "1,15,31", "29-31"])) * *\""),
            (
                "ritual",
                "calendar = \"\(pick(["Mon", "Sat,Sun", "Mon..Fri"])) \(pick(["*-*-1..7", "*-*~01", "*-*-10,20,30"])) \(clock())\""
            ),
            ("ritual", every("day \(number(1, 28)) of the month at \(clock())") + moves),
            (
                "check-in",
                every("\(pick(["Monday", "Friday", "Thursday"])) at \(clock())") + moves
                    + "\nexcept = [2027-03-28, \"2027-12-20 to 2028-01-10\"]"
            ),
            ("ritual", every("Sunday at \(pick(["02:30", "01:30", "02:15", "00:30"]))") + policies),
            (
                "appreciation",
                every("\(pick(["Saturday", "Sunday"])) at \(pick(["02:30", "01:45", "23:30"]))") + policies
            ),
            ("ritual", every("\(number(31, 200)) hours") + starting + "T0\(number(0, 9)):30:00"),
            ("ritual", "date = 2027-\(pick(["03-28", "10-31", "04-04"]))\nat = \"\(pick(["02:30", "18:00"]))\""),
            ("check-in", every("\(weekday()) at \(clock())") + starting + "\ncount = \(number(5, 60))"),
            (
                "ritual",
                every("month at \(clock())")
                    + "\nstarting = 2026-01-31\nuntil = 2028-\(pick(["02-29", "03-30", "06-01"]))"
            ),
        ]
    }

    private mutating func rrule() -> String {
        let rules = [
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "FREQ=YEARLY;BYYEARDAY=60,-1",
            "FREQ=MONTHLY;BYMONTHDAY=29,-2",
            "FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=SU", "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD;BYMONTH=2;BYMONTHDAY=29",
            "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
            "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD;BYMONTH=2,4,5;BYMONTHDAY=31",
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU",
            "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;BYMONTHDAY=31", "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR",
        ]
        return "rrule = \"\(pick(rules))\"" + at + starting
    }

    // MARK: - Parts

    private func every(_ phrase: String) -> String { "every = \"\(phrase)\"" }

    private var starting: String { mutating get { "\nstarting = 2025-\(two(1, 12))-\(two(1, 28))" } }
    private var at: String { mutating get { "\nat = \"\(clock())\"" } }
    private var missingDay: String { mutating get { "\nmissing-day = \"\(pick(["clamp", "next", "skip"]))\"" } }
    private var policies: String {
        mutating get { "\ngap = \"\(pick(["shift", "skip"]))\"\nfold = \"\(pick(["first", "second"]))\"" }
    }
    private var moves: String {
        mutating get {
            let moves = ["keep", "skip", "before", "after"]
            return "\non-weekend = \"\(pick(moves))\"\non-holiday = \"\(pick(moves))\""
        }
    }

    private mutating func clock(hour: Int? = nil) -> String {
        let hour = hour ?? Int.random(in: 3...20, using: &random)
        return "\(hour < 10 ? "0" : "")\(hour):\(pick(["00", "10", "45"]))"
    }

    private mutating func weekday() -> String { pick(["Monday", "Wednesday", "Saturday", "Sunday"]) }
    private mutating func number(_ least: Int, _ most: Int) -> Int { Int.random(in: least...most, using: &random) }
    private mutating func two(_ least: Int, _ most: Int) -> String {
        let number = number(least, most)
        return number < 10 ? "0\(number)" : "\(number)"
    }
    private mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }
}
