/// The form of a time zone's name.
public enum ZoneName {
    /// Why a text cannot be a zone's name.
    public enum Problem: String, Hashable, Sendable {
        case empty = "it is empty"
        case long = "it is too long"
        case absolute = "it begins with a slash"
        case dots = "a part of it is empty or only dots"
        case character = "it has a character that no time zone's name has"
    }

    /// The greatest length, in bytes.
    public static let greatestLength = 128

    /// What keeps a text from being a zone's name, or nil where nothing does. A name
    /// that passes never leads out of the folder it is looked up in.
    public static func check(_ name: String) -> Problem? {
        let bytes = name.utf8
        guard !bytes.isEmpty else { return .empty }
        guard bytes.count <= greatestLength else { return .long }
        guard bytes.first != UInt8(ascii: "/") else { return .absolute }
        let isAllowed = { (byte: UInt8) in
            48...57 ~= byte || 65...90 ~= byte || 97...122 ~= byte || "/_+-.".utf8.contains(byte)
        }
        guard bytes.allSatisfy(isAllowed) else { return .character }
        for part in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        where part.allSatisfy({ $0 == UInt8(ascii: ".") }) {
            return .dots
        }
        return nil
    }

    /// The known name nearest to a misspelt one, or nil where none is near: the same
    /// letters in another case or with spaces, the same city without its region, or up
    /// to two letters different.
    public static func nearest(to name: String, among known: [String]) -> String? {
        let wanted = folded(name)
        guard !wanted.isEmpty, wanted.count <= greatestLength else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in known {
            let letters = folded(candidate)
            if letters == wanted { return candidate }
            let city = letters.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? letters
            let least = best?.distance ?? 3
            if city == wanted, least > 1 {
                best = (candidate, 1)
            } else if let distance = editDistance(wanted, letters, most: wanted.count < 5 ? 1 : 2), distance < least {
                best = (candidate, distance)
            } else if city.count > 4, let distance = editDistance(wanted, city, most: 1), distance + 1 < least {
                best = (candidate, distance + 1)
            }
        }
        return best?.name
    }

    private static func folded(_ name: String) -> [UInt8] {
        name.lowercased().utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 }
    }
}

/// Why there is no zone of a name.
public enum ZoneLookupError: Error, Hashable, Sendable {
    /// The name is no time zone's name.
    case badName(String, ZoneName.Problem)
    /// There is no zone of that name; perhaps another was meant.
    case unknown(String, suggestion: String?)
    /// The zone's data cannot be read.
    case unreadable(String, TZifError)
}

extension ZoneLookupError: CustomStringConvertible {
    /// One sentence without a full stop; see ``hint``.
    public var description: String {
        switch self {
        case .badName(let name, let problem):
            "`\(String(name.prefix(64)).filter { !$0.isNewline && $0 != "\0" })` is no time zone: \(problem.rawValue)"
        case .unknown(let name, _): "there is no time zone `\(name)`"
        case .unreadable(let name, let error): "the data of the time zone `\(name)` are damaged: \(error)"
        }
    }

    /// What to try, where that is known.
    public var hint: String? {
        guard case .unknown(_, let suggestion) = self else { return nil }
        return suggestion.map { "did you mean `\($0)`?" }
    }
}
