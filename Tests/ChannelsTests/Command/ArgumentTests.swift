import Testing

@testable import Channels

struct ArgumentTests {
    static let values = [
        "title": "T", "body": "one\ntwo", "person": "sam", "ritual": "check-in.weekly", "when": "Sunday",
    ]

    static let cases: [(String, String)] = [
        ("{title}", "T"),
        ("--text={title}: {body}", "--text=T: one\ntwo"),
        ("{person}{ritual}{when}", "samcheck-in.weeklySunday"),
        ("{unknown} {title", "{unknown} {title"),
        ("{{title}}", "{T}"),
        ("{ title }", "{ title }"),
        ("", ""),
        ("-{title}", "-T"),
    ]

    @Test(arguments: cases)
    func blanksAreFilledIn(_ template: String, _ filled: String) {
        #expect(Argument(template).filled(Self.values) == filled)
    }

    @Test func aValueIsNotFilledInAgain() {
        #expect(Argument("{title}|{body}").filled(["title": "{body}", "body": "{title}"]) == "{body}|{title}")
    }

    static let dashes: [(String, String, String)] = [
        ("{title}", "-u", " -u"),
        ("{title}", "--", " --"),
        ("{title} {title}", "-u", " -u -u"),
        ("--title={title}", "-u", "--title=-u"),
        ("{body}{title}", "-u", " -u"),
        ("{title}", "a-u", "a-u"),
    ]

    @Test(arguments: dashes)
    func aTitleNeverBecomesAnOption(_ template: String, _ title: String, _ filled: String) {
        #expect(Argument(template).filled(["title": title]) == filled)
    }
}
