import Foundation
import Testing

/// A home whose service goes by a clock that the test sets; the machine's own stays as it is.
final class ServiceClock {
    let home: Home
    private let library: String

    init() throws {
        home = try Home()
        library = "\(home.path)/wall-clock.so"
        let built = Running.output(
            "/usr/bin/env",
            ["cc", "-O1", "-shared", "-fPIC", "-o", library, Programs.lab("wall-clock.c"), "-ldl", "-lpthread"])
        try #require(built.code == 0, "\(built.err)")
        try FileManager.default.createDirectory(atPath: "\(home.path)/clock", withIntermediateDirectories: true)
    }

    /// Sets the clock so many seconds ahead of the machine's.
    ///
    /// - Parameter kept: Whether a time service is said to keep it.
    func set(ahead seconds: Int, kept: Bool) throws {
        let fresh = try home.write("clock-to-be", "\(seconds) \(kept ? "kept" : "free")\n")
        try #require(rename(fresh, "\(home.path)/clock/now") == 0)
    }

    /// Sets the clock to within a second before an instant, however long the test took until now.
    func set(justBefore instant: Date) throws {
        try set(ahead: Int(instant.timeIntervalSinceNow.rounded(.down)), kept: true)
    }

    var environment: [String: String] { ["LD_PRELOAD": library, "WALL_CLOCK": "\(home.path)/clock/now"] }

    /// What `troth` says with the same clock.
    func troth(_ arguments: String...) -> Ended {
        Running.output(Programs.troth, arguments, environment: home.environment.merging(environment) { $1 })
    }

    func schedule(_ rituals: String) throws {
        try home.schedule(
            """
            timezone = "UTC"

            [people.sam]
            name = "Sam"
            channels = ["desk"]

            [channels.desk]
            type = "command"
            command = ["\(home.receiver)", "{title}", "{when}"]

            \(rituals)
            """)
    }
}
