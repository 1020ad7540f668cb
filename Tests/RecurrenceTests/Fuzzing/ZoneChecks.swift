import CivilTime
import Recurrence

/// What must hold of any bytes that are read as a zone: refused at a place inside them, or
/// a zone whose changes go forward, whose answers agree with one another, and in which
/// every rule's next occurrence is later than the last.
enum ZoneChecks {
    static func tzif(_ bytes: [UInt8]) -> String? {
        do throws(TZifError) {
            let zone = try Zone(identifier: "Fuzzed/Zone", tzif: bytes)
            var variety = Variety(bytes)
            return answers(zone, &variety)
        } catch {
            return 0...bytes.count ~= error.place && !error.description.isEmpty ? nil : "an error at \(error.place)"
        }
    }

    static func posix(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        do throws(PosixRuleError) {
            let zone = try Zone(identifier: "Fuzzed/Zone", posix: text)
            var variety = Variety(bytes)
            return answers(zone, &variety)
        } catch {
            return 0...text.utf8.count ~= error.place && !error.description.isEmpty ? nil : "an error at \(error.place)"
        }
    }

    static func span(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        switch Span.parse(text) {
        case .success(let span):
            guard Span(parsing: span.description) == span else { return "reads back otherwise: \(span)" }
            return nil
        case .failure(let error):
            return error.range.upperBound <= text.utf8.count && !error.description.isEmpty ? nil : "an error at \(error.range)"
        }
    }

    private static func answers(_ zone: Zone, _ variety: inout Variety) -> String? {
        if let wrong = changes(zone, after: Timestamp(microseconds: .min), 24) { return wrong }
        if let wrong = changes(zone, after: variety.instant(), 4) { return wrong }
        for _ in 0..<4 {
            let instant = variety.instant()
            guard zone.offset(at: instant).seconds == zone.offsetSeconds(at: instant) else { return "two offsets at \(instant)" }
            guard Offset.bounds ~= zone.offsetSeconds(at: instant) else { return "an offset out of bounds at \(instant)" }
            let local = variety.local()
            var cursor = ZoneCursor(zone)
            guard cursor.instant(of: local) == zone.instant(of: local) else { return "the cursor differs at \(local)" }
            switch zone.resolve(local) {
            case .unique(let instant):
                guard zone.local(at: instant) == local else { return "\(local) is not \(instant)" }
            case .fold(let first, let second):
                guard first < second, zone.local(at: first) == local, zone.local(at: second) == local
                else { return "\(local) is not \(first) and \(second)" }
            case .gap:
                continue
            }
        }
        return nil
    }

    /// The changes after an instant, and rules around each.
    private static func changes(_ zone: Zone, after instant: Timestamp, _ limit: Int) -> String? {
        var after = instant
        for number in 0..<limit {
            guard let change = zone.nextTransition(after: after) else { return nil }
            guard change.at > after else { return "the change \(change.at) is not after \(after)" }
            guard zone.offset(at: change.at) == change.after else { return "another offset at \(change.at)" }
            guard zone.offset(at: change.at.adding(microseconds: -1)) == change.before
            else { return "another offset before \(change.at)" }
            guard zone.previousTransition(before: change.at.adding(microseconds: 1)) == change
            else { return "looking back from \(change.at) finds another change" }
            if number % 4 == 0, let wrong = steps(zone, around: change.at) { return wrong }
            after = change.at
        }
        return nil
    }

    static let rules: [Recurrence] = [
        "FREQ=DAILY;BYHOUR=0,1,2,3,23;BYMINUTE=0,30,59", "FREQ=HOURLY;INTERVAL=5", "FREQ=WEEKLY;BYHOUR=2;BYMINUTE=30",
        "FREQ=MINUTELY;INTERVAL=7;BYHOUR=0,1,2,3",
    ].flatMap { text in
        GapPolicy.allCases.compactMap { gap in
            let start = CivilDateTime(year: 1800, month: 1, day: 1)
            let rule = start.flatMap { try? Rule(rrule: text, start: $0) }
            return rule.map { Recurrence($0, policies: Policies(gap: gap, subdaily: gap == .skip ? .wall : .elapsed)) }
        }
    }

    private static func steps(_ zone: Zone, around instant: Timestamp) -> String? {
        for recurrence in rules {
            var after = instant.adding(seconds: -90_000)
            for _ in 0..<4 {
                guard let found = recurrence.next(after: after, in: zone) else { break }
                guard found.instant > after else { return "\(found.instant) is not after \(after)" }
                after = found.instant
            }
        }
        return nil
    }
}
