import CivilTime
import JSON
import Recurrence
import ZoneFiles

/// The batch protocol of `troth occurrences`: JSON lines in, one flushed JSON line out for each.
struct BatchAnswering {
    private let zones: SystemZones

    init(_ zones: SystemZones) { self.zones = zones }

    func run() {
        while let line = readLine(strippingNewline: true) {
            if line.allSatisfy(\.isWhitespace) { continue }
            guard Output.write(answer(Array(line.utf8)).text + "\n") else { return }
        }
    }

    private func answer(_ line: [UInt8]) -> JSON {
        let question: JSON
        do throws(JSONError) {
            question = try JSON.parse(line)
        } catch {
            return ["id": nil, "error": .string("not JSON: \(error.description)")]
        }
        let id = question["id"] ?? nil
        do throws(BatchError) {
            let answer = try request(question).answer(zone: { try? zones.zone(named: $0) })
            return ["id": id, "occurrences": .array(answer.texts.map { .string($0) })]
        } catch {
            return ["id": id, "error": .string(error.description)]
        }
    }

    private func request(_ question: JSON) throws(BatchError) -> BatchRequest {
        let limit = question["limit"]?.int ?? 10
        guard limit >= 0 else { throw .notPositive(field: "limit") }
        if let kind = question["kind"]?.string {
            return .milestone(
                kind: kind, start: question["start"]?.string ?? "", every: question["every"]?.int ?? 1,
                policy: question["policy"]?.string ?? "clamp", limit: limit)
        }
        let name = question["zone"]?.string ?? "UTC"
        guard let zone = try? zones.zone(named: name) else { throw .unknownZone(name) }
        let policies = try policies(question)
        let after = question["after"]?.string
        if let calendar = question["calendar"]?.string {
            return .calendar(calendar, zone: zone, after: after ?? "", limit: limit, policies: policies)
        }
        return .rrule(
            question["rrule"]?.string ?? "", start: question["dtstart"]?.string ?? "", zone: zone, after: after,
            limit: limit, policies: policies)
    }

    private func policies(_ question: JSON) throws(BatchError) -> Policies {
        var policies = Policies()
        if let text = question["gap"]?.string {
            guard let gap = GapPolicy(rawValue: text) else { throw .badPolicy(text) }
            policies.gap = gap
        }
        if let text = question["fold"]?.string {
            guard let fold = FoldPolicy(rawValue: text) else { throw .badPolicy(text) }
            policies.fold = fold
        }
        if let text = question["subdaily"]?.string {
            guard let subdaily = SubdailyPolicy(rawValue: text) else { throw .badPolicy(text) }
            policies.subdaily = subdaily
        }
        return policies
    }
}
