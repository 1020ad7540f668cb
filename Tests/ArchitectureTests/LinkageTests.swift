import Foundation
import Testing

/// What the shipped programs are made of: static linking hides Foundation from ldd, not from nm.
@Suite("What the programs link")
struct LinkageTests {
    private static let folder = ProcessInfo.processInfo.environment["TROTH_PROGRAMS"]

    private static func foundationSymbols(_ path: String) throws -> Int {
        let symbols = try Project.run("nm", [path]).output
        return symbols.split(separator: "\n").count { $0.contains("$s10Foundation") || $0.contains("_CFRuntime") }
    }

    @Test(
        "No program holds Foundation",
        // Needs the static release programs, which `make test` builds first and names.
        .enabled(if: folder != nil), arguments: ["trothd", "troth", "troth-mail"])
    func programs(name: String) throws {
        let path = "\(try #require(Self.folder))/\(name)"
        #expect(FileManager.default.isExecutableFile(atPath: path))
        #expect(try Self.foundationSymbols(path) == 0)
    }

    @Test("A program that imports Foundation is told apart", .enabled(if: folder != nil))
    func control() throws {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("troth-linkage-\(getpid())")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let source = scratch.appendingPathComponent("main.swift")
        try "import Foundation\nprint(ProcessInfo.processInfo.processName, DateFormatter())\n"
            .write(to: source, atomically: true, encoding: .utf8)
        let program = scratch.appendingPathComponent("control").path
        let built = try Project.run("swiftc", ["-static-stdlib", source.path, "-o", program])
        try #require(built.status == 0, "\(built.output)")
        #expect(try Self.foundationSymbols(program) > 0)
    }
}
