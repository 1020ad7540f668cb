import Planning
import TOML
import Wording

/// Puts the tables of all files together.
extension ScheduleReader {
    /// Sorts the tables of one file.
    func collect(_ root: TOMLTable, _ file: Int) {
        var plain: [TOMLTable.Entry] = []
        for entry in root.entries {
            let whole = Entry(key: entry.key, item: Item(value: entry.value, file: file))
            switch entry.key.name {
            case "people": each(whole, .people) { self.add($0, .person, to: \.personTables) }
            case "channels": each(whole, .channels) { self.add($0, .channel, to: \.channelTables) }
            case "season": each(whole, .seasons) { self.add($0, .season, to: \.seasonTables) }
            case "help": helpTable = collect(whole, into: helpTable)
            case "deck": each(whole, .decks) { self.add($0, .deck, to: \.deckTables) }
            case "host": hostTable = collect(whole, into: hostTable)
            case "digest": digestTable = collect(whole, into: digestTable)
            case "holidays": holidaysTable = collect(whole, into: holidaysTable)
            case let name:
                if let kind = Kind(rawValue: name) {
                    each(whole, .rituals(kind)) { self.addRitual($0, kind) }
                } else if let table = entry.value.table, table.origin != .inline {
                    let known =
                        Kind.allCases.map(\.rawValue) + [
                            "people", "channels", "season", "deck", "host", "holidays", "digest", "help",
                        ]
                    let near = nearest(to: name, among: known)
                    if let near { misspelt.insert(near) } else { misspelt.insert("ritual") }
                    findings.report(.unknownTable(name, near: near), at: whole.spot)
                } else {
                    plain.append(entry)
                }
            }
        }
        let section = Section(
            TOMLTable(entries: plain, origin: root.origin, definition: root.definition), file: file,
            name: Spot(file: file, range: SourceRange(0, 0)))
        top = top?.adding(section, findings) ?? section
    }

    /// Goes over the tables in a table such as `[people]`.
    private func each(_ entry: Entry, _ kind: TableKind, _ body: (Entry) -> Void) {
        guard let table = entry.item.value.table else {
            if let found = entry.item.value.shape {
                findings.report(
                    .wrongType(key: entry.name, expected: .table, found: found, say: "[\(entry.name).ID]"),
                    at: entry.spot)
            }
            misspelt.insert(entry.name)
            return
        }
        for inner in table.entries {
            let whole = Entry(key: inner.key, item: entry.item.item(inner.value))
            if inner.value.table != nil {
                body(whole)
            } else if !inner.value.isInvalid {
                findings.report(.unknownKey(inner.key.name, in: kind, near: nil, belongs: nil), at: whole.spot)
                misspelt.insert(entry.name)
            }
        }
    }

    private func add(_ entry: Entry, _ kind: IDKind, to tables: ReferenceWritableKeyPath<ScheduleReader, [Named]>) {
        guard let table = entry.item.value.table else { return }
        let section = Section(table, file: entry.item.file, name: entry.spot)
        if kind == .person { note(entry.name, at: entry.spot) }
        if let place = places[kind]?[entry.name] {
            self[keyPath: tables][place].section = self[keyPath: tables][place].section.adding(section, findings)
        } else {
            checkID(entry, kind)
            places[kind, default: [:]][entry.name] = self[keyPath: tables].count
            self[keyPath: tables].append(Named(id: entry.name, section: section))
        }
    }

    private func addRitual(_ entry: Entry, _ kind: Kind) {
        guard let table = entry.item.value.table else { return }
        checkID(entry, .ritual)
        if let first = places[.ritual]?[entry.name] {
            findings.report(.idTwice(entry.name), at: entry.spot, first: ritualTables[first].section.spot)
        } else {
            places[.ritual, default: [:]][entry.name] = ritualTables.count
        }
        let section = Section(table, file: entry.item.file, name: entry.spot)
        ritualTables.append(Named(id: entry.name, section: section, kind: kind))
    }

    private func checkID(_ entry: Entry, _ kind: IDKind) {
        if !isIdentifier(entry.name) {
            findings.report(.badID(entry.name, of: kind, say: identifier(from: entry.name)), at: entry.spot)
        } else if entry.name.utf8.count > identifierLimit {
            findings.report(.tooLong(key: entry.name, limit: identifierLimit), at: entry.spot)
        }
    }

    /// A table without an id, with what another file says of it.
    private func collect(_ entry: Entry, into known: Section?) -> Section? {
        guard let table = entry.item.value.table else {
            if let found = entry.item.value.shape {
                findings.report(
                    .wrongType(key: entry.name, expected: .table, found: found, say: "[\(entry.name)]"), at: entry.spot)
            }
            misspelt.insert(entry.name)
            return known
        }
        if entry.name == "host", entry.item.file == 0 { findings.report(.hostInSharedFile, at: entry.spot) }
        let section = Section(table, file: entry.item.file, name: entry.spot)
        return known?.adding(section, findings) ?? section
    }
}
