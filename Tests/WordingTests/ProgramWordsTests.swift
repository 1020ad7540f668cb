import CivilTime
import Foundation
import Planning
import Recurrence
import Testing

@testable import Wording

/// What the programs say of themselves.
@Suite struct ProgramWordsTests {
    static let problems: [LedgerProblem] = [
        .missing, .symbolicLink, .notPlain, .ofAnother(user: 7), .folderOfAnother(user: 7), .otherNames, .exchanged,
        .notALedger, .later(version: 7, known: 4), .earlier(version: 7), .noVersion, .damaged("⟨a⟩"), .row("⟨a⟩"),
        .noSecret, .diskFull, .inUse, .readingOnly, .other("⟨a⟩"),
    ]

    /// Every phrase as each language says it.
    static func phrases(_ a: String, _ b: String) -> [(name: String, english: String, german: String)] {
        let (english, german) = (EnglishProgramWords(), GermanProgramWords())
        var found: [(name: String, english: String, german: String)] = []
        func add(_ name: String, _ say: (any ProgramWords) -> String) { found.append((name, say(english), say(german))) }
        for problem in problems {
            if case .other = problem { continue }
            add("record \(problem)") { $0.record(problem) }
        }
        for problem in [.missing, .forbidden, .isFolder, .tooLarge, .diskFull, .readOnly] as [FileProblem] {
            add("file \(problem)") { $0.file(problem) }
        }
        for process in [nil, 7] as [Int32?] { add("held") { $0.held(process) } }
        add("output") { $0.output(a) }
        add("init writes") { $0.initWrites }
        add("record refuses") { $0.recordRefuses }
        add("service ended") { $0.serviceEnded }
        add("no answer") { $0.noAnswerInTime }
        add("answer too long") { $0.answerTooLong }
        add("request too long") { $0.requestTooLong }
        add("usage") { $0.serviceUsage }
        add("needs value") { $0.needsValue(a) }
        add("no such option") { $0.noSuchOption(a) }
        add("at least") { $0.atLeast(a, 7) }
        add("lies after") { $0.liesAfter(a, b) }
        add("rule or batch") { $0.ruleOrBatch }
        add("no instant") { $0.noInstant(a, b) }
        add("no such command") { $0.noSuchCommand(a) }
        add("did you mean") { $0.didYouMean(a) }
        add("lists") { $0.lists(a) }
        add("schedule twice") { $0.scheduleTwice }
        add("no time") { $0.noTime(a, b) }
        add("no local time") { $0.noLocalTime(a, b) }
        add("no time of day") { $0.noTimeOfDay(a, b) }
        add("such as") { $0.suchAs([a, b]) }
        add("wrote") { $0.wrote(a) }
        add("after init") { $0.afterInit }
        add("already there") { $0.alreadyThere(a) }
        return found + explanations(a)
    }

    static func explanations(_ a: String) -> [(name: String, english: String, german: String)] {
        let (english, german) = (EnglishExplainWords(), GermanExplainWords())
        var found: [(name: String, english: String, german: String)] = []
        func add(_ name: String, _ say: (any ExplainWords) -> String) { found.append((name, say(english), say(german))) }
        for dialect in Dialect.allCases { add("\(dialect)") { $0.dialect(dialect) } }
        for policy in ExplainWording.Policy.allCases { add("\(policy)") { $0.meaning(policy) } }
        add("no RRULE") { $0.noRRule }
        add("counted from") { $0.countedFrom(a, isGiven: false) }
        add("never again") { $0.neverAgain }
        add("never comes") { $0.neverComes }
        add("here") { $0.here("-", a) }
        add("add") { $0.add(a) }
        add("leave out") { $0.leaveOut(a) }
        for label in [\.dialect, \.normalForm, \.countedFrom, \.policies, \.needs, \.next]
            as [KeyPath<ExplainWording.Labels, String>]
        {
            add("label") { $0.labels[keyPath: label] }
        }
        return found
    }

    /// (variables, language)
    static let environments: [([String: String], Language)] = [
        ([:], .english), (["LANG": "de_DE.UTF-8"], .german), (["LANG": "de"], .german), (["LANG": "de@euro"], .german),
        (["LANG": "den_CA"], .english), (["LANG": "fr_FR"], .english), (["LANG": "C.UTF-8"], .english),
        (["LANG": "de_AT", "LC_ALL": ""], .german), (["LANG": "de_AT", "LC_ALL": "C"], .english),
        (["LANG": "en_GB", "LC_MESSAGES": "de_CH"], .german),
        (["LC_ALL": "de_DE", "LC_MESSAGES": "en_GB", "LANG": "en_GB"], .german),
    ]

    @Test(arguments: environments)
    func theEnvironmentNamesTheLanguage(_ environment: [String: String], _ language: Language) {
        #expect(Language(environment: environment) == language)
    }

    /// (as it is on record, the same in German)
    static let details: [(String, String)] = [
        ("the command exited with 0", "das Kommando endete mit 0"),
        ("exited with 75 (try again later)", "endete mit 75 (später noch einmal)"),
        ("exited with 75 (try again later): no net: yet …", "endete mit 75 (später noch einmal): no net: yet …"),
        ("exited with 3: three: words", "endete mit 3: three: words"),
        ("the mailer exited with 67 (no such user): x", "das Mailprogramm endete mit 67 (dieses Konto gibt es nicht): x"),
        ("the mailer exited with 42", "das Mailprogramm endete mit 42"),
        ("the password's file /a b/c is empty", "die Datei zu password, /a b/c, ist leer"),
        ("250 2.0.0 Ok: queued as 4F", "250 2.0.0 Ok: queued as 4F"), ("", ""),
        ("`a` cannot be started: `b` cannot be started: c", "`a` lässt sich nicht starten: `b` cannot be started: c"),
    ]

    @Test(arguments: details) func reasonsAreReadInTheReadersLanguage(_ recorded: String, _ german: String) {
        #expect(DetailWording.text(recorded, in: .german) == german)
        #expect(DetailWording.text(recorded, in: .english) == recorded)
    }

    /// Looks at the channels' source, so that no reason can be left out.
    @Test func everyReasonOfAChannelIsInTheCatalogue() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources").resolvingSymlinksInPath()
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        let maker = /\.(permanent|transient|uncertain|unreachable|delivered|absent)\(\s*"|(reason|why|refuse)\(\s*"|let what =\s*"/
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            guard ["/Channels/", "/troth-mail/", "/Daemon/Delivery/", "/Planning/Planner/", "/Systemd/Bus/"].contains(
                where: file.path.contains)
            else { continue }
            let code = try String(contentsOf: file, encoding: .utf8)
            for found in code.matches(of: maker) {
                guard let literal = Self.literal(code[found.range.upperBound...]) else {
                    Issue.record("\(file.lastPathComponent): a text does not end")
                    continue
                }
                // Words that are somebody else's altogether.
                if ["", "⟨⟩", "\(Self.blank) "].contains(literal) || literal == Self.blank { continue }
                count += 1
                // A secret comes from a few places, which stand first.
                let isSecret = file.lastPathComponent == "Secret.swift" && literal.hasPrefix("\(Self.blank) ")
                let german = DetailWording.german(isSecret ? "the credential `x`" + literal.dropFirst(3) : literal)
                #expect(german != nil, "\(file.lastPathComponent): \(literal)")
                #expect(german != literal)
            }
        }
        #expect(count > 60)
    }

    private static let blank = "⟨x⟩"

    /// A text up to its closing quote, with a mark for whatever is filled into it.
    private static func literal(_ code: Substring) -> String? {
        var text = ""
        var depth = 0
        var quoted = false
        var last: Character = " "
        for character in code {
            if depth > 0 {
                if character == "\"" { quoted.toggle() }
                if !quoted, character == "(" { depth += 1 }
                if !quoted, character == ")" { depth -= 1 }
            } else if last == "\\", character == "(" {
                depth = 1
                text.removeLast()
                text += blank
            } else if character == "\"", last != "\\" {
                return text
            } else {
                text.append(character)
            }
            last = character
        }
        return nil
    }
}
