import ArgumentParser
import CivilTime
import Control
import Glibc
import JSON
import Recurrence
import Wording
import ZoneFiles

struct Occurrences: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Print the instants of a rule in UTC, one a line."),
        discussion: told(
            """
            With --batch it reads questions as JSON, one a line, and answers each on a line of its own:
              {"id":1,"rrule":"FREQ=DAILY","dtstart":"2026-01-01T09:00:00","zone":"Europe/Berlin","limit":3}
              {"id":2,"calendar":"Mon *-*-1..7 09:00","zone":"UTC","after":"2026-01-01T00:00:00Z","limit":3}
              {"id":3,"kind":"yearly","start":"2000-02-29","every":1,"policy":"clamp","limit":3}
            A rule may have "after" (strictly), "gap" (shift, skip), "fold" (first, second) and "subdaily" (elapsed,
            wall). The answer is {"id":1,"occurrences":[…]} or {"id":1,"error":"why"}.
            """))

    @Option(help: told("A recurrence rule (RFC 5545).")) var rrule: String?
    @Option(help: told("Where the rule starts: a local time.")) var start: String?
    @Option(help: told("The time zone.")) var zone = "UTC"
    @Option(help: told("How many to print.")) var count = 10
    @Option(help: told("Only those strictly after this instant.")) var after: String?
    @Flag(help: told("Answer questions in JSON from standard input.")) var batch = false

    func run() throws {
        let zones = SystemZones()
        let (language, words) = (CallerLanguage.current, CallerLanguage.words)
        if batch { return BatchAnswering(zones).run() }
        guard let rrule, let start else {
            throw Ending(.usage, words.ruleOrBatch)
        }
        guard count >= 0 else { throw Ending(.usage, words.atLeast("--count", 0)) }
        let found: Zone
        do {
            found = try zones.zone(named: zone)
        } catch {
            throw Ending(.usage, words.error(error.message(in: language), hint: error.hint(in: language)))
        }
        let after = after.flatMap { $0.isEmpty ? nil : $0 }
        let request = BatchRequest.rrule(
            rrule, start: start, zone: found, after: after, limit: count, policies: Policies())
        do throws(BatchError) {
            for text in try request.answer().texts { print(text) }
        } catch {
            throw Ending(.data, words.error(error.message(in: language)))
        }
    }
}
