public import Planning

/// A schedule in force, and what is to be said about it.
public struct LoadedSchedule: Sendable {
    public let schedule: Schedule
    /// How many of its rituals are not paused.
    public let activeCount: Int
    /// Worth a second look, rendered.
    public var warnings: [String]
    /// What is wrong with a newer form that could not be used, rendered; empty when this is the newest.
    public var mistakes: [String]

    /// How many mistakes those are.
    public var mistakeCount = 0

    public init(schedule: Schedule, warnings: [String] = [], mistakes: [String] = []) {
        self.schedule = schedule
        activeCount = schedule.rituals.count { $0.isOn }
        self.warnings = warnings
        self.mistakes = mistakes
    }
}
