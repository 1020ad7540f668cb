public struct ScheduleSentence: Sendable, Hashable {
    static func all(_ ritual: ReadRitual, in schedule: Schedule) -> [ScheduleSentence] { [] }
}
import Planning
