/// One part of a key, and where it stands. `a.b` has two, each with a range of its own.
public struct TOMLKey: Sendable, Hashable {
    public let name: String
    /// The part as written, its quotes included.
    public let range: SourceRange

    public init(_ name: String, _ range: SourceRange) {
        self.name = name
        self.range = range
    }
}

/// The entries of a table in the order of the file.
public struct TOMLTable: Sendable {
    public struct Entry: Sendable {
        /// The key where it is first named.
        public let key: TOMLKey
        public let value: TOMLValue

        public init(key: TOMLKey, value: TOMLValue) {
            self.key = key
            self.value = value
        }
    }

    /// What made the table.
    public enum Origin: Sendable, Hashable {
        /// The document itself.
        case root
        /// `[a]` or one `[[a]]`.
        case header
        /// The `a` of `[a.b]`, with no header of its own.
        case parentOfHeader
        /// The `a` of `a.b = 1`.
        case dottedKey
        /// `{ a = 1 }`.
        case inline
    }

    public let entries: [Entry]
    /// Entries whose name stood in this table before. That is an error and reported as
    /// one, and no lookup finds them; they are here so that what they hold can be checked too.
    public let repeated: [Entry]
    public let origin: Origin
    /// Where the table was first defined: its header, the key that implied it, or its
    /// braces. Empty, at the start, for the document.
    public let definition: SourceRange
    private let index: [ExactName: Int]

    public init(
        entries: [Entry], repeated: [Entry] = [], origin: Origin, definition: SourceRange
    ) {
        self.entries = entries
        self.repeated = repeated
        self.origin = origin
        self.definition = definition
        var index: [ExactName: Int] = [:]
        if entries.count > TOMLTable.indexedFrom {
            for (place, entry) in entries.enumerated() { index[ExactName(entry.key.name)] = place }
        }
        self.index = index
    }

    /// Fewer entries than this are found faster by looking at each.
    static let indexedFrom = 8

    /// The entry with this name, or nil. Names are compared byte by byte, as TOML does.
    public func entry(_ name: String) -> Entry? {
        if entries.count > TOMLTable.indexedFrom { return index[ExactName(name)].map { entries[$0] } }
        return entries.first { ExactName($0.key.name) == ExactName(name) }
    }

    /// The value with this name, or nil.
    public subscript(name: String) -> TOMLValue? { entry(name)?.value }
}

/// A name that equals another only byte by byte: Swift's strings take `é` and `e` with an
/// accent for the same, TOML's keys do not.
struct ExactName: Hashable, Sendable {
    let name: String

    init(_ name: String) { self.name = name }

    static func == (one: ExactName, other: ExactName) -> Bool {
        one.name.utf8.count == other.name.utf8.count && one.name.utf8.elementsEqual(other.name.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var name = name
        name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
