public import Planning
import ScheduleFile

/// A schedule in force, and what is to be said about it.
public struct LoadedSchedule: Sendable {
    public var schedule: Schedule
    /// Worth a second look.
    var warnings: [Diagnostic]
    /// Why a newer form could not be used; nil when this is the newest.
    var fault: StartFault?

    init(schedule: Schedule, warnings: [Diagnostic] = []) {
        self.schedule = schedule
        self.warnings = warnings
    }

    /// How many things are wrong with the newer form.
    var mistakeCount: Int { fault?.count ?? 0 }

    /// What is wrong with it, in lines; none when this is the newest.
    func mistakes(in language: Language) -> [String] { fault?.lines(in: language) ?? [] }
}
