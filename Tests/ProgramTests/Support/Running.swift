import Foundation
import Testing

/// How a program ended, and what it wrote.
struct Ended {
    var code: Int32
    /// The signal that ended it.
    var signal: Int32?
    var out: String
    var err: String

    var lines: [String] { out.split(separator: "\n").map(String.init) }

    /// What `--json` printed.
    var objects: [[String: Any]] {
        lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    }
}

/// A program that runs; it ends with the object that stands for it.
final class Running {
    let process = Process()
    private let output: URL
    private let errors: URL
    private let input = Pipe()

    /// One start at a time: starting processes from several threads at once has been seen to crash Foundation.
    private static let gate = NSLock()
    /// Read once, since other tests may set variables meanwhile.
    private static let ownEnvironment = ProcessInfo.processInfo.environment

    init(
        _ program: String, _ arguments: [String], environment: [String: String]? = nil, input text: String? = nil
    ) throws {
        let folder = FileManager.default.temporaryDirectory
        let stem = "troth-\(UUID().uuidString.prefix(13))"
        output = folder.appendingPathComponent("\(stem).out")
        errors = folder.appendingPathComponent("\(stem).err")
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment ?? Self.ownEnvironment
        let ends = try [output, errors].map { try FileHandle(forWritingTo: $0) }
        // At over a thousand open files, Foundation's reading of /proc/self/fd before a start runs past its buffer.
        defer { for end in ends { try? end.close() } }
        (process.standardOutput, process.standardError) = (ends[0], ends[1])
        process.standardInput = input
        try Self.gate.withLock { try process.run() }
        if let text {
            try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
            try? input.fileHandleForWriting.close()
        }
    }

    var pid: Int32 { process.processIdentifier }
    var out: String { Self.text(output) }
    var err: String { Self.text(errors) }

    func closeInput() { try? input.fileHandleForWriting.close() }

    /// Waits for its end.
    @discardableResult
    func end(_ place: SourceLocation = #_sourceLocation) async throws -> Ended {
        try await eventually("the end of \(process.executableURL?.lastPathComponent ?? "a program")", place) {
            !self.process.isRunning
        }
        return ended
    }

    private var ended: Ended {
        let isSignal = process.terminationReason == .uncaughtSignal
        return Ended(
            code: isSignal ? -1 : process.terminationStatus, signal: isSignal ? process.terminationStatus : nil,
            out: out, err: err)
    }

    /// Runs a program to its end at once.
    static func output(
        _ program: String, _ arguments: [String], environment: [String: String]? = nil, input: String = ""
    ) -> Ended {
        guard let running = try? Running(program, arguments, environment: environment, input: input) else {
            return Ended(code: -1, signal: nil, out: "", err: "\(program) cannot be run")
        }
        running.process.waitUntilExit()
        return running.ended
    }

    private static func text(_ file: URL) -> String {
        (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    deinit {
        if process.isRunning {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        try? input.fileHandleForWriting.close()
        for file in [output, errors] { try? FileManager.default.removeItem(at: file) }
    }
}

/// Waits until something is so. The limit only ends a test that would wait for ever.
func eventually(
    _ what: String, _ place: SourceLocation = #_sourceLocation, within seconds: Double = 180,
    _ isSo: () throws -> Bool
) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    while try !isSo() {
        if clock.now > deadline {
            Issue.record("this did not come about: \(what)", sourceLocation: place)
            throw NeverCameAbout()
        }
        try await Task.sleep(for: .milliseconds(20))
    }
}

struct NeverCameAbout: Error {}
