/// Reads addresses scalar by scalar, keeping the place.
struct AddressReader {
    private let scalars: [Unicode.Scalar]
    private let offsets: [Int]
    private var index = 0

    init(_ text: some StringProtocol) {
        scalars = Array(text.unicodeScalars)
        var offset = 0
        offsets =
            scalars.map { scalar in
                defer { offset += UTF8.width(scalar) }
                return offset
            } + [offset]
    }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private func error(_ reason: MailAddressError.Reason, at place: Int, to end: Int? = nil) -> MailAddressError {
        let end = min(max(end ?? place + 1, place + 1), scalars.count)
        return MailAddressError(reason, at: offsets[place], length: max(1, offsets[end] - offsets[place]))
    }

    private mutating func skipSpaces() {
        while next == " " { index += 1 }
    }

    mutating func mailbox() throws(MailAddressError) -> Mailbox {
        skipSpaces()
        if next == nil { throw error(.empty, at: 0) }
        if next == "\"" { return try address(named: try quotedName()) }
        guard let bracket = scalars[index...].firstIndex(of: "<") else {
            return Mailbox(address: try address(until: nil))
        }
        let name = String(String.UnicodeScalarView(scalars[index..<bracket])).trimmingSpaces
        for place in index..<bracket where scalars[place].isControl || "<>@,;:\\\"()[]".unicodeScalars.contains(scalars[place]) {
            throw error(.nameCharacter(scalars[place]), at: place)
        }
        index = bracket
        return try address(named: name)
    }

    /// The address in brackets that follows a name.
    private mutating func address(named name: String) throws(MailAddressError) -> Mailbox {
        skipSpaces()
        guard next == "<" else { throw error(.brackets, at: min(index, max(0, scalars.count - 1))) }
        index += 1
        let address = try address(until: ">")
        return Mailbox(name: name.isEmpty ? nil : name, address: address)
    }

    private mutating func quotedName() throws(MailAddressError) -> String {
        let start = index
        var name = String.UnicodeScalarView()
        index += 1
        while let scalar = next {
            index += 1
            switch scalar {
            case "\"": return String(name)
            case "\\":
                guard let escaped = next, !escaped.isControl else { throw error(.quote, at: start, to: index) }
                name.append(escaped)
                index += 1
            case _ where scalar.isControl: throw error(.nameCharacter(scalar), at: index - 1)
            default: name.append(scalar)
            }
        }
        throw error(.quote, at: start, to: scalars.count)
    }

    /// An address up to `end`, or to the end of the text, with nothing behind it but spaces.
    mutating func address(until end: Unicode.Scalar?) throws(MailAddressError) -> MailAddress {
        skipSpaces()
        let start = index
        var stop = scalars.count
        if let end {
            guard let found = scalars[start...].firstIndex(of: end) else {
                throw error(.brackets, at: max(0, start - 1), to: scalars.count)
            }
            if let rest = scalars[(found + 1)...].firstIndex(where: { $0 != " " }) {
                throw error(.brackets, at: rest, to: scalars.count)
            }
            stop = found
        }
        while stop > start, scalars[stop - 1] == " " { stop -= 1 }
        if start == stop { throw error(.empty, at: min(start, max(0, scalars.count - 1))) }
        if scalars[start] == "\"" { throw error(.quotedLocalPart, at: start, to: stop) }
        guard let at = scalars[start..<stop].lastIndex(of: "@") else { throw error(.noAt, at: start, to: stop) }
        if at == start { throw error(.noLocalPart, at: at) }
        if at + 1 == stop { throw error(.noDomain, at: at) }
        try checkLocalPart(start..<at)
        try checkDomain((at + 1)..<stop)
        index = stop
        return MailAddress(localPart: text(start..<at), domain: text((at + 1)..<stop))
    }

    private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    private func checkLocalPart(_ range: Range<Int>) throws(MailAddressError) {
        for place in range where scalars[place] != "." && !scalars[place].isAtomText {
            throw error(.character(scalars[place]), at: place)
        }
        try checkDots(range)
        if offsets[range.upperBound] - offsets[range.lowerBound] > 64 {
            throw error(.tooLong, at: range.lowerBound, to: range.upperBound)
        }
    }

    private func checkDomain(_ range: Range<Int>) throws(MailAddressError) {
        if scalars[range.lowerBound] == "[" { throw error(.domainLiteral, at: range.lowerBound, to: range.upperBound) }
        for place in range where scalars[place] != "." && scalars[place] != "-" && !scalars[place].isHostLetter {
            throw error(.character(scalars[place]), at: place)
        }
        try checkDots(range)
        if offsets[range.upperBound] - offsets[range.lowerBound] > 253 {
            throw error(.tooLong, at: range.lowerBound, to: range.upperBound)
        }
        for label in scalars[range].split(separator: ".") {
            if label.first == "-" { throw error(.hyphen, at: label.startIndex) }
            if label.last == "-" { throw error(.hyphen, at: label.endIndex - 1) }
            if offsets[label.endIndex] - offsets[label.startIndex] > 63 {
                throw error(.tooLong, at: label.startIndex, to: label.endIndex)
            }
        }
    }

    private func checkDots(_ range: Range<Int>) throws(MailAddressError) {
        for place in range where scalars[place] == "." {
            let isAtEnd = place == range.lowerBound || place == range.upperBound - 1
            if isAtEnd || scalars[place - 1] == "." { throw error(.dot, at: place) }
        }
    }
}
