import Foundation
import Testing

/// Whatever is printed arrives, or it is said that it did not.
@Suite struct OutputTests {
    static let commands: [[String]] = [
        ["export", "ics"], ["next"], ["decks"], ["decks", "small-gestures"], ["init", "--show"], ["card"], ["check"], ["--help"],
        ["--version"], ["explain", "Sunday at 19:00"], ["simulate", "--from", "2026-01-01", "--to", "2027-01-01"],
        ["occurrences", "--rrule", "FREQ=DAILY", "--start", "2026-01-01T09:00:00", "--count", "5000"],
    ]

    /// Runs `troth` in a shell, its output going where `place` says.
    static func troth(_ home: Home, _ arguments: [String], _ place: String, input: String = "") -> Ended {
        let script = #"program=$1; shift; "$program" "$@" \#(place)"#
        return Running.output(
            "/bin/sh", ["-c", script, "sh", Programs.troth] + arguments, environment: home.environment, input: input)
    }

    static func home() throws -> Home {
        let home = try Home()
        try home.schedule(
            "timezone = \"UTC\"\n[people.sam]\nname = \"Sam\"\nchannels = [\"t\"]\n[channels.t]\ntype = \"terminal\"\n"
                + "[ritual.tea]\nevery = \"day at 16:00\"\n")
        return home
    }

    @Test(arguments: commands) func aFullDiskIsSaid(_ arguments: [String]) throws {
        let home = try Self.home()
        let ended = Self.troth(home, arguments, ">/dev/full")
        #expect(ended.code == 74)
        #expect(ended.err.contains("error: the output could not be written: the disk is full\n"), "\(ended.err)")
        let whole = Self.troth(home, arguments, ">/dev/null")
        #expect(whole.code == 0, "\(whole.err)")
    }

    @Test func aBatchEndsWithItsReader() throws {
        let question = #"{"rrule":"FREQ=DAILY","dtstart":"2026-01-01T09:00:00","zone":"UTC","limit":1}"# + "\n"
        let ended = Self.troth(try Self.home(), ["occurrences", "--batch"], ">/dev/full", input: question + question)
        #expect(ended.code == 74)
        #expect(ended.err == "error: the output could not be written: the disk is full\n")
    }

    /// Whether the reader's going is a signal or an error is the caller's choice.
    @Test(arguments: ["", "trap '' PIPE; "]) func aReaderThatGoesIsNoMatter(_ before: String) throws {
        let home = try Self.home()
        let script = before + #""$1" simulate --from 2000-01-01 --to 2026-01-01 | head -1"#
        let ended = Running.output("/bin/sh", ["-c", script, "sh", Programs.troth], environment: home.environment)
        #expect(ended.lines.count == 1)
        #expect(ended.err.isEmpty, "\(ended.err)")
    }
}
