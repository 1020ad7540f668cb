import CLinux
import Glibc

/// The two ends of a pipe, closed on exec. Ours is non-blocking; the child's is not.
struct Pipe {
    enum Direction { case toChild, fromChild }

    let ours: Descriptor
    let childs: Descriptor

    init(_ direction: Direction) throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemError.last("pipe2") }
        let read = Descriptor(ends[0])
        let write = Descriptor(ends[1])
        // A program started without its standard descriptors would be handed 0 to 2 here, which
        // the child's own then overwrite.
        ours = try Pipe.raised(direction == .toChild ? write : read)
        childs = try Pipe.raised(direction == .toChild ? read : write)
        guard linux_set_nonblocking(ours.number) == 0 else { throw SystemError.last("fcntl") }
    }

    private static func raised(_ end: Descriptor) throws(SystemError) -> Descriptor {
        if end.number > 2 { return end }
        defer { end.close() }
        return try Descriptor(linux_duplicate_above_standard(end.number), "fcntl")
    }
}
