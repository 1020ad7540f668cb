import Wording

/// A line with its number and carets under a stretch of it.
package struct Excerpt {
    let lines: [String]

    /// Columns from one tab stop to the next.
    private static let tabStop = 4

    init(_ place: Place, width: Int) {
        var cells: [(text: String, columns: Int)] = []
        var column = 0
        for character in place.text {
            if character == "\t" {
                let blanks = Self.tabStop - column % Self.tabStop
                cells.append((String(repeating: " ", count: blanks), blanks))
            } else {
                let shown = visible(character)
                cells.append((shown, shown.reduce(0) { $0 + displayColumns($1) }))
            }
            column += cells[cells.count - 1].columns
        }
        let start = min(max(place.column - 1 - place.skipped, 0), cells.count)
        let end = min(start + max(place.width, 0), cells.count)
        let number = String(place.line)
        let room = max(20, width - number.count - 4)
        let shown = Self.window(cells.map(\.columns), around: start..<end, room: room)

        let before = shown.lowerBound > 0 || place.skipped > 0 ? "…" : ""
        let after = shown.upperBound < cells.count ? "…" : ""
        let line = before + cells[shown].map(\.text).joined() + after
        let blanks = before.count + cells[shown.lowerBound..<start].reduce(0) { $0 + $1.columns }
        let covered = cells[start..<min(end, shown.upperBound)].reduce(0) { $0 + $1.columns }
        let gutter = String(repeating: " ", count: number.count)
        let carets = String(repeating: " ", count: blanks) + String(repeating: "^", count: max(1, covered))
        lines = ["\(number.isEmpty ? "" : " ")\(number) | \(line)", " \(gutter) | \(carets)"].map(Self.trimmed)
    }

    /// The stretch of a line that fits, with the marked one as far inside as it can be.
    private static func window(_ widths: [Int], around marked: Range<Int>, room: Int) -> Range<Int> {
        var left = room - widths.reduce(0, +)
        if left >= 0 { return 0..<widths.count }
        var start = marked.lowerBound
        var end = start
        // Two columns are kept for the signs that say where the line was cut.
        left = room - 2
        while end < marked.upperBound, left >= widths[end] {
            left -= widths[end]
            end += 1
        }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            if start > 0, left >= widths[start - 1] {
                start -= 1
                left -= widths[start]
                isGrowing = true
            }
            if end < widths.count, left >= widths[end] {
                left -= widths[end]
                end += 1
                isGrowing = true
            }
        }
        return start..<end
    }

    /// A text of one line, and carets under the characters that some of its UTF-8 bytes make up.
    package static func carets(under bytes: Range<Int>, in text: String, width: Int = 100) -> [String] {
        let all = Array(text.utf8)
        func characters(_ range: Range<Int>) -> Int {
            String(decoding: all[range.clamped(to: 0..<all.count)], as: UTF8.self).count
        }
        let place = Place(
            file: "", line: 1, column: characters(0..<bytes.lowerBound) + 1, text: text, width: characters(bytes))
        // Without the number of the only line there is.
        return Excerpt(place, width: width).lines.map { "  " + $0.dropFirst(5) }
    }

    private static func trimmed(_ line: String) -> String {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
