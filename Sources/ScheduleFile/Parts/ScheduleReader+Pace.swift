import CivilTime
import Planning
import Recurrence
import TOML
import Wording

extension ScheduleReader {
    /// A person's own pace: what a preset says, where the table does not say it itself.
    func pace(_ table: TableReader) -> Pace {
        let preset = table.choice("preset", Pace.Preset.allCases.map(\.rawValue)).flatMap(Pace.Preset.init)
        var pace = preset?.pace ?? Pace()
        if let quiet = quietHours(table) { pace.quietHours = quiet }
        if let perDay = table.number("per-day", in: 0...1_000) { pace.perDay = perDay }
        pace.digestAt = table.clockTime("digest") ?? digestAt
        return pace
    }

    /// When everybody's digest goes out: `[digest] at`.
    func readDigest() {
        guard let section = digestTable else { return }
        let table = TableReader(section, .digest, findings)
        if table.lacks("at") { findings.report(.missingKey("at", in: .digest), at: section.spot) }
        digestAt = table.clockTime("at")
    }

    private func quietHours(_ table: TableReader) -> QuietHours? {
        // An empty list takes a preset's quiet hours away.
        if table.item("quiet-hours")?.value.array?.isEmpty == true { return QuietHours([]) }
        guard let texts = table.texts("quiet-hours", orText: true) else { return nil }
        let quiet = QuietHours(texts.compactMap(quietSpan))
        if quiet.coverEverything { findings.report(.quietAllWeek, at: table.spot("quiet-hours")) }
        return quiet
    }
}

extension TableReader {
    /// A whole number within bounds.
    func number(_ key: String, in bounds: ClosedRange<Int64>) -> Int? {
        guard let item = item(key) else { return nil }
        guard let number = item.value.integer else {
            wrong(key, .number, item)
            return nil
        }
        guard bounds.contains(number) else {
            findings.report(
                .numberOutside(key: key, low: bounds.lowerBound, high: bounds.upperBound), at: item.spot)
            return nil
        }
        return Int(number)
    }
}
