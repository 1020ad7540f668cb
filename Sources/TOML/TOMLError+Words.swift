extension TOMLError {
    /// One plain sentence, without a capital at its start or a full stop at its end.
    public var message: String {
        switch reason {
        case .malformedUTF8: "these bytes are not UTF-8"
        case .otherEncoding: "this file is not UTF-8; it looks like UTF-16"
        case .controlCharacter(let byte): "control character \(unicodeName(byte)) in the text"
        case .bareCarriageReturn: "a carriage return with no line feed after it"

        case .notAStatement(let text): "`\(text)` is neither a `key = value` nor a `[header]`"
        case .missingEquals(let key): "no `=` after `\(key)`"
        case .colonForEquals: "`:` where `=` belongs"
        case .missingValue(let key): "no value after `\(key) =`"
        case .missingKey: "no key before `=`"
        case .missingKeyPart: "a dot in a key needs a name on either side"
        case .unquotedKey(let text): "the key `\(text)` needs quotes"
        case .multilineKey: "a key cannot be a multi-line string"
        case .textAfterValue(let text): "`\(text)` after the end of the value"
        case .textAfterHeader(let text): "`\(text)` after the end of the header"
        case .malformedHeader: "this header cannot be read"
        case .unclosedHeader(let brackets): "this header lacks its `\(brackets == 2 ? "]]" : "]")`"

        case .unterminatedString: "this string has no closing quote on its line"
        case .unterminatedMultilineString: "this multi-line string is never closed"
        case .unknownEscape(let text): "`\(text)` is no escape that TOML knows"
        case .malformedUnicodeEscape(let text): "`\(text)` lacks hex digits"
        case .noSuchCharacter(let text): "`\(text)` is no character"
        case .smartQuotes: "curly quotes do not make a string"

        case .unknownValue(let text): "`\(text)` is no value that TOML knows"
        case .misspelledBoolean(let text): "`\(text)` is neither `true` nor `false`"
        case .malformedNumber(let text): "`\(text)` cannot be read as a number"
        case .leadingZero(let text): "`\(text)` starts with a zero"
        case .misplacedUnderscore(let text): "in `\(text)` an underscore does not stand between two digits"
        case .integerTooLarge(let text): "`\(text)` does not fit in 64 bits"
        case .floatTooLarge(let text): "`\(text)` is too large"
        case .malformedDate(let text): "`\(text)` cannot be read as a date"
        case .malformedTime(let text): "`\(text)` cannot be read as a time"
        case .timeWithoutSeconds(let text): "`\(text)` has no seconds"
        case .noSuchDate(let year, let month, let day):
            "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2)) does not exist"
        case .noSuchTime(let text): "the time \(text) does not exist"
        case .noSuchOffset(let text): "the offset \(text) does not exist"

        case .unclosedArray: "this list is never closed"
        case .unclosedInlineTable: "this inline table is not closed on its line"
        case .missingComma: "a comma is missing here"
        case .strayComma: "a comma with nothing before it"
        case .trailingComma: "an inline table takes no comma after its last entry"
        case .newlineInInlineTable: "an inline table has to stay on one line"
        case .tooDeep(let limit): "nested deeper than \(limit) levels"

        case .repeatedKey(let name, _): "`\(name)` is there twice"
        case .repeatedTable(let name, _): "`[\(name)]` is there twice"
        case .notATable(let name, _): "`\(name)` already has a value and cannot be a table too"
        case .notAnArrayOfTables(let name, _): "`\(name)` is one table and cannot be a list of tables too"
        case .isAnArrayOfTables(let name, _): "`\(name)` is a list of tables and cannot be one table too"
        case .closedArray(let name, _): "`\(name)` is a list written with its values and takes no more of them"
        case .closedInlineTable(let name, _): "`\(name)` is an inline table and takes no more entries"
        case .definedElsewhere(let name, _): "the table `\(name)` is written elsewhere and takes no entries here"
        }
    }

    /// What to try, where that can be told.
    public var hint: String? {
        switch reason {
        case .malformedUTF8, .otherEncoding: "save the file as UTF-8"
        case .bareCarriageReturn: "save the file with the line ends of Unix or Windows"
        case .controlCharacter(let byte):
            "take it out, or write it as `\\u\(hexadecimal(byte, 4))` in a string with double quotes"
        case .notAStatement(let text):
            text.hasPrefix("//") || text.hasPrefix(";") || text.hasPrefix("/*") ? "a comment starts with `#`" : nil
        case .missingEquals(let key): "write `\(key) = ...`"
        case .colonForEquals: "write `=` between a key and its value"
        case .missingValue: "put a value after the `=`, or take the line out; a `#` starts a comment"
        case .missingKey, .missingKeyPart: "an empty name is written `\"\"`"
        case .unquotedKey(let text): "put it in quotes: \(quoted(text))"
        case .multilineKey: "use one quote on either side"
        case .textAfterValue(let text): hint(after: text)
        case .textAfterHeader(let text):
            text.hasPrefix("]") ? "as many brackets at the end as at the start" : "start a new line after the header"
        case .malformedHeader: "write `[name]` for a table, `[[name]]` for one of a list of tables"
        case .unclosedHeader(let brackets): "add `\(brackets == 2 ? "]]" : "]")` after the name"
        case .unterminatedString: "close it with the quote it starts with; a text of several lines takes three"
        case .unterminatedMultilineString: "close it with the three quotes it starts with"
        case .unknownEscape, .malformedUnicodeEscape:
            "write `\\\\` for a backslash, or put the string in single quotes"
        case .smartQuotes(let text): "use straight quotes: \(quoted(text))"
        case .unknownValue(let text): hint(for: text)
        case .misspelledBoolean(let text):
            ["true", "yes", "on"].contains(text.lowercased()) ? "write `true`" : "write `false`"
        case .malformedNumber(let text): "if it is a text, put it in quotes: \(quoted(text))"
        case .leadingZero(let text): "take the zero off, or put it in quotes: \(quoted(text))"
        case .malformedDate(let text): "write it as `2026-02-28`, or put it in quotes: \(quoted(text))"
        case .malformedTime(let text), .timeWithoutSeconds(let text): "put it in quotes: \(quoted(text))"
        case .unclosedArray: "add `]` after the last value"
        case .unclosedInlineTable: "add `}` after the last entry"
        case .missingComma: "put a comma between two values"
        case .strayComma: "take it out"
        case .trailingComma: "take the comma out"
        case .newlineInInlineTable: "put it all on one line, or give it a header of its own: `[name]`"
        case .repeatedKey: "keep one of the two"
        case .repeatedTable(let name, _):
            "put the entries under one header, or write `[[\(name)]]` for a list of tables"
        case .notAnArrayOfTables(let name, _):
            "write `[[\(name)]]` for each table of a list, `[\(name)]` for a single one"
        case .isAnArrayOfTables(let name, _): "write `[[\(name)]]` for one more"
        case .closedArray(let name, _): "put all of them between its brackets, or write each as `[[\(name)]]`"
        case .closedInlineTable: "put all of its entries between its braces"
        case .definedElsewhere(let name, _): "put all of its entries in one place, under `[\(name)]` or with dots"
        case .noSuchCharacter, .misplacedUnderscore, .integerTooLarge, .floatTooLarge, .noSuchDate, .noSuchTime,
            .noSuchOffset, .tooDeep, .notATable:
            nil
        }
    }

    private func hint(after text: String) -> String {
        switch text.first {
        case ",": "a list goes in brackets: [1, 2]"
        case "]", "}": "there is one bracket too many"
        default:
            text.contains("=")
                ? "each key starts a line of its own"
                : "a quote inside a string is written `\\\"`"
        }
    }

    private func hint(for text: String) -> String {
        if text == "null" || text == "nil" || text == "none" { return "leave the key out where there is no value" }
        if text.contains(","), !text.contains("\"") { return "a list goes in brackets, its texts in quotes" }
        return "put it in quotes: \(quoted(text))"
    }

    /// The text as a TOML string on one line, in the quotes that need no escapes if there are any.
    private func quoted(_ text: String) -> String {
        let plain = text.filter { !"\u{201C}\u{201D}\u{201E}\u{2018}\u{2019}\u{201A}\u{AB}\u{BB}".contains($0) }
        if !plain.contains("\""), !plain.contains("\\") { return "\"\(plain)\"" }
        if !plain.contains("'") { return "'\(plain)'" }
        var escaped = ""
        for character in plain {
            if character == "\"" || character == "\\" { escaped.append("\\") }
            escaped.append(character)
        }
        return "\"\(escaped)\""
    }

    private func unicodeName(_ byte: UInt8) -> String { "U+" + hexadecimal(byte, 4) }

    private func hexadecimal(_ byte: UInt8, _ width: Int) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension TOMLError: CustomStringConvertible {
    public var description: String { message }
}

extension TOMLValue.Kind {
    /// What kind of value this is, with its article: `a string`, `an integer`, `a date`.
    public var name: String {
        switch self {
        case .string: "a string"
        case .integer: "an integer"
        case .float: "a float"
        case .boolean: "a boolean"
        case .offsetDateTime: "a date and time with an offset"
        case .localDateTime: "a date and time"
        case .localDate: "a date"
        case .localTime: "a time"
        case .array: "a list"
        case .table: "a table"
        case .invalid: "a value that cannot be read"
        }
    }
}
