import CivilTime
import Control
import JSON
import Planning
import Recurrence
import ScheduleFile
import Wording
import ZoneFiles

/// What `troth explain` says of one rule.
struct Explaining {
    private let zones: SystemZones
    /// How many of the next times are shown.
    private static let shown = 5

    private let language: Language
    private var words: ExplainWording { ExplainWording(language) }
    private var usage: ProgramWording { ProgramWording(language) }

    init(_ zones: SystemZones, in language: Language) {
        self.zones = zones
        self.language = language
    }

    /// - Parameters:
    ///   - zone: The name of the zone to reckon in; a rule that names its own keeps it.
    ///   - starting: A date or a local time from which to count.
    ///   - time: The time of day for a rule that names none.
    /// - Throws: ``Ending``: 65 where the rule is wrong or never comes, 64 for the options.
    func answer(
        _ text: String, zone name: String?, starting: String?, at time: String?, now: Timestamp
    ) throws -> Reply {
        var start = try starting.map(local)
        let clock = try time.map(self.time)
        let explanation = try explain(text, &start, clock)
        let zone = try explanation.zone.map(zone) ?? name.map(zone) ?? zones.systemZone().zone
        let recurrence = Recurrence(rules: explanation.rules, policies: Policies())
        let next = Array(recurrence.occurrences(after: now, in: zone).prefix(Self.shown))
        let explained = Explained(explanation, start: start, zone: zone, next: next, words)
        var reply = Reply(explained.lines.map { Reply.Line($0) } + [Reply.Line(nil, explained.object)])
        if explanation.needs.isEmpty, recurrence.neverFires {
            reply.complaints = words.neverComes
            reply.exit = .data
        }
        return reply
    }

    private func explain(_ text: String, _ start: inout CivilDateTime?, _ time: TimeOfDay?) throws -> Explanation {
        let explanation = try read(text, start, time)
        guard let time else {
            // A day alone, without the time that midnight would stand for.
            if let start, start.time == .midnight, explanation.dialect == .phrase,
                (try? Phrase(text))?.namesTime == false
            {
                throw Ending(.usage, words.lacks(.time, add: "--at 19:00"))
            }
            return explanation
        }
        switch explanation.dialect {
        case .phrase where (try? Phrase(text))?.namesTime == false:
            return explanation
        case .rrule where explanation.rules.allSatisfy({ !$0.isSubdaily && $0.hours.isEmpty && $0.minutes.isEmpty }):
            // A recurrence rule takes its time of day from where it starts.
            start = CivilDateTime((start ?? Rule.epoch).date, time)
            return try read(text, start, nil)
        case .phrase, .rrule, .calendar, .cron:
            let need: PhraseNeed = explanation.rules.contains(where: \.isSubdaily) ? .noTime : .oneTime
            throw Ending(.usage, words.refuses(need, leaveOut: "--at"))
        }
    }

    private func read(_ text: String, _ start: CivilDateTime?, _ time: TimeOfDay?) throws -> Explanation {
        do throws(DialectError) {
            return try Explanation(text, starting: start, at: time, isZone: { (try? zones.zone(named: $0)) != nil })
        } catch {
            throw Ending(.data, words.mistake(error, shown: Excerpt.carets(under: error.range, in: text)))
        }
    }

    private func zone(_ name: String) throws -> Zone {
        do throws(ZoneLookupError) {
            return try zones.zone(named: name)
        } catch {
            throw Ending(.usage, usage.error(error.message(in: language), hint: error.hint(in: language)))
        }
    }

    private func local(_ text: String) throws -> CivilDateTime {
        if let local = CivilDateTime(parsing: text) { return local }
        if let date = CivilDate(parsing: text) { return CivilDateTime(date) }
        throw Ending(.usage, usage.noLocalTime("--starting", text))
    }

    private func time(_ text: String) throws -> TimeOfDay {
        guard let time = TimeOfDay(parsing: text) else {
            throw Ending(.usage, usage.noTimeOfDay("--at", text))
        }
        return time
    }
}
