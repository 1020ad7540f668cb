import CSQLite
import Glibc
import Planning

/// What can go wrong inside, before it is told in the port's words.
enum LedgerFault: Error {
    case database(DatabaseError)
    /// A row that does not say what it should: which, and the text found there.
    case row(String)

    /// The same in the port's words.
    func told(_ path: String) -> LedgerError {
        switch self {
        case .row(let found): .unreadable(reason: .row(found))
        case .database(let error): error.told(path)
        }
    }
}

extension DatabaseError {
    func told(_ path: String) -> LedgerError {
        switch primary {
        case SQLITE_FULL: .refused(reason: .diskFull)
        case SQLITE_CORRUPT, SQLITE_NOTADB: .unreadable(reason: .damaged(message))
        case SQLITE_BUSY, SQLITE_LOCKED: .refused(reason: .inUse)
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH:
            .unusable(path: path, reason: .other(detail))
        default: .refused(reason: .other(detail))
        }
    }

    private var detail: String {
        systemError == 0 ? message : "\(message): \(String(cString: strerror(systemError)))"
    }
}
