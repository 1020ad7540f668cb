import Foundation
import Testing

/// The programs as somebody meets them whose session speaks German.
@Suite struct GermanTests {
    static let german = ["LANG": "de_DE.UTF-8"]

    private static func schedule(_ home: Home, command: String) -> String {
        """
        timezone = "UTC"

        [people.sam]
        name = "Sam"
        channels = ["desk"]

        [channels.desk]
        type = "command"
        command = ["\(command)"]

        [ritual.tea]
        title = "Tee"
        every = "day at 16:00"
        """
    }

    @Test func aRuleIsExplained() throws {
        let home = try Home()
        let ended = home.troth(
            "explain", "--now", "2026-11-21T12:00:00Z", "Sunday 7pm", "--zone", "Europe/Berlin", with: Self.german)
        #expect(ended.code == 0)
        #expect(
            ended.out == """
                Sprache      einfaches Englisch
                Normalform   Sunday at 19:00
                RRULE        FREQ=WEEKLY;BYDAY=SU;BYHOUR=19;BYMINUTE=0;BYSECOND=0
                Regeln       gap = "shift": eine Uhrzeit, die die Uhr überspringt, kommt um so viel später
                             fold = "first": eine Uhrzeit, die es zweimal gibt, kommt einmal, beim ersten Mal
                nächste      So 2026-11-22 19:00 CET (+01:00)
                             So 2026-11-29 19:00 CET (+01:00)
                             So 2026-12-06 19:00 CET (+01:00)
                             So 2026-12-13 19:00 CET (+01:00)
                             So 2026-12-20 19:00 CET (+01:00)

                """)
    }

    /// (arguments, exit code, what standard error says)
    static let refused: [([String], Int32, String)] = [
        (["explain", "Sonntag um 19:00"], 65, "Fehler: `Sonntag` ist nicht lesbar\n  Sonntag um 19:00\n  ^^^^^^^\nTipp: meinst du `Sunday`? Regeln stehen auf Englisch\n"),
        (["explain", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"], 65, "Fehler: das kommt nie\n"),
        (["explain", "Sunday", "--starting", "morgen"], 64, "Fehler: --starting ist keine Ortszeit: morgen\nTipp: etwa 2026-01-05 oder 2026-01-05T19:00\n"),
        (["explain", "Sunday", "--zone", "Europe/Berln"], 64, "Fehler: die Zeitzone `Europe/Berln` gibt es nicht\nTipp: meintest du `Europe/Berlin`?\n"),
        (["next", "-n", "0"], 64, "Fehler: -n ist mindestens 1\n"),
        (["next", "--now", "bald"], 64, "Fehler: --now ist kein Zeitpunkt: bald\nTipp: etwa 2026-11-22T18:00:00Z\n"),
        (["occurrences"], 64, "Fehler: nenne --rrule und --start, oder --batch\n"),
        (["status"], 69, "Fehler: es läuft kein Dienst\n"),
    ]

    @Test(arguments: refused)
    func whatIsWrongIsSaid(_ arguments: [String], _ code: Int32, _ words: String) throws {
        let home = try Home()
        let ended = Running.output(
            Programs.troth, arguments, environment: home.environment.merging(Self.german) { $1 })
        #expect(ended.code == code)
        #expect(ended.err == words)
    }

    @Test func aMissingScheduleIsSaid() throws {
        let home = try Home()
        let words = "Fehler: \(home.schedule): diese Datei gibt es nicht\nTipp: `troth init` schreibt einen ersten Plan\n"
        let check = home.troth("check", with: Self.german)
        #expect(check.code == 66)
        #expect(check.err == words)
        let service = Running.output(Programs.trothd, [], environment: home.environment.merging(Self.german) { $1 })
        #expect(service.code == 66)
        #expect(service.err == words)
    }

    @Test func theServiceSaysHowItIsCalled() throws {
        let home = try Home()
        let ended = Running.output(
            Programs.trothd, ["--conf"], environment: home.environment.merging(Self.german) { $1 })
        #expect(ended.code == 64)
        #expect(ended.err.hasPrefix("Fehler: diese Option gibt es nicht: --conf\nAufruf: trothd "))
    }

    @Test func initWritesAGermanSchedule() throws {
        let home = try Home()
        let made = home.troth("init", with: Self.german)
        #expect(made.code == 0, "\(made.err)")
        #expect(made.out.hasPrefix("\(home.schedule) geschrieben\nweiter: `troth check` sagt"))
        let text = home.text("config/troth/troth.toml")
        #expect(text.contains("language = \"de\"") && text.contains("title = \"Wochengespräch\""))
        let check = home.troth("check", with: Self.german)
        #expect(check.code == 0, "\(check.err)")
        #expect(check.out.contains("Wochengespräch"))
        let again = home.troth("init", with: Self.german)
        #expect(again.code == 78)
        #expect(again.err == "Fehler: \(home.schedule) gibt es schon; die Datei bleibt, wie sie ist\n")
    }

    /// Without a service and with one: the same words.
    @Test func aTrialMessageSaysHowItWent() async throws {
        let home = try Home()
        try home.schedule(Self.schedule(home, command: home.receiver))
        func trial() -> Ended { home.troth("test-channel", "desk", "--to", "sam", with: Self.german) }
        #expect(trial().lines.last == "desk an Sam: zugestellt (das Kommando endete mit 0)")
        try home.schedule(Self.schedule(home, command: "\(home.path)/none"))
        let refused = trial()
        #expect(refused.code == 75)
        #expect(
            refused.err
                == "desk an Sam: abgelehnt (das Programm `\(home.path)/none` gibt es hier nicht; ist es installiert?)\n")

        let service = try await home.start()
        #expect(trial().err == refused.err)
        // Each asks in a language of their own, and the service answers in it.
        try home.schedule("every = 1\n")
        let reload = home.troth("reload", with: Self.german)
        #expect(reload.code == 65)
        #expect(reload.err.contains("Fehler: ") && reload.err.contains("der letzte gute Plan gilt weiter"))
        #expect(home.troth("reload").err.contains("error: "))
        #expect(home.troth("status", with: Self.german).out.contains("der neue Plan hat"))
        #expect(home.troth("status").out.contains("the new schedule has"))
        #expect(try await home.stop(service).code == 0)
    }

    @Test func whatIsWrongWithTheRecordIsSaid() async throws {
        let home = try Home()
        try home.schedule(Self.schedule(home, command: home.receiver))
        let service = try await home.start()
        let second = Running.output(Programs.trothd, [], environment: home.environment.merging(Self.german) { $1 })
        #expect(second.code == 75)
        #expect(
            second.err == "Fehler: um diesen Ordner kümmert sich schon ein anderer Dienst (pid \(service.pid))\n")
        #expect(try await home.stop(service).code == 0)
        // What is written ahead would mend it.
        for companion in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: "\(home.state)/ledger.sqlite\(companion)")
        }
        try home.write("state/troth/ledger.sqlite", "no ledger at all, but long enough to look like a file")
        let history = home.troth("history", with: Self.german)
        #expect(history.code == 78)
        #expect(history.err.hasPrefix("Fehler: die Datei ist beschädigt ("), "\(history.err)")
        #expect(home.troth("history").err.hasPrefix("error: the file is damaged ("))
    }
}
