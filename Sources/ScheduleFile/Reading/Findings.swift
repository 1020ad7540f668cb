import TOML
import Wording

/// A stretch of one of the files.
struct Spot: Hashable {
    /// The file's place in the list of files.
    let file: Int
    let range: SourceRange
}

/// Everything that was found wrong, in the order it was found.
final class Findings {
    struct Finding {
        let mistake: Mistake
        let spot: Spot
        let first: Spot?
    }

    /// Whether a file could not be read to the end, so that what is missing may stand in
    /// the part that was not understood.
    var isTorn = false
    /// Stretches that no message may show.
    var secrets: [Spot] = []
    private(set) var found: [Finding] = []
    private let names: [String]
    private var sources: [SourceText]

    init(names: [String], sources: [SourceText]) {
        self.names = names
        self.sources = sources
    }

    func report(_ mistake: Mistake, at spot: Spot, first: Spot? = nil) {
        found.append(Finding(mistake: mistake, spot: spot, first: first))
    }

    /// Reports what is missing, unless the missing may only have been misread.
    func reportMissing(_ mistake: Mistake, at spot: Spot) {
        if !isTorn { report(mistake, at: spot) }
    }

    func source(_ spot: Spot) -> SourceText { sources[spot.file] }

    /// The text of a stretch as it stands in its file.
    func text(_ spot: Spot) -> String { sources[spot.file].text(spot.range) }

    var hasErrors: Bool { found.contains { !$0.mistake.isWarning } }

    /// All findings in the order of the files, each once.
    func diagnostics() -> [Diagnostic] {
        mask()
        let ordered = found.enumerated().sorted { left, right in
            let (a, b) = (left.element.spot, right.element.spot)
            return (a.file, a.range.start, left.offset) < (b.file, b.range.start, right.offset)
        }
        var seen: Set<Diagnostic> = []
        return ordered.compactMap { _, finding in
            let diagnostic = Diagnostic(
                finding.mistake, at: place(finding.spot), first: finding.first.map { place($0) })
            return seen.insert(diagnostic).inserted ? diagnostic : nil
        }
    }

    private func place(_ spot: Spot) -> Place {
        let excerpt = sources[spot.file].excerpt(spot.range)
        return Place(
            file: names[spot.file], line: excerpt.position.line, column: excerpt.position.column, text: excerpt.line,
            width: spot.range.start == spot.range.end ? 0 : excerpt.width)
    }

    /// Puts stars over the secrets, byte for byte, so that every place stays where it is.
    private func mask() {
        for (file, spots) in Dictionary(grouping: secrets, by: \.file) {
            var bytes = sources[file].bytes
            for spot in spots {
                for offset in spot.range.start..<min(spot.range.end, bytes.count) where bytes[offset] >= 0x20 {
                    bytes[offset] = UInt8(ascii: "*")
                }
            }
            sources[file] = SourceText(bytes)
        }
    }
}
