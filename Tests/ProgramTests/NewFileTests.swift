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
