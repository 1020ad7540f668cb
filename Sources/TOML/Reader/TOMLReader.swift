/// Reads a document statement by statement. What is wrong in one statement is reported,
/// and reading goes on with the next.
struct TOMLReader {
    let bytes: [UInt8]
    let forbidden: ForbiddenBytes
    var at = 0
    var errors: [TOMLError] = []
    var tree = TableTree()
    var table = TableTree.root
    /// How many brackets of the current statement are open: what to get out of when it is given up.
    var open = 0
    /// After a missing comma or a missing quote, what seems wrong in the rest of the
    /// statement most likely comes from it.
    var isMuted = false
    /// Set where a value could not be read to its end, until its statement takes note.
    var givenUp: GivenUp?
    /// A multi-line string whose last line looks like `key = """`: if what follows is
    /// nonsense, then its closing quotes were left out and that line opens another one.
    var suspect: (opening: SourceRange, resumeAt: Int)?

    /// The statement cannot be read any further; `at` stands where the search for the next begins.
    enum GivenUp: Error {
        /// What is left of the statement has to be passed over.
        case inside
        /// `at` stands at the start of the next one.
        case done
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        forbidden = ForbiddenBytes(bytes)
        errors = forbidden.errors
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    mutating func document() -> TOMLTable {
        if forbidden.isOtherEncoding { return tree.frozen(TableTree.root) }
        while true {
            skipSpaceAndComments()
            guard at < bytes.count else { break }
            statement()
        }
        return tree.frozen(TableTree.root)
    }

    private mutating func statement() {
        let known = errors.count
        let earlier = suspect
        suspect = nil
        isMuted = false
        open = 0
        do {
            if bytes[at] == UInt8(ascii: "[") { try header() } else { try pair() }
        } catch {
            if case .inside = error { skipStatement() }
        }
        if errors.count > known, let earlier {
            errors.removeSubrange(known...)
            isMuted = false
            report(.unterminatedMultilineString, earlier.opening)
            at = earlier.resumeAt
        }
    }

    private mutating func pair() throws(GivenUp) {
        let start = at
        let path = try key(in: .statement)
        let keyText = SourceRange(start, at)
        let place = try equalsSign(after: keyText)
        guard let byte = peek(), !byte.isLineEnd, byte != UInt8(ascii: "#") else {
            report(.missingValue(key: excerpt(keyText)), place)
            insert(TOMLValue(.invalid, SourceRange(at, at)), at: path, into: table)
            return
        }
        let value = value(depth: tree.depth(of: table) + 1, in: .statement)
        insert(value, at: path, into: table)
        if let givenUp {
            self.givenUp = nil
            throw givenUp
        }
        try endOfPair(after: value)
    }

    /// Steps over the `=`, or over what stands in its place, and the blanks around it.
    ///
    /// - Returns: The place right after it, where a missing value would have to go.
    mutating func equalsSign(after key: SourceRange) throws(GivenUp) -> SourceRange {
        skipBlanks()
        switch peek() {
        case UInt8(ascii: "="): at += 1
        case UInt8(ascii: ":"):
            report(.colonForEquals, SourceRange(at, at + 1))
            at += 1
        case let byte?
        where byte.isQuote || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") || smartQuoteWidth(at) > 0:
            report(.missingEquals(key: excerpt(key)), SourceRange(key.end, key.end))
        case let byte? where !byte.isLineEnd && byte != UInt8(ascii: "#") && open == 0:
            let line = SourceRange(key.start, contentEnd(from: at))
            report(.notAStatement(excerpt(line)), line)
            throw .inside
        default:
            report(.missingEquals(key: excerpt(key)), SourceRange(key.end, key.end))
            throw .inside
        }
        let place = SourceRange(at, at)
        skipBlanks()
        return place
    }

    mutating func insert(_ value: TOMLValue, at path: [TOMLKey], into table: Int) {
        if let error = tree.insert(value, at: path, into: table) { report(error.reason, error.range) }
    }

    private mutating func endOfPair(after value: TOMLValue) throws(GivenUp) {
        let reopened = keyLine(closing: value)
        skipBlanks()
        guard let byte = peek(), !byte.isLineEnd, byte != UInt8(ascii: "#") else {
            suspect = reopened.map { (SourceRange(value.range.start, value.range.start + 3), $0) }
            return
        }
        if let reopened {
            report(.unterminatedMultilineString, SourceRange(value.range.start, value.range.start + 3))
            at = reopened
            throw .done
        }
        if !value.isInvalid {
            let rest = SourceRange(at, contentEnd(from: at))
            report(.textAfterValue(excerpt(rest)), rest)
        }
        throw .inside
    }

    private mutating func header() throws(GivenUp) {
        let start = at
        at += 1
        var brackets = 1
        if peek() == UInt8(ascii: "[") {
            at += 1
            brackets = 2
        }
        let path: [TOMLKey]
        do {
            path = try key(in: .header)
        } catch {
            table = tree.open([], header: SourceRange(start, at), isArray: false).table
            throw error
        }
        var end = at
        skipBlanks()
        var isClosed = take(UInt8(ascii: "]"))
        if isClosed {
            end = at
            if brackets == 2 { isClosed = take(UInt8(ascii: "]")) }
        }
        let range = SourceRange(start, isClosed ? at : end)
        let (table, error) = tree.open(path, header: range, isArray: brackets == 2)
        self.table = table
        if !isClosed {
            report(.unclosedHeader(brackets: brackets), range)
            throw .inside
        }
        if let error { report(error.reason, error.range) }
        skipBlanks()
        guard let byte = peek(), !byte.isLineEnd, byte != UInt8(ascii: "#") else { return }
        let rest = SourceRange(at, contentEnd(from: at))
        report(.textAfterHeader(excerpt(rest)), rest)
        throw .inside
    }
}
