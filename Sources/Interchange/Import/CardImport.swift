import CivilTime
import ICalendar
public import Planning
public import Wording

/// Makes milestones of the dates in contacts (vCard 2.1, 3 and 4): birthdays and anniversaries.
public struct CardImport {
    private let words: ImportWording
    private var ids: IdentifierMaker
    private var entries: [ImportedEntry] = []
    private var remarks: [String] = []
    /// How many contacts have no such date.
    private var dateless = 0

    private init(taken: Set<String>, _ language: Language) {
        words = ImportWording(language)
        ids = IdentifierMaker(taken: taken)
    }

    /// The milestones of a file.
    ///
    /// - Parameters:
    ///   - bytes: The file, with any number of contacts.
    ///   - taken: Ids that the schedule has already.
    ///   - language: Of titles and comments.
    /// - Throws: `ImportFault` where the file as a whole has no contacts.
    public static func read(
        _ bytes: [UInt8], taken: Set<String> = [], in language: Language
    ) throws(ImportFault) -> ImportedSchedule {
        let cards: [ContentComponent]
        do throws(ContentError) {
            cards = try ContentReader.components(in: bytes, named: "VCARD")
        } catch {
            throw ImportFault(error)
        }
        var reading = CardImport(taken: taken, language)
        for card in cards { reading.take(card) }
        let dateless = reading.dateless > 0 ? [reading.words.dateless(reading.dateless)] : []
        return ImportedSchedule(reading.entries, remarks: dateless + reading.remarks, reading.words)
    }

    private mutating func take(_ card: ContentComponent) {
        let name = Self.name(card)
        var seen: Set<[String]> = []
        var hasDate = false
        defer { if !hasDate { dateless += 1 } }
        for property in card.properties {
            guard let occasion = Self.occasion(property, card) else { continue }
            let omitted = property.parameter("X-APPLE-OMIT-YEAR").flatMap { Int($0) }
            let isText = property.parameter("VALUE")?.uppercased() == "TEXT"
            let text = property.text()
            guard !text.allSatisfy(\.isWhitespace) else { continue }
            hasDate = true
            guard let name else {
                remarks.append(words.note(.nameless, line: property.line, of: text))
                continue
            }
            let title = occasion.title(name, words)
            guard !isText, let date = CardDate(text, omittedYear: omitted), date != .incomplete else {
                let isIncomplete = !isText && CardDate(text, omittedYear: omitted) == .incomplete
                let note: ImportNote = isIncomplete ? .dateIncomplete(text) : .dateNotRead(text)
                remarks.append(words.note(note, line: property.line, of: title))
                continue
            }
            // Some programs write an anniversary under two names.
            guard seen.insert([title, "\(date)"]).inserted else { continue }
            add(title, date)
        }
    }

    private mutating func add(_ title: String, _ date: CardDate) {
        let short = TOMLText.line(title, atMost: TOMLText.longestTitle) ?? words.event
        var entry = ImportedEntry(name: "milestone.\(ids.make(from: short, else: "birthday"))")
        entry.add("title", TOMLText.string(short))
        switch date {
        case .full(let day):
            entry.add("date", "\(day)")
            entry.add("every", TOMLText.string("year"))
        case .yearless(let month, let day):
            entry.add("date", TOMLText.yearless(month: month, day: day))
        case .incomplete: return
        }
        entry.add("at", TOMLText.string("09:00"))
        entries.append(entry)
    }

    // MARK: - What a card says

    private enum Occasion {
        case birthday, anniversary
        case labelled(String)

        func title(_ name: String, _ words: ImportWording) -> String {
            switch self {
            case .birthday: words.birthday(name)
            case .anniversary: words.anniversary(name)
            case .labelled(let label): "\(label): \(name)"
            }
        }
    }

    private static func occasion(_ property: ContentProperty, _ card: ContentComponent) -> Occasion? {
        switch property.name {
        case "BDAY": return .birthday
        case "ANNIVERSARY", "X-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY", "X-MS-ANNIVERSARY",
            "X-KADDRESSBOOK-X-ANNIVERSARY":
            return .anniversary
        case "X-ABDATE":
            let label = card.properties.first {
                $0.name == "X-ABLABEL" && $0.group == property.group && !$0.group.isEmpty
            }
            guard let text = label?.text() else { return .anniversary }
            // The address book's own labels stand in marks: `_$!<Anniversary>!$_`.
            let plain = text.hasPrefix("_$!<") && text.hasSuffix(">!$_") ? String(text.dropFirst(4).dropLast(4)) : text
            if plain.lowercased() == "anniversary" { return .anniversary }
            return TOMLText.line(plain, atMost: 60).map { .labelled($0) } ?? .anniversary
        default: return nil
        }
    }

    /// The name as it is written for people, else put together from its parts.
    private static func name(_ card: ContentComponent) -> String? {
        if let name = card.first("FN").flatMap({ TOMLText.line($0.text(), atMost: 120) }) { return name }
        if let parts = card.first("N")?.parts {
            // Family, given, further, before, after (RFC 6350 §6.2.2).
            let order = [3, 1, 2, 0, 4].filter { parts.indices.contains($0) }.map { parts[$0] }
            let whole = order.filter { !$0.isEmpty }.joined(separator: " ")
            if let name = TOMLText.line(whole, atMost: 120) { return name }
        }
        return ["NICKNAME", "ORG", "EMAIL"].lazy.compactMap { card.first($0)?.parts.first }
            .compactMap { TOMLText.line($0, atMost: 120) }.first
    }
}
