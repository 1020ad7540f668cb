import CivilTime
import Planning
import Recurrence
import TOML
import Wording

/// A ritual as it was read, with the words its rule was written in, where they are wanted.
struct ReadRitual {
    var ritual: Ritual
    let when: RuleWords?
    /// What its recurrence was compiled from, where that is wanted, too.
    let source: RuleSet?
    let days: DayRules
    /// The people it is kept from, as they are written.
    var hiddenFrom: [HiddenFrom] = []
}

extension ScheduleReader {
    /// The ritual of a table, or nil after reporting what is wrong with it.
    func ritual(_ named: Named) -> ReadRitual? {
        guard let kind = named.kind else { return nil }
        let table = TableReader(named.section, .ritual(kind), findings)
        let title = table.text("title")
        if let title, title.text.count > 200 { findings.report(.tooLong(key: "title", limit: 200), at: title.spot) }
        let message = table.text("message", isLong: true)
        let people = audience(table, kind)
        let letter = letter(table)
        let decks = letter.map { lettered($0, table, people) } ?? decks(table, people)
        let isShared = table.flag("shared") ?? false
        let together = table.flag("together") ?? (letter == .unsent ? false : kind.isTogether(shared: isShared))
        let turns = turns(table, among: people)
        let isLight = table.flag("light")
        let leads = leads(table)
        let catchUp = table.choice("catch-up", CatchUp.allCases.map(\.rawValue)).flatMap(CatchUp.init)
        let grace = table.span("grace")?.span
        let isOn = table.flag("on") ?? true
        let urgent = table.flag("urgent") ?? false
        let formerly = formerIDs(table)
        let answer = answerPolicy(table)
        let again = askAgain(table, kind, together: together, grace: grace)
        let isDiscreet = table.flag("discreet") ?? false
        let (secrecy, hiddenFrom) = secrecy(table)
        let isPrivate = kind == .reflection || isDiscreet || secrecy != nil || letter == .unsent
        let escalation = escalation(table, people, isPrivate: isPrivate)
        let zones = together ? [zone] : people.map(\.zone)
        let days = dayRules(table)
        let when = RuleReader(
            table, kind, zone: zone, zones: zones, findings, withWords: withSentences
        ).read()
        guard var when else { return nil }
        when.words.days = days.words
        checkGap(when.cadence, leads, table)
        if when.recurrence.isElapsed { checkMoves(days, table) }
        var ritual = Ritual(
            id: RitualID(named.id), kind: kind, title: title?.text, message: message?.text,
            recurrence: when.recurrence,
            people: people.count == everybody.count ? everybody : people.map(\.id), together: together,
            leads: leads, urgent: urgent, catchUp: catchUp ?? .latest, grace: grace, isOn: isOn, formerly: formerly,
            cadence: when.cadence, isShared: isShared, escalation: escalation, answer: answer, again: again,
            isDiscreet: isDiscreet, secrecy: secrecy, decks: decks, turns: turns, isLight: isLight)
        ritual.todo = todo(table)
        ritual.isHomework = table.flag("homework") ?? false
        ritual.letter = letter
        ritual.isPersonal = letter == .unsent
        return ReadRitual(
            ritual: ritual, when: withSentences ? when.words : nil, source: withSentences ? when.source : nil,
            days: days, hiddenFrom: hiddenFrom)
    }

    /// A nudge ahead must lie after the last time that it is counted from.
    private func checkGap(_ cadence: Cadence?, _ leads: [Lead], _ table: TableReader) {
        guard let cadence, let longest = leads.first, !longest.isMoment,
            longest.span.approximateMicroseconds >= cadence.ideal.approximateMicroseconds
        else { return }
        findings.report(.leadBeyondGap, at: table.spot("ahead"), first: table.spot("after-done"))
    }

    /// What comes by the hour can be left out on a day, but not move to another.
    private func checkMoves(_ days: DayRules, _ table: TableReader) {
        for (key, move) in [("on-holiday", days.onHoliday), ("on-weekend", days.onWeekend)]
        where move == .before || move == .after {
            findings.report(.moveByTheHour(key: key), at: table.spot(key))
        }
    }

    /// Whom the ritual is for: everybody where nobody is named.
    private func audience(_ table: TableReader, _ kind: Kind) -> [Person] {
        guard let names = table.names("people") else {
            if kind.needsPeopleNamed, table.lacks("people") {
                findings.report(.peopleNeeded(kind), at: table.section.spot)
            }
            return people
        }
        let ids = Set(names.compactMap(knownPerson))
        return people.filter { ids.contains($0.id) }
    }

    /// Who opens or plans it, one after the other: people it is for.
    private func turns(_ table: TableReader, among people: [Person]) -> [PersonID] {
        let turns = (table.names("turns") ?? []).compactMap { text -> PersonID? in
            guard let id = knownPerson(text) else { return nil }
            if people.contains(where: { $0.id == id }) { return id }
            findings.report(.turnOfAnother(text.text), at: text.spot, first: table.spot("people"))
            return nil
        }
        if table.has("turns"), table.has("after-done") {
            findings.report(
                .keysExclude("turns", "after-done"), at: table.spot("turns"), first: table.spot("after-done"))
        }
        return turns
    }

    /// What is to be done by then, of which the notices ahead tell.
    private func todo(_ table: TableReader) -> [String] {
        guard let texts = table.texts("todo") else { return [] }
        if table.lacks("ahead") { findings.report(.keyNeeds("todo", needs: "ahead"), at: table.spot("todo")) }
        return table.distinct(texts, "todo").map(\.text)
    }

    // MARK: - Leads

    /// From the longest to the shortest, and the moment itself unless it is left out.
    private func leads(_ table: TableReader) -> [Lead] {
        let isMomentLeft = table.flag("on-the-day") ?? true
        if !isMomentLeft, table.lacks("ahead") {
            findings.report(.nothingWouldCome, at: table.spot("on-the-day"))
        }
        var leads: [(lead: Lead, text: Text)] = []
        for text in table.texts("ahead", shape: .lengths) ?? [] {
            guard let span = table.span(of: text) else { continue }
            let lead = Lead(span)
            if lead.isMoment {
                findings.report(.leadNotAhead, at: text.spot)
            } else if let first = leads.first(where: { $0.lead == lead }) {
                findings.report(.leadTwice(text.text, same: first.text.text), at: text.spot, first: first.text.spot)
            } else {
                leads.append((lead, text))
            }
        }
        let sorted = leads.map(\.lead).sorted { $0.span.approximateMicroseconds > $1.span.approximateMicroseconds }
        return leadLists.insert(isMomentLeft ? sorted + [.moment] : sorted).memberAfterInsert
    }

    // MARK: - Former ids

    private func formerIDs(_ table: TableReader) -> [RitualID] {
        (table.names("formerly", orText: true) ?? []).compactMap { text in
            guard isIdentifier(text.text) else {
                findings.report(.badID(text.text, of: .ritual, say: identifier(from: text.text)), at: text.spot)
                return nil
            }
            formerUses.append(text)
            return RitualID(text.text)
        }
    }

    /// A former id is no longer used, and only one ritual carries it on.
    func checkFormerly() {
        var first: [String: Spot] = [:]
        for text in formerUses {
            if let place = places[.ritual]?[text.text] {
                findings.report(
                    .formerlyInUse(text.text), at: text.spot, first: ritualTables[place].section.spot)
            } else if let spot = first[text.text] {
                findings.report(.formerlyTwice(text.text), at: text.spot, first: spot)
            } else {
                first[text.text] = text.spot
            }
        }
    }
}
