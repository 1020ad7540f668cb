/// The tables of a document while it is being read, and TOML's rules on which of them
/// may still be added to. Tables refer to one another by number.
struct TableTree {
    private struct Node {
        var entries: [(key: TOMLKey, slot: Slot)] = []
        var repeated: [(key: TOMLKey, slot: Slot)] = []
        var index: [ExactName: Int] = [:]
        var origin: TOMLTable.Origin
        var definition: SourceRange
        var depth: Int
        /// The table under whose header, or in whose braces, a dotted key made this one.
        var section = 0
    }

    private enum Slot {
        case value(TOMLValue)
        case table(Int)
        case list(Int)
    }

    private struct List {
        var elements: [Int]
        let definition: SourceRange
    }

    static let root = 0
    private var nodes = [Node(origin: .root, definition: SourceRange(0, 0), depth: 0)]
    private var lists: [List] = []

    func depth(of node: Int) -> Int { nodes[node].depth }

    mutating func inlineTable(depth: Int, start: Int) -> Int {
        node(.inline, SourceRange(start, start), depth: depth)
    }

    private mutating func node(
        _ origin: TOMLTable.Origin, _ definition: SourceRange, depth: Int, section: Int = 0
    ) -> Int {
        nodes.append(Node(origin: origin, definition: definition, depth: depth, section: section))
        return nodes.count - 1
    }

    private func find(_ name: String, in node: Int) -> (place: Int, slot: Slot)? {
        let entries = nodes[node].entries
        let place =
            entries.count > TOMLTable.indexedFrom
            ? nodes[node].index[ExactName(name)]
            : entries.firstIndex { $0.key.name.utf8.elementsEqual(name.utf8) }
        return place.map { ($0, entries[$0].slot) }
    }

    private mutating func append(_ key: TOMLKey, _ slot: Slot, to node: Int) {
        nodes[node].entries.append((key, slot))
        let count = nodes[node].entries.count
        if count == TOMLTable.indexedFrom + 1 {
            for (place, entry) in nodes[node].entries.enumerated() {
                nodes[node].index[ExactName(entry.key.name)] = place
            }
        } else if count > TOMLTable.indexedFrom {
            nodes[node].index[ExactName(key.name)] = count - 1
        }
    }

    // MARK: Headers

    /// Finds or makes the table of a header. Where the header is at fault, its entries go
    /// to a table apart, so that they meet no entries of the table they would repeat.
    mutating func open(
        _ path: [TOMLKey], header: SourceRange, isArray: Bool
    ) -> (table: Int, error: TOMLError?) {
        guard let last = path.last else { return (apart(header), nil) }
        var node = TableTree.root
        for (place, key) in path.dropLast().enumerated() {
            let depth = nodes[node].depth + 1
            guard depth < TOMLDocument.greatestDepth else { return (apart(header), tooDeep(key)) }
            switch find(key.name, in: node)?.slot {
            case nil:
                let child = self.node(.parentOfHeader, key.range, depth: depth)
                append(key, .table(child), to: node)
                node = child
            case .table(let child): node = child
            case .list(let list): node = lists[list].elements.last ?? node
            case .value(let value):
                return (apart(header), conflict(TableTree.name(path[...place]), value, key.range))
            }
        }
        let depth = nodes[node].depth + (isArray ? 2 : 1)
        guard depth <= TOMLDocument.greatestDepth else { return (apart(header), tooDeep(last)) }
        guard let (_, slot) = find(last.name, in: node) else {
            let table = self.node(.header, header, depth: depth)
            if isArray {
                lists.append(List(elements: [table], definition: header))
                append(last, .list(lists.count - 1), to: node)
            } else {
                append(last, .table(table), to: node)
            }
            return (table, nil)
        }
        if isArray, case .list(let list) = slot {
            let table = self.node(.header, header, depth: depth)
            lists[list].elements.append(table)
            return (table, nil)
        }
        if !isArray, case .table(let table) = slot, nodes[table].origin == .parentOfHeader {
            nodes[table].origin = .header
            nodes[table].definition = header
            return (table, nil)
        }
        let table = apart(header)
        nodes[node].repeated.append((last, .table(table)))
        return (table, clash(TableTree.name(path[...]), slot, keys(path), isArray: isArray))
    }

    private mutating func apart(_ definition: SourceRange) -> Int { node(.header, definition, depth: 1) }

    private func clash(_ name: String, _ slot: Slot, _ range: SourceRange, isArray: Bool) -> TOMLError? {
        switch slot {
        case .list(let list):
            return TOMLError(.isAnArrayOfTables(name, first: lists[list].definition), range)
        case .table(let table):
            let first = nodes[table].definition
            if isArray { return TOMLError(.notAnArrayOfTables(name, first: first), range) }
            if nodes[table].origin == .dottedKey { return TOMLError(.definedElsewhere(name, first: first), range) }
            return TOMLError(.repeatedTable(name, first: first), range)
        case .value(let value):
            if !isArray, value.table != nil { return TOMLError(.repeatedTable(name, first: value.range), range) }
            return conflict(name, value, range)
        }
    }

    /// The error of going on where a value stands; none where that value was at fault itself.
    private func conflict(_ name: String, _ value: TOMLValue, _ range: SourceRange) -> TOMLError? {
        switch value.kind {
        case .invalid: nil
        case .table: TOMLError(.closedInlineTable(name, first: value.range), range)
        case .array: TOMLError(.closedArray(name, first: value.range), range)
        default: TOMLError(.notATable(name, first: value.range), range)
        }
    }

    private func tooDeep(_ key: TOMLKey) -> TOMLError {
        TOMLError(.tooDeep(limit: TOMLDocument.greatestDepth), key.range)
    }

    // MARK: Keys and values

    /// Puts a value under a key, which may be dotted, into a table.
    ///
    /// - Returns: The error, if the key is taken or leads where nothing may be added.
    mutating func insert(_ value: TOMLValue, at path: [TOMLKey], into table: Int) -> TOMLError? {
        guard let last = path.last else { return nil }
        var node = table
        for (place, key) in path.dropLast().enumerated() {
            let name = TableTree.name(path[...place])
            switch find(key.name, in: node)?.slot {
            case nil:
                let depth = nodes[node].depth + 1
                guard depth < TOMLDocument.greatestDepth else { return tooDeep(key) }
                let child = self.node(.dottedKey, key.range, depth: depth, section: table)
                append(key, .table(child), to: node)
                node = child
            case .table(let child):
                let first = nodes[child].definition
                switch nodes[child].origin {
                case .dottedKey where nodes[child].section == table: break
                case .parentOfHeader:
                    nodes[child].origin = .dottedKey
                    nodes[child].section = table
                default: return TOMLError(.definedElsewhere(name, first: first), key.range)
                }
                node = child
            case .list(let list):
                return TOMLError(.isAnArrayOfTables(name, first: lists[list].definition), key.range)
            case .value(let value): return conflict(name, value, key.range)
            }
        }
        guard let (place, _) = find(last.name, in: node) else {
            append(last, .value(value), to: node)
            return nil
        }
        nodes[node].repeated.append((last, .value(value)))
        let first = nodes[node].entries[place].key.range
        return TOMLError(.repeatedKey(TableTree.name(path[...]), first: first), last.range)
    }

    // MARK: The finished tables

    /// The table as it now is, taken out of the tree together with all tables made after it.
    mutating func close(_ table: Int, end: Int) -> TOMLTable {
        nodes[table].definition = SourceRange(nodes[table].definition.start, end)
        let closed = frozen(table)
        nodes.removeSubrange(table...)
        return closed
    }

    /// Recursion goes no deeper than ``TOMLDocument/greatestDepth``: no table is made below it.
    func frozen(_ node: Int) -> TOMLTable {
        TOMLTable(
            entries: nodes[node].entries.map(frozen), repeated: nodes[node].repeated.map(frozen),
            origin: nodes[node].origin, definition: nodes[node].definition)
    }

    private func frozen(_ entry: (key: TOMLKey, slot: Slot)) -> TOMLTable.Entry {
        TOMLTable.Entry(key: entry.key, value: frozen(entry.slot))
    }

    private func frozen(_ slot: Slot) -> TOMLValue {
        switch slot {
        case .value(let value): value
        case .table(let node): TOMLValue(.table(frozen(node)), nodes[node].definition)
        case .list(let list):
            TOMLValue(
                .array(lists[list].elements.map { TOMLValue(.table(frozen($0)), nodes[$0].definition) }),
                lists[list].definition)
        }
    }

    private func keys(_ path: [TOMLKey]) -> SourceRange {
        guard let first = path.first, let last = path.last else { return SourceRange(0, 0) }
        return first.range.through(last.range)
    }

    /// The key as one would write it.
    static func name(_ path: ArraySlice<TOMLKey>) -> String {
        path.map { key in
            let isBare = !key.name.isEmpty && key.name.utf8.allSatisfy { $0.isBareKey }
            return isBare ? key.name : "\"\(key.name)\""
        }.joined(separator: ".")
    }
}
