import CivilTime
import Planning
import Recurrence
import TOML
import Wording

/// Puts the files together and reads them part by part.
final class ScheduleReader {
    /// A table with an id, such as `[people.sam]`.
    struct Named {
        let id: String
        var section: Section
        var kind: Kind?
    }

    let findings: Findings
    let systemZone: Zone
    let withSentences: Bool
    /// For whose eyes the reading is.
    private let account: String?
    let lookUp: (String) throws(ZoneLookupError) -> Zone
    let lookUpHolidays: (String) throws(FileLookupError) -> [UInt8]
    private let documents: [TOMLDocument]
    private let tooLarge: Bool

    private var top: Section?
    private(set) var personTables: [Named] = []
    private(set) var channelTables: [Named] = []
    private(set) var ritualTables: [Named] = []
    private(set) var seasonTables: [Named] = []
    private(set) var deckTables: [Named] = []
    /// The places in ``personTables``, ``channelTables``, ``deckTables``, ``seasonTables`` and ``ritualTables``, by id.
    private(set) var places: [IDKind: [String: Int]] = [:]
    var hostTable: Section?
    private(set) var helpTable: Section?
    private(set) var holidaysTable: Section?
    private(set) var digestTable: Section?
    private var secretKeys: [String: Bool] = [:]
    /// Tables whose name was misspelt, by what it most likely meant.
    private(set) var misspelt: Set<String> = []

    var zone: Zone
    var isZoneKnown = true
    var language = Language.english
    var people: [Person] = [] { didSet { everybody = people.map(\.id) } }
    /// The ids of all people; one list for all rituals that are for everybody.
    private(set) var everybody: [PersonID] = []
    var channels: [ChannelDefinition] = []
    /// When everybody's digest goes out, unless a person says otherwise.
    var digestAt: TimeOfDay?
    /// The lists of leads that rituals share.
    var leadLists: Set<[Lead]> = []
    /// Every id that a `formerly` names.
    var formerUses: [Text] = []
    /// Who uses which channel, and where that is written.
    var channelUses: [(person: String, channel: ChannelID, spot: Spot)] = []
    /// Where each account was given to a person.
    var accounts: [String: Spot] = [:]
    var snooze = Span.hours(1)
    var keep: Span?
    /// Whose mentions are looked for.
    let mentioned: PersonID?
    var mentions: [Spot] = []
    let host: HostFacts
    /// The schedule's own decks; of one that is there and wrong, what could be read of it.
    var ownDecks: [String: Deck] = [:]
    /// Built-in decks that are drawn from, so that many rituals share one.
    var builtInDecks: [String: Deck] = [:]
    /// The days of all holiday files, ascending.
    var holidays: [CivilDate] = []
    /// Calendars without dates of a ritual's own, by what becomes of holidays and weekends.
    var calendars: [[DayMove]: DayCalendar] = [:]

    init(
        _ files: [SourceFile], systemZone: Zone, host: HostFacts, account: String?, withSentences: Bool,
        mentioning mentioned: PersonID?, holidays: @escaping (String) throws(FileLookupError) -> [UInt8],
        zone: @escaping (String) throws(ZoneLookupError) -> Zone
    ) {
        self.systemZone = systemZone
        self.withSentences = withSentences
        self.account = account
        self.mentioned = mentioned
        self.host = host
        lookUpHolidays = holidays
        self.zone = systemZone
        lookUp = zone
        let large = files.firstIndex { $0.bytes.count > SourceFile.sizeLimit }
        let parsed = files.map { TOMLDocument.parse($0.bytes.count > SourceFile.sizeLimit ? [] : $0.bytes) }
        documents = parsed.map(\.document)
        findings = Findings(names: files.map(\.name), sources: documents.map(\.source))
        tooLarge = large != nil
        if let large {
            findings.report(
                .fileTooLarge(limit: SourceFile.sizeLimit), at: Spot(file: large, range: SourceRange(0, 0)))
        }
        for (file, errors) in parsed.map(\.errors).enumerated() {
            for error in errors {
                if error.reason.hidesMore { findings.isTorn = true }
                findings.report(
                    .syntax(error), at: Spot(file: file, range: error.range),
                    first: error.first.map { Spot(file: file, range: $0) })
            }
        }
    }

    func read() -> ScheduleReading {
        guard !tooLarge else { return reading(nil, []) }
        for (file, document) in documents.enumerated() {
            hideSecrets(document.root, file)
            collect(document.root, file)
        }
        let top = TableReader(top ?? Section(spot: start, entries: []), .schedule, findings)
        readTop(top)
        channels = channelTables.compactMap(channel)
        readDigest()
        people = personTables.map(person)
        readHolidays()
        for named in deckTables { ownDecks[named.id] = deck(named) }
        let rituals = observing(ritualTables.filter { $0.kind != .repair }.compactMap(ritual))
        checkFormerly()
        let seasons = seasons(rituals)
        let repairs = repairs()
        let help = helpContacts()
        let serves = readHost()
        settleDesktops(serves)
        checkSecrets(rituals, serves: serves)
        if personTables.isEmpty, !misspelt.contains("people") { findings.reportMissing(.noPeople, at: start) }
        if ritualTables.isEmpty, misspelt.isEmpty, !personTables.isEmpty {
            findings.reportMissing(.noRituals, at: start)
        }
        guard !findings.hasErrors else { return reading(nil, []) }
        let schedule = Schedule(
            zone: zone, people: people, channels: channels, rituals: rituals.map(\.ritual), serves: serves,
            snooze: snooze, seasons: seasons.map(\.season), repairs: repairs, help: help, keep: keep)
        return reading(schedule, rituals, seasons)
    }

    private func reading(
        _ schedule: Schedule?, _ rituals: [ReadRitual], _ seasons: [ReadSeason] = []
    ) -> ScheduleReading {
        let reader = account.flatMap { account in people.first { $0.user == account } }
        let known = rituals.filter { read in
            guard let reader else { return true }
            return read.ritual.secrecy?.from.contains(reader.id) != true
                && (read.ritual.people.contains(reader.id) || !read.ritual.isOwnMatter)
        }
        let sentences = schedule.map { ScheduleSentence.all(known, in: $0) } ?? []
        let shown = Set(known.map(\.ritual.id))
        let told = withSentences ? schedule.map { SeasonSentence.all(seasons, in: $0, known: shown) } : nil
        let (diagnostics, areHidden) = findings.diagnostics(without: reader.map(partsHidden) ?? [])
        return ScheduleReading(
            schedule: schedule, diagnostics: diagnostics, sentences: sentences, seasons: told ?? [],
            ruleSets: schedule == nil ? [:] : ruleSets(rituals), withoutAnswer: schedule.map(withoutAnswer) ?? [],
            followsSystemZone: followsSystemZone, areMore: findings.count > Findings.limit, areHidden: areHidden,
            mentions: mentionPlaces)
    }

    private func ruleSets(_ rituals: [ReadRitual]) -> [RitualID: RuleSet] {
        let sets = rituals.compactMap { read in read.source.map { (read.ritual.id, $0) } }
        return Dictionary(sets, uniquingKeysWith: { first, _ in first })
    }

    /// The start of the first file, for what is nowhere.
    var start: Spot { Spot(file: 0, range: SourceRange(0, 0)) }
    var followsSystemZone = false

    // MARK: - Putting the files together

    private func collect(_ root: TOMLTable, _ file: Int) {
        var plain: [TOMLTable.Entry] = []
        for entry in root.entries {
            let whole = Entry(key: entry.key, item: Item(value: entry.value, file: file))
            switch entry.key.name {
            case "people": each(whole, .people) { self.add($0, .person, to: \.personTables) }
            case "channels": each(whole, .channels) { self.add($0, .channel, to: \.channelTables) }
            case "season": each(whole, .seasons) { self.add($0, .season, to: \.seasonTables) }
            case "help": helpTable = collect(whole, into: helpTable)
            case "deck": each(whole, .decks) { self.add($0, .deck, to: \.deckTables) }
            case "host": hostTable = collect(whole, into: hostTable)
            case "digest": digestTable = collect(whole, into: digestTable)
            case "holidays": holidaysTable = collect(whole, into: holidaysTable)
            case let name:
                if let kind = Kind(rawValue: name) {
                    each(whole, .rituals(kind)) { self.addRitual($0, kind) }
                } else if let table = entry.value.table, table.origin != .inline {
                    let known =
                        Kind.allCases.map(\.rawValue) + [
                            "people", "channels", "season", "deck", "host", "holidays", "digest", "help",
                        ]
                    let near = nearest(to: name, among: known)
                    if let near { misspelt.insert(near) } else { misspelt.insert("ritual") }
                    findings.report(.unknownTable(name, near: near), at: whole.spot)
                } else {
                    plain.append(entry)
                }
            }
        }
        let section = Section(
            TOMLTable(entries: plain, origin: root.origin, definition: root.definition), file: file,
            name: Spot(file: file, range: SourceRange(0, 0)))
        top = top?.adding(section, findings) ?? section
    }

    /// Goes over the tables in a table such as `[people]`.
    private func each(_ entry: Entry, _ kind: TableKind, _ body: (Entry) -> Void) {
        guard let table = entry.item.value.table else {
            if let found = entry.item.value.shape {
                findings.report(
                    .wrongType(key: entry.name, expected: .table, found: found, say: "[\(entry.name).ID]"),
                    at: entry.spot)
            }
            misspelt.insert(entry.name)
            return
        }
        for inner in table.entries {
            let whole = Entry(key: inner.key, item: entry.item.item(inner.value))
            if inner.value.table != nil {
                body(whole)
            } else if !inner.value.isInvalid {
                findings.report(.unknownKey(inner.key.name, in: kind, near: nil, belongs: nil), at: whole.spot)
                misspelt.insert(entry.name)
            }
        }
    }

    private func add(_ entry: Entry, _ kind: IDKind, to tables: ReferenceWritableKeyPath<ScheduleReader, [Named]>) {
        guard let table = entry.item.value.table else { return }
        let section = Section(table, file: entry.item.file, name: entry.spot)
        if kind == .person { note(entry.name, at: entry.spot) }
        if let place = places[kind]?[entry.name] {
            self[keyPath: tables][place].section = self[keyPath: tables][place].section.adding(section, findings)
        } else {
            checkID(entry, kind)
            places[kind, default: [:]][entry.name] = self[keyPath: tables].count
            self[keyPath: tables].append(Named(id: entry.name, section: section))
        }
    }

    private func addRitual(_ entry: Entry, _ kind: Kind) {
        guard let table = entry.item.value.table else { return }
        checkID(entry, .ritual)
        if let first = places[.ritual]?[entry.name] {
            findings.report(.idTwice(entry.name), at: entry.spot, first: ritualTables[first].section.spot)
        } else {
            places[.ritual, default: [:]][entry.name] = ritualTables.count
        }
        let section = Section(table, file: entry.item.file, name: entry.spot)
        ritualTables.append(Named(id: entry.name, section: section, kind: kind))
    }

    private func checkID(_ entry: Entry, _ kind: IDKind) {
        if !isIdentifier(entry.name) {
            findings.report(.badID(entry.name, of: kind, say: identifier(from: entry.name)), at: entry.spot)
        } else if entry.name.utf8.count > identifierLimit {
            findings.report(.tooLong(key: entry.name, limit: identifierLimit), at: entry.spot)
        }
    }

    /// A table without an id, with what another file says of it.
    private func collect(_ entry: Entry, into known: Section?) -> Section? {
        guard let table = entry.item.value.table else {
            if let found = entry.item.value.shape {
                findings.report(
                    .wrongType(key: entry.name, expected: .table, found: found, say: "[\(entry.name)]"), at: entry.spot)
            }
            misspelt.insert(entry.name)
            return known
        }
        if entry.name == "host", entry.item.file == 0 { findings.report(.hostInSharedFile, at: entry.spot) }
        let section = Section(table, file: entry.item.file, name: entry.spot)
        return known?.adding(section, findings) ?? section
    }

    /// Whether a table that is not there may be one that is misspelt.
    func mayBeMisspelt(_ name: String) -> Bool { misspelt.contains(name) || findings.isTorn }

    /// Marks what no message may show: passwords in the file, and those in a server's address.
    private func hideSecrets(_ table: TOMLTable, _ file: Int) {
        hideSecrets(table.entries, file)
        hideSecrets(table.repeated, file)
    }

    private func hideSecrets(_ entries: [TOMLTable.Entry], _ file: Int) {
        for entry in entries {
            let text: String
            switch entry.value.kind {
            case .table(let inner):
                hideSecrets(inner, file)
                continue
            case .string(let string): text = string
            default: continue
            }
            let isPassword = namesSecret(entry.key.name)
            var hidden = SourceRange(entry.value.range.start + 1, entry.value.range.end - 1)
            if !isPassword {
                // `smtp://user:password@host`
                guard text.utf8.contains(UInt8(ascii: "@")), text.contains("://") else { continue }
                let bytes = documents[file].source.bytes
                let mark = bytes[hidden.start..<hidden.end].lastIndex(of: UInt8(ascii: "@")) ?? hidden.end
                let start = bytes[hidden.start..<mark].firstIndex(of: UInt8(ascii: "/")) ?? hidden.start
                hidden = SourceRange(min(start + 2, mark), mark)
            }
            findings.secrets.append(Spot(file: file, range: hidden))
        }
    }

    /// Whether a key is meant to hold a secret. The same few keys come again and again.
    private func namesSecret(_ key: String) -> Bool {
        if let known = secretKeys[key] { return known }
        // `takes` is nearly `token`, and no secret.
        let isSecret =
            !TableKind.ritual(.ritual).keys.contains(key)
            && nearest(to: key, among: ["password", "passwd", "secret", "token"]) != nil
        secretKeys[key] = isSecret
        return isSecret
    }
}
