/// One line of an iCalendar text or a vCard, taken apart (RFC 5545 §3.1, RFC 6350 §3.3).
public struct ContentProperty: Hashable, Sendable {
    /// Where it begins, counted from 1.
    public var line: Int
    /// What vCards group lines by: `item1` in `item1.X-ABDATE`; in lower case, empty for none.
    public var group: String
    /// In upper case.
    public var name: String
    /// By name in upper case; a parameter without a value, as vCard 2.1 has them, is a value of `TYPE`.
    public var parameters: [String: [String]]
    /// As it is written, with its escapes.
    public var value: String

    /// The first value of a parameter.
    public func parameter(_ name: String) -> String? { parameters[name]?.first }

    /// The value as a TEXT: escapes read, at most so many characters of it.
    public func text(atMost limit: Int = .max) -> String { ContentProperty.unescaped(value, atMost: limit) }

    /// The value's parts between semicolons that are not escaped, each as a TEXT.
    public var parts: [String] {
        var parts: [String] = []
        var current = ""
        var isEscaped = false
        for character in value {
            if character == ";", !isEscaped {
                parts.append(current)
                current = ""
            } else {
                current.append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return (parts + [current]).map { ContentProperty.unescaped($0, atMost: .max) }
    }

    /// A text with its backslashes taken off (RFC 5545 §3.3.11).
    private static func unescaped(_ text: String, atMost limit: Int) -> String {
        var result = ""
        var count = 0
        var isEscaped = false
        for character in text {
            if !isEscaped, character == "\\" {
                isEscaped = true
                continue
            }
            guard count < limit else { break }
            result.append(isEscaped && (character == "n" || character == "N") ? "\n" : character)
            count += 1
            isEscaped = false
        }
        return result
    }
}

/// A component: what stands between a BEGIN and its END.
public struct ContentComponent: Hashable, Sendable {
    /// Where its BEGIN stands.
    public var line: Int
    /// In upper case.
    public var name: String
    public var properties: [ContentProperty] = []
    public var components: [ContentComponent] = []

    /// The first property of a name.
    public func first(_ name: String) -> ContentProperty? { properties.first { $0.name == name } }

    /// All properties of a name, in their order.
    public func all(_ name: String) -> [ContentProperty] { properties.filter { $0.name == name } }
}

/// Why a text could not be taken apart.
public struct ContentError: Error, Hashable, Sendable {
    /// Counted from 1.
    public var line: Int
    public var reason: Reason

    public init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }

    public enum Reason: Hashable, Sendable {
        /// It does not begin as it should: with `BEGIN:` and this name.
        case notA(String)
        /// A line without a name, a colon and a value.
        case notAProperty
        case endMissing(String)
        case endWithoutBegin(String)
        /// Components within components within components.
        case tooDeep
        case tooLarge(limit: Int)
        case tooMany(limit: Int)
        /// Neither UTF-8 nor anything that says what it is.
        case notText
    }
}
