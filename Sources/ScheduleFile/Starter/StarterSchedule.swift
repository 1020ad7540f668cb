/// The schedule that a newcomer starts with: short, commented, and working as it stands.
public enum StarterSchedule {
    /// The text of the file.
    ///
    /// - Parameters:
    ///   - personID: Any name of the person, such as the login name; it is made into an id.
    ///   - name: How the person is called in messages.
    ///   - hasSession: Whether there is a desktop on which notifications show.
    ///   - zone: The time zone's name, nil to follow the system's.
    public static func text(personID: String, name: String, hasSession: Bool, zone: String? = nil) -> String {
        let id = identifier(from: personID).map { String($0.prefix(identifierLimit)) } ?? "me"
        let channel =
            hasSession
            ? """
            [channels.desktop]
            type = "desktop"                  # a notice with buttons: done, snooze, skip
            # wait = "5 min"                  # for a desktop to appear, before the next of your channels
            # unseen = "30 min"               # how long a notice may stand before the next of your channels

            [channels.terminal]
            type = "terminal"                 # a line on the terminals you are logged in on
            """
            : """
            [channels.terminal]
            type = "terminal"                 # a line on the terminals you are logged in on
            """
        return """
            # Your schedule. Change it as you like: `troth check` says what it means,
            # `troth next` what comes, and `troth reload` makes the service read it again.

            timezone = \(quoted(zone ?? "system"))\(zone == nil ? "               # follows this machine" : "")

            [people.\(id)]
            name = \(quoted(name.isEmpty ? id : name))
            channels = [\(hasSession ? "\"desktop\", \"terminal\"" : "\"terminal\"")]

            \(channel)

            # A ritual is [kind.id]. Kinds: check-in, appreciation, milestone, ritual, promise, reflection.

            [check-in.weekly]
            title = "Weekly check-in"
            every = "Sunday at 19:00"
            message = "How was this week? What went well, what was hard, what would help next week?"

            [appreciation.evening]
            title = "Something good"
            every = "weekday at 20:30"
            prompts = [                       # one each time, none twice until all have come
              "What did somebody do today that made your day easier?",
              "Whom could you thank, and for what exactly?",
              "Which small thing would you miss if it were gone?",
              "When did you laugh today, and with whom?",
            ]

            # A date to remember; ahead of it as often as you like:
            # [milestone.anniversary]
            # date = 2019-06-15
            # every = "year"
            # at = "09:00"
            # ahead = ["3 weeks", "2 days"]

            """
    }

    /// The text as a TOML string; control characters are left out.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars where !isControl(scalar) {
            if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
