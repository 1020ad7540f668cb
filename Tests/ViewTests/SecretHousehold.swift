import CivilTime
import Planning

/// SplitMix64: the same numbers from the same seed, everywhere.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
    mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &self)] }

    /// A word that stands in no other text.
    mutating func word(_ start: String) -> String {
        start + String((0..<8).map { _ in pick(Array("bcdfghjkmpqvwxz")) })
    }
}

/// A household of three in which some things are kept from Alex, as the text of a schedule, made from a seed.
struct SecretHousehold {
    /// One ritual that is kept from Alex.
    struct Secret {
        var id: String
        var kind: String
        /// Id, title, message and prompts: all that may be seen nowhere.
        var words: [String]
        var reveal: String?
    }

    private(set) var secrets: [Secret] = []
    private(set) var plain: [String] = []
    private(set) var text: String
    private var numbers: SeededNumbers

    init(_ seed: UInt64) {
        numbers = SeededNumbers(seed)
        text = """
            timezone = "Europe/Berlin"

            [people.sam]
            name = "Sam"
            email = "sam@example.org"
            user = "sam"
            channels = \(numbers.pick(["[\"mail\"]", "[\"push\", \"mail\"]", "[[\"samphone\", \"push\"], \"mail\"]"]))
            \(numbers.chance(30) ? "per-day = 3" : "")

            [people.alex]
            name = "Alex"
            email = "alex@example.org"
            user = "alex"
            timezone = "\(numbers.pick(["America/Chicago", "Asia/Tokyo", "Europe/Berlin"]))"
            language = "\(numbers.pick(["en", "de"]))"
            calendar = true
            channels = \(numbers.pick(["[\"mail\"]", "[\"alexphone\", \"mail\"]", "[[\"push\", \"alexphone\"]]"]))
            \(numbers.chance(40) ? "quiet-hours = [\"21:00-09:00\"]" : "")

            [people.kim]
            name = "Kim"
            email = "kim@example.org"
            user = "kim"
            channels = ["mail"]
            \(numbers.chance(30) ? "discreet = true" : "")

            [channels.mail]
            type = "email"
            from = "Troth <troth@example.org>"
            sendmail = ["/usr/sbin/sendmail", "-i"]

            [channels.push]
            type = "command"
            command = ["push", "{title}", "{body}", "{ritual}", "{when}"]

            [channels.samphone]
            type = "command"
            owner = "sam"
            command = ["push", "{title}", "{body}", "{ritual}", "{when}"]

            [channels.alexphone]
            type = "command"
            owner = "alex"
            command = ["push", "{title}", "{body}", "{ritual}", "{when}"]

            """
        let count = Int.random(in: 3...6, using: &numbers)
        for place in 0..<count { addPlain(place) }
        for _ in 0..<Int.random(in: 1...4, using: &numbers) { addSecret() }
    }

    private mutating func rule() -> String {
        let time = "\(numbers.pick(["06", "09", "12", "18", "21", "23"])):\(numbers.pick(["00", "15", "45"]))"
        let days = ["day", "Monday", "Friday and Sunday", "2nd Tuesday of the month", "weekday"]
        var lines = ["every = \"\(numbers.pick(days)) at \(time)\""]
        if numbers.chance(35) { lines.append("ahead = [\"\(numbers.pick(["1 day", "2 h", "1 week"]))\"]") }
        if numbers.chance(20) { lines.append("catch-up = \"all\"") }
        return lines.joined(separator: "\n")
    }

    private mutating func addPlain(_ place: Int) {
        let id = "plain\(place)"
        plain.append(id)
        let kind = numbers.pick(["check-in", "appreciation", "ritual", "milestone"])
        text += "\n[\(kind).\(id)]\ntitle = \"Plain \(place) for {other}\"\n"
        text += kind == "milestone" ? "date = 2019-01-\(place + 10)\nevery = \"year\"\nat = \"09:00\"\n" : rule() + "\n"
        if numbers.chance(50) { text += "people = [\"alex\"\(numbers.chance(50) ? ", \"sam\"" : "")]\n" }
        if place > 0, kind != "milestone", numbers.chance(30) { text += "except = [\"plain\(place - 1)\"]\n" }
    }

    private mutating func addSecret() {
        let id = numbers.word("zq")
        let kind = numbers.pick(["check-in", "appreciation", "ritual", "promise", "reflection"])
        let words = ["Zt", "Zm", "Zp", "Zr"].map { numbers.word($0) }
        let isForOne = kind == "reflection" || numbers.chance(60)
        text += """

            [\(kind).\(id)]
            title = "\(words[0])"
            message = "{other}: \(words[1])"
            prompts = ["\(words[2])", "\(words[3])"]
            people = [\(isForOne ? "\"sam\"" : "\"sam\", \"kim\"")]
            hidden-from = [\(isForOne && numbers.chance(30) ? "\"alex\", \"kim\"" : "\"alex\"")]
            \(rule())

            """
        var reveal: String?
        if numbers.chance(40) {
            let date = "2027-0\(Int.random(in: 1...4, using: &numbers))-1\(Int.random(in: 0...9, using: &numbers))"
            reveal = date
            text += "reveal = \(date)\n"
        }
        if numbers.chance(30) { text += "discreet = true\n" }
        if let before = secrets.last, before.reveal == nil, reveal == nil, numbers.chance(20),
            text.contains("hidden-from = [\"alex\"]"), !text.contains("\"alex\", \"kim\"")
        {
            text += "except = [\"\(before.id)\"]\n"
        }
        secrets.append(Secret(id: id, kind: kind, words: [id] + words, reveal: reveal))
    }

    /// The words that Alex may not see at `now`.
    func hidden(from alex: Person, at now: Timestamp) -> [String] {
        secrets.filter { secret in
            guard let reveal = secret.reveal.flatMap(CivilDate.init(parsing:)) else { return true }
            return alex.zone.local(at: now).date < reveal
        }.flatMap(\.words)
    }
}
