import Foundation

/// What the C library says about time zones, asked in a process of its own: `TZ` is
/// global to a process, so it cannot be asked here. Python's `time.localtime` calls
/// `localtime_r` and reads no zone files itself.
enum CLibrary {
    /// What `localtime_r` says of an instant.
    struct Answer: Equatable {
        let seconds: Int
        let isDaylight: Bool
        let abbreviation: String
    }

    /// Whether to ask: where CI demands it, its absence is a failure.
    static let isThere: Bool = {
        if ProcessInfo.processInfo.environment["CI"] == "true" { return true }
        return (try? run("print('here')", "")) == "here\n"
    }()

    private static let common = """
        import os, sys, time
        def look(t):
            s = time.localtime(t)
            return s.tm_gmtoff, s.tm_isdst, s.tm_zone
        def use(tz):
            os.environ["TZ"] = tz
            time.tzset()

        """

    /// The seconds at which anything about a zone changes, found by looking once
    /// a week and then halving.
    static func transitions(of zones: [String], folder: String, from: Int, to: Int) throws -> [[Int]] {
        let script =
            common + """
                for line in sys.stdin:
                    use(":" + line.rstrip("\\n"))
                    found, t, last = [], \(from), look(\(from))
                    while t < \(to):
                        n = t + 604800
                        now = look(n)
                        while now != last:
                            low, high = t, n
                            while high - low > 1:
                                middle = (low + high) // 2
                                if look(middle) == last: low = middle
                                else: high = middle
                            found.append(high)
                            t, last = high, look(high)
                        t, last = n, now
                    print(*found)
                """
        let lines = try run(script, zones.map { $0 + "\n" }.joined(), folder: folder)
        return lines.split(separator: "\n", omittingEmptySubsequences: false).prefix(zones.count).map { line in
            line.split(separator: " ").compactMap { Int($0) }
        }
    }

    /// The answers for many instants in each of some zones. A zone is a value of `TZ`:
    /// a colon and a name, or a POSIX rule.
    static func answers(_ questions: [(zone: String, seconds: [Int])], folder: String? = nil) throws -> [[Answer]] {
        let script =
            common + """
                for line in sys.stdin:
                    tz, rest = line.rstrip("\\n").split("\\t")
                    use(tz)
                    print(*("%d;%d;%s" % look(int(t)) for t in rest.split()))
                """
        let input = questions.map { question in
            "\(question.zone)\t\(question.seconds.map(String.init).joined(separator: " "))\n"
        }
        let lines = try run(script, input.joined(), folder: folder)
        return lines.split(separator: "\n", omittingEmptySubsequences: false).prefix(questions.count).map { line in
            line.split(separator: " ").map { word in
                let parts = word.split(separator: ";", omittingEmptySubsequences: false)
                return Answer(
                    seconds: Int(parts[0]) ?? .max, isDaylight: parts[1] == "1", abbreviation: String(parts[2]))
            }
        }
    }

    private static func run(_ script: String, _ input: String, folder: String? = nil) throws -> String {
        let path = NSTemporaryDirectory() + "c-library-" + UUID().uuidString
        try Data(input.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        if let folder {
            process.environment = ProcessInfo.processInfo.environment.merging(["TZDIR": folder]) { $1 }
        }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return String(decoding: data, as: UTF8.self)
    }
}
