import Foundation
import JSON
import TOML
import Testing

/// The suite that readers of TOML share, version 1.0.0, where it lies beside the package.
/// It is not part of the project: without it these tests are skipped, and the project's
/// own tables stand alone.
@Suite(.enabled(if: SharedSuite.isThere, "the toml-test suite is not beside the package"))
struct SharedSuiteTests {
    @Test func everyValidFileReadsAsItShould() throws {
        let names = try SharedSuite.names(under: "valid/")
        #expect(names.count == 210)
        for name in names {
            let (document, errors) = TOMLDocument.parse(try SharedSuite.bytes(name))
            #expect(errors.isEmpty, "\(name): \(errors)")
            let wanted = try JSON.parse(try SharedSuite.bytes(name.replacing(".toml", with: ".json")))
            #expect(Tagged.match(Tagged.json(document.root), wanted), "\(name)")
            let faults = Places(document).faults
            #expect(faults.isEmpty, "\(name): \(faults)")
        }
    }

    @Test func everyInvalidFileIsRefused() throws {
        let names = try SharedSuite.names(under: "invalid/")
        #expect(names.count == 499)
        for name in names {
            let bytes = try SharedSuite.bytes(name)
            let errors = TOMLDocument.parse(bytes).errors
            #expect(!errors.isEmpty, "\(name)")
            for error in errors { #expect(error.range.end <= bytes.count, "\(name)") }
        }
    }
}

enum SharedSuite {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/toml-test")

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "files-toml-1.0.0").path) }

    static func names(under prefix: String) throws -> [String] {
        let list = try String(contentsOf: folder.appending(path: "files-toml-1.0.0"), encoding: .utf8)
        return list.split(separator: "\n").map(String.init).filter { $0.hasPrefix(prefix) && $0.hasSuffix(".toml") }
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }
}
