/// What people may write, wherever they write it: names, titles, promises, letters.
extension Unicode.Scalar {
    /// Whether it breaks a line or acts on what is shown around it: controls, line and paragraph separators, and the
    /// overrides, embeddings and isolates of UAX #9.
    ///
    /// Joiners, direction marks, soft hyphens and zero-width spaces are part of how some scripts are written, and act
    /// on nothing beyond their neighbours.
    package var isUnwritable: Bool {
        if isASCII { return value < 0x20 || value == 0x7F }
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        default: return (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        }
    }
}

extension StringProtocol {
    /// Whether nothing in it would be seen.
    package var isBlank: Bool {
        unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format: true
            default: scalar.properties.isWhitespace
            }
        }
    }
}
