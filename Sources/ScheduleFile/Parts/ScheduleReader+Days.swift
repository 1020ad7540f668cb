import CivilTime
import Planning
import Recurrence
import TOML
import Wording

/// What a ritual leaves out and moves, before the rituals it names are known.
struct DayRules {
    var exceptions: [ClosedRange<CivilDate>] = []
    /// Rituals on whose days it does not come, and where they are named.
    var others: [(id: String, text: Text)] = []
    var onHoliday = DayMove.keep
    var onWeekend = DayMove.keep
    var words = DayWords()
    /// Where the first of it stands.
    var spot: Spot

    var isEmpty: Bool { exceptions.isEmpty && others.isEmpty && onHoliday == .keep && onWeekend == .keep }
}

extension ScheduleReader {
    /// How many rituals in a row may leave out each other's dates.
    static let exceptionDepth = 4

    /// What `except`, `on-holiday` and `on-weekend` say.
    func dayRules(_ table: TableReader) -> DayRules {
        let keys = ["except", "on-holiday", "on-weekend"].filter(table.has)
        let spot = keys.map(table.spot).min { $0.comesBefore($1) } ?? table.section.spot
        var rules = DayRules(spot: spot)
        rules.onHoliday = table.choice("on-holiday", DayMove.allCases.map(\.rawValue)).flatMap(DayMove.init) ?? .keep
        rules.onWeekend = table.choice("on-weekend", DayMove.allCases.map(\.rawValue)).flatMap(DayMove.init) ?? .keep
        if table.has("on-holiday"), holidaysTable == nil, !mayBeMisspelt("holidays") {
            findings.report(.keyNeeds("on-holiday", needs: "[holidays]"), at: table.spot("on-holiday"))
        }
        rules.words.onHoliday = rules.onHoliday
        rules.words.onWeekend = rules.onWeekend
        readExceptions(table, &rules)
        return rules
    }

    private func readExceptions(_ table: TableReader, _ rules: inout DayRules) {
        guard let item = table.item("except") else { return }
        guard let values = item.value.array else {
            let isOne = item.value.string != nil || item.value.localDate != nil
            table.wrong("except", .exceptions, item, say: isOne ? "except = [\(findings.text(item.spot))]" : nil)
            return
        }
        guard !values.isEmpty else { return findings.report(.emptyList(key: "except"), at: item.spot) }
        for value in values where !value.isInvalid {
            let inner = item.item(value)
            if let date = value.localDate {
                guard let date = CivilDate(date) else { continue }
                rules.exceptions.append(date...date)
                rules.words.exceptions.append(.day("\(date)"))
            } else if let text = value.string {
                exception(Text(text: text, item: inner, findings: findings), &rules)
            } else {
                let isTimed = value.localDateTime != nil
                let say = isTimed ? String(findings.text(inner.spot).prefix(10)) : nil
                table.wrong("except", .exceptions, inner, say: say)
            }
        }
    }

    /// `2026-12-24`, `2026-12-24 to 2027-01-06`, or a ritual's name.
    private func exception(_ text: Text, _ rules: inout DayRules) {
        let written = text.text
        if let date = CivilDate(parsing: written) {
            rules.exceptions.append(date...date)
            rules.words.exceptions.append(.day(written))
        } else if let (first, last) = ends(written) {
            guard let start = CivilDate(parsing: first), let end = CivilDate(parsing: last) else {
                let wrong = CivilDate(parsing: first) == nil ? first : last
                return findings.report(.noSuchDate(wrong), at: text.spot)
            }
            if written != "\(first) to \(last)" {
                findings.report(.rangeWritten(shortened(written), say: "\(first) to \(last)"), at: text.spot)
            } else if start > end {
                findings.report(.rangeBackwards(say: "\(last) to \(first)"), at: text.spot)
            } else {
                rules.exceptions.append(start...end)
                rules.words.exceptions.append(.range(first, last))
            }
        } else if isDateShaped(written), places[.ritual]?[written] == nil {
            let isWhole = written.utf8.count == 10
            findings.report(isWhole ? .noSuchDate(written) : .exceptionWithoutYear(written), at: text.spot)
        } else {
            named(text, &rules)
        }
    }

    /// The two dates that a text begins and ends with, whatever stands between them.
    private func ends(_ text: String) -> (String, String)? {
        let letters = Array(text)
        guard letters.count > 20 else { return nil }
        let (first, last) = (String(letters.prefix(10)), String(letters.suffix(10)))
        return isDateShaped(first) && isDateShaped(last) ? (first, last) : nil
    }

    /// A ritual by its id, or by kind and id.
    private func named(_ text: Text, _ rules: inout DayRules) {
        let parts = text.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let id = parts.last ?? ""
        if parts.count <= 2, let place = places[.ritual]?[id], let kind = ritualTables[place].kind,
            kind != .repair
        {
            let name = "\(kind.rawValue).\(id)"
            if parts.count == 2, parts[0] != kind.rawValue {
                let near = mayBeSecret(ritualTables[place]) ? nil : name
                findings.report(.unknownRitual(shortened(text.text), near: near, known: ritualNames), at: text.spot)
            } else if rules.others.contains(where: { $0.id == id }) {
                let first = rules.others.first { $0.id == id }?.text.spot
                findings.report(.duplicateInList(text.text, key: "except"), at: text.spot, first: first)
            } else {
                rules.others.append((id, text))
                rules.words.exceptions.append(.ritual(name))
            }
            return
        }
        guard !isThere(id, .ritual) else { return }
        guard parts.count <= 2, parts.allSatisfy({ isIdentifier($0) && !($0.first?.isNumber ?? true) }) else {
            return findings.report(.badException(shortened(text.text)), at: text.spot)
        }
        let ids = ritualTables.filter { !mayBeSecret($0) }.map(\.id)
        let known = parts.count == 2 ? ritualNames : ids
        let near = nearest(to: text.text, among: known)
        findings.reportMissing(.unknownRitual(text.text, near: near, known: known), at: text.spot)
    }

    /// Kind and id of each ritual that is kept from nobody.
    private var ritualNames: [String] {
        ritualTables.filter { !mayBeSecret($0) }
            .compactMap { named in named.kind.map { "\($0.rawValue).\(named.id)" } }
    }

    // MARK: - Putting them together

    /// The rituals with their days left out and moved, in an order in which those they name come first.
    func observing(_ rituals: [ReadRitual]) -> [ReadRitual] {
        guard rituals.contains(where: { !$0.days.isEmpty }) else { return rituals }
        var whole = rituals
        let index = Dictionary(
            rituals.enumerated().map { ($1.ritual.id.text, $0) }, uniquingKeysWith: { first, _ in first })
        var depths: [Int: Int] = [:]
        // Those that cannot be put together, and what builds on them.
        var broken: Set<Int> = []
        var path: [Int] = []

        func visit(_ place: Int) -> Int {
            if let depth = depths[place] { return depth }
            path.append(place)
            defer { path.removeLast() }
            var depth = 0
            var others: [Recurrence] = []
            for (id, text) in whole[place].days.others {
                // One that could not be read is told elsewhere.
                guard let other = index[id] else { continue }
                if let start = path.firstIndex(of: other) {
                    let ids = path[start...].map { whole[$0].ritual.id.text } + [id]
                    findings.report(.exceptionCircle(ids), at: text.spot)
                    broken.insert(place)
                    continue
                }
                depth = max(depth, visit(other) + 1)
                if broken.contains(other) {
                    broken.insert(place)
                } else if depth > Self.exceptionDepth {
                    findings.report(.exceptionsTooDeep(limit: Self.exceptionDepth), at: text.spot)
                    broken.insert(place)
                } else if let dates = dates(of: whole[other].ritual, text) {
                    others.append(dates)
                }
            }
            depths[place] = depth
            if !broken.contains(place) { observe(&whole[place], others) }
            return depth
        }
        for place in rituals.indices { _ = visit(place) }
        return whole
    }

    /// The dates of a ritual that another one leaves out; nil where it has none.
    private func dates(of ritual: Ritual, _ text: Text) -> Recurrence? {
        if ritual.cadence != nil {
            findings.report(.exceptionWithoutDates(text.text), at: text.spot)
        } else if ritual.recurrence.isElapsed {
            findings.report(.exceptionByTheHour(text.text), at: text.spot)
        } else if ritual.isOn {
            return ritual.recurrence
        }
        return nil
    }

    private func observe(_ read: inout ReadRitual, _ others: [Recurrence]) {
        guard !read.days.isEmpty else { return }
        let calendar = calendar(read.days, others)
        read.ritual.recurrence = read.ritual.recurrence.observing(calendar)
        read.ritual.cadence = read.ritual.cadence?.observing(calendar)
        let readers = people.filter { read.ritual.people.contains($0.id) }
        let zones = Set(read.ritual.together ? [zone] : readers.map(\.zone))
        let recurrence = read.ritual.recurrence
        let comes = zones.isEmpty || zones.contains { recurrence.occurrences(in: $0).first { _ in true } != nil }
        if !comes { findings.report(.nothingLeft, at: read.days.spot) }
    }

    private func calendar(_ days: DayRules, _ others: [Recurrence]) -> DayCalendar {
        let isPlain = days.exceptions.isEmpty && others.isEmpty
        let key = [days.onHoliday, days.onWeekend]
        if isPlain, let known = calendars[key] { return known }
        let calendar = DayCalendar(
            except: days.exceptions, others: others, holidays: days.onHoliday == .keep ? [] : holidays,
            onHoliday: days.onHoliday, onWeekend: days.onWeekend)
        if isPlain { calendars[key] = calendar }
        return calendar
    }
}
