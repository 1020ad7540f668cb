public import Planning
import ScheduleFile

/// A schedule in force, and what is to be said about it.
public struct LoadedSchedule: Sendable {
    public let schedule: Schedule
    /// How many of its rituals are on and kept from nobody.
    public let activeCount: Int
    /// Worth a second look.
    var warnings: [Diagnostic]
    /// Why a newer form could not be used; nil when this is the newest.
    var fault: StartFault?

    init(schedule: Schedule, warnings: [Diagnostic] = []) {
        self.schedule = schedule
        activeCount = schedule.rituals.count { $0.isOn && $0.secrecy == nil }
        self.warnings = warnings
    }

    /// How many things are wrong with the newer form.
    var mistakeCount: Int { fault?.count ?? 0 }

    /// What is wrong with it, in lines; none when this is the newest.
    func mistakes(in language: Language) -> [String] { fault?.lines(in: language) ?? [] }
}
