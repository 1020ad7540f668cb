import Glibc

/// Owns one open file descriptor and closes it once, at ``close()`` or when it is let go.
final class Descriptor {
    private(set) var number: Int32

    init(_ number: Int32) { self.number = number }

    /// Takes what a system call returned; throws its errno when that was -1.
    init(_ number: Int32, _ operation: String) throws(SystemError) {
        guard number >= 0 else { throw SystemError.last(operation) }
        self.number = number
    }

    var isOpen: Bool { number >= 0 }

    func close() {
        guard number >= 0 else { return }
        _ = Glibc.close(number)
        number = -1
    }

    deinit { close() }
}
