/// Takes iCalendar texts and vCards apart: lines unfolded, names, parameters and values told apart, components nested.
///
/// What it holds is never more than a few times the text.
public struct ContentReader {
    /// The greatest size of a text, in bytes.
    public static let sizeLimit = 8 << 20
    /// How many components there may be, and how deep within each other.
    static let componentLimit = 50_000
    static let depthLimit = 8

    /// The components of a text, all of one name at the top.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8, with or without a byte order mark; or ISO 8859-1, as old programs write it.
    ///   - name: What each component at the top is: `VCALENDAR` or `VCARD`.
    /// - Throws: ``ContentError``, with the line.
    public static func components(in bytes: [UInt8], named name: String) throws(ContentError) -> [ContentComponent] {
        guard bytes.count <= sizeLimit else { throw ContentError(line: 1, reason: .tooLarge(limit: sizeLimit)) }
        guard !bytes.contains(0) else { throw ContentError(line: 1, reason: .notText) }
        var reader = ContentReader(name)
        for (line, text) in logicalLines(bytes) { try reader.take(line, text) }
        return try reader.end()
    }

    private let name: String
    private var open: [ContentComponent] = []
    private var whole: [ContentComponent] = []
    private var count = 0

    private init(_ name: String) { self.name = name }

    private mutating func take(_ line: Int, _ text: String) throws(ContentError) {
        guard let property = ContentReader.property(line, text) else {
            throw ContentError(line: line, reason: open.isEmpty ? .notA(name) : .notAProperty)
        }
        let value = property.value.trimmed.uppercased()
        switch property.name {
        case "BEGIN":
            guard !open.isEmpty || value == name else { throw ContentError(line: line, reason: .notA(name)) }
            guard open.count < ContentReader.depthLimit else { throw ContentError(line: line, reason: .tooDeep) }
            count += 1
            guard count <= ContentReader.componentLimit else {
                throw ContentError(line: line, reason: .tooMany(limit: ContentReader.componentLimit))
            }
            open.append(ContentComponent(line: line, name: value))
        case "END":
            guard let component = open.popLast(), component.name == value else {
                throw ContentError(line: line, reason: .endWithoutBegin(value.shortened))
            }
            if open.isEmpty { whole.append(component) } else { open[open.count - 1].components.append(component) }
        default:
            guard !open.isEmpty else { throw ContentError(line: line, reason: .notA(name)) }
            open[open.count - 1].properties.append(property)
        }
    }

    private func end() throws(ContentError) -> [ContentComponent] {
        if let left = open.last { throw ContentError(line: left.line, reason: .endMissing(left.name.shortened)) }
        guard !whole.isEmpty else { throw ContentError(line: 1, reason: .notA(name)) }
        return whole
    }

    // MARK: - Lines

    /// The lines with what was folded put together again, each with its place; empty ones are left out.
    private static func logicalLines(_ bytes: [UInt8]) -> [(line: Int, text: String)] {
        var lines: [(line: Int, bytes: [UInt8])] = []
        var isSoft = false
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for (number, raw) in physicalLines(bytes[start...]).enumerated() {
            if isSoft, !lines.isEmpty {
                // vCard 2.1 breaks quoted-printable values with a last equals sign.
                lines[lines.count - 1].bytes.removeLast()
                lines[lines.count - 1].bytes += raw
            } else if let first = raw.first, first == 32 || first == 9, !lines.isEmpty {
                lines[lines.count - 1].bytes += raw.dropFirst()
            } else if !raw.isEmpty {
                lines.append((number + 1, Array(raw)))
            }
            isSoft = lines.last.map { $0.bytes.last == UInt8(ascii: "=") && isQuotedPrintable($0.bytes) } ?? false
        }
        return lines.map { ($0.line, text($0.bytes)) }
    }

    private static func physicalLines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        var place = start
        while place < bytes.endIndex {
            if bytes[place] == 10 || bytes[place] == 13 {
                lines.append(bytes[start..<place])
                if bytes[place] == 13, place + 1 < bytes.endIndex, bytes[place + 1] == 10 { place += 1 }
                start = place + 1
            }
            place += 1
        }
        return lines + [bytes[start...]]
    }

    /// Whether the line says so before its colon.
    private static func isQuotedPrintable(_ line: [UInt8]) -> Bool {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return String(decoding: line[..<colon], as: UTF8.self).uppercased().contains("QUOTED-PRINTABLE")
    }

    private static func text(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    // MARK: - Properties

    /// `group.NAME;PARAMETER=VALUE,VALUE:value`; what is in quotes belongs to a parameter.
    private static func property(_ line: Int, _ text: String) -> ContentProperty? {
        var isQuoted = false
        var heads: [String] = [""]
        let scalars = text.unicodeScalars
        var place = scalars.startIndex
        while place < scalars.endIndex {
            let scalar = scalars[place]
            if scalar == "\"" { isQuoted.toggle() }
            if !isQuoted, scalar == ":" { break }
            if !isQuoted, scalar == ";" {
                heads.append("")
            } else {
                heads[heads.count - 1].unicodeScalars.append(scalar)
            }
            place = scalars.index(after: place)
        }
        guard place < scalars.endIndex else { return nil }
        let name = heads[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let last = name.last?.uppercased(), !last.isEmpty, last.utf8.allSatisfy(isNameByte) else { return nil }
        var parameters: [String: [String]] = [:]
        for head in heads.dropFirst() {
            let halves = head.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let key = halves.count == 2 ? halves[0].uppercased() : "TYPE"
            parameters[key, default: []] += values(halves.last ?? "")
        }
        let value = String(scalars[scalars.index(after: place)...])
        var property = ContentProperty(
            line: line, group: name.count == 2 ? name[0].lowercased() : "", name: last, parameters: parameters,
            value: value)
        if property.isQuotedPrintable { property.value = decoded(property) }
        return property
    }

    /// `a,"b,c"` as its values, without quotes.
    private static func values(_ text: String) -> [String] {
        var values = [""]
        var isQuoted = false
        for scalar in text.unicodeScalars {
            if scalar == "\"" {
                isQuoted.toggle()
            } else if scalar == ",", !isQuoted {
                values.append("")
            } else {
                values[values.count - 1].unicodeScalars.append(scalar)
            }
        }
        return values
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        65...90 ~= byte || 48...57 ~= byte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// A quoted-printable value of vCard 2.1 in its character set: UTF-8, else as ISO 8859-1.
    private static func decoded(_ property: ContentProperty) -> String {
        let bytes = Array(property.value.utf8)
        var output: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "="), place + 2 < bytes.count,
                let high = hexadecimal(bytes[place + 1]), let low = hexadecimal(bytes[place + 2])
            {
                output.append(high << 4 | low)
                place += 3
            } else {
                output.append(bytes[place])
                place += 1
            }
        }
        return text(output)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

extension ContentProperty {
    var isQuotedPrintable: Bool {
        (parameters["ENCODING"] ?? []).contains { $0.uppercased() == "QUOTED-PRINTABLE" }
            || (parameters["TYPE"] ?? []).contains { $0.uppercased() == "QUOTED-PRINTABLE" }
    }
}

extension String {
    /// Without spaces and tabs at its ends.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first == " " || first == "\t" { text = text.dropFirst() }
        while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
        return String(text)
    }

    /// Short enough to be part of a message.
    var shortened: String { count > 40 ? prefix(40) + "…" : self }
}
