import Foundation
import Testing

/// What `--help` says, in the session's language.
@Suite struct HelpTests {
    /// The argument parser's own, which are told apart from the commands' in ``HelpWording``.
    static let parsersOwn: Set<String> = [
        "Show the version.", "Show help information.", "Show subcommand help information.",
    ]

    /// Every text of every command, in their order, by where it stands.
    static func texts(_ environment: [String: String]) throws -> [(place: String, text: String)] {
        let home = try Home()
        let dump = home.troth("--experimental-dump-help", with: environment)
        let tree = try JSONSerialization.jsonObject(with: Data(dump.out.utf8))
        var all: [(String, String)] = []
        func walk(_ value: Any, _ place: String) {
            if let table = value as? [String: Any] {
                let name = table["commandName"] as? String ?? table["valueName"] as? String ?? ""
                for (key, value) in table.sorted(by: { $0.key < $1.key }) {
                    if let text = value as? String, ["abstract", "discussion"].contains(key), !parsersOwn.contains(text) {
                        all.append(("\(place) \(name) \(key)", text))
                    }
                    walk(value, "\(place) \(name)")
                }
            } else if let list = value as? [Any] {
                for value in list { walk(value, place) }
            }
        }
        walk(tree, "")
        return all
    }

    @Test func everyTextIsInGermanToo() throws {
        let (english, german) = (try Self.texts(["LANG": "C"]), try Self.texts(["LANG": "de_DE.UTF-8"]))
        #expect(english.count > 80)
        #expect(english.map(\.place) == german.map(\.place))
        for (one, other) in zip(english, german) where one.text == other.text { Issue.record("\(one.place): \(one.text)") }
    }

    @Test func theHelpOfACommandIsInOneLanguage() throws {
        let home = try Home()
        let help = home.troth("next", "--help", with: GermanTests.german)
        #expect(help.code == 0)
        #expect(help.out.hasPrefix("ÜBERSICHT: Zeigen, was als Nächstes kommt.\n\nAUFRUF: troth next "))
        for word in ["OVERVIEW", "USAGE", "OPTIONS", "default:", "Show"] { #expect(!help.out.contains(word), "\(word)") }
        let all = home.troth("--help", with: GermanTests.german)
        #expect(all.out.contains("\nBEFEHLE:\n") && all.out.contains("Mehr zu einem Befehl sagt „troth help <subcommand>“."))
        #expect(home.troth("next", "--help", with: ["LANG": "C"]).out.hasPrefix("OVERVIEW: Show what comes next.\n"))
    }

    static let refused: [([String], String)] = [
        (["next", "--frobnicate"], "Fehler: Die Option „--frobnicate“ gibt es nicht."),
        (["next", "--jsom"], "Fehler: Die Option „--jsom“ gibt es nicht. Meinst du „--json“?"),
        (["next", "-n", "viele"], "Fehler: „viele“ passt nicht zu „-n <n>“."),
        (["next", "--person"], "Fehler: Bei „--person <person>“ fehlt der Wert."),
        (["done"], "Fehler: Es fehlt „<id>“."),
        (["next", "heute"], "Fehler: Mit „heute“ ist hier nichts anzufangen."),
    ]

    @Test(arguments: refused) func aCommandLineThatCannotBeReadIsToldSo(_ arguments: [String], _ words: String) throws {
        let home = try Home()
        let ended = Running.output(
            Programs.troth, arguments, environment: home.environment.merging(GermanTests.german) { $1 })
        #expect(ended.code == 64)
        #expect(ended.err.hasPrefix(words + "\n"), "\(ended.err)")
        #expect(!ended.err.contains("Usage"))
    }
}
