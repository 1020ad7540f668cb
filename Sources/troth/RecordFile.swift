import Control
import Daemon
import Glibc
import JSON
import Wording

/// Writes down what the record holds of somebody, for them to keep.
struct RecordFile {
    private let asking: Asking

    init(_ asking: Asking) { self.asking = asking }

    /// - Returns: What to say of it.
    /// - Throws: ``Ending`` where it cannot be had or written; a file that is there already stays as it is.
    func write(_ person: String, to file: String) throws -> String {
        let words = ForgetWording(CallerLanguage.current)
        guard access(file, F_OK) != 0 else { throw Ending(.usage, words.isThere(file)) }
        var lines: [JSON] = []
        var before: String?
        repeat {
            let reply = try asking.reply(.records(before: before), person: person)
            guard reply.exit == .ok else { throw Ending(reply.exit, reply.complaints) }
            let objects = reply.lines.compactMap(\.object)
            before = objects.last?["more"]?.string
            lines += before == nil ? objects[...] : objects.dropLast()
        } while before != nil
        // Theirs alone, and never over another file.
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.ending(file) }
        defer { close(descriptor) }
        var bytes = lines.flatMap { $0.bytes + [UInt8(ascii: "\n")] }[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.ending(file) }
            bytes = bytes.dropFirst(count)
        }
        return words.written(lines.count, to: file)
    }

    private static func ending(_ file: String) -> Ending {
        Ending(.configuration, CallerLanguage.words.file(file, FileProblem(code: errno)))
    }
}
