import CivilTime
import Control
import JSON
import Planning
import Recurrence

/// Sam and Alex, tea that each has for themselves, a walk that they share, and a nap of Alex's.
enum Pair {
    static let accounts = ["sam": "sam", "alex": "alex"]
    static let now = Timestamp(seconds: 1_795_420_800)

    static func schedule(users: [String: String] = [:], serves: Set<PersonID>? = nil) -> Schedule {
        let people = [("sam", "Sam"), ("alex", "Alex")].map { id, name in
            Person(id: PersonID(id), name: name, user: users[id], zone: .utc, channels: [[ChannelID("desk")]])
        }
        func daily(_ hour: Int) -> Recurrence {
            var rule = Rule(.daily)
            rule.hours = [hour]
            rule.minutes = [0]
            rule.seconds = [0]
            return Recurrence(rule)
        }
        let both = people.map(\.id)
        return Schedule(
            zone: .utc, people: people,
            channels: [ChannelDefinition(id: ChannelID("desk"), means: .command(CommandMeans(argv: ["true"])))],
            rituals: [
                Ritual(id: RitualID("tea"), kind: .appreciation, title: "Tea", recurrence: daily(16), people: both),
                Ritual(
                    id: RitualID("walk"), kind: .appreciation, title: "Walk", recurrence: daily(18), people: both,
                    isShared: true),
                Ritual(
                    id: RitualID("nap"), kind: .appreciation, title: "Nap", recurrence: daily(14), people: [both[1]]),
            ], serves: serves)
    }

    static func desk(
        _ account: String, isKeeper: Bool = false, users: [String: String] = accounts,
        _ ledger: MemoryLedger = MemoryLedger(), mistakes: [String] = []
    ) -> Desk {
        let schedule = schedule(users: users)
        return Desk(
            Planner(schedule, ledger.state, at: now), ledger, at: now, language: .english,
            caller: Caller(account: account, isKeeper: isKeeper, in: schedule),
            service: Desk.ServiceFacts(status: "all delivered", process: 1, mistakes: mistakes))
    }

    static func record(_ ritual: String, _ person: String) -> NudgeRecord {
        let at = Timestamp(seconds: now.seconds - 3_600)
        let name = OccurrenceName(ritual: RitualID(ritual), key: .wall(CivilDateTime(seconds: at.seconds)))
        return NudgeRecord(
            key: NudgeKey(occurrence: name, lead: .moment, person: PersonID(person)), due: at, moment: at,
            closes: Timestamp(seconds: now.seconds + 36_000), notBefore: at)
    }

    /// A nudge that was answered.
    static func kept(_ ritual: String, _ person: String) -> [LedgerChange] {
        let record = record(ritual, person)
        return [.opened(record), .closed(record.key, .acknowledged, .done, at: now)]
    }

    /// Whom the lines about `ritual` are about, each once.
    static func people(_ reply: Reply, of ritual: String) -> [String] {
        let found = reply.lines.compactMap(\.object).filter { $0["ritual"]?.string?.hasSuffix(".\(ritual)") ?? false }
        return Set(found.compactMap { $0["person"]?.string }).sorted()
    }
}
