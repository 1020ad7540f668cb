import CLinux
import Glibc
import Planning

/// Reads a password or a token from where the schedule says it is. It is given to libcurl and to nothing else: no argument,
/// variable, line or message ever holds it.
enum Secret {
    private static let longest = 4096

    /// - Parameter name: What people call it.
    /// - Parameter input: When it ends while a command is waited for, so does this program.
    static func read(
        _ source: SecretSource, named name: String, seconds: Int64, while input: LineInput
    ) throws(Refusal) -> String {
        switch source {
        case .credential(let id): try check(credential(id), "the credential `\(id)`")
        case .file(let path):
            try check(file(path, "the \(name)'s file \(path)", isOwn: true), "the \(name)'s file \(path)")
        case .command(let argv):
            try check(
                SecretCommand(argv, name).output(seconds: min(seconds, 30), while: input),
                "what the \(name)'s command prints")
        }
    }

    /// The first line, without its end.
    private static func check(_ bytes: [UInt8], _ what: String) throws(Refusal) -> String {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard let text = String(validating: line, as: UTF8.self), !text.utf8.contains(0) else {
            throw .permanent("\(what) is no text")
        }
        guard !text.isEmpty else { throw .permanent("\(what) is empty") }
        return text
    }

    private static func credential(_ name: String) throws(Refusal) -> [UInt8] {
        guard !name.isEmpty, name != ".", name != "..", name.utf8.count <= 255,
            !name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 < 0x20 || $0 == 0x7F })
        else { throw .permanent("`\(name)` cannot be a credential's name") }
        guard let folder = getenv("CREDENTIALS_DIRECTORY").map({ String(cString: $0) }), folder.hasPrefix("/") else {
            throw .permanent("there is no credential `\(name)`: the service was started without any (LoadCredential=)")
        }
        // systemd makes the folder for this service alone; its files need not belong to it.
        return try file("\(folder)/\(name)", "the credential `\(name)`", isOwn: false)
    }

    private static func file(_ path: String, _ what: String, isOwn: Bool) throws(Refusal) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            let code = errno
            throw .permanent("\(what) cannot be read: \(linux_error_text(code).map { String(cString: $0) } ?? "errno \(code)")")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .permanent("\(what) is no plain file")
        }
        if isOwn {
            guard status.st_uid == geteuid() else { throw .permanent("\(what) belongs to somebody else") }
            guard status.st_mode & 0o077 == 0 else {
                let mode = String(status.st_mode & 0o7777, radix: 8)
                throw .permanent("\(what) is open to others (mode 0\(mode)); `chmod 600` it")
            }
        }
        guard status.st_size <= longest else { throw .permanent("\(what) is too long for a secret") }
        var bytes = [UInt8](repeating: 0, count: longest)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw .permanent("\(what) cannot be read") }
        return Array(bytes[..<count])
    }
}

/// A program whose first line of output is a secret.
struct SecretCommand {
    private let argv: [String]
    private let name: String

    init(_ argv: [String], _ name: String) { (self.argv, self.name) = (argv, name) }

    /// What it prints, up to 4 KiB.
    func output(seconds: Int64, while input: LineInput) throws(Refusal) -> [UInt8] {
        guard let program = argv.first, !program.isEmpty, !argv.contains(where: { $0.utf8.contains(0) }) else {
            throw .permanent("the \(name)'s command is empty")
        }
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .transient("no pipe for the \(name)'s command") }
        defer { close(ends[0]) }
        let pid = try start(program, output: ends[1])
        defer {
            kill(-pid, SIGKILL)
            var status: Int32 = 0
            while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        }
        return try read(ends[0], program, seconds: seconds, while: input, pid: pid)
    }

    private func start(_ program: String, output: Int32) throws(Refusal) -> pid_t {
        defer { close(output) }
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var defaults = sigset_t()
        sigfillset(&defaults)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
        var words: [UnsafeMutablePointer<CChar>?] = argv.map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var pid: pid_t = 0
        let code = posix_spawnp(&pid, program, &actions, &attributes, words, linux_environment())
        guard code == 0 else {
            throw .permanent(
                "the \(name)'s command `\(program)` cannot be started: "
                    + (linux_error_text(code).map { String(cString: $0) } ?? "errno \(code)"))
        }
        return pid
    }

    private func read(
        _ descriptor: Int32, _ program: String, seconds: Int64, while input: LineInput, pid: pid_t
    ) throws(Refusal) -> [UInt8] {
        let deadline = Monotonic.now + seconds * 1000
        var bytes: [UInt8] = []
        while true {
            let left = deadline - Monotonic.now
            guard left > 0 else {
                throw .transient("the \(name)'s command `\(program)` did not end within \(seconds) s")
            }
            var entries = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: input.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            if poll(&entries, 2, Int32(clamping: left)) < 0, errno != EINTR { break }
            if entries[1].revents != 0, input.hasEnded() {
                kill(-pid, SIGKILL)
                _exit(0)
            }
            guard entries[0].revents != 0 else { continue }
            var chunk = [UInt8](repeating: 0, count: 1024)
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count > 0 { bytes += chunk[..<count] }
            if count == 0 || bytes.contains(UInt8(ascii: "\n")) { break }
            if bytes.count > 4096 { throw .permanent("the \(name)'s command `\(program)` prints too much") }
        }
        // A keyring that is still locked, perhaps.
        if bytes.isEmpty { throw .transient("the \(name)'s command `\(program)` printed nothing") }
        return bytes
    }
}

/// Milliseconds of the monotonic clock.
enum Monotonic {
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
