import CSQLite

/// What a statement's parameter is bound to.
enum Value {
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
    case null

    static func integer(_ value: Int?) -> Value { value.map { .integer(Int64($0)) } ?? .null }
    static func integer(_ value: Int64?) -> Value { value.map { .integer($0) } ?? .null }
    static func text(_ value: String?) -> Value { value.map { .text($0) } ?? .null }
    static func truth(_ value: Bool) -> Value { .integer(value ? 1 : 0) }
    /// The bits of an unsigned number, which SQLite does not have.
    static func bits(_ value: UInt64?) -> Value { value.map { .integer(Int64(bitPattern: $0)) } ?? .null }
}

/// One prepared statement.
final class Statement {
    private let connection: OpaquePointer
    private let handle: OpaquePointer
    private var oddity: String?

    init(_ sql: String, on connection: OpaquePointer) throws(DatabaseError) {
        var made: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
        guard code == SQLITE_OK, let made else { throw DatabaseError(code: code, connection: connection) }
        self.connection = connection
        handle = made
    }

    deinit { sqlite3_finalize(handle) }

    func bind(_ values: [Value]) throws(DatabaseError) {
        for (index, value) in values.enumerated() {
            let position = Int32(index + 1)
            let code =
                switch value {
                case .integer(let number): sqlite3_bind_int64(handle, position, number)
                case .text(let text): sqlite3_bind_text(handle, position, text, -1, Self.copied)
                case .bytes(let bytes): sqlite3_bind_blob(handle, position, bytes, Int32(bytes.count), Self.copied)
                case .null: sqlite3_bind_null(handle, position)
                }
            guard code == SQLITE_OK else { throw DatabaseError(code: code, connection: connection) }
        }
    }

    /// Moves to the next row.
    ///
    /// - Returns: Whether there is one.
    func step() throws(DatabaseError) -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw DatabaseError(code: code, connection: connection)
        }
    }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        oddity = nil
    }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    /// An integer of a range; another one is noted as odd, and the nearest of the range taken for it.
    func integer(_ column: Int32, in range: ClosedRange<Int64>, _ name: String) -> Int64 {
        let value = integer(column)
        if !range.contains(value) { oddity = oddity ?? "\(name) \(value)" }
        return min(max(value, range.lowerBound), range.upperBound)
    }

    /// - Throws: ``LedgerFault`` where a number of this row was odd.
    func checkNumbers() throws(LedgerFault) {
        guard let odd = oddity else { return }
        oddity = nil
        throw .row(odd)
    }

    func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    func optionalText(_ column: Int32) -> String? {
        isNull(column) ? nil : text(column)
    }

    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// SQLITE_TRANSIENT: SQLite takes a copy before the call returns.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
