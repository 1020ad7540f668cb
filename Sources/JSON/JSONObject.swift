/// The members of a JSON object, in order, each name once.
///
/// Looking a name up walks the members: objects here have a handful of them.
public struct JSONObject: Sendable, Hashable {
    public struct Member: Sendable, Hashable {
        public let name: String
        public var value: JSON

        public init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }

        /// Names are compared code unit by code unit (RFC 8259 §8.3): `é` differs from `e` with an accent.
        func isNamed(_ name: String) -> Bool { self.name.utf8.elementsEqual(name.utf8) }
    }

    public private(set) var members: [Member]

    public init() { members = [] }

    /// Takes members whose names are known to differ.
    init(unique members: [Member]) { self.members = members }

    public var count: Int { members.count }
    public var isEmpty: Bool { members.isEmpty }

    /// The names in order.
    public var names: [String] { members.map(\.name) }

    /// The member's value. Setting replaces it where it stands, appends a new name at
    /// the end, and removes the member when set to Swift's nil (not ``JSON/null``).
    public subscript(name: String) -> JSON? {
        get { members.first { $0.isNamed(name) }?.value }
        set {
            let index = members.firstIndex { $0.isNamed(name) }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
        }
    }
}

extension JSONObject: Sequence {
    public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}
