import CLinux
import Glibc

/// A program that was started, with its process group, until it has ended and that was reported.
///
/// It ends by itself, by ``end()``, or by its time limit. Its end is told by its pidfd, so a
/// recycled process id is never mistaken for it, and reported exactly once, on the loop, with
/// what it wrote up to then; a grandchild that holds its pipes open delays nothing.
public final class Child {
    public let pid: Int32
    private let loop: EpollLoop
    private let handle: Descriptor
    private let input: ChildInput?
    private let output: ChildOutput?
    private let errors: ChildOutput?
    private let grace: Duration
    private let endsGroup: Bool
    private var watch: Watch?
    private var limit: Delay?
    private var ending: Delay?
    private var onEnd: ((ChildReport) -> Void)?
    private var timeIsUp = false

    /// Starts a program.
    ///
    /// It gets its own process group, no descriptor but the three standard ones, an empty signal
    /// mask and default dispositions. The loop keeps the child until it has ended.
    ///
    /// - Parameter onEnd: Called once, on the loop, never before `spawn` returns.
    /// - Throws: ``SystemError``: what posix_spawn(3) says of the program (ENOENT, EACCES,
    ///   ENOEXEC), EINVAL for what an argument vector cannot hold, or what the system is short of.
    @discardableResult
    public static func spawn(
        _ command: ChildCommand, on loop: EpollLoop, onEnd: @escaping (ChildReport) -> Void
    ) throws(SystemError) -> Child {
        let input: Pipe? = if case .empty = command.input { nil } else { try Pipe(.toChild) }
        let output = try pipe(for: command.output)
        let errors = try pipe(for: command.errors)
        let pid = try Spawn.start(
            command, input: input?.childs, output: output?.childs, errors: errors?.childs)
        // Until it is waited for, the process id is ours: nothing else can have it.
        do throws(SystemError) {
            let handle = try Descriptor(linux_pidfd_open(pid), "pidfd_open")
            for pipe in [input, output, errors] { pipe?.childs.close() }
            let child = Child(
                pid, handle, command, loop, onEnd,
                input: input.map { ChildInput($0.ours, loop) },
                output: output.map { ChildOutput($0.ours, command.output, loop) },
                errors: errors.map { ChildOutput($0.ours, command.errors, loop) })
            try child.begin(command)
            return child
        } catch {
            kill(-pid, SIGKILL)
            var status: Int32 = 0
            while waitpid(pid, &status, 0) < 0, errno == EINTR {}
            throw error
        }
    }

    private static func pipe(for output: ChildCommand.Output) throws(SystemError) -> Pipe? {
        if case .discarded = output { nil } else { try Pipe(.fromChild) }
    }

    private init(
        _ pid: pid_t, _ handle: Descriptor, _ command: ChildCommand, _ loop: EpollLoop,
        _ onEnd: @escaping (ChildReport) -> Void, input: ChildInput?, output: ChildOutput?, errors: ChildOutput?
    ) {
        (self.pid, self.handle, self.loop, self.onEnd) = (pid, handle, loop, onEnd)
        (self.input, self.output, self.errors) = (input, output, errors)
        (grace, endsGroup) = (command.grace, command.endsGroup)
    }

    private func begin(_ command: ChildCommand) throws(SystemError) {
        do throws(SystemError) {
            try input?.watch()
            try output?.watch()
            try errors?.watch()
            watch = try loop.watch(handle.number, .read) { [self] _ in hasEnded() }
        } catch {
            closePipes()
            throw error
        }
        limit = command.timeLimit.map { span in
            loop.after(span) { [self] in
                timeIsUp = true
                end()
            }
        }
        if case .bytes(let bytes) = command.input {
            input?.write(bytes)
            input?.closeWhenDrained()
        }
    }

    // MARK: While it runs

    /// Whether its end is still to be reported.
    public var isRunning: Bool { onEnd != nil }

    /// Gives it more to read, with ``ChildCommand/Input/pipe``; never waits. What a child that no
    /// longer reads is given is dropped.
    public func write(_ bytes: [UInt8]) { input?.write(bytes) }

    /// Lets it read the end, after everything written.
    public func closeInput() { input?.closeWhenDrained() }

    /// Sends a signal to its whole process group, as long as it is there.
    public func signal(_ number: Int32) {
        guard watch != nil else { return }
        kill(-pid, number)
    }

    /// Ends its process group: SIGTERM now, SIGKILL after the grace.
    public func end() {
        guard isRunning, ending == nil else { return }
        signal(SIGTERM)
        // A stopped process hears SIGTERM only when it goes on.
        signal(SIGCONT)
        ending = loop.after(grace) { [self] in
            signal(SIGKILL)
            // A process that may not be killed, or that the kernel holds in a call, is not waited
            // for: its end is reported as it stands, and it is buried when it comes.
            ending = loop.after(max(grace, .seconds(1))) { [self] in
                finish(timeIsUp ? .timedOut : .signalled(SIGKILL))
            }
        }
    }

    // MARK: Its end

    private func hasEnded() {
        var code: Int32 = 0
        var status: Int32 = 0
        // Looked at but not yet buried: while it lies there its group's number cannot be reused.
        let waited = linux_wait_pidfd(handle.number, WNOHANG | WNOWAIT, &code, &status)
        guard waited != 0 else { return }
        if endsGroup || timeIsUp { kill(-pid, SIGKILL) }
        if waited > 0 { _ = linux_wait_pidfd(handle.number, WNOHANG, &code, &status) }
        watch?.cancel()
        watch = nil
        handle.close()
        // Without a status (somebody else has waited for it) only this is known, that it is gone.
        if timeIsUp {
            finish(.timedOut)
        } else if waited > 0, code == CLD_EXITED {
            finish(.exited(status))
        } else {
            finish(.signalled(waited > 0 ? status : 0))
        }
    }

    private func finish(_ end: ChildEnd) {
        limit?.cancel()
        ending?.cancel()
        guard let onEnd else { return }
        output?.finish()
        errors?.finish()
        closePipes()
        // Callbacks of the last output may have asked for anything, even this.
        guard self.onEnd != nil else { return }
        self.onEnd = nil
        onEnd(
            ChildReport(
                end: end, output: output?.kept ?? [], errors: errors?.kept ?? [],
                outputWasCut: output?.wasCut ?? false, errorsWereCut: errors?.wasCut ?? false))
    }

    private func closePipes() {
        input?.close()
        output?.close()
        errors?.close()
    }
}
