import Foundation
import Testing

/// A household's folders, thrown away with the test: a schedule, a state, and a command that writes down what it gets.
final class Home {
    let path: String
    var schedule: String { "\(path)/config/troth/troth.toml" }
    var state: String { "\(path)/state/troth" }
    /// A service that goes on as long as the home stands.
    var service: Running?
    /// A command that appends what it was given to `received`.
    var receiver: String { "\(path)/receive" }

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("troth-\(UUID().uuidString.prefix(8))").path
        for folder in ["config/troth", "state", "run"] {
            try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
        }
        chmod("\(path)/run", 0o700)
        try write(
            "receive",
            """
            #!/bin/sh
            printf '%s\\t%s\\t%s\\t%s\\t%s\\n' "$TROTH_KEY" "$TROTH_RITUAL" "$TROTH_PERSON" "$1" "$2" >>'\(path)/received'

            """, mode: 0o755)
    }

    @discardableResult
    func write(_ name: String, _ text: String, mode: Int = 0o600) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }

    func schedule(_ text: String) throws { try write("config/troth/troth.toml", text) }

    func text(_ name: String) -> String {
        (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// What the command received: key, ritual, person, and its two arguments.
    var received: [[String]] {
        text("received").split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    var environment: [String: String] {
        [
            "HOME": path, "XDG_CONFIG_HOME": "\(path)/config", "XDG_STATE_HOME": "\(path)/state",
            "XDG_RUNTIME_DIR": "\(path)/run", "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
        ]
    }

    /// Runs `troth` to its end.
    func troth(_ arguments: String..., with more: [String: String] = [:]) -> Ended {
        Running.output(Programs.troth, arguments, environment: environment.merging(more) { $1 })
    }

    /// Starts the service; it need not be ready yet, and may end at once.
    ///
    /// - Parameter through: A program that becomes the service, with its arguments.
    func launch(
        _ arguments: [String] = [], with more: [String: String] = [:], through command: [String] = []
    ) throws -> Running {
        let command = command + [Programs.trothd] + arguments
        return try Running(command[0], Array(command.dropFirst()), environment: environment.merging(more) { $1 })
    }

    /// Starts the service and waits until it answers.
    func start(
        with more: [String: String] = [:], through command: [String] = [], _ place: SourceLocation = #_sourceLocation
    ) async throws -> Running {
        let service = try launch(with: more, through: command)
        try await eventually("the service answers", place) {
            if !service.process.isRunning { throw Gone(said: service.err) }
            // Looked at first: asking starts a program.
            return self.hasSocket && self.troth("status").code == 0
        }
        return service
    }

    /// Whether a service has made its socket, if perhaps an earlier one.
    private var hasSocket: Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/run/troth")) ?? []
        return names.contains { $0.hasSuffix(".sock") }
    }

    struct Gone: Error { var said: String }

    /// What the record says, the latest first.
    func history() -> [[String: Any]] { troth("history", "-n", "1000", "--json").objects }

    /// How the attempts of all nudges ended, in their order, and the nudges that closed in vain: read from the record's
    /// file, so that it can be asked while the service works on it.
    var attempts: [String] {
        let query =
            "SELECT outcome FROM (SELECT outcome, id FROM attempts ORDER BY id) UNION ALL "
            + "SELECT outcome FROM nudges WHERE outcome IN ('failed', 'expired');"
        return Running.output("/usr/bin/env", ["sqlite3", "-readonly", "\(state)/ledger.sqlite", query]).lines
    }

    /// Tells the service to stop, and waits for it.
    func stop(_ service: Running) async throws -> Ended {
        kill(service.pid, SIGTERM)
        return try await service.end()
    }

    deinit {
        service = nil
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// Times for schedules that are due in a moment.
enum Moment {
    /// Seconds in which a service has long started, on a machine that has much else to do: what is due before the
    /// schedule is first seen would rightly never come.
    static let soon: Double = 20

    /// A whole second, so many from now.
    static func date(in seconds: Double) -> Date {
        Date(timeIntervalSince1970: (Date().timeIntervalSince1970 + seconds).rounded(.down))
    }

    /// `14:03:27`, so many seconds from now, in UTC.
    static func clock(in seconds: Double) -> String { clock(at: Date(timeIntervalSinceNow: seconds)) }

    /// The same of a date.
    static func clock(at date: Date) -> String {
        let parts = Calendar.utc.dateComponents([.hour, .minute, .second], from: date)
        return String(format: "%02d:%02d:%02d", parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
    }
}

extension Calendar {
    static let utc: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()
}
