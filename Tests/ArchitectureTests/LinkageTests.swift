import Foundation
import Testing

/// What the programs are linked from. Static linking hides it from ldd, so the symbols are read.
@Suite struct LinkageTests {
    static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

    /// The release programs, where `make test` has built them; skipped elsewhere, since a debug build links what it likes.
    static let programs: [String] = {
        guard let folder = ProcessInfo.processInfo.environment["TROTH_PROGRAMS"] else {
            if !isCI { print("skipped: the linkage of release programs needs TROTH_PROGRAMS") }
            return isCI ? ["nothing was built"] : []
        }
        return ["trothd", "troth", "troth-mail"].map { "\(folder)/\($0)" }
    }()

    /// Symbols of Foundation, in either of its parts.
    static func foundation(in binary: String) -> Int? {
        let listed = Tree.run(["nm", "--format=just-symbols", binary])
        guard listed.code == 0 else { return nil }
        return listed.output.split(separator: "\n").count { symbol in
            symbol.hasPrefix("$s10Foundation") || symbol.hasPrefix("$s20FoundationEssentials")
                || symbol.hasPrefix("$s28FoundationInternationalization")
        }
    }

    @Test(.enabled(if: !programs.isEmpty), arguments: programs) func noProgramHoldsFoundation(_ program: String) throws {
        #expect(try #require(Self.foundation(in: program), "\(program) has no symbols to read") == 0)
    }

    /// This very test holds Foundation: the check can fail.
    @Test func theCheckFindsFoundationWhereItIs() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("troth-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("control.swift").path
        try Data("import Foundation\nprint(Date())\n".utf8).write(to: URL(fileURLWithPath: source))
        let binary = folder.appendingPathComponent("control").path
        let built = Tree.run(["swiftc", "-static-stdlib", "-o", binary, source])
        try #require(built.code == 0, "\(built.output)")
        #expect(try #require(Self.foundation(in: binary)) > 0)
    }
}
