import Foundation

/// What the tests run: the package's own programs, and what the system has.
enum Programs {
    /// A program of this package: of the release build that `TROTH_PROGRAMS` names, else beside the tests.
    static func path(_ name: String) -> String? {
        var folders = [URL]()
        if let folder = ProcessInfo.processInfo.environment["TROTH_PROGRAMS"] {
            folders.append(URL(fileURLWithPath: folder))
        }
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "/").deletingLastPathComponent()
        for _ in 0..<4 {
            folders.append(folder)
            folder.deleteLastPathComponent()
        }
        return folders.map { $0.appendingPathComponent(name).path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The package's own folder.
    static var root: URL {
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path + "/Package.swift") {
            folder.deleteLastPathComponent()
        }
        return folder
    }

    static var isCI: Bool { ProcessInfo.processInfo.environment["CI"] == "true" }

    /// Whether a test that needs something of the system runs: with CI it always does, so that it fails where
    /// the thing is missing; elsewhere it is skipped, aloud.
    static func has(_ what: String, _ isThere: Bool) -> Bool {
        if isThere || isCI { return true }
        print("skipped: \(what) is not installed")
        return false
    }

    static let python = run("/usr/bin/env", ["python3", "-c", "import email"]).code == 0
    static let pythonSMTP = run(debianPython, ["-c", "import aiosmtpd"]).code == 0
    static let tidy = run("/usr/bin/env", ["tidy", "-version"]).code == 0
    static let html5lib = run(debianPython, ["-c", "import html5lib"]).code == 0
    static let icalendar = run(debianPython, ["-c", "import icalendar"]).code == 0
    static let openssl = run("/usr/bin/env", ["openssl", "version"]).code == 0

    /// The interpreter that Debian's python3-aiosmtpd is installed for.
    static let debianPython = "/usr/bin/python3"

    /// Waits for a process to be gone; a dead entry that nobody has collected counts as gone.
    static func waitUntilGone(_ pid: Int32) -> Bool {
        for _ in 0..<3_000 {
            let state = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
            if state == nil || state?.contains(") Z ") == true { return true }
            usleep(10_000)
        }
        return false
    }

    /// Runs a program to its end.
    static func run(_ program: String, _ arguments: [String], input: Data = Data()) -> (code: Int32, output: Data) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let output = Pipe()
        let inputPipe = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = inputPipe
        do { try process.run() } catch { return (-1, Data()) }
        DispatchQueue.global().async {
            try? inputPipe.fileHandleForWriting.write(contentsOf: input)
            try? inputPipe.fileHandleForWriting.close()
        }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, data)
    }
}

/// A folder that goes when the test is over.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("troth-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    /// Writes a file and returns its path.
    @discardableResult
    func file(_ name: String, _ text: String, mode: Int = 0o600) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }

    func text(_ name: String) -> String? {
        (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))).map { String(decoding: $0, as: UTF8.self) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
