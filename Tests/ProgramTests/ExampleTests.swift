import Foundation
import Testing

/// Another package that uses the time engine: Tests/Example depends on the product alone.
@Suite struct ExampleTests {
    @Test func anotherPackageBuildsAndRuns() throws {
        let scratch = "\(Programs.root)/.build/example"
        let arguments = ["swift", "build", "--package-path", "\(Programs.root)/Tests/Example", "--scratch-path", scratch]
        var built = Running.output("/usr/bin/env", arguments)
        if built.code != 0 {
            // The package manager holds on to its plan of a former build, with files that are gone since.
            try FileManager.default.removeItem(atPath: scratch)
            built = Running.output("/usr/bin/env", arguments)
        }
        try #require(built.code == 0, "\(built.out)\(built.err)")
        let program = "\(Programs.root)/.build/example/debug/next-times"
        let ended = Running.output(
            program, ["last Friday of the month at 17:00", "2026-11-22T12:00:00Z", "CET-1CEST,M3.5.0,M10.5.0/3"])
        #expect(ended.code == 0)
        #expect(
            ended.lines == [
                "2026-11-27T17:00:00 2026-11-27T16:00:00Z", "2026-12-25T17:00:00 2026-12-25T16:00:00Z",
                "2027-01-29T17:00:00 2027-01-29T16:00:00Z",
            ])
    }

    /// Packages that are depended on by version may not have them.
    @Test func noTargetNeedsUnsafeFlags() throws {
        for package in ["Package.swift", "Tests/Example/Package.swift"] {
            let text = try String(contentsOfFile: "\(Programs.root)/\(package)", encoding: .utf8)
            #expect(!text.contains("unsafeFlags"), "\(package)")
        }
    }
}
