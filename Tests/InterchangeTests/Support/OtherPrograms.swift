import Foundation

/// A reader of calendars that is not this package's: python-icalendar with dateutil's rules and zones.
enum OtherPrograms {
    /// The interpreter that Debian's python3-icalendar is installed for.
    private static let python = "/usr/bin/python3"

    /// With CI it has to be there; elsewhere a test without it is skipped, aloud.
    static let canReadCalendars: Bool = {
        let isThere = (try? run(["-c", "import icalendar, dateutil"]).code) == 0
        if !isThere { print("skipped: python3-icalendar is not installed") }
        return isThere || ProcessInfo.processInfo.environment["CI"] == "true"
    }()

    static func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("troth-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    /// The occurrences of every calendar in a folder: its name, the instant and the title on a line.
    static func occurrences(_ folder: URL, _ from: String, _ to: String) throws -> (code: Int32, output: String) {
        let lab = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Labs/calendar-rules.py")
        return try run([lab.path, folder.path, from, to])
    }

    private static func run(_ arguments: [String]) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
