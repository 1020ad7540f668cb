public import CivilTime
public import Planning
import Recurrence

/// Who gets what and when, in a sentence for each ritual and person.
public struct Overview {
    private let schedule: Schedule
    private let language: Language

    public init(_ schedule: Schedule, language: Language) {
        self.schedule = schedule
        self.language = language
    }

    /// The sentences, in the order of the file.
    public func lines(at now: Timestamp) -> [String] {
        schedule.rituals.flatMap { ritual in
            ritual.isOn
                ? ritual.people.compactMap { schedule.person($0) }.map { line(ritual, $0, now) }
                : [words.off(NudgeWording.title(of: ritual, ordinal: nil, in: language))]
        }
    }

    private var words: any OverviewWords {
        switch language {
        case .english: EnglishOverviewWords()
        case .german: GermanOverviewWords()
        }
    }

    private func line(_ ritual: Ritual, _ person: Person, _ now: Timestamp) -> String {
        let zone = schedule.zone(of: ritual, for: person)
        var times: [String] = []
        var ordinal: Int?
        var after = now
        while times.count < 2, let next = ritual.recurrence.next(after: after, in: zone) {
            times.append(DateWording.full(next.instant, in: person.zone, language))
            ordinal = ordinal ?? next.ordinal
            after = next.instant
        }
        let title = NudgeWording.title(of: ritual, ordinal: ordinal, in: language)
        guard let first = times.first else { return words.over(person.name, title) }
        let leads = ritual.leads.filter { !$0.isMoment }.map(\.description)
        let means = person.channels.map { $0.map(\.text).joined(separator: " + ") }
        return words.gets(
            person.name, title, first: first, second: times.count > 1 ? times[1] : nil,
            ahead: leads.isEmpty ? nil : DateWording.words(language).list(leads), channels: means)
    }
}

protocol OverviewWords: Sendable {
    func gets(_ person: String, _ title: String, first: String, second: String?, ahead: String?, channels: [String]) -> String
    func over(_ person: String, _ title: String) -> String
    func off(_ title: String) -> String
}

struct EnglishOverviewWords: OverviewWords {
    func gets(_ person: String, _ title: String, first: String, second: String?, ahead: String?, channels: [String]) -> String {
        let means = channels.isEmpty ? "no channel" : channels.joined(separator: ", else ")
        return "\(person) gets “\(title)” on \(first)" + (second.map { ", then \($0)" } ?? "")
            + (ahead.map { ", and \($0) ahead" } ?? "") + " (\(means))"
    }
    func over(_ person: String, _ title: String) -> String { "\(person): “\(title)” does not come any more" }
    func off(_ title: String) -> String { "“\(title)” is off" }
}

struct GermanOverviewWords: OverviewWords {
    func gets(_ person: String, _ title: String, first: String, second: String?, ahead: String?, channels: [String]) -> String {
        let means = channels.isEmpty ? "kein Kanal" : channels.joined(separator: ", sonst ")
        return "\(person) bekommt „\(title)“ am \(first)" + (second.map { ", dann \($0)" } ?? "")
            + (ahead.map { ", und \($0) vorher" } ?? "") + " (\(means))"
    }
    func over(_ person: String, _ title: String) -> String { "\(person): „\(title)“ kommt nicht mehr" }
    func off(_ title: String) -> String { "„\(title)“ ist aus" }
}
