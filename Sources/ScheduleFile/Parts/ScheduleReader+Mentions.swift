import Planning
import TOML
import Wording

/// Where the files name somebody who is to be forgotten.
extension ScheduleReader {
    /// `FILE:LINE`, in the order of the files, outside of what is kept from the person.
    var mentionPlaces: [String] {
        guard let mentioned, !mentions.isEmpty else { return [] }
        let hidden = people.first { $0.id == mentioned }.map(partsHidden) ?? []
        let shown = mentions.filter { spot in !hidden.contains { $0.overlaps(spot) } }
        let lines = shown.sorted { ($0.file, $0.range.start) < ($1.file, $1.range.start) }.map(findings.line)
        // A line is told once, however often it names them.
        return lines.enumerated().filter { $0 == 0 || lines[$0 - 1] != $1 }.map(\.element)
    }

    func note(_ id: String, at spot: Spot) {
        if id == mentioned?.text { mentions.append(spot) }
    }
}
