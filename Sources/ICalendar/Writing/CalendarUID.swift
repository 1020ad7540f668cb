public import Planning

/// What a calendar knows a ritual by: the same on every host that reads the schedule and in whatever form it leaves
/// Troth, so that what arrives twice is there once. It tells nothing (RFC 7986 §5.3).
///
/// An occurrence has the UID of its ritual, and a RECURRENCE-ID where there are others.
///
/// A UUID of version 8 (RFC 9562 §5.8): the first 128 bits of the SHA-256 of `troth ritual`, the ritual's id and, where
/// everybody has their own local time, the person's id, one a line; with the version and the variant in their places.
/// No secret is in it, for hosts share none: who has the schedule can tell which ritual it is.
public struct CalendarUID: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// - Parameter person: Nil where an occurrence is one instant for everybody.
    public init(_ ritual: RitualID, person: PersonID?) {
        let lines = ["troth ritual", ritual.text] + (person.map { [$0.text] } ?? [])
        var bytes = KeyedHash.sha256(Array(lines.joined(separator: "\n").utf8)).prefix(16).map { $0 }
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }
        var text = ""
        for (place, pair) in digits.enumerated() { text += ([4, 6, 8, 10].contains(place) ? "-" : "") + pair }
        description = text
    }
}
