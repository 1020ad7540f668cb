import CivilTime
import Planning
import TOML
import Wording

extension ScheduleReader {
    /// Whom a ritual invites as well: `escalate = { to = "alex", after = "1 day" }`.
    ///
    /// - Parameter isPrivate: Whether nobody else may hear of the ritual.
    func escalation(_ table: TableReader, _ people: [Person], isPrivate: Bool) -> Escalation? {
        guard let item = table.item("escalate") else { return nil }
        guard let inner = item.value.table else {
            table.wrong("escalate", .escalation, item)
            return nil
        }
        let reader = TableReader(
            Section(inner, file: item.file, name: table.spot("escalate")), .escalation, findings)
        for key in ["to", "after"] where reader.lacks(key) {
            findings.report(.missingKey(key, in: .escalation), at: table.spot("escalate"))
        }
        let to = reader.text("to").flatMap { text in knownPerson(text).map { (id: $0, spot: text.spot) } }
        let after = reader.span("after")
        if isPrivate {
            findings.report(.escalationOfPrivate, at: table.spot("escalate"))
        } else if people.count != 1 {
            findings.report(.escalationOfSeveral, at: table.spot("escalate"))
        } else if let to, to.id == people[0].id {
            findings.report(.escalationToItself(to.id.text), at: to.spot)
        }
        let lengths: ClosedRange<Int64> = 3_600_000_000...366 * 86_400_000_000
        if let after, !lengths.contains(after.span.approximateMicroseconds) {
            findings.report(.lengthOutside(key: "after", low: "1 h", high: "1 year"), at: after.text.spot)
        }
        guard let to, let after else { return nil }
        return Escalation(to: to.id, after: after.span)
    }
}
