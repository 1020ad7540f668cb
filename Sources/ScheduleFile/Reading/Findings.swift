import TOML
import Wording

/// A stretch of one of the files.
struct Spot: Hashable {
    /// The file's place in the list of files.
    let file: Int
    let range: SourceRange

    func overlaps(_ other: Spot) -> Bool {
        file == other.file && range.start < other.range.end && other.range.start < range.end
    }
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
    /// How often something was reported, those past ``limit`` included.
    private(set) var count = 0
    private(set) var hasErrors = false
    /// More findings than this are not kept: nobody reads them, and a file that is none would have millions.
    static let limit = 250
    private var keepsWarnings = false
    private var names: [String]
    private var sources: [SourceText]

    init(names: [String], sources: [SourceText]) {
        self.names = names
        self.sources = sources
    }

    /// Takes in a file that one of the others names, so that a message can show its lines.
    ///
    /// - Returns: Its place in the list of files.
    func add(_ name: String, _ source: SourceText) -> Int {
        names.append(name)
        sources.append(source)
        return names.count - 1
    }

    func report(_ mistake: Mistake, at spot: Spot, first: Spot? = nil) {
        count += 1
        if !mistake.isWarning { hasErrors = true }
        // A mistake is worth more than a warning that came before it.
        if found.count == Self.limit, keepsWarnings, !mistake.isWarning {
            let place = found.lastIndex(where: \.mistake.isWarning)
            if let place { found.remove(at: place) } else { keepsWarnings = false }
        }
        guard found.count < Self.limit else { return }
        if mistake.isWarning { keepsWarnings = true }
        found.append(Finding(mistake: mistake, spot: spot, first: first))
    }

    /// Reports what is missing, unless the missing may only have been misread.
    func reportMissing(_ mistake: Mistake, at spot: Spot) {
        if !isTorn { report(mistake, at: spot) }
    }

    func source(_ spot: Spot) -> SourceText { sources[spot.file] }

    /// The text of a stretch as it stands in its file.
    func text(_ spot: Spot) -> String { sources[spot.file].text(spot.range) }

    /// `troth.toml:14`.
    func line(_ spot: Spot) -> String {
        "\(names[spot.file]):\(sources[spot.file].position(of: spot.range.start).line)"
    }

    /// All findings in the order of the files, each once, and whether some were left out since they stand in, or show,
    /// one of the `hidden` parts.
    func diagnostics(without hidden: [Spot]) -> (shown: [Diagnostic], areHidden: Bool) {
        mask()
        let all = withoutEchoes()
        let known = all.filter { finding in
            !hidden.contains { part in part.overlaps(finding.spot) || finding.first.map(part.overlaps) ?? false }
        }
        let ordered = known.enumerated().sorted { left, right in
            let (a, b) = (left.element.spot, right.element.spot)
            return (a.file, a.range.start, left.offset) < (b.file, b.range.start, right.offset)
        }
        var seen: Set<Diagnostic> = []
        let shown = ordered.compactMap { _, finding in
            let diagnostic = Diagnostic(
                finding.mistake, at: place(finding.spot), first: finding.first.map { place($0) })
            return seen.insert(diagnostic).inserted ? diagnostic : nil
        }
        return (shown, known.count < all.count)
    }

    /// The findings without those that say again what another says of the same letters: a bad
    /// id says more than that its key needs quotes; any other broken text says enough.
    private func withoutEchoes() -> [Finding] {
        let torn = found.filter { if case .syntax = $0.mistake { true } else { false } }
        guard !torn.isEmpty else { return found }
        let ids = found.filter { if case .badID = $0.mistake { true } else { false } }
        let names = Set(found.compactMap { if case .badID(let id, _, _) = $0.mistake { id } else { nil } })
        return found.filter { finding in
            switch finding.mistake {
            case .syntax(let error):
                // However often the id is written.
                !ids.contains { $0.spot.overlaps(finding.spot) }
                    && !(error.reason.isUnquotedKey && names.contains(text(finding.spot)))
            case .badID: true
            default: !torn.contains { $0.spot.overlaps(finding.spot) }
            }
        }
    }

    private func place(_ spot: Spot) -> Place {
        let source = sources[spot.file]
        let position = source.position(of: spot.range.start)
        let (before, marked, after) = window(source.bytes, spot.range)
        return Place(
            file: names[spot.file], line: position.line, column: position.column, text: before + marked + after,
            skipped: max(0, position.column - 1 - before.count), width: marked.count)
    }

    /// The line around a stretch, in three parts; of a very long line only what can be shown.
    private func window(_ bytes: [UInt8], _ range: SourceRange) -> (String, String, String) {
        let most = 1_000
        func text(_ from: Int, _ to: Int) -> String { String(decoding: bytes[from..<to], as: UTF8.self) }
        func isLineEnd(_ at: Int) -> Bool {
            bytes[at] == 10 || bytes[at] == 13 && (at + 1 == bytes.count || bytes[at + 1] == 10)
        }
        let start = min(max(range.start, 0), bytes.count)
        var first = start
        while first > 0, bytes[first - 1] != 10, start - first < most || bytes[first] & 0xC0 == 0x80 { first -= 1 }
        if first == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { first = min(3, start) }
        var end = start
        while end < min(range.end, bytes.count), !isLineEnd(end), end - start < most || bytes[end] & 0xC0 == 0x80 {
            end += 1
        }
        var last = end
        while last < bytes.count, !isLineEnd(last), last - end < most || bytes[last] & 0xC0 == 0x80 { last += 1 }
        return (text(first, start), text(start, end), text(end, last))
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
