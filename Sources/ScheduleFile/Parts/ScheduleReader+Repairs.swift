import CivilTime
import Planning
import TOML
import Wording

extension ScheduleReader {
    /// What `[repair.ID]` says; where nothing is said, the usual one for everybody.
    func repairs() -> [Repair] {
        let tables = ritualTables.filter { $0.kind == .repair }
        guard !tables.isEmpty else {
            let isFree = places[.ritual]?["repair"] == nil
            return isFree && !people.isEmpty ? [Repair(id: RitualID("repair"), people: everybody)] : []
        }
        return tables.map { named in
            let table = TableReader(named.section, .repair, findings)
            let title = table.text("title")
            if let title, title.text.count > 100 { findings.report(.tooLong(key: "title", limit: 100), at: title.spot) }
            let ids = table.names("people").map { Set($0.compactMap(knownPerson)) }
            let chosen = everybody.filter { ids?.contains($0) ?? true }
            var repair = Repair(id: RitualID(named.id), title: title?.text, people: chosen)
            if let steps = steps(table) { repair.steps = steps }
            return repair
        }
    }

    /// Whom to call: `[help] contacts = ["…"]`.
    func helpContacts() -> [String] {
        guard let section = helpTable else { return [] }
        let table = TableReader(section, .help, findings)
        if table.lacks("contacts") { findings.report(.missingKey("contacts", in: .help), at: section.spot) }
        return (table.texts("contacts") ?? []).map(\.text)
    }

    private func steps(_ table: TableReader) -> [Repair.Step]? {
        guard let item = table.item("steps") else { return nil }
        guard let values = item.value.array, !values.isEmpty,
            values.allSatisfy({ $0.table != nil || $0.isInvalid })
        else {
            findings.report(.repair(.stepsShape), at: item.spot)
            return nil
        }
        return values.compactMap { value in
            guard let inner = value.table else { return nil }
            return step(Section(inner, file: item.file, name: item.item(value).spot))
        }
    }

    private func step(_ section: Section) -> Repair.Step? {
        let table = TableReader(section, .step, findings)
        let before = findings.count
        let builtIn = table.choice("do", Repair.BuiltIn.allCases.map(\.rawValue)).flatMap(Repair.BuiltIn.init)
        let title = table.text("title")
        if let title, title.text.count > 200 { findings.report(.tooLong(key: "title", limit: 200), at: title.spot) }
        let message = table.text("message", isLong: true)
        let time = table.clockTime("at")
        let after = table.span("after")
        if table.lacks("after") { findings.report(.missingKey("after", in: .step), at: section.spot) }
        if table.lacks("do"), table.lacks("title") { findings.report(.repair(.stepWithoutWords), at: section.spot) }
        if let after, time != nil, !after.span.isCivil {
            findings.report(.repair(.timeOfDayOfHours), at: table.spot("at"))
        }
        guard let after, findings.count == before else { return nil }
        return Repair.Step(after: after.span, time: time, builtIn: builtIn, title: title?.text, message: message?.text)
    }
}
