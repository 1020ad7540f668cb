import CivilTime
import Recurrence
import TOML
import Wording

extension TableReader {
    /// The times of day that a key names.
    func clockTimes(_ key: String) -> [TimeOfDay] {
        guard let item = item(key) else { return [] }
        if let time = item.value.localTime {
            if let time = TimeOfDay(hour: time.hour, minute: time.minute, second: time.second) { return [time] }
            findings.report(.badTime(findings.text(item.spot)), at: item.spot)
            return []
        }
        guard let text = text(key, .time) else { return [] }
        let prefix = "day at "
        do throws(DialectError) {
            let phrase = try Phrase(prefix + text.text)
            return ((try? phrase.rules()) ?? []).flatMap(\.clockTimes).sorted()
        } catch {
            let shift = prefix.utf8.count
            guard error.range.lowerBound >= shift, error.range.lowerBound < shift + text.text.utf8.count else {
                findings.report(.badTime(text.text), at: text.spot)
                return []
            }
            let part = error.range.lowerBound - shift..<error.range.upperBound - shift
            if case .expected = error.reason {
                findings.report(.badTime(text.text), at: text.spot(of: part))
            } else {
                findings.report(.dialect(error), at: text.spot(of: part))
            }
            return []
        }
    }

    /// The one time of day that a key names.
    func clockTime(_ key: String) -> TimeOfDay? {
        let times = clockTimes(key)
        if times.count > 1 { findings.report(.oneTimeFor(key: key), at: spot(key)) }
        return times.first
    }
}
