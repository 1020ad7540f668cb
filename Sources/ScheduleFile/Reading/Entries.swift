import TOML
import Wording

/// A value, and the file it stands in.
struct Item {
    let value: TOMLValue
    let file: Int

    var spot: Spot { Spot(file: file, range: value.range) }

    func item(_ inner: TOMLValue) -> Item { Item(value: inner, file: file) }
}

/// A key with its value, and the file both stand in.
struct Entry {
    let key: TOMLKey
    let item: Item

    var name: String { key.name }
    var spot: Spot { Spot(file: item.file, range: key.range) }
}

/// The entries of one table, from one file or put together from several.
struct Section {
    /// Where the table is defined first.
    let spot: Spot
    let entries: [Entry]

    /// From the table's name to the end of its last entry in the same file.
    var whole: Spot {
        let ends = entries.filter { $0.item.file == spot.file }.map(\.item.value.range.end)
        return Spot(file: spot.file, range: SourceRange(spot.range.start, max(spot.range.end, ends.max() ?? 0)))
    }

    /// The section of one table; `name` is where its name stands.
    init(_ table: TOMLTable, file: Int, name: Spot) {
        spot = name
        entries = table.entries.map { Entry(key: $0.key, item: Item(value: $0.value, file: file)) }
    }

    init(spot: Spot, entries: [Entry]) {
        self.spot = spot
        self.entries = entries
    }

    /// The section with another file's entries added; a key that is there twice is a mistake.
    func adding(_ other: Section, _ findings: Findings) -> Section {
        var all = entries
        for entry in other.entries {
            if let first = entries.first(where: { $0.name == entry.name }) {
                findings.report(.definedTwice(entry.name), at: entry.spot, first: first.spot)
            } else {
                all.append(entry)
            }
        }
        return Section(spot: spot, entries: all)
    }
}

extension TOMLValue {
    /// What sort of value this is, or nil where it could not be read.
    var shape: ValueKind? {
        switch kind {
        case .string: .text
        case .integer: .integer
        case .float: .float
        case .boolean: .flag
        case .offsetDateTime: .offsetDateTime
        case .localDateTime: .localDateTime
        case .localDate: .localDate
        case .localTime: .localTime
        case .array: .list
        case .table: .table
        case .invalid: nil
        }
    }
}
