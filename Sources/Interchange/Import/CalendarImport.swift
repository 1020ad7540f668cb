public import CivilTime
import ICalendar
public import Planning
public import Wording

/// Makes tables of a schedule from a calendar (RFC 5545).
///
/// One event that cannot be read takes no other with it: what is missing is said in a comment.
public struct CalendarImport {
    let now: Timestamp
    /// The zone in which the schedule's times are.
    let zone: Zone
    let words: ImportWording
    /// Looks a zone up by its name.
    let lookUp: (String) -> Zone?
    private var ids: IdentifierMaker
    private var entries: [ImportedEntry] = []
    /// What has no date that can be read.
    private var undated: [String] = []
    private var over = 0
    private var cancelled = 0
    private var others = 0
    /// Whether any event takes longer than a schedule says.
    private var isLengthUntold = false

    /// The most single dates of a series that get tables of their own.
    static let mostSingles = 100

    private init(
        now: Timestamp, zone: Zone, taken: Set<String>, _ language: Language, lookUp: @escaping (String) -> Zone?
    ) {
        self.now = now
        self.zone = zone
        self.lookUp = lookUp
        words = ImportWording(language)
        ids = IdentifierMaker(taken: taken)
    }

    /// What a schedule can take over of a calendar.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - now: What is over by then is left out.
    ///   - zone: The zone in which the schedule's times are.
    ///   - taken: Ids that the schedule has already.
    ///   - language: Of the comments and of titles that have to be made.
    ///   - lookUp: A zone by its name; nil where there is none.
    /// - Throws: `ImportFault` where the file as a whole is no calendar.
    public static func read(
        _ bytes: [UInt8], now: Timestamp, zone: Zone, taken: Set<String> = [], in language: Language,
        lookUp: @escaping (String) -> Zone?
    ) throws(ImportFault) -> ImportedSchedule {
        let calendars: [ContentComponent]
        do throws(ContentError) {
            calendars = try ContentReader.components(in: bytes, named: "VCALENDAR")
        } catch {
            throw ImportFault(error)
        }
        var reading = CalendarImport(now: now, zone: zone, taken: taken, language, lookUp: lookUp)
        for calendar in calendars { reading.take(calendar) }
        return reading.whole
    }

    private var whole: ImportedSchedule {
        var remarks = entries.isEmpty ? [] : [words.times(of: zone.identifier)]
        if over > 0 { remarks.append(words.over(over)) }
        if cancelled > 0 { remarks.append(words.cancelled(cancelled)) }
        if others > 0 { remarks.append(words.others(others)) }
        if isLengthUntold { remarks.append(words.lengths) }
        return ImportedSchedule(entries, remarks: remarks + undated, words)
    }

    private mutating func take(_ calendar: ContentComponent) {
        let zones = ForeignZones(calendar, lookUp)
        var masters: [ContentComponent] = []
        // Single occurrences that were changed, by the UID of their event.
        var changed: [String: [ContentComponent]] = [:]
        for component in calendar.components {
            switch component.name {
            case "VEVENT":
                if component.first("RECURRENCE-ID") != nil, let uid = component.first("UID")?.value {
                    changed[uid, default: []].append(component)
                } else {
                    masters.append(component)
                }
            case "VTIMEZONE": break
            default: others += 1
            }
        }
        for master in masters {
            let uid = master.first("UID")?.value
            take(master, changed: uid.flatMap { changed.removeValue(forKey: $0) } ?? [], zones)
        }
        // Their event is not here, so that each stands for itself.
        for uid in changed.keys.sorted() {
            for single in changed[uid] ?? [] { take(single, changed: [], zones) }
        }
    }

    private mutating func take(_ event: ContentComponent, changed: [ContentComponent], _ zones: ForeignZones) {
        guard event.first("STATUS")?.value.trimmedUppercase != "CANCELLED" else {
            cancelled += 1
            return
        }
        var reading = EventReading(event, changed: changed, self, zones)
        switch reading.read() {
        case .made: break
        case .over:
            over += 1
            return
        case .undated(let text):
            undated.append(words.note(.dateNotRead(text), line: event.line, of: reading.title))
            return
        }
        isLengthUntold = isLengthUntold || reading.isLengthUntold
        let id = ids.make(from: reading.title, else: "event")
        var tables = [reading.table]
        tables += reading.singles.map { single in
            var table = single
            table.base = "\(id)-\(single.base)"
            return table
        }
        for (place, table) in tables.enumerated() {
            var entry = ImportedEntry(name: "", line: event.line, notes: table.notes)
            let own = place == 0 ? id : ids.make(from: table.base, else: "event")
            entry.name = "\(table.kind.rawValue).\(own)"
            entry.lines = table.lines
            entries.append(entry)
        }
    }
}

extension ImportFault {
    init(_ error: ContentError) {
        let reason: Reason =
            switch error.reason {
            case .notA("VCARD"): .notACard
            case .notA: .notACalendar
            case .notAProperty: .notAProperty
            case .endMissing(let name): .endMissing(TOMLText.comment(name))
            case .endWithoutBegin(let name): .endWithoutBegin(TOMLText.comment(name))
            case .tooDeep: .tooDeep
            case .tooLarge(let limit): .tooLarge(limit)
            case .tooMany(let limit): .tooMany(limit)
            case .notText: .notText
            }
        self.init(line: error.line, reason: reason)
    }
}

extension String {
    var trimmedUppercase: String { split(whereSeparator: \.isWhitespace).joined(separator: " ").uppercased() }
}
