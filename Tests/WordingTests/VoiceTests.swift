import Foundation
import Testing

@Suite("The voice")
struct VoiceTests {
    /// Every text between quotation marks in the catalogue's sources.
    private static let texts: [(file: String, text: String)] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Wording")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
        return files.flatMap { file -> [(String, String)] in
            let source = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            return source.split(separator: "\n").filter { !$0.contains("///") }.flatMap { line in
                line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                    .filter { $0.offset % 2 == 1 }.map { (file.lastPathComponent, String($0.element)) }
            }
        }
    }()

    @Test("Nobody is blamed, scored or hurried")
    func words() {
        #expect(Self.texts.count > 100)
        let never = ["overdue", "streak", "score", "missed", "failed to", "you forgot", "überfällig", "vergessen", "versäumt"]
        for (file, text) in Self.texts {
            for word in never { #expect(!text.lowercased().contains(word), "\(file): \(text)") }
        }
    }

    @Test("Nobody is shouted at")
    func marks() {
        for (file, text) in Self.texts { #expect(!text.contains("!"), "\(file): \(text)") }
    }
}
