import CivilTime
import Planning
import Recurrence

/// One of many rituals as households write them: its number decides its words, its rule and its lead.
///
/// It can be had as text or as a value; both mean the same.
struct SampleRitual {
    let number: Int

    /// What says when it comes.
    private enum When {
        case phrase(String, starting: CivilDate? = nil)
        case rrule(String, TimeOfDay)
        case milestone(CivilDate, TimeOfDay)
    }

    private static let names = [
        "bins", "call-grandma", "water-plants", "tea", "weekly-check-in", "read-aloud", "walk", "thank-you-note",
        "swim", "letter-to-the-children", "breakfast", "budget-talk",
    ]
    private static let ahead: [(text: String, span: Span)] = [
        ("1 day", .days(1)), ("2 days", .days(2)), ("3 h", .hours(3)), ("1 week", .weeks(1)),
    ]
    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    var id: String { "\(Self.names[number % Self.names.count])-\(number)" }
    var title: String { "\(Self.names[number % Self.names.count]) of household \(number / 40), no. \(number)" }
    var message: String {
        "Take the time for it that it deserves, number \(number): what was good, and what is missing?"
    }

    /// The bytes that title and message have.
    var wordBytes: Int { title.utf8.count + message.utf8.count }

    private var lead: (text: String, span: Span) { Self.ahead[mixed(1) % Self.ahead.count] }

    private var kind: Kind {
        if case .milestone = when { return .milestone }
        return mixed(2) % 2 == 0 ? .ritual : .appreciation
    }

    /// A number that the ritual's own decides, another for each `purpose` (splitmix64's finish).
    private func mixed(_ purpose: UInt64) -> Int {
        var bits = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ purpose &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: (bits ^ bits >> 31) >> 1)
    }

    /// A minute between 06:00 and 22:00.
    private var time: TimeOfDay {
        let minute = 360 + mixed(3) % 960
        return TimeOfDay(hour: minute / 60, minute: minute % 60, second: 0) ?? .midnight
    }

    private var date: CivilDate {
        CivilDate(year: 1990 + mixed(4) % 36, month: 1 + mixed(5) % 12, day: 1 + mixed(6) % 28)
            ?? CivilDate(dayNumber: 0)
    }

    /// One in twenty comes daily, two in five weekly or every two weeks, the others monthly or yearly.
    private var when: When {
        let at = "at \(time.description.prefix(5))"
        let day = Self.weekdays[mixed(7) % 7]
        let place = ["first", "second", "third", "last"][mixed(8) % 4]
        switch mixed(9) % 20 {
        case 0: return .phrase("day \(at)")
        case 1...6: return .phrase("\(day) \(at)")
        case 7, 8: return .phrase("2 weeks on \(day) \(at)", starting: date)
        case 9...11: return .phrase("\(place) \(day) of the month \(at)")
        case 12...14: return .phrase("day \(1 + mixed(8) % 28) of the month \(at)")
        case 15, 16:
            return .rrule("FREQ=MONTHLY;INTERVAL=3;BYDAY=\(1 + mixed(8) % 4)\(day.prefix(2).uppercased())", time)
        default: return .milestone(date, time)
        }
    }

    // MARK: - As text

    /// The ritual's table in a schedule.
    var text: String {
        var text = "[\(kind.rawValue).\(id)]\ntitle = \"\(title)\"\nmessage = \"\(message)\"\n"
        switch when {
        case .phrase(let phrase, let starting):
            text += "every = \"\(phrase)\"\n"
            if let starting { text += "starting = \(starting)\n" }
        case .rrule(let rule, let time):
            text += "rrule = \"\(rule)\"\nat = \"\(time.description.prefix(5))\"\nstarting = \(date)\n"
        case .milestone(let date, let time):
            text += "date = \(date)\nevery = \"year\"\nat = \"\(time.description.prefix(5))\"\n"
        }
        if number % 2 == 0 { text += "people = [\"alex\", \"sam\"]\n" }
        return text + "ahead = [\"\(lead.text)\"]\n\n"
    }

    // MARK: - As a value

    /// The ritual, or nil where its rule cannot be read.
    func ritual(people: [PersonID]) -> Ritual? {
        guard let recurrence else { return nil }
        return Ritual(
            id: RitualID(id), kind: kind, title: title, message: message, recurrence: recurrence, people: people,
            leads: [Lead(lead.span), .moment])
    }

    private var recurrence: Recurrence? {
        switch when {
        case .phrase(let text, let starting):
            guard let rules = try? Phrase(text).rules(starting: starting.map { CivilDateTime($0) }) else { return nil }
            return Recurrence(rules: rules)
        case .rrule(let text, let time):
            return (try? Rule(rrule: text, start: CivilDateTime(date, time))).map { Recurrence($0) }
        case .milestone(let date, let time):
            var rule = Milestone(of: date, at: time).rule
            rule.isAfterAnchor = false
            return Recurrence(rule)
        }
    }
}
