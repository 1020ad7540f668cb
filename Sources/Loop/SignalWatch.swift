import CLinux
import Glibc

/// Signals that arrive as readiness of a descriptor (signalfd(2)) in place of interrupting the thread.
///
/// They are blocked on the calling thread from here to ``cancel()``; ``Child`` resets the mask in
/// what it starts. Call it on the main thread before any other thread starts, so that all inherit it.
public final class SignalWatch {
    private let descriptor: Descriptor
    private let watch: Watch
    private var before: sigset_t

    init(_ signals: [Int32], _ loop: EpollLoop, _ body: @escaping (Int32) -> Void) throws(SystemError) {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        var previous = sigset_t()
        let code = pthread_sigmask(SIG_BLOCK, &set, &previous)
        guard code == 0 else { throw SystemError("pthread_sigmask", code) }
        before = previous
        do throws(SystemError) {
            let descriptor = try Descriptor(
                signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK)), "signalfd")
            self.descriptor = descriptor
            watch = try loop.watch(descriptor.number, .read) { _ in
                var record = signalfd_siginfo()
                let size = MemoryLayout<signalfd_siginfo>.size
                guard read(descriptor.number, &record, size) == size else { return }
                body(Int32(record.ssi_signo))
            }
        } catch {
            pthread_sigmask(SIG_SETMASK, &previous, nil)
            throw error
        }
    }

    /// Stops listening and gives the thread the mask it had.
    public func cancel() {
        guard descriptor.isOpen else { return }
        watch.cancel()
        descriptor.close()
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }
}

extension EpollLoop {
    /// Calls `body` with each of `signals` that arrives, on the loop.
    ///
    /// - Throws: ``SystemError`` from pthread_sigmask(3) or signalfd(2).
    @discardableResult
    public func onSignals(
        _ signals: [Int32], _ body: @escaping (_ signal: Int32) -> Void
    ) throws(SystemError) -> SignalWatch {
        try SignalWatch(signals, self, body)
    }
}
