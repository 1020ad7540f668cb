import ArgumentParser
import CivilTime
import Control
import JSON
import Planning
import Wording

struct LookBackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookback", abstract: told("Look back on how far you have come."),
        discussion: told("Days that mattered, small wins, and what you made time for. Nothing is counted or compared."))
    @Option(help: told("From this day on (default: a year ago).")) var since: String?
    @Option(help: told("Up to this day (default: today).")) var until: String?
    @Option(help: told("Leave out a day or a range: 2026-03-01..2026-03-14; as often as you like.")) var without: [String] =
        []
    @Option(help: told("Write it as a page to this file.")) var html: String?
    @Option(help: told("Whose.")) var person: String?
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var places: PlaceOptions
    @OptionGroup var clock: ClockOptions

    func run() throws {
        let verb = Request.Verb.lookBack(Request.Span(since: since, until: until, without: without))
        let asking = Asking(places, clock, reader)
        guard let html else { return try asking.ask(verb, person: person) }
        let reply = try asking.reply(verb, person: person)
        guard reply.exit == .ok, let back = LookBack(reply.lines.compactMap(\.object)) else {
            return try reply.show(json: false)
        }
        try WholeFile(html).create(with: LookBackPage(back, CallerLanguage.current).text)
        print(html)
    }
}

extension LookBack {
    /// From the objects of a reply: its two ends, then its items.
    init?(_ objects: [JSON]) {
        guard let ends = objects.first, let first = ends["from"]?.string.flatMap(CivilDate.init(parsing:)),
            let last = ends["until"]?.string.flatMap(CivilDate.init(parsing:)), first <= last
        else { return nil }
        let items = objects.dropFirst().compactMap { object -> Item? in
            guard let kind = object["kind"]?.string.flatMap(Kind.init(rawValue:)),
                let day = object["day"]?.string.flatMap(CivilDate.init(parsing:)), let title = object["title"]?.string
            else { return nil }
            return Item(kind, day, title)
        }
        self.init(first...last, items)
    }
}
