import Foundation
import Testing

/// A file that could not be written whole leaves nothing behind, so that the next try finds the place free.
@Suite struct NewFileTests {
    /// Runs `troth` where no file may grow, which is what a full disk is; its exit code.
    static func withoutRoom(_ home: Home, _ arguments: [String]) -> String {
        let script = #"(ulimit -f 0; trap '' XFSZ; exec "$@") >/dev/null 2>&1; echo $?"#
        return Running.output(
            "/bin/bash", ["-c", script, "bash", Programs.troth] + arguments, environment: home.environment
        ).out
    }

    @Test(arguments: [["init", "--config"], ["lookback", "--html"]]) func aFullDiskLeavesNothing(_ command: [String]) throws {
        let home = try Home()
        if command[0] == "lookback" {
            try home.schedule("timezone = \"UTC\"\n[people.sam]\nname = \"Sam\"\n")
        }
        let file = "\(home.path)/fresh/file"
        #expect(Self.withoutRoom(home, command + [file]) == "78\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/fresh") == [])
        let again = Running.output(Programs.troth, command + [file], environment: home.environment)
        #expect(again.code == 0, "\(again.err)")
        let text = home.text("fresh/file")
        #expect(!text.isEmpty)
        let third = Running.output(Programs.troth, command + [file], environment: home.environment)
        #expect(third.code == 78 && third.err.contains("is there already"), "\(third.err)")
        #expect(home.text("fresh/file") == text)
    }

    @Test func foldersAreMadeFromWhereOneIs() throws {
        let home = try Home()
        let ended = Running.output(
            "/bin/sh", ["-c", #"cd "$1" && "$2" init --config sub/mine.toml"#, "sh", home.path, Programs.troth],
            environment: home.environment)
        #expect(ended.code == 0, "\(ended.err)")
        #expect(!home.text("sub/mine.toml").isEmpty)
    }
}

/// Names on the command line follow the rule of names in a schedule.
@Suite struct NamedStarterTests {
    static let long = String(repeating: "x", count: 300)
    static let names: [([String], String)] = [
        (["--with", ""], "`--with` is empty"), (["--with", " \u{200B}"], "`--with` is empty"),
        (["--child", ""], "`--child` is empty"), (["--with", long], "`--with` is longer than 100 characters"),
        (["--with", "Al\nex"], "a control character (U+000A) in `--with`"),
        (["--child", "\u{202E}Kim"], "a control character (U+202E) in `--child`"),
    ]

    @Test(arguments: names) func aNameThatNoScheduleTakesIsRefused(_ arguments: [String], _ error: String) throws {
        let home = try Home()
        let ended = Running.output(
            Programs.troth, ["init", "--template", "family"] + arguments, environment: home.environment)
        #expect(ended.code == 64)
        #expect(ended.err.hasPrefix("error: \(error)\n"), "\(ended.err)")
        #expect(home.text("config/troth/troth.toml").isEmpty)
    }

    @Test(arguments: ["نامه\u{200C}ای", "Alex \"Lex\" O'Neil", String(repeating: "x", count: 100)])
    func anyOtherIsTaken(_ name: String) throws {
        let home = try Home()
        let made = home.troth("init", "--template", "family", "--with", name, "--child", name)
        #expect(made.code == 0, "\(made.err)")
        let check = home.troth("check")
        #expect(check.code == 0, "\(check.err)")
    }

    /// The account's own name may be anything; what no schedule takes is left out.
    @Test func anAccountMayBeCalledAnything() throws {
        let home = try Home()
        for name in ["", Self.long, "\u{1B}[31m"] {
            let ended = home.troth("init", "--show", with: ["USER": name, "LOGNAME": name])
            #expect(ended.code == 0, "\(ended.err)")
            let file = try home.write("shown.toml", ended.out)
            #expect(home.troth("check", file).code == 0)
        }
    }
}
