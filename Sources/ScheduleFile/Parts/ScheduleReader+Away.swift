import CivilTime
import Planning
import TOML
import Wording

extension ScheduleReader {
    /// Where a person is for a while: `away = [{ from = …, until = …, timezone = "…" }]`.
    func stays(_ table: TableReader) -> [Stay] {
        guard let item = table.item("away") else { return [] }
        guard let values = item.value.array, values.allSatisfy({ $0.table != nil || $0.isInvalid }) else {
            findings.report(.season(.awayShape), at: item.spot)
            return []
        }
        var stays: [Stay] = []
        var last: Spot?
        for value in values {
            guard let inner = value.table else { continue }
            let section = Section(inner, file: item.file, name: item.item(value).spot)
            let stay = TableReader(section, .away, findings)
            for key in ["from", "until", "timezone"] where stay.lacks(key) {
                findings.report(.missingKey(key, in: .away), at: section.spot)
            }
            let named = stay.text("timezone").flatMap { zone(named: $0) }
            guard case .once(let days)? = stay.dayRange(), let named else { continue }
            if let before = stays.last, days.lowerBound <= before.days.upperBound {
                findings.report(.season(.overlapsStay), at: stay.spot("from"), first: last)
            } else {
                stays.append(Stay(days, in: named))
                last = stay.spot("until")
            }
        }
        return stays
    }
}
