import CivilTime
import Recurrence
import TOML
import Wording

extension ScheduleReader {
    /// The years in which holidays count; each of their rules is reckoned out for them.
    static let holidayYears = 2000...2199
    /// The most days that all holiday files may have together.
    static let holidayLimit = 50_000
    static let holidayFileLimit = 32

    /// Reads the holiday files that `[holidays]` names.
    func readHolidays() {
        guard let section = holidaysTable else { return }
        let table = TableReader(section, .holidays, findings)
        guard let names = table.names("files", orText: true) else {
            if table.lacks("files") { findings.report(.missingKey("files", in: .holidays), at: section.spot) }
            return
        }
        guard names.count <= Self.holidayFileLimit else {
            findings.report(.tooManyFiles(limit: Self.holidayFileLimit), at: table.spot("files"))
            return
        }
        var days: Set<CivilDate> = []
        var left = Self.holidayLimit
        for name in names {
            guard let file = holidayFile(name) else { continue }
            guard let dates = file.dates(in: Self.holidayYears, atMost: left) else {
                findings.report(.tooManyHolidays(limit: Self.holidayLimit), at: name.spot)
                continue
            }
            if dates.isEmpty { findings.report(.noHolidays(shortened(name.text)), at: name.spot) }
            left -= dates.count
            days.formUnion(dates)
        }
        holidays = days.sorted()
    }

    /// What a file says, or nil after reporting why that is not known, with the line of the file that is to blame.
    private func holidayFile(_ name: Text) -> HolidayFile? {
        guard let bytes = namedFile(name) else { return nil }
        do throws(HolidayFileError) {
            return try HolidayFile(parsing: String(decoding: bytes, as: UTF8.self))
        } catch {
            let source = SourceText(bytes)
            let file = findings.add(name.text, source)
            let line = Spot(file: file, range: source.line(error.line))
            findings.report(.holidayFile(error), at: name.spot, first: line)
            return nil
        }
    }

    /// What a file beside the schedule holds, or nil after reporting why that is not known.
    func namedFile(_ name: Text) -> [UInt8]? {
        if name.text.contains("://") {
            findings.report(.holidayAddress, at: name.spot)
            return nil
        }
        do throws(FileLookupError) {
            let bytes = try lookUpHolidays(name.text)
            guard bytes.count <= SourceFile.holidaySizeLimit else { throw .tooLarge }
            return bytes
        } catch {
            let mistake: Mistake =
                switch error {
                case .missing: .holidayFileMissing(shortened(name.text))
                case .unreadable(let reason): .holidayFileUnreadable(shortened(name.text), reason: reason)
                case .tooLarge: .fileTooLarge(limit: SourceFile.holidaySizeLimit)
                }
            findings.report(mistake, at: name.spot)
            return nil
        }
    }
}

extension SourceText {
    /// A line, counted from 1, without its end; the end of the text where there are not so many.
    fileprivate func line(_ number: Int) -> SourceRange {
        var line = 1
        var start = 0
        while line < number, start < bytes.count {
            let byte = bytes[start]
            let isPair = byte == 13 && start + 1 < bytes.count && bytes[start + 1] == 10
            if byte == 10 || byte == 13, !isPair { line += 1 }
            start += 1
        }
        let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
        return SourceRange(start, end)
    }
}
