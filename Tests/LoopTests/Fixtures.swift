import Glibc
import Loop
import Testing

/// A loop that a test runs until something has happened; `guardLimit` only ends a test that has
/// gone wrong.
func withLoop(_ body: (EpollLoop) throws -> Void) throws {
    let loop = try EpollLoop()
    try body(loop)
}

extension EpollLoop {
    /// Runs until ``EpollLoop/stop()``; says so when nothing stops it.
    func runToStop(sourceLocation: SourceLocation = #_sourceLocation) throws {
        var isLate = false
        let guardLimit = after(.seconds(120)) { [unowned self] in
            isLate = true
            stop()
        }
        try run()
        guardLimit.cancel()
        #expect(!isLate, "the loop was never stopped", sourceLocation: sourceLocation)
    }
}

let plainEnvironment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C"]

/// A shell as a fixture: a program that can do odd things.
func shell(_ script: String, _ arguments: String...) -> ChildCommand {
    ChildCommand(["/bin/sh", "-c", script, "sh"] + arguments, environment: plainEnvironment)
}

/// Starts a command, waits for its end and returns what was reported.
func report(of command: ChildCommand, on loop: EpollLoop) throws -> ChildReport {
    var reports: [ChildReport] = []
    try Child.spawn(command, on: loop) {
        reports.append($0)
        // Round once more: a second report would show.
        loop.after(.zero) { loop.stop() }
    }
    try loop.runToStop()
    try #require(reports.count == 1)
    return reports[0]
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// A folder that exists while `body` runs.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let base = ProcessEnvironment.all()["TMPDIR"] ?? "/tmp"
    let template = try #require(strdup(base + "/troth-test-XXXXXX"))
    defer { free(template) }
    let made = mkdtemp(template)
    let path = String(cString: try #require(made))
    defer {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                unlink(path + "/" + name)
            }
            closedir(folder)
        }
        rmdir(path)
    }
    return try body(path)
}

/// How many descriptors this process has open.
func openDescriptors() -> Int {
    guard let folder = opendir("/proc/self/fd") else { return -1 }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    return count
}
