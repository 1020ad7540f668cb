import Planning
import Systemd

/// A parcel as a notification server takes it (Desktop Notifications Specification 1.2, `Notify`), with only what
/// that server says it can do.
struct Notice {
    private let parcel: Parcel
    private let capabilities: Set<String>
    /// The notice whose place it takes; 0 for none.
    private let replaces: UInt32

    init(_ parcel: Parcel, _ capabilities: Set<String>, replaces: UInt32?) {
        self.parcel = parcel
        self.capabilities = capabilities
        self.replaces = replaces ?? 0
    }

    /// The name of the `.desktop` file that describes the program.
    static let desktopEntry = "troth"
    /// Of the Icon Naming Specification, so that every theme has it.
    static let icon = "appointment-soon"

    var arguments: [BusValue] {
        [
            .string("Troth"), .uint32(replaces), .string(Notice.icon), .string(summary), .string(body),
            .strings(actions), .variants(hints), .int32(waitsForAnswer ? 0 : -1),
        ]
    }

    /// What nobody has to answer may go when the server thinks that it was read.
    private var waitsForAnswer: Bool { !parcel.buttons.isEmpty }

    private var text: String { ParcelText.block(parcel.body) }

    /// Plain text, whatever the server can do. Where it shows no body, the body's first line goes along.
    var summary: String {
        let title = ParcelText.line(parcel.title)
        guard !capabilities.contains("body"), let first = text.split(separator: "\n").first else { return title }
        return "\(title) – \(first)"
    }

    var body: String {
        guard capabilities.contains("body") else { return "" }
        return capabilities.contains("body-markup") ? Notice.escaped(text) : text
    }

    var actions: [String] {
        guard waitsForAnswer, capabilities.contains("actions") else { return [] }
        return [NoticeBook.click, parcel.seen]
            + parcel.buttons.flatMap { [NoticeBook.action($0.answer, parcel.token), $0.label] }
    }

    private var hints: [BusValue.Entry] {
        var hints: [BusValue.Entry] = [
            BusValue.Entry("urgency", .byte(parcel.urgent ? 2 : 1)),
            BusValue.Entry("category", .string("x-troth.nudge")),
            BusValue.Entry("desktop-entry", .string(Notice.desktopEntry)),
            BusValue.Entry("x-troth-key", .string(parcel.token)),
        ]
        // Looking at it is not yet an answer, so that a click leaves it where it can be left.
        if waitsForAnswer, capabilities.contains("persistence") {
            hints.append(BusValue.Entry("resident", .boolean(true)))
        }
        return hints
    }

    /// The text with the characters that would begin or end markup written as entities.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
