import JSON
import Mail
import Planning

/// What a parcel says, in the shapes that programs take it in.
struct ParcelText {
    private let parcel: Parcel

    init(_ parcel: Parcel) { self.parcel = parcel }

    /// The values of `{title} {body} {person} {ritual} {when}`; the body alone has several lines.
    var values: [String: String] {
        [
            "title": ParcelText.line(parcel.title), "body": ParcelText.block(parcel.body),
            "person": parcel.person.id.text, "ritual": parcel.ritual ?? "", "when": ParcelText.line(parcel.when),
        ]
    }

    /// The values as arguments may have them, which everybody on the machine can read: of what is private, a neutral
    /// title and whom it is for, and nothing that people noted by hand.
    var arguments: [String: String] {
        guard let cover = parcel.cover else {
            guard let open = parcel.openBody else { return values }
            return values.merging(["body": ParcelText.block(open)]) { _, open in open }
        }
        return [
            "title": ParcelText.line(cover), "body": "", "person": parcel.person.id.text, "ritual": "", "when": "",
        ]
    }

    /// The same as variables, with what else a program may want to know.
    var environment: [String: String] {
        var variables = Dictionary(uniqueKeysWithValues: values.map { ("TROTH_" + $0.key.uppercased(), $0.value) })
        variables["TROTH_KEY"] = parcel.token
        variables["TROTH_NAME"] = ParcelText.line(parcel.person.name)
        variables["TROTH_LANGUAGE"] = parcel.language.rawValue
        variables["TROTH_URGENT"] = parcel.urgent ? "1" : "0"
        return variables
    }

    /// The whole nudge on one line of JSON:
    /// `{"key":…,"title":…,"body":…,"person":…,"name":…,"ritual":…|null,"when":…,"language":"en","urgent":false}`.
    var json: [UInt8] {
        let object: JSON = [
            "key": .string(parcel.token), "title": .string(ParcelText.line(parcel.title)),
            "body": .string(ParcelText.block(parcel.body)), "person": .string(parcel.person.id.text),
            "name": .string(ParcelText.line(parcel.person.name)), "ritual": JSON(parcel.ritual),
            "when": .string(ParcelText.line(parcel.when)), "language": .string(parcel.language.rawValue),
            "urgent": .bool(parcel.urgent),
        ]
        return object.bytes + [UInt8(ascii: "\n")]
    }

    /// The title on a line of its own, then the body.
    var plain: [UInt8] {
        let parts = [ParcelText.line(parcel.title), ParcelText.block(parcel.body)].filter { !$0.isEmpty }
        return Array((parts.joined(separator: "\n") + "\n").utf8)
    }

    /// Title and body on one line that holds no control character and nothing that turns the text around.
    var terminalLine: String {
        let body = parcel.body.split(whereSeparator: \.isNewline).map(ParcelText.line).filter { !$0.isEmpty }
        let text = ([ParcelText.line(parcel.title)].filter { !$0.isEmpty } + [body.joined(separator: " ")])
            .filter { !$0.isEmpty }.joined(separator: ": ")
        let turners: [ClosedRange<UInt32>] = [0x202A...0x202E, 0x2066...0x2069]
        let kept = text.unicodeScalars.filter { scalar in !turners.contains { $0.contains(scalar.value) } }
        return String(String.UnicodeScalarView(kept.prefix(1000)))
    }

    /// One line without control characters.
    static func line(_ text: some StringProtocol) -> String { HeaderText(showing: text).description }

    /// Lines without control characters, separated by `\n`.
    static func block(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(line).joined(separator: "\n")
    }
}
