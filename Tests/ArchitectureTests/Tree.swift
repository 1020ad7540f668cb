import Foundation

/// The package's own files, as text.
enum Tree {
    static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path + "/Package.swift") {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    struct File {
        /// From the root on.
        var path: String
        var text: String
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        /// The target that it belongs to.
        var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    }

    /// The text files under some folders, sorted by path.
    static func files(under folders: [String], endings: [String]) -> [File] {
        var files: [File] = []
        for folder in folders {
            let place = root.appendingPathComponent(folder).resolvingSymlinksInPath().path
            for name in FileManager.default.enumerator(atPath: place).map({ $0.compactMap { $0 as? String } }) ?? [] {
                let isWanted = endings.contains { name.hasSuffix($0) } || endings.contains("") && !name.contains(".")
                guard isWanted, let data = FileManager.default.contents(atPath: "\(place)/\(name)") else { continue }
                files.append(File(path: "\(folder)/\(name)", text: String(decoding: data, as: UTF8.self)))
            }
        }
        return files.sorted { $0.path < $1.path }
    }

    static let sources = files(under: ["Sources"], endings: [".swift"])
    static let tests = files(under: ["Tests"], endings: [".swift"])

    /// Runs a program; its exit code and output.
    static func run(_ command: [String]) -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        do { try process.run() } catch { return (-1, "\(error)") }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
