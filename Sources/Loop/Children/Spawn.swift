import CLinux
import Glibc

/// posix_spawn(3) with everything set that a child must not inherit.
enum Spawn {
    /// Starts a program in a process group of its own with the given standard descriptors (`nil`: /dev/null).
    ///
    /// - Throws: ``SystemError``: what posix_spawn(3) returned, such as ENOENT or EACCES for the
    ///   program, and EINVAL for an argument or a variable that the system cannot represent.
    static func start(
        _ command: ChildCommand, input: Descriptor?, output: Descriptor?, errors: Descriptor?
    ) throws(SystemError) -> pid_t {
        guard let program = command.arguments.first, !program.isEmpty else {
            throw SystemError("posix_spawn", EINVAL)
        }
        let operation = "posix_spawn \(program)"
        var variables: [String] = []
        variables.reserveCapacity(command.environment.count)
        for (name, value) in command.environment {
            guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "=")) else { throw SystemError(operation, EINVAL) }
            variables.append("\(name)=\(value)")
        }
        // A zero byte would end the text early and start something else than was asked for.
        let texts = command.arguments + variables + [command.directory]
        guard !texts.contains(where: { $0.utf8.contains(0) }) else { throw SystemError(operation, EINVAL) }

        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        guard posix_spawn_file_actions_init(&actions) == 0, posix_spawnattr_init(&attributes) == 0 else {
            throw SystemError(operation, ENOMEM)
        }
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        var code: Int32 = 0
        for (target, source) in [(Int32(0), input), (1, output), (2, errors)] where code == 0 {
            if let source {
                code = posix_spawn_file_actions_adddup2(&actions, source.number, target)
            } else {
                let mode = target == 0 ? O_RDONLY : O_WRONLY
                code = posix_spawn_file_actions_addopen(&actions, target, "/dev/null", mode, 0)
            }
        }
        if code == 0 { code = posix_spawn_file_actions_addclosefrom_np(&actions, 3) }
        if code == 0 { code = posix_spawn_file_actions_addchdir_np(&actions, command.directory) }
        if code == 0 { code = setAttributes(&attributes) }
        guard code == 0 else { throw SystemError(operation, code) }

        var pid: pid_t = 0
        code = withCStrings(command.arguments) { arguments in
            withCStrings(variables) { environment in
                posix_spawnp(&pid, program, &actions, &attributes, arguments, environment)
            }
        }
        guard code == 0 else { throw SystemError(operation, code) }
        return pid
    }

    private static func setAttributes(_ attributes: inout posix_spawnattr_t) -> Int32 {
        var all = sigset_t()
        var none = sigset_t()
        sigfillset(&all)
        sigemptyset(&none)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        var code = posix_spawnattr_setpgroup(&attributes, 0)
        if code == 0 { code = posix_spawnattr_setsigdefault(&attributes, &all) }
        if code == 0 { code = posix_spawnattr_setsigmask(&attributes, &none) }
        if code == 0 { code = posix_spawnattr_setflags(&attributes, Int16(flags)) }
        return code
    }

    private static func withCStrings(
        _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) -> Int32 {
        var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        guard !pointers.contains(nil) else { return ENOMEM }
        pointers.append(nil)
        return pointers.withUnsafeBufferPointer { list in
            list.baseAddress.map(body) ?? ENOMEM
        }
    }
}
