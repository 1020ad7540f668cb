extension TOMLReader {
    /// Reads the value that begins here. Never fails: what cannot be read is reported and
    /// becomes ``TOMLValue/Kind/invalid``; `givenUp` says if its statement cannot go on.
    ///
    /// - Parameter depth: The level that an array or a table would be on.
    mutating func value(depth: Int, in place: Place) -> TOMLValue {
        switch peek() {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): string()
        case UInt8(ascii: "["): array(depth: depth)
        case UInt8(ascii: "{"): inlineTable(depth: depth)
        default: scalar(in: place)
        }
    }

    /// Reads a value without quotes or brackets. The whole run of text up to the next
    /// delimiter is taken, so that `10 min` is one mistake and not two.
    private mutating func scalar(in place: Place) -> TOMLValue {
        let run = run(in: place)
        at = max(run.end, at + 1)
        if smartQuoteWidth(run.start) > 0 {
            report(.smartQuotes(excerpt(run)), run)
            return TOMLValue(.invalid, run)
        }
        let whole = Scalar(bytes, run)
        if case .value(let kind) = whole { return TOMLValue(kind, run) }
        if let blank = bytes[run.start..<run.end].firstIndex(where: \.isBlank) {
            let first = SourceRange(run.start, blank)
            let rest = blanksEnd(from: blank)
            if case .value(let kind) = Scalar(bytes, first), isSomethingElse(rest..<run.end, in: place) {
                at = place == .statement ? first.end : rest
                return TOMLValue(kind, first)
            }
            guard case .wrong(let wrong) = whole, wrong.reason.isAboutCalendar else {
                report(.unknownValue(excerpt(run)), run)
                // `[1, b = 2`: most likely the list was to end before it.
                if place == .array, bytes[run.start..<run.end].contains(UInt8(ascii: "=")) { isMuted = true }
                return TOMLValue(.invalid, run)
            }
        }
        if case .wrong(let error) = whole { report(shortened(error.reason, run), error.range) }
        return TOMLValue(.invalid, run)
    }

    /// The rest after a good value: the next entry, with a comma or a line end missing, or part of a text?
    private func isSomethingElse(_ rest: Range<Int>, in place: Place) -> Bool {
        if place != .array { return bytes[rest].contains(UInt8(ascii: "=")) }
        return bytes[rest].split(whereSeparator: \.isBlank).allSatisfy { word in
            if case .value = Scalar(bytes, SourceRange(word.startIndex, word.endIndex)) { true } else { false }
        }
    }

    private func run(in place: Place) -> SourceRange {
        let start = at
        let quote = smartQuoteWidth(start)
        if quote > 0 {
            var end = start + quote
            while end < bytes.count, !bytes[end].isLineEnd {
                let width = smartQuoteWidth(end)
                if width > 0 { return SourceRange(start, end + width) }
                end += 1
            }
        }
        if place == .statement { return SourceRange(start, contentEnd(from: start)) }
        var end = start
        while end < bytes.count, !isEndOfRun(bytes[end]) { end += 1 }
        return SourceRange(start, trimmed(start, end))
    }

    private func isEndOfRun(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "#"):
            true
        // Once a comma is known to be missing, each word is a value.
        default: byte.isLineEnd || isMuted && byte.isBlank
        }
    }

    /// Reasons quote the text; here one that is too long to quote is cut.
    private func shortened(_ reason: TOMLError.Reason, _ run: SourceRange) -> TOMLError.Reason {
        guard run.end - run.start > 60 else { return reason }
        return switch reason {
        case .unknownValue: .unknownValue(excerpt(run))
        case .malformedNumber: .malformedNumber(excerpt(run))
        case .leadingZero: .leadingZero(excerpt(run))
        case .misplacedUnderscore: .misplacedUnderscore(excerpt(run))
        case .integerTooLarge: .integerTooLarge(excerpt(run))
        case .floatTooLarge: .floatTooLarge(excerpt(run))
        case .malformedDate: .malformedDate(excerpt(run))
        case .malformedTime: .malformedTime(excerpt(run))
        default: reason
        }
    }
}

extension TOMLError.Reason {
    fileprivate var isAboutCalendar: Bool {
        switch self {
        case .noSuchDate, .noSuchTime, .noSuchOffset, .timeWithoutSeconds: true
        default: false
        }
    }
}
