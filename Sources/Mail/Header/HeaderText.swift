import Planning

/// Text that can stand in a header: it holds no control character and no line end, so nothing that follows
/// it can be taken for another header. There is no other way to put free text into one.
public struct HeaderText: Hashable, Sendable, CustomStringConvertible {
    private let text: String

    /// The text without spaces at its ends; nil where it holds a control character or a line end.
    public init?(_ text: some StringProtocol) {
        guard !text.unicodeScalars.contains(where: \.isControl) else { return nil }
        self.text = text.trimmingSpaces
    }

    /// Any text, made to fit: line ends and tabs become a space, other control characters U+FFFD.
    public init(showing text: some StringProtocol) {
        var scalars = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            switch scalar {
            case "\n" where wasReturn: break
            case "\n", "\r", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": scalars.append(" ")
            case _ where scalar.isControl: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        self.text = String(scalars).trimmingSpaces
    }

    public var isEmpty: Bool { text.isEmpty }
    public var description: String { text }
}
