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
    let documents: [TOMLDocument]
    private let tooLarge: Bool

    var top: Section?
    var personTables: [Named] = []
    var channelTables: [Named] = []
    var ritualTables: [Named] = []
    var seasonTables: [Named] = []
    var deckTables: [Named] = []
    /// The places in ``personTables``, ``channelTables``, ``deckTables``, ``seasonTables`` and ``ritualTables``, by id.
    var places: [IDKind: [String: Int]] = [:]
    var hostTable: Section?
    var helpTable: Section?
    var holidaysTable: Section?
    var digestTable: Section?
    /// Which keys are known to hold a secret, or none.
    var secretKeys: [String: Bool] = [:]
    /// Tables whose name was misspelt, by what it most likely meant.
    var misspelt: Set<String> = []

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

    /// Whether a table that is not there may be one that is misspelt.
    func mayBeMisspelt(_ name: String) -> Bool { misspelt.contains(name) || findings.isTorn }
}
