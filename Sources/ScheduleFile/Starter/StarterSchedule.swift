/// The schedule that `troth init` writes: one person, two rituals, ready to run as it is.
public struct StarterSchedule: Sendable {
    /// Id of the person; letters, digits and hyphens.
    public var person: String
    /// The person's name as it will be read.
    public var name: String
    /// Whether there is a desktop session to show notifications in.
    public var hasDesktop: Bool

    public init(login: String, name: String, hasDesktop: Bool) {
        let id = String(login.lowercased().unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-") }.map(Character.init))
        person = id.isEmpty ? "me" : id
        let clean = String(String.UnicodeScalarView(name.unicodeScalars.filter { $0.properties.generalCategory != .control }))
        self.name = clean.isEmpty ? person : clean
        self.hasDesktop = hasDesktop
    }

    /// The file's text, with comments that say what to change.
    public var text: String {
        """
        # Troth's schedule. `troth check` reads it through, `troth reload` puts it in force.

        timezone = "system"                        # or a place: "Europe/Berlin"

        [people.\(person)]
        name = "\(quoted(name))"
        channels = ["\(channel)"]

        \(means)

        [check-in.weekly]
        title = "Weekly check-in"
        every = "Sunday at 19:00"
        ahead = ["1 day"]                          # one more nudge the day before
        message = "How did this week feel? What was good? What would you like next week?"

        [appreciation.morning]
        title = "Something small"
        every = "weekday at 08:30"
        prompts = [
            "Name one thing somebody did yesterday that you would miss.",
            "Whom could you thank today, and for what?",
            "What went better this week than you expected?",
            "Which small thing would make somebody's day easier?",
        ]

        """
    }

    private var channel: String { hasDesktop ? "desktop" : "terminal" }

    private var means: String {
        hasDesktop
            ? """
            [channels.desktop]
            type = "command"                           # a program and its arguments, never a shell
            command = ["notify-send", "--app-name=Troth", "{title}", "{body}"]
            timeout = "10 s"
            """
            : """
            [channels.terminal]
            type = "terminal"                          # a line on the terminals you have open
            """
    }

    private func quoted(_ text: String) -> String {
        text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }.map(String.init).joined()
    }
}
