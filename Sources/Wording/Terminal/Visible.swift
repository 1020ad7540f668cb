import Planning

/// The text with a sign in place of all that a terminal would act on: escape sequences,
/// line ends, marks that turn the direction of writing.
public func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isUnwritable) else { return text }
    var shown = ""
    for character in text { shown += visible(character) }
    return shown
}

/// The same of several lines, whose ends and tabs stay.
public func visibleLines(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isUnwritable) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map { visible(String($0)) }.joined(separator: "\t")
    }.joined(separator: "\n")
}

/// The character, or the signs that stand for it.
public func visible(_ character: Character) -> String {
    guard character.unicodeScalars.contains(where: \.isUnwritable) else { return String(character) }
    var shown = String.UnicodeScalarView()
    for scalar in character.unicodeScalars {
        if scalar.isUnwritable { shown.append(contentsOf: sign(scalar).unicodeScalars) } else { shown.append(scalar) }
    }
    return String(shown)
}

/// U+2400 and up show the C0 controls by name; the rest is shown by its number.
private func sign(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0...0x1F: String(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: "\u{2421}"
    default: "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
    }
}

/// Columns that a character takes on a terminal: 0, 1 or 2.
public func displayColumns(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.isASCII, character.unicodeScalars.count == 1 { return 1 }
    if character.unicodeScalars.contains(where: { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }) {
        return 2
    }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wide.contains { $0.contains(first.value) } ? 2 : 1
    }
}

/// Blocks whose characters are wide or fullwidth in Unicode's East Asian Width (UAX #11).
private let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x17000...0x18D08, 0x1B000...0x1B2FB, 0x20000...0x3FFFD,
]
