/// A few changes to the words of a phrase, which follow from the seed alone.
struct PhraseMutation {
    private var choice: Variety

    init(seed: UInt64) { choice = Variety(withUnsafeBytes(of: seed.littleEndian, Array.init)) }

    private static let words = [
        "every", "each", "at", "on", "of", "in", "the", "and", "to", "through", "between", "from", "other", "weekend", "last",
        "first", "second", "third", "fourth", "fifth", "tenth", "twelfth", "penultimate", "next-to-last", "third-to-last",
        "one", "two", "three", "six", "twelve", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
        "months", "year", "years", "weekday", "weekdays", "noon", "midnight", "am", "pm", "a.m.", ",", "-", "15min", "2h",
        "Monday", "tue", "Wednesdays", "Thurs", "fri", "Sat", "sundays", "Mon-Fri", "Sat–Sun", "January", "feb", "March", "Apr",
        "May", "june", "Sept", "October", "Nov", "December",
        "daily", "weekly", "fortnightly", "yearly", "hourly", "weekends", "workday",
    ]

    private mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + choice.number(range.count) }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

    mutating func mutated(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        for _ in 0..<number(1...3) {
            guard !words.isEmpty else { return word() }
            let place = number(0...words.count - 1)
            switch number(0...7) {
            case 0: words.remove(at: place)
            case 1: words.swapAt(place, number(0...words.count - 1))
            case 2: words.insert(contentsOf: words[place..<min(words.count, place + number(1...3))], at: number(0...words.count))
            case 3, 4: words.insert(word(), at: place)
            case 5: words.append(word())
            default: words[place] = word()
            }
        }
        return words.joined(separator: " ")
    }

    private mutating func word() -> String {
        switch number(0...11) {
        case 0: "\(number(0...pick([12, 31, 60, 400, 5_000])))"
        case 1: "\(number(1...31))\(pick(["st", "nd", "rd", "th"]))"
        case 2: "\(number(0...24)):\(two(0...60))\(pick(["", "", "", ":30", "pm"]))"
        case 3: "\(number(1...12))\(pick(["am", "pm"]))"
        default: pick(Self.words)
        }
    }

    private mutating func two(_ range: ClosedRange<Int>) -> String {
        let number = number(range)
        return number < 10 ? "0\(number)" : "\(number)"
    }
}
