import CivilTime
import Foundation
import Planning
import Recurrence
import Testing

@testable import Daemon

/// What is read from the schedule's folder, and what is kept of it.
@Suite struct ScheduleStoreTests {
    /// A schedule's folder and a state folder, thrown away with the test.
    final class Folder {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path

        init() throws {
            for name in ["config", "state"] {
                try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        var store: ScheduleStore { ScheduleStore(Paths(config: "\(path)/config/troth.toml", state: "\(path)/state")) }

        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/config/\(name)"))
        }

        func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/config/\(name)") }

        /// Friday, 25 December 2026 or the day that it moves to.
        func christmas(_ loaded: LoadedSchedule) -> String? { christmas(loaded.schedule) }

        func christmas(_ schedule: Schedule?) -> String? {
            let after = Timestamp(seconds: 1_797_120_000)  // 13 December 2026
            return schedule?.rituals.first?.recurrence.next(after: after, in: .utc)?.instant.description
        }
    }

    private let now = Timestamp(seconds: 1_795_305_600)

    static let schedule = """
        timezone = "UTC"

        [holidays]
        files = ["days.ics"]

        [people.sam]
        channels = ["desk"]

        [channels.desk]
        type = "terminal"

        [ritual.rent]
        every = "day 25 of the month at 09:00"
        on-holiday = "after"
        """

    static func days(_ days: Int...) -> String {
        "BEGIN:VCALENDAR\n"
            + days.map { "BEGIN:VEVENT\nDTSTART;VALUE=DATE:202612\($0)\nEND:VEVENT\n" }.joined() + "END:VCALENDAR\n"
    }

    @Test func holidaysLieBesideTheSchedule() throws {
        let folder = try Folder()
        try folder.write("troth.toml", Self.schedule)
        try folder.write("days.ics", Self.days(25))
        #expect(folder.christmas(try folder.store.takeUp(at: now)) == "2026-12-26T09:00:00Z")
        // A changed holiday file is a changed schedule.
        try folder.write("days.ics", Self.days(25, 26, 27))
        #expect(folder.christmas(try folder.store.takeUp(at: now)) == "2026-12-28T09:00:00Z")
    }

    /// What is done to the new files, and the mistake that is told.
    static let harms: [(name: String, text: String?, says: String)] = [
        ("days.ics", nil, "there is no file `days.ics`"),
        ("days.ics", "<html>", "in this file, an iCalendar file begins with BEGIN:VCALENDAR"),
        ("days.ics", String(repeating: "x", count: 1_100_000), "this file is larger than 1 MiB"),
        ("troth.toml", "every = 1", "`every` belongs in"),
    ]

    @Test(arguments: harms)
    func theLastGoodOneHasItsHolidays(name: String, text: String?, says: String) throws {
        let folder = try Folder()
        try folder.write("troth.toml", Self.schedule)
        try folder.write("days.ics", Self.days(25, 26))
        _ = try folder.store.takeUp(at: now)
        try folder.write("days.ics", Self.days(25))
        if let text { try folder.write(name, text) } else { try folder.remove(name) }
        // As after a restart: another store, another process.
        let loaded = try folder.store.takeUpOrLastGood(at: now)
        #expect(folder.christmas(loaded) == "2026-12-27T09:00:00Z")
        let mistakes = loaded.mistakes(in: .english)
        #expect(mistakes.contains { $0.contains(says) }, "\(mistakes)")
        #expect(mistakes.contains { $0.contains("\(folder.path)/config/troth.toml:") })
        try folder.write("troth.toml", Self.schedule)
        try folder.write("days.ics", Self.days(25))
        #expect(folder.christmas(try folder.store.takeUpOrLastGood(at: now)) == "2026-12-26T09:00:00Z")
    }

    @Test func aFolderIsNoHolidayFile() throws {
        let folder = try Folder()
        try folder.write("troth.toml", Self.schedule.replacingOccurrences(of: "days.ics", with: "/"))
        let error = #expect(throws: StartFault.self) { try folder.store.takeUp(at: now) }
        #expect(error?.lines(in: .english).first?.contains("`/` cannot be read: Is a directory") == true)
    }

    @Test func withoutHolidaysNothingIsLeftOfThem() throws {
        let folder = try Folder()
        try folder.write("troth.toml", Self.schedule)
        try folder.write("days.ics", Self.days(25))
        _ = try folder.store.takeUp(at: now)
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/state/schedule.holidays"))
        let without = Self.schedule.replacingOccurrences(of: "[holidays]\nfiles = [\"days.ics\"]\n", with: "")
            .replacingOccurrences(of: "on-holiday = \"after\"", with: "")
        try folder.write("troth.toml", without)
        _ = try folder.store.takeUp(at: now)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/state/schedule.holidays"))
    }

    /// However often the files change meanwhile, and whatever becomes of the process.
    @Test func whatWasInForceIsKeptUntilTheChangeIsTold() throws {
        let folder = try Folder()
        func former() -> String? {
            folder.store.formerSchedule().map { "\($0.schedule.rituals.map(\.id.text)) \($0.until.seconds - now.seconds)" }
        }
        func takeUp(_ name: String, days: String, after seconds: Int64) throws {
            try folder.write("troth.toml", Self.schedule.replacingOccurrences(of: "rent", with: name))
            try folder.write("days.ics", days)
            _ = try folder.store.takeUpOrLastGood(at: Timestamp(seconds: now.seconds + seconds))
        }
        try takeUp("rent", days: Self.days(25), after: 0)
        #expect(former() == nil, "nothing was in force before the first one")
        try takeUp("rent", days: Self.days(25), after: 10)
        #expect(former() == nil, "the same again is no change")
        try takeUp("rent", days: Self.days(25, 26), after: 20)
        #expect(former() == "[\"rent\"] 20", "a holiday file is a part of it")
        #expect(folder.christmas(folder.store.formerSchedule()?.schedule) == "2026-12-26T09:00:00Z", "and it had its own")
        try takeUp("water", days: Self.days(25), after: 30)
        #expect(former() == "[\"rent\"] 20")
        folder.store.changesAreTold()
        #expect(former() == nil)
        try takeUp("rent", days: Self.days(25), after: 40)
        #expect(former() == "[\"water\"] 40")
        folder.store.forgetFormer()
        #expect(former() == nil)
    }

    /// Any bytes come back, and what is no bundle is none.
    @Test func bundlesReadWhatTheyWrite() {
        var bundle = FileBundle()
        #expect(FileBundle(bytes: bundle.bytes) == bundle)
        bundle.files = [
            "a b.ics": Array("one\ntwo".utf8), "/etc/days.ics": [], "bytes": (0...255).map { UInt8($0) },
            "ü": [10, 10],
        ]
        #expect(FileBundle(bytes: bundle.bytes) == bundle)
        for text in ["x", "3 a\nab\n", "3 a\nabcd\n", "-1 a\n\n", "a a\n", "99999999999999999999 a\n", "3\nabc\n"] {
            #expect(FileBundle(bytes: Array(text.utf8)) == nil, "\(text)")
        }
    }
}
