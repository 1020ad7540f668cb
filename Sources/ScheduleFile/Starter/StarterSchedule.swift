public import Planning
import Wording

/// The schedule that a newcomer starts with: short, commented, and working as it stands.
public enum StarterSchedule {
    /// The text of the file.
    ///
    /// - Parameters:
    ///   - personID: Any name of the person, such as the login name; it is made into an id.
    ///   - name: How the person is called in messages.
    ///   - hasSession: Whether there is a desktop on which notifications show.
    ///   - zone: The time zone's name, nil to follow the system's.
    ///   - language: Of the comments and messages, and of the nudges.
    public static func text(
        personID: String, name: String, hasSession: Bool, zone: String? = nil, language: Language = .english
    ) -> String {
        let words = StarterWords(language)
        let id = identifier(from: personID).map { String($0.prefix(identifierLimit)) } ?? "me"
        let terminal = noted("type = \"terminal\"", words.terminal)
        let channels =
            hasSession
            ? [
                "[channels.desktop]", noted("type = \"desktop\"", words.desktop),
                noted("# wait = \"5 min\"", words.wait), noted("# unseen = \"30 min\"", words.unseen), "",
                "[channels.terminal]", terminal,
            ] : ["[channels.terminal]", terminal]
        let timezone = "timezone = \(quoted(zone ?? "system"))"
        let top =
            [zone == nil ? noted(timezone, words.followsMachine) : timezone]
            + (language == .english ? [] : ["language = \(quoted(language.rawValue))"])
        return """
            \(words.opening.map { "# \($0)" }.joined(separator: "\n"))

            \(top.joined(separator: "\n"))

            [people.\(id)]
            name = \(quoted(name.isEmpty ? id : name))
            channels = [\(hasSession ? "\"desktop\", \"terminal\"" : "\"terminal\"")]

            \(channels.joined(separator: "\n"))

            # \(words.kinds)

            [check-in.weekly]
            title = \(quoted(words.checkIn.title))
            every = "Sunday at 19:00"
            message = \(quoted(words.checkIn.message))

            [appreciation.evening]
            title = \(quoted(words.appreciation.title))
            every = "weekday at 20:30"
            \(noted("prompts = [", words.oneEachTime))
            \(words.appreciation.prompts.map { "  \(quoted($0))," }.joined(separator: "\n"))
            ]

            # \(words.aDate)
            # [milestone.anniversary]
            # date = 2019-06-15
            # every = "year"
            # at = "09:00"
            # ahead = ["3 weeks", "2 days"]

            """
    }

    /// A line with a comment, which begins in the same column for all.
    private static func noted(_ line: String, _ note: String) -> String {
        line + String(repeating: " ", count: max(1, 34 - line.count)) + "# \(note)"
    }

    /// The text as a TOML string; control characters are left out.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars where !scalar.isUnwritable {
            if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
