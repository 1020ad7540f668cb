/// A random calendar expression that systemd takes, with all its parts but the zone.
struct RandomCalendar {
    let text: String

    init(_ random: inout DialectRandom) {
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        var weekdays: [String] = []
        if random.chance(40) {
            for _ in 0..<random.number(1...3) {
                let first = random.number(0...6)
                let last = random.number(first...6)
                weekdays.append(random.chance(30) && last > first ? "\(names[first])..\(names[last])" : names[first])
            }
        }
        let year = random.chance(70) ? "*" : RandomCalendar.list(&random, 2020...2060, most: 2)
        let tilde = random.chance(30)
        let date =
            year + "-" + RandomCalendar.list(&random, 1...12, stars: 50) + (tilde ? "~" : "-")
            + (tilde ? RandomCalendar.countdown(&random) : RandomCalendar.list(&random, 1...31, stars: 40))
        let clock =
            RandomCalendar.list(&random, 0...23, stars: 20) + ":" + RandomCalendar.list(&random, 0...59, stars: 20)
            + ":" + RandomCalendar.seconds(&random)
        text = (weekdays.isEmpty ? "" : weekdays.joined(separator: ",") + " ") + date + " " + clock
    }

    private static func list(
        _ random: inout DialectRandom, _ range: ClosedRange<Int>, stars: Int = 0, most: Int = 3
    ) -> String {
        if random.chance(stars) { return "*" }
        return (0..<random.number(1...most)).map { _ in
            let first = random.number(range.lowerBound...range.upperBound - 1)
            let last = random.number(first + 1...range.upperBound)
            // A step that is never taken is refused.
            let step = random.number(1...range.upperBound - first)
            switch random.number(0...4) {
            case 0: return "\(first)..\(last)"
            case 1: return "\(first)/\(step)"
            case 2: return "\(first)..\(last)/\(random.number(1...range.upperBound - range.lowerBound))"
            default: return "\(first)"
            }
        }.joined(separator: ",")
    }

    /// Days from the month's end.
    private static func countdown(_ random: inout DialectRandom) -> String {
        (0..<random.number(1...2)).map { _ in
            let first = random.number(2...28)
            switch random.number(0...4) {
            case 0: return "\(random.number(1...first - 1))..\(first)"
            case 1: return "\(first)/\(random.number(1...first - 1))"
            case 2: return "\(random.number(1...first - 1))..\(first)/\(random.number(1...27))"
            default: return "\(first)"
            }
        }.joined(separator: ",")
    }

    private static func seconds(_ random: inout DialectRandom) -> String {
        switch random.number(0...9) {
        case 0...4: return "0"
        case 5: return "*"
        case 6: return "\(random.number(0...29)).5/\(random.number(1...29)).25"
        case 7: return "\(random.number(0...9)).125..\(random.number(11...59))/0.\(random.number(100...999))"
        case 8: return "\(random.number(0...59)).\(random.number(100_000...999_999))"
        default: return list(&random, 0...59)
        }
    }
}
