import CivilTime
import Planning
import Recurrence
import TOML
import Wording

/// A season as it was read, with the words of what it changes, where they are wanted.
struct ReadSeason {
    var season: Season
    /// What it says of each ritual: nil rests.
    var words: [(ritual: RitualID, when: RuleWords?)]
    /// When it holds by itself, as written.
    var dates: (from: String, until: String?)?
}

extension ScheduleReader {
    /// The seasons, once the rituals are known.
    func seasons(_ rituals: [ReadRitual]) -> [ReadSeason] {
        guard !seasonTables.isEmpty else { return [] }
        let index = Dictionary(rituals.map { ($0.ritual.id.text, $0) }, uniquingKeysWith: { first, _ in first })
        return seasonTables.map { named in
            let table = TableReader(named.section, .season, findings)
            let title = table.text("title")
            if let title, title.text.count > 100 { findings.report(.tooLong(key: "title", limit: 100), at: title.spot) }
            let range = table.dayRange()
            var read = ReadSeason(
                season: Season(
                    id: SeasonID(named.id), title: title?.text, days: range?.ranges ?? [], changes: [:]), words: [])
            if range != nil { read.dates = (written(table, "from") ?? "", written(table, "until")) }
            for text in table.names("off") ?? [] {
                guard let ritual = changed(text, index) else { continue }
                read.season.changes[ritual.ritual.id] = .rests
                read.words.append((ritual.ritual.id, nil))
            }
            readChanges(table, index, &read)
            if table.lacks("off"), table.lacks("change") {
                findings.report(.season(.changesNothing(named.id)), at: named.section.spot)
            }
            return read
        }
    }

    private func written(_ table: TableReader, _ key: String) -> String? {
        table.item(key).map { item in item.value.string ?? findings.text(item.spot) }
    }

    private func readChanges(_ table: TableReader, _ index: [String: ReadRitual], _ read: inout ReadSeason) {
        guard let item = table.item("change") else { return }
        guard let changes = item.value.table else {
            return table.wrong("change", .table, item, say: "[season.\(read.season.id).change.RITUAL]")
        }
        for entry in changes.entries {
            let whole = Entry(key: entry.key, item: item.item(entry.value))
            guard let inner = entry.value.table else {
                if !entry.value.isInvalid {
                    findings.report(.unknownKey(entry.key.name, in: .season, near: nil, belongs: nil), at: whole.spot)
                }
                continue
            }
            guard let ritual = changed(entry.key.name, at: whole.spot, index) else { continue }
            let id = ritual.ritual.id
            if read.season.changes[id] != nil {
                findings.report(.duplicateInList(id.text, key: "off"), at: whole.spot, first: table.spot("off"))
                continue
            }
            let section = Section(inner, file: item.file, name: whole.spot)
            guard let change = change(ritual, section) else { continue }
            read.season.changes[id] = change.change
            read.words.append((id, change.words))
        }
    }

    /// The ritual that a season changes, by its id or by kind and id; nil after reporting that there is none.
    private func changed(_ text: Text, _ index: [String: ReadRitual]) -> ReadRitual? {
        changed(text.text, at: text.spot, index)
    }

    private func changed(_ name: String, at spot: Spot, _ index: [String: ReadRitual]) -> ReadRitual? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let id = parts.last ?? name
        if let found = index[id], parts.count == 1 || found.ritual.name == name { return found }
        guard !isThere(id, .ritual) else { return nil }
        let known = ritualTables.map(\.id)
        findings.reportMissing(
            .unknownRitual(shortened(name), near: nearest(to: id, among: known), known: known), at: spot)
        return nil
    }

    /// How a ritual comes in a season: the keys of its own rule, with those that the season says in their place.
    private func change(
        _ read: ReadRitual, _ section: Section
    ) -> (change: Season.Change, words: RuleWords?)? {
        let ritual = read.ritual
        let own = TableReader(section, .change(ritual.kind), findings)
        let isOn = own.flag("on")
        if isOn == false { return (.rests, nil) }
        let keys = TableKind.ruleKeys.filter(own.has)
        guard !keys.isEmpty || isOn == true else {
            findings.report(.season(.noChange(ritual.id.text)), at: section.spot)
            return nil
        }
        if keys.isEmpty { return (.comes(ritual.recurrence), read.when) }
        guard ritual.cadence == nil else {
            findings.report(.season(.changesCadence(ritual.id.text)), at: section.spot)
            return nil
        }
        guard let place = places[.ritual]?[ritual.id.text] else { return nil }
        // Another rule takes the place of the whole one; a time of day alone that of the time.
        let isNewRule = keys.contains { RuleReader.dialects.contains($0) || $0 == "date" }
        let replaced = isNewRule ? RuleReader.dialects + ["date", "counts", "at", "count", "until"] : []
        let kept = ritualTables[place].section.entries.filter { entry in
            !replaced.contains(entry.name) && !section.entries.contains { $0.name == entry.name }
        }
        let whole = Section(spot: section.spot, entries: kept + section.entries.filter { $0.name != "on" })
        let zones = ritual.together ? [zone] : ritual.people.compactMap { id in people.first { $0.id == id }?.zone }
        let table = TableReader(whole, .ritual(ritual.kind), findings)
        let reader = RuleReader(table, ritual.kind, zone: zone, zones: zones, findings, withWords: withSentences)
        guard let rule = reader.read() else { return nil }
        if rule.cadence != nil {
            findings.report(.season(.changesCadence(ritual.id.text)), at: section.spot)
            return nil
        }
        var words = rule.words
        words.days = read.days.words
        return (.comes(rule.recurrence.observingDays(of: ritual.recurrence)), withSentences ? words : nil)
    }
}
