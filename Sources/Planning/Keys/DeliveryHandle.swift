/// The beginning of a delivery's token: names a delivery to its person where nothing else may be said of it.
public struct DeliveryHandle: Sendable {
    private let tokens: KeyedHash

    public init(_ tokens: KeyedHash) { self.tokens = tokens }

    /// As a person types it.
    public static func short(_ token: String) -> String { String(token.prefix(length)) }

    private static let length = 10

    /// The open nudges of `people`, or of anybody where there are none, that the delivery named by `text` carries; empty
    /// where it is no handle or nothing of it is open.
    public func nudges(_ text: String, of people: [PersonID], in planner: Planner) -> [NudgeKey] {
        guard (Self.length...32).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return [] }
        for record in planner.state.open.values where people.isEmpty || people.contains(record.key.person) {
            let subject = record.digest.map(DeliverySubject.digest) ?? .nudge(record.key)
            let listed = planner.person(record.key.person)?.channels.flatMap { $0 } ?? []
            for channel in Set(listed + record.attempts.map(\.channel)) {
                for round in 0...max(0, record.round) {
                    let key = DeliveryKey(subject: subject, channel: channel, round: round)
                    guard tokens.token(for: key.description).hasPrefix(text) else { continue }
                    return planner.state.members(of: subject)
                }
            }
        }
        return []
    }
}
