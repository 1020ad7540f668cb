import CivilTime
import Planning
import Testing

@testable import Wording

@Suite struct PaceSentenceTests {
    typealias Span = QuietHours.Span

    static let night = Span(start: 22 * 60, end: 7 * 60 + 30)
    static let sunday = Span(weekdays: [6], start: 0, end: 600)
    static let lunch = Span(weekdays: [0, 1, 2, 3, 4], start: 720, end: 780)
    static let evening = Span(weekdays: [5, 6], start: 23 * 60, end: 1_440)
    static let six = TimeOfDay(hour: 18, minute: 0)

    static let cases: [(Pace, String, String)] = [
        (
            Pace(quietHours: QuietHours([night])), "Sam is left alone from 22:00 to 07:30",
            "Sam hat Ruhe von 22:00 bis 07:30"
        ),
        (
            Pace(quietHours: QuietHours([night, sunday]), perDay: 3),
            "Sam is left alone from 22:00 to 07:30 and from 00:00 to 10:00 on Sunday; up to 3 nudges a day come by "
                + "themselves; the rest comes in one message when quiet ends",
            "Sam hat Ruhe von 22:00 bis 07:30 und am Sonntag von 00:00 bis 10:00; von selbst kommen bis zu 3 Erinnerungen "
                + "am Tag; was sonst ist, kommt nach der Ruhe in einer Nachricht"
        ),
        (
            Pace(quietHours: QuietHours([lunch, evening])),
            "Sam is left alone from 12:00 to 13:00 from Monday to Friday and from 23:00 to 24:00 on Saturday and Sunday",
            "Sam hat Ruhe von Montag bis Freitag von 12:00 bis 13:00 und am Samstag und Sonntag von 23:00 bis 24:00"
        ),
        (
            Pace(perDay: 1), "one nudge a day comes to Sam by itself; the rest comes in one message at 08:00",
            "von selbst kommt zu Sam eine Erinnerung am Tag; was sonst ist, kommt um 08:00 in einer Nachricht"
        ),
        (
            Pace(perDay: 0, digestAt: six), "nothing comes to Sam by itself; the rest comes in one message at 18:00",
            "von selbst kommt zu Sam nichts; was sonst ist, kommt um 18:00 in einer Nachricht"
        ),
        (
            Pace(digestAt: six), "what Sam missed comes in one message at 18:00",
            "was Sam entgangen ist, kommt um 18:00 in einer Nachricht"
        ),
    ]

    @Test(arguments: cases) func aPaceIsOneSentence(_ pace: Pace, _ english: String, _ german: String) throws {
        let person = Person(id: PersonID("sam"), name: "Sam", zone: .utc, channels: [], pace: pace)
        let sentence = try #require(PaceSentence(person))
        #expect(sentence.text(in: .english) == english)
        #expect(sentence.text(in: .german) == german)
    }

    @Test func withNothingHeldBackThereIsNoSentence() {
        #expect(PaceSentence(Person(id: PersonID("sam"), name: "Sam", zone: .utc, channels: [])) == nil)
    }
}
