/// An introduction's sentences in one language, and how to stop.
protocol IntroductionWords: Sendable {
    var title: String { get }
    /// Who put them in, and on which machine.
    func opening(_ keeper: String?, _ machine: String) -> String
    var whatComes: String { get }
    func more(_ count: Int) -> String
    var stopAtAnyTime: String { get }
    func command(_ text: String, _ machine: String) -> String
    func orReply(_ reader: String) -> String
    func reply(_ reader: String) -> String
    var nobodyReads: String { get }
    func tell(_ keeper: String?) -> String
    /// Why this comes at all.
    var becauseOfASchedule: String { get }
}

struct EnglishIntroductionWords: IntroductionWords {
    var title: String { "Hello from Troth" }
    func opening(_ keeper: String?, _ machine: String) -> String {
        let place = machine.isEmpty ? "" : " on the machine \(machine)"
        return keeper.map { "\($0) keeps a schedule of small reminders with Troth\(place), and has put you in it." }
            ?? "Somebody keeps a schedule of small reminders with Troth\(place), and has put you in it."
    }
    var whatComes: String { "This is what will come:" }
    func more(_ count: Int) -> String { "And \(count) more." }
    var stopAtAnyTime: String { "You can stop all of it or part of it, at any time and without giving a reason." }
    func command(_ text: String, _ machine: String) -> String {
        "To get no more of it: `\(text)`" + (machine.isEmpty ? "" : " on \(machine)")
            + ", at once and without anybody being told."
    }
    func orReply(_ reader: String) -> String { "Or reply and say so: your reply goes to \(reader)." }
    func reply(_ reader: String) -> String { "To get no more of it, reply and say so: your reply goes to \(reader)." }
    var nobodyReads: String { "Nobody reads replies to it." }
    func tell(_ keeper: String?) -> String { "To get no more of it, tell \(keeper ?? "whoever keeps the schedule")." }
    var becauseOfASchedule: String { "You get this because you are in a schedule that Troth keeps." }
}

struct GermanIntroductionWords: IntroductionWords {
    var title: String { "Hallo von Troth" }
    func opening(_ keeper: String?, _ machine: String) -> String {
        let place = machine.isEmpty ? "" : " auf dem Rechner \(machine)"
        return keeper.map { "\($0) führt mit Troth\(place) einen Plan kleiner Erinnerungen und hat dich aufgenommen." }
            ?? "Jemand führt mit Troth\(place) einen Plan kleiner Erinnerungen und hat dich aufgenommen."
    }
    var whatComes: String { "Das wird kommen:" }
    func more(_ count: Int) -> String { count == 1 ? "Und noch etwas." : "Und \(count) weitere." }
    var stopAtAnyTime: String { "Du kannst alles oder einen Teil davon jederzeit beenden, ohne einen Grund zu nennen." }
    func command(_ text: String, _ machine: String) -> String {
        "Wenn du nichts mehr davon bekommen willst: `\(text)`" + (machine.isEmpty ? "" : " auf \(machine)")
            + ", sofort und ohne dass es jemand erfährt."
    }
    func orReply(_ reader: String) -> String { "Oder antworte einfach: Deine Antwort geht an \(reader)." }
    func reply(_ reader: String) -> String {
        "Wenn du nichts mehr davon bekommen willst, antworte einfach: Deine Antwort geht an \(reader)."
    }
    var nobodyReads: String { "Antworten darauf liest niemand." }
    func tell(_ keeper: String?) -> String {
        "Wenn du nichts mehr davon bekommen willst, sag es \(keeper ?? "der Person, die den Plan pflegt")."
    }
    var becauseOfASchedule: String { "Du bekommst das, weil du in einem Plan stehst, den Troth führt." }
}
