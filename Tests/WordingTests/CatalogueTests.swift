import CivilTime
import Decks
import Foundation
import Planning
import Testing

@testable import Wording

/// The whole catalogue, both languages side by side.
@Suite struct CatalogueTests {
    /// What is filled in, so that it can be found again.
    static let marks = ["⟨a⟩", "⟨b⟩"]

    @Test func bothLanguagesFillInTheSame() {
        for phrase in Self.phrases {
            for mark in Self.marks + ["4", "2", "7"] {
                #expect(phrase.english.contains(mark) == phrase.german.contains(mark), "\(phrase.name): \(mark)")
            }
            #expect(phrase.english != phrase.german, "\(phrase.name) is not translated")
            for text in [phrase.english, phrase.german] {
                #expect(!text.isEmpty && text.first != " " && text.last != " ", "\(phrase.name)")
            }
        }
    }

    @Test func everythingHasADayAndAMonth() {
        for words in [EnglishDateWords(), GermanDateWords()] as [any DateWords] {
            #expect(words.weekdays.count == 7 && words.shortWeekdays.count == 7 && words.months.count == 12)
        }
    }

    /// Words that blame, count scores or press, and the mark that shouts; whatever their case.
    static let unwanted = [
        "overdue", "streak", "score", "late again", "you forgot", "you missed", "you must", "should have", "please",
        "überfällig", "versäumt", "vergessen", "verpasst", "strafe", "punktzahl", "musst", "hättest", "!",
    ]

    /// Words that address formally or assume who somebody is; as written.
    static let unfitting = [" Sie ", " Ihr ", " Ihre ", " his ", " her ", " he ", " she ", " him "]

    /// Looks at the catalogue's source, so that no phrase can be left out.
    @Test func keepsItsVoice() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Wording").resolvingSymlinksInPath()
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var literals = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let code = line.trimmingCharacters(in: .whitespaces)
                // Another program's sentences stand as they are, to be told in other words.
                guard !code.hasPrefix("//"), !code.hasPrefix("\"Error: ") else { continue }
                for literal in Self.literals(code) {
                    literals += 1
                    let text = " \(literal) "
                    let found =
                        Self.unwanted.filter { text.lowercased().contains($0) }
                        + Self.unfitting.filter { text.contains($0) }
                    #expect(found.isEmpty, "\(file.lastPathComponent): \(literal)")
                }
            }
        }
        #expect(literals > 300)
    }

    /// The texts between quotation marks, without what is filled into them.
    private static func literals(_ code: String) -> [String] {
        var found: [String] = []
        var text = ""
        var isInside = false
        var depth = 0
        var last: Character = " "
        for character in code {
            if depth > 0 {
                if character == "(" { depth += 1 }
                if character == ")" { depth -= 1 }
            } else if isInside, last == "\\", character == "(" {
                depth = 1
                text.removeLast()
            } else if character == "\"", last != "\\" {
                if isInside {
                    found.append(text)
                    text = ""
                }
                isInside.toggle()
            } else if isInside {
                text.append(character)
            }
            last = character
        }
        return found
    }
}
