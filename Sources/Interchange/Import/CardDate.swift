import CivilTime

/// A date as a vCard has it: with a year or without.
enum CardDate: Hashable {
    case full(CivilDate)
    case yearless(month: Int, day: Int)
    /// A year, or a year and a month: the day is not known.
    case incomplete

    /// vCard 3 and 4 (RFC 6350 §4.3.1): `1980-04-15`, `19800415`, `--0415`, `--04-15`, each perhaps with a time after it.
    ///
    /// - Parameter omittedYear: A year that stands for none (`X-APPLE-OMIT-YEAR`), as 1604 always does.
    /// - Returns: Nil where the text is no such date.
    init?(_ text: String, omittedYear: Int?) {
        let written = text.filter { !$0.isWhitespace }
        // A time, and `1980-04-15 00:00:00` without its space.
        let date = written.split(whereSeparator: { $0 == "T" || $0 == "t" }).first.map(String.init) ?? ""
        let isYearless = date.hasPrefix("--")
        let bytes = Array(date.utf8)
        let digits = bytes.filter { $0 != UInt8(ascii: "-") }
        guard !digits.isEmpty, digits.allSatisfy({ 48...57 ~= $0 || $0 == UInt8(ascii: ":") }) else { return nil }
        if isYearless {
            guard digits.count == 4, let month = EventTime.number(digits[0..<2]),
                let day = EventTime.number(digits[2..<4])
            else {
                guard digits.count == 2 else { return nil }
                self = .incomplete
                return
            }
            guard CivilDate(year: 2000, month: month, day: day) != nil else { return nil }
            self = .yearless(month: month, day: day)
            return
        }
        if bytes.starts(with: Array("---".utf8)) || digits.count == 4 || digits.count == 6 {
            self = .incomplete
            return
        }
        guard digits.count >= 8, let day = EventTime.date(digits[0..<8]) else { return nil }
        let isUnknown = day.year == omittedYear || day.year == EventReading.unknownYear
        self = isUnknown ? .yearless(month: day.month, day: day.day) : .full(day)
    }
}
