import Foundation
import Testing

/// Nothing that is shared changes silently, whichever way the service learns of it.
@Suite struct PredictabilityTests {
    private func write(_ home: Home, checkIn: String) throws {
        let told = try home.write(
            "tell",
            """
            #!/bin/sh
            case "$TROTH_RITUAL" in *notice-*) ;; *) exit 0 ;; esac
            printf '%s\\t%s\\n' "$TROTH_PERSON" "$(printf '%s %s' "$TROTH_TITLE" "$TROTH_BODY" | tr '\\n' ' ')" >>'\(home.path)/told'

            """, mode: 0o755)
        try home.schedule(
            """
            timezone = "UTC"

            [people.sam]
            name = "Sam"
            channels = ["desk"]

            [people.alex]
            name = "Alex"
            channels = ["desk"]

            [channels.desk]
            type = "command"
            command = ["\(told)"]

            [check-in.weekly]
            title = "Our talk"
            every = "\(checkIn)"

            [appreciation.morning]
            every = "Monday at 08:30"
            people = ["sam"]
            """)
    }

    /// What each person was told of changes, in the order in which it came.
    private func told(_ home: Home) -> [String: [String]] {
        let lines = home.text("told").split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        return Dictionary(grouping: lines, by: { $0[0] }).mapValues { $0.map { $0[1] } }
    }

    /// A weekday that is neither today nor about to be, so that nothing else comes meanwhile.
    private var days: (old: String, new: String, newest: String) {
        let names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
        let today = calendar.component(.weekday, from: Date()) - 1
        func day(in days: Int) -> String { names[(today + days) % 7] }
        return (day(in: 3), day(in: 4), day(in: 5))
    }

    @Test func aChangeIsToldAtAReloadAndAtAStart() async throws {
        let home = try Home()
        let days = days
        try write(home, checkIn: "\(days.old) at 19:00")
        var service = try await home.start()
        try write(home, checkIn: "\(days.new) at 19:00")
        #expect(home.troth("reload").code == 0)
        try await eventually("both are told of what a reload found") { self.told(home).values.map(\.count) == [1, 1] }
        for (person, words) in told(home) { #expect(words[0].contains("Our talk"), "\(person): \(words)") }
        #expect(try await home.stop(service).code == 0)

        try write(home, checkIn: "\(days.newest) at 18:00")
        service = try await home.start()
        try await eventually("both are told of what a start found") { self.told(home).values.map(\.count) == [2, 2] }
        for (person, words) in told(home) { #expect(words[1].contains("18:00"), "\(person): \(words)") }
        #expect(try await home.stop(service).code == 0)

        // Once told, it is told: another start has nothing to say.
        service = try await home.start()
        #expect(home.troth("reload").code == 0)
        #expect(told(home).values.map(\.count) == [2, 2])
        #expect(try await home.stop(service).code == 0)
    }

    /// Wherever the service dies, everybody is told, and once.
    @Test(arguments: ["before-telling", "after-telling"]) func aChangeIsToldThroughACrash(_ place: String) async throws {
        let home = try Home()
        let days = days
        try write(home, checkIn: "\(days.old) at 19:00")
        #expect(try await home.stop(try await home.start()).code == 0)
        try write(home, checkIn: "\(days.new) at 18:00")
        let ended = try await home.launch(with: ["TROTH_CRASH_AT": place]).end()
        #expect(ended.signal == SIGKILL, "the service dies \(place): \(ended.err)")
        #expect(told(home).isEmpty)

        let service = try await home.start()
        try await eventually("both are told") { self.told(home).values.map(\.count) == [1, 1] }
        for (person, words) in told(home) { #expect(words[0].contains("18:00"), "\(person): \(words)") }
        #expect(home.troth("reload").code == 0)
        #expect(try await home.stop(service).code == 0)
        #expect(told(home).values.map(\.count) == [1, 1])
    }

    /// What somebody does while no service runs is told by the next one.
    @Test func aPauseWithoutAServiceIsToldAtTheNextStart() async throws {
        let home = try Home()
        try write(home, checkIn: "\(days.old) at 19:00")
        #expect(try await home.stop(try await home.start()).code == 0)
        #expect(home.troth("pause", "--person", "sam").code == 0)
        let service = try await home.start()
        try await eventually("the other is told that it is off") { self.told(home)["alex"]?.count == 1 }
        #expect(told(home)["sam"] == nil)
        #expect(try await home.stop(service).code == 0)
    }

    @Test func neitherWhoNorWhyIsTold() async throws {
        let home = try Home()
        let days = days
        try write(home, checkIn: "\(days.old) at 19:00")
        let service = try await home.start()
        #expect(home.troth("pause", "--person", "sam").code == 0)
        try await eventually("the other is told that it is off") { self.told(home)["alex"]?.count == 1 }
        let words = try #require(told(home)["alex"]?.first)
        #expect(words.contains("Our talk"))
        #expect(!words.contains("Sam") && !words.lowercased().contains("pause"), "\(words)")
        #expect(told(home)["sam"] == nil)
        #expect(try await home.stop(service).code == 0)
    }
}
