import Glibc
import Testing

@testable import Loop

struct LoopTests {
    @Test func deferredCallbacksRunAfterTheCurrentOneInOrder() throws {
        let loop = try EpollLoop()
        var order: [Int] = []
        loop.after(.zero) {
            loop.deferred {
                order.append(2)
                loop.deferred { order.append(4) }
            }
            loop.deferred { order.append(3) }
            order.append(1)
        }
        loop.after(.milliseconds(1)) { loop.stop() }
        try loop.runToStop()
        #expect(order == [1, 2, 3, 4])
    }

    @Test func aCallbackThatKeepsDeferringItselfLeavesRoomForOthers() throws {
        let loop = try EpollLoop()
        func again() { loop.deferred { again() } }
        again()
        loop.after(.milliseconds(1)) { loop.stop() }
        try loop.runToStop()
    }

    @Test func whatStopLeavesOverRunsTheNextTime() throws {
        let loop = try EpollLoop()
        var order: [Int] = []
        loop.deferred {
            order.append(1)
            loop.stop()
        }
        loop.deferred {
            order.append(2)
            loop.stop()
        }
        try loop.runToStop()
        #expect(order == [1])
        try loop.runToStop()
        #expect(order == [1, 2])
    }

    @Test func theHookRunsBeforeEachSleep() throws {
        let loop = try EpollLoop()
        var rounds = 0
        loop.beforeSleep = {
            rounds += 1
            if rounds < 5 { loop.deferred {} } else { loop.stop() }
        }
        try loop.runToStop()
        #expect(rounds == 5)
    }

    @Test func theHookMayDefer() throws {
        let loop = try EpollLoop()
        var hasDeferred = false
        loop.beforeSleep = {
            guard !hasDeferred else { return }
            hasDeferred = true
            loop.deferred { loop.stop() }
        }
        try loop.runToStop()
    }

    @Test func aLoopDoesNotRunInsideItself() throws {
        let loop = try EpollLoop()
        loop.deferred {
            #expect(throws: SystemError("run", EDEADLK)) { try loop.run() }
            loop.stop()
        }
        try loop.runToStop()
    }

    @Test func aWatchTellsReadingWritingAndTheFarEnd() throws {
        let loop = try EpollLoop()
        let pipe = try Pipe(.fromChild)
        var seen: [Readiness] = []
        let reading = try loop.watch(pipe.ours.number, .read) { ready in
            seen.append(ready)
            var byte: UInt8 = 0
            if read(pipe.ours.number, &byte, 1) == 1 { pipe.childs.close() } else { loop.stop() }
        }
        var writing: Watch?
        writing = try loop.watch(pipe.childs.number, .write) { ready in
            #expect(ready == .write)
            #expect(write(pipe.childs.number, "x", 1) == 1)
            writing?.cancel()
        }
        try loop.runToStop()
        reading.cancel()
        #expect(seen.first == .read)
        #expect(seen.last?.contains(.closed) == true)
    }

    @Test func aWatchCancelledInTheSameRoundIsNotCalled() throws {
        let loop = try EpollLoop()
        let pipes = try [Pipe(.fromChild), Pipe(.fromChild)]
        var watches: [Watch] = []
        var calls = 0
        for pipe in pipes {
            #expect(write(pipe.childs.number, "x", 1) == 1)
            watches.append(
                try loop.watch(pipe.ours.number, .read) { _ in
                    calls += 1
                    for watch in watches { watch.cancel() }
                    loop.after(.zero) { loop.stop() }
                })
        }
        try loop.runToStop()
        #expect(calls == 1)
    }

    @Test func aWatchWithoutInterestIsNotToldOfAnything() throws {
        let loop = try EpollLoop()
        let pipe = try Pipe(.fromChild)
        let watch = try loop.watch(pipe.ours.number, .read) { _ in Issue.record("called") }
        try watch.update([])
        pipe.childs.close()
        loop.after(.milliseconds(5)) { loop.stop() }
        try loop.runToStop()
        watch.cancel()
    }

    @Test func aPlainFileCannotBeWatched() throws {
        let loop = try EpollLoop()
        let file = Descriptor(open("/proc/self/exe", O_RDONLY | O_CLOEXEC))
        let error = #expect(throws: SystemError.self) { try loop.watch(file.number, .read) { _ in } }
        #expect(error?.name == "EPERM")
    }

    @Test func signalsArriveOnTheLoop() throws {
        let loop = try EpollLoop()
        var seen: [Int32] = []
        var before = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &before)
        let signals = try loop.onSignals([SIGTERM, SIGHUP, SIGUSR1]) { signal in
            seen.append(signal)
            if seen.count == 3 { loop.stop() }
        }
        // To this thread alone.
        for signal in [SIGUSR1, SIGTERM, SIGHUP] { pthread_kill(pthread_self(), signal) }
        try loop.runToStop()
        signals.cancel()
        #expect(Set(seen) == [SIGTERM, SIGHUP, SIGUSR1])
        var after = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &after)
        for signal in 1..<SIGSYS {
            let (was, isNow) = (sigismember(&before, signal), sigismember(&after, signal))
            #expect(was == isNow, "signal \(signal)")
        }
    }

    @Test func everythingUsedIsGivenBack() async {
        // In a process of its own, where nobody else opens descriptors.
        await #expect(processExitsWith: .success) {
            func use() throws {
                let loop = try EpollLoop()
                let signals = try loop.onSignals([SIGUSR1]) { _ in }
                for script in ["exit 0", "sleep 1000", "exec /nonexistent"] {
                    var command = shell(script)
                    command.input = .bytes([1, 2, 3])
                    command.output = .captured(limit: 10)
                    if script.hasPrefix("sleep") { command.timeLimit = .milliseconds(10) }
                    _ = try report(of: command, on: loop)
                }
                var missing = ChildCommand(["/nonexistent"], environment: [:])
                missing.input = .pipe
                missing.output = .captured(limit: 10)
                #expect(throws: SystemError.self) { try Child.spawn(missing, on: loop) { _ in } }
                try withFolder { folder in
                    let listener = try UnixListener(path: folder + "/s", on: loop) { client, line in
                        client.send(line: line)
                        loop.stop()
                    }
                    let client = try UnixClient(path: folder + "/s")
                    try client.send(line: [65])
                    try loop.runToStop()
                    #expect(try client.readLine() == [65])
                    listener.close()
                    #expect(try client.readLine() == nil)
                    client.close()
                }
                signals.cancel()
            }
            try use()
            let before = openDescriptors()
            for _ in 0..<5 { try use() }
            #expect(openDescriptors() == before)
            var status: Int32 = 0
            #expect(waitpid(-1, &status, WNOHANG) == -1 && errno == ECHILD, "a child was not waited for")
        }
    }
}
