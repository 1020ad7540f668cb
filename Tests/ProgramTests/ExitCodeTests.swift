import Foundation
import Testing

/// How the programs end (sysexits.h), and what they say then.
@Suite struct ExitCodeTests {
    @Test(arguments: [["dance"], ["next", "-n", "none"], ["next", "--now", "yesterday"], ["snooze"], ["--nothing"]])
    func aWrongCommandLineIs64(_ arguments: [String]) throws {
        let home = try Home()
        try home.schedule("[people.sam]\nname = \"Sam\"\n")
        let ended = Running.output(Programs.troth, arguments, environment: home.environment)
        #expect(ended.code == 64)
        #expect(!ended.err.isEmpty)
        #expect(ended.out.isEmpty)
    }

    @Test func aMisspeltCommandIsNamed() throws {
        let home = try Home()
        let near = home.troth("chek")
        #expect(near.code == 64)
        #expect(near.err == "error: there is no command `chek`\nhint: did you mean `troth check`?\n")
        #expect(home.troth("xylophone").err == "error: there is no command `xylophone`\nhint: `troth --help` lists them\n")
        #expect(home.troth("histroy", with: ["LANG": "de_DE.UTF-8"]).err.contains("meintest du `troth history`?"))
        #expect(home.troth("help", "check").code == 0)
        #expect(home.troth("help").code == 0)
        let asked = home.troth("help", "chek")
        #expect(asked.code == 64 && asked.err == near.err && asked.out.isEmpty)
    }

    @Test func nobodyHasNothingToSimulate() throws {
        let home = try Home()
        try home.schedule("timezone = \"UTC\"\n[people.sam]\nname = \"Sam\"\n")
        let simulated = home.troth("simulate", "--from", "2026-01-01", "--to", "2026-02-01", "--person", "nobody")
        #expect(simulated.code == 66 && simulated.out.isEmpty)
        #expect(simulated.err == home.troth("next", "--person", "nobody").err && !simulated.err.isEmpty)
        #expect(home.troth("simulate", "--from", "2026-01-01", "--to", "2026-02-01", "--person", "sam").code == 0)
    }

    @Test func nextIsAsManyWithoutAService() throws {
        let home = try Home()
        try home.schedule(
            "timezone = \"UTC\"\n[people.sam]\nname = \"Sam\"\nchannels = [\"t\"]\n"
                + "[channels.t]\ntype = \"terminal\"\n[ritual.tea]\nevery = \"day at 16:00\"\n")
        let all = home.troth("next", "-n", "2000000000")
        #expect(all.code == 0 && all.lines.count == 1_000, "\(all.err)")
    }

    /// What is said of a word is for a terminal to show, not to obey.
    @Test(arguments: [[], ["next", "--now"], ["next"], ["explain"], ["why"]])
    func noWordReachesTheTerminalRaw(_ arguments: [String]) throws {
        let home = try Home()
        try home.schedule("[people.sam]\nname = \"Sam\"\n")
        let ended = Running.output(Programs.troth, arguments + ["\u{1b}[31m"], environment: home.environment)
        let service = Running.output(Programs.trothd, ["--\u{1b}[31m"], environment: home.environment)
        for ended in [ended, service] {
            #expect(ended.code != 0)
            #expect(ended.err.contains("[31m"), "\(ended.err)")
            #expect(!ended.err.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
        }
    }

    @Test func helpIsNoMistake() throws {
        let home = try Home()
        #expect(home.troth("--help").code == 0)
        #expect(home.troth("--version").out.contains("0."))
        let service = Running.output(Programs.trothd, ["--help"], environment: home.environment)
        #expect(service.code == 0)
        #expect(service.out.contains("--config"))
    }

    @Test func aServiceUsedWronglyIs64() async throws {
        let home = try Home()
        #expect(try await home.launch(["--what"]).end().code == 64)
        #expect(try await home.launch(["--config"]).end().code == 64)
    }

    @Test func aWrongScheduleIs65() async throws {
        let home = try Home()
        try home.schedule("[ritual.tea]\nevery = \"Sonntag\"\n")
        let check = home.troth("check")
        #expect(check.code == 65)
        #expect(check.err.contains("troth.toml:2:"))
        let service = try await home.launch().end()
        #expect(service.code == 65)
        #expect(service.err.contains("troth.toml:2:"))
    }

    @Test func aScheduleIsCheckedByItsName() throws {
        let home = try Home()
        let other = try home.write("other.toml", "[ritual.tea]\nevery = \"Sonntag\"\n")
        let named = home.troth("check", other)
        #expect(named.code == 65)
        #expect(named.err == home.troth("check", "--config", other).err && named.err.contains("other.toml:2:"))
        #expect(home.troth("check", "\(home.path)/none.toml").code == 66)
        let twice = home.troth("check", other, "--config", other)
        #expect(twice.code == 64 && twice.err.contains("given twice"), "\(twice.err)")
    }

    @Test func noScheduleIs66() async throws {
        let home = try Home()
        #expect(home.troth("check").code == 66)
        #expect(home.troth("next").code == 66)
        #expect(try await home.launch().end().code == 66)
    }

    @Test func aStateFolderThatCannotBeIs78() async throws {
        let home = try Home()
        try home.schedule(
            "timezone = \"UTC\"\n[people.sam]\nname = \"Sam\"\nchannels = [\"t\"]\n[channels.t]\ntype = \"terminal\"\n"
                + "[ritual.tea]\nevery = \"day at 16:00\"\n")
        let plain = try home.write("no-folder", "")
        let service = try await home.launch(["--state", "\(plain)/state"]).end()
        #expect(service.code == 78, "\(service.err)")
    }

    // MARK: - The first schedule

    @Test func initWritesAScheduleThatWorksUnedited() async throws {
        let home = try Home()
        let made = home.troth("init")
        #expect(made.code == 0, "\(made.err)")
        let check = home.troth("check")
        #expect(check.code == 0, "\(check.err)")
        #expect(check.lines.count >= 2)
        let service = try await home.start()
        #expect(home.troth("next").lines.count > 1)
        #expect(try await home.stop(service).code == 0)
        #expect(try mode(home.schedule) & 0o077 == 0)
    }

    @Test func initWithADesktopUsesIt() throws {
        let home = try Home()
        // A session is where its bus is.
        let bus = try home.write("bus", "")
        #expect(home.troth("init", with: ["DBUS_SESSION_BUS_ADDRESS": "unix:path=\(bus)"]).code == 0)
        #expect(home.text("config/troth/troth.toml").contains("type = \"desktop\""))
        #expect(home.troth("check").code == 0)
    }

    @Test func initNeverOverwrites() throws {
        let home = try Home()
        try home.schedule("# mine\n")
        let refused = home.troth("init")
        #expect(refused.code != 0)
        #expect(home.text("config/troth/troth.toml") == "# mine\n")
    }

    private func mode(_ file: String) throws -> Int {
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
        return try #require(mode).intValue
    }
}

/// The samples under Config, and what `occurrences` answers.
@Suite struct SampleTests {
    static let samples = (try? FileManager.default.contentsOfDirectory(atPath: "\(Programs.root)/Config"))?
        .filter { $0.hasSuffix(".toml") && !$0.hasSuffix(".local.toml") }.sorted() ?? []

    @Test(arguments: samples)
    func everySampleIsRight(_ sample: String) throws {
        let home = try Home()
        let check = home.troth("check", "--config", "\(Programs.root)/Config/\(sample)")
        #expect(check.code == 0, "\(check.err)")
        #expect(!check.lines.isEmpty)
    }

    @Test func occurrencesPrintsInstants() throws {
        let ended = try Home().troth(
            "occurrences", "--rrule", "FREQ=WEEKLY;BYDAY=SU", "--start", "2026-10-18T19:00:00", "--zone",
            "Europe/Berlin", "--count", "3")
        #expect(ended.code == 0, "\(ended.err)")
        // The clocks go back on 25 October 2026.
        #expect(ended.lines == ["2026-10-18T17:00:00Z", "2026-10-25T18:00:00Z", "2026-11-01T18:00:00Z"])
    }

    @Test func occurrencesAnswersABatch() throws {
        let questions = """
            {"id":1,"rrule":"FREQ=DAILY","dtstart":"2026-01-01T09:00:00","zone":"Europe/Berlin","limit":2}
            {"id":"b","rrule":"FREQ=SOMETIMES","dtstart":"2026-01-01T09:00:00","zone":"UTC"}

            """
        let ended = Running.output(
            Programs.troth, ["occurrences", "--batch"], environment: try Home().environment, input: questions)
        #expect(ended.code == 0)
        try #require(ended.objects.count == 2)
        #expect(ended.objects[0]["occurrences"] as? [String] == ["2026-01-01T08:00:00Z", "2026-01-02T08:00:00Z"])
        #expect(ended.objects[1]["id"] as? String == "b")
        #expect(ended.objects[1]["error"] is String)
    }
}
