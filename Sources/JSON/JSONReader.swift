extension JSON {
    /// How deep arrays and objects may nest unless the caller says otherwise.
    public static let defaultDepth = 64
    /// The deepest nesting that can be asked for: each level costs a stack frame.
    public static let greatestDepth = 512

    /// Reads one JSON text (RFC 8259), strictly: a single value with nothing but white
    /// space around it, in UTF-8, no name twice in an object, no lone surrogates.
    ///
    /// The size is the caller's to bound; the time is linear in it.
    ///
    /// - Parameter depth: How many arrays and objects may stand inside one another.
    /// - Throws: ``JSONError``, the first thing that is wrong and its byte offset.
    public static func parse(
        _ bytes: [UInt8], depth: Int = defaultDepth
    ) throws(JSONError) -> JSON {
        var reader = JSONReader(bytes: bytes, limit: min(max(depth, 0), greatestDepth))
        return try reader.document()
    }

    /// Reads one JSON text from any run of bytes, such as a line's `utf8`.
    public static func parse(
        _ bytes: some Sequence<UInt8>, depth: Int = defaultDepth
    ) throws(JSONError) -> JSON {
        try parse(Array(bytes), depth: depth)
    }

    /// Reads one JSON text.
    public static func parse(
        _ text: some StringProtocol, depth: Int = defaultDepth
    ) throws(JSONError) -> JSON {
        try parse(Array(text.utf8), depth: depth)
    }
}

struct JSONReader {
    let bytes: [UInt8]
    let limit: Int
    var offset = 0
    var depth = 0

    init(bytes: [UInt8], limit: Int) {
        self.bytes = bytes
        self.limit = limit
    }

    mutating func document() throws(JSONError) -> JSON {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONError(.byteOrderMark, at: 0) }
        let value = try value()
        skipSpace()
        if offset < bytes.count { throw JSONError(.trailingText, at: offset) }
        return value
    }

    private mutating func value() throws(JSONError) -> JSON {
        skipSpace()
        guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
        switch bytes[offset] {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return try number()
        case let byte: throw JSONError(.unexpectedByte(byte), at: offset)
        }
    }

    private mutating func object() throws(JSONError) -> JSONObject {
        try descend()
        var members: [JSONObject.Member] = []
        var names: Set<[UInt8]> = []
        if take(UInt8(ascii: "}")) {
            depth -= 1
            return JSONObject()
        }
        repeat {
            skipSpace()
            let place = offset
            guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
            guard bytes[offset] == UInt8(ascii: "\"") else {
                throw JSONError(.unexpectedByte(bytes[offset]), at: offset)
            }
            let name = try string()
            // A handful of names is compared faster than it is hashed.
            if members.count < 8 {
                if members.contains(where: { $0.isNamed(name) }) {
                    throw JSONError(.repeatedName(name), at: place)
                }
            } else {
                if names.isEmpty { names = Set(members.map { Array($0.name.utf8) }) }
                guard names.insert(Array(name.utf8)).inserted else {
                    throw JSONError(.repeatedName(name), at: place)
                }
            }
            try expect(UInt8(ascii: ":"))
            members.append(JSONObject.Member(name: name, value: try value()))
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
        depth -= 1
        return JSONObject(unique: members)
    }

    private mutating func array() throws(JSONError) -> [JSON] {
        try descend()
        var elements: [JSON] = []
        if take(UInt8(ascii: "]")) {
            depth -= 1
            return []
        }
        repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
        depth -= 1
        return elements
    }

    /// Steps over the opening bracket, one level down.
    private mutating func descend() throws(JSONError) {
        guard depth < limit else { throw JSONError(.tooDeep(limit: limit), at: offset) }
        depth += 1
        offset += 1
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        for index in 0..<word.utf8CodeUnitCount {
            guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
            guard bytes[offset] == word.utf8Start[index] else {
                throw JSONError(.unexpectedByte(bytes[offset]), at: offset)
            }
            offset += 1
        }
        return value
    }

    private mutating func skipSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return
            }
        }
    }

    /// Steps over white space and `byte`, if `byte` comes next.
    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard offset < bytes.count, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(JSONError) {
        guard !take(byte) else { return }
        guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
        throw JSONError(.unexpectedByte(bytes[offset]), at: offset)
    }
}
