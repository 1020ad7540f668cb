import CivilTime
import Recurrence
import Testing

/// What holds of every phrase: its normal form reads back as itself, and no text,
/// however spoilt, does more than be refused at a place inside it.
@Suite struct PhrasePropertyTests {
    @Test func normalFormsReadBack() throws {
        var random = DialectRandom(seed: 2026)
        var read = 0
        for _ in 0..<4_000 {
            let text = Self.sentence(&random)
            guard let phrase = try? Phrase(text) else { continue }
            read += 1
            let normal = phrase.text
            let again = try Phrase(normal)
            #expect(again == phrase, "\(text) → \(normal) → \(again.text)")
            #expect(again.text == normal)
        }
        #expect(read > 3_000)
    }

    @Test func spoiltTextsAreRefusedInPlace() {
        var random = DialectRandom(seed: 15)
        let seeds = PhraseTests.accepted.map(\.0) + PhraseErrorTests.refused.map(\.0)
        for _ in 0..<8_000 {
            let text = random.mutated(random.pick(seeds), signs: "0123456789 :,.-–apm@*/thsdon\u{0}é\u{1F431}\u{301}")
            do throws(DialectError) {
                let phrase = try Phrase(text)
                #expect((try? Phrase(phrase.text)) == phrase, "\(text)")
            } catch {
                expectWellFormed(error, for: text)
            }
        }
    }

    @Test func shuffledWordsAreRefusedInPlace() {
        var random = DialectRandom(seed: 16)
        let words = PhraseTests.accepted.flatMap { $0.0.split(separator: " ").map(String.init) } + [",", "and", "of"]
        for _ in 0..<8_000 {
            let text = (0..<random.number(1...9)).map { _ in random.pick(words) }.joined(separator: " ")
            do throws(DialectError) {
                let phrase = try Phrase(text)
                #expect((try? Phrase(phrase.text)) == phrase, "\(text)")
                let starting = CivilDateTime(year: 2026, month: 1, day: 31)
                let time = phrase.namesTime ? nil : TimeOfDay.midnight
                let rules = try? phrase.rules(starting: starting, at: time)
                #expect(rules?.isEmpty == false, "\(text)")
            } catch {
                expectWellFormed(error, for: text)
            }
        }
    }

    // MARK: Sentences of the grammar

    static func sentence(_ random: inout DialectRandom) -> String {
        let clock = random.chance(60) ? " at " + list(&random, upTo: 3) { Self.clock(&$0) } : ""
        switch random.number(0...7) {
        case 0: return weekdays(&random) + clock
        case 1: return "\(random.number(1...20)) weeks on " + weekdays(&random) + clock
        case 2: return list(&random, upTo: 3) { Self.counted(&$0) } + " of " + scope(&random) + clock
        case 3: return "\(random.number(1...9)) months on " + list(&random, upTo: 3) { Self.counted(&$0) } + clock
        case 4: return list(&random, upTo: 4) { Self.date(&$0) } + clock
        case 5: return "\(random.number(1...9)) years on " + list(&random, upTo: 2) { Self.date(&$0) } + clock
        case 6:
            let unit = random.pick(["day", "week", "month", "year"])
            let count = random.number(1...40)
            return (count == 1 ? unit : "\(count) \(unit)s") + clock
        default:
            let text = "\(random.number(1...90)) " + random.pick(["minutes", "hours", "seconds"])
            guard random.chance(50), !text.hasSuffix("seconds") else { return text }
            let window = " between 0\(random.number(0...9)):15 and 1\(random.number(0...9)):30"
            return text + window + (random.chance(40) ? " on " + weekdays(&random) : "")
        }
    }

    static let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    static let months = ["January", "February", "Mar", "April", "may", "June", "July", "August", "Sept", "Oct"]
    static let ordinals = ["first", "second", "third", "4th", "last", "second-to-last", "third to last"]

    static func list(
        _ random: inout DialectRandom, upTo most: Int, _ item: (inout DialectRandom) -> String
    ) -> String {
        let items = (0..<random.number(1...most)).map { _ in item(&random) }
        guard let last = items.last, items.count > 1 else { return items[0] }
        return items.dropLast().joined(separator: ", ") + random.pick([" and ", ", ", ", and "]) + last
    }

    static func weekdays(_ random: inout DialectRandom) -> String {
        list(&random, upTo: 4) { random in
            switch random.number(0...9) {
            case 0: "weekday"
            case 1: "weekend day"
            case 2: "Monday to " + random.pick(Array(names.dropFirst()))
            default: random.pick(names)
            }
        }
    }

    static func counted(_ random: inout DialectRandom) -> String {
        switch random.number(0...4) {
        case 0: "day \(random.number(1...28))"
        case 1: random.pick(ordinals) + " weekday"
        case 2: random.pick(ordinals) + " weekend day"
        case 3: random.pick(ordinals) + " day"
        default: random.pick(ordinals) + " " + random.pick(names)
        }
    }

    static func scope(_ random: inout DialectRandom) -> String {
        switch random.number(0...3) {
        case 0: list(&random, upTo: 3) { $0.pick(months) }
        case 1: "the year"
        default: "the month"
        }
    }

    static func date(_ random: inout DialectRandom) -> String {
        random.chance(50)
            ? "\(random.pick(months)) \(random.number(1...29))" : "\(random.number(1...28)) \(random.pick(months))"
    }

    static func clock(_ random: inout DialectRandom) -> String {
        switch random.number(0...3) {
        case 0: "\(random.number(1...12))pm"
        case 1: random.pick(["noon", "midnight", "7:30 am"])
        default: "\(random.number(10...23)):\(random.number(10...59))"
        }
    }
}
