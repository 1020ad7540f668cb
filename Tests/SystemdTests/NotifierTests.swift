import Glibc
import Loop
import Testing

@testable import Systemd

/// Each in a process of its own: the environment belongs to the whole process.
struct NotifierTests {
    /// A manager's end: a datagram socket that `NOTIFY_SOCKET` names.
    static func withManager(_ body: (_ received: @escaping () -> String?) -> Void) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // An abstract name: a zero byte, then text. It ends with the process.
        let name = "troth-notify-\(getpid())"
        withUnsafeMutableBytes(of: &address.sun_path) { path in
            for (index, byte) in name.utf8.enumerated() { path[index + 1] = byte }
        }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + 1 + name.utf8.count)
        let bound = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        #expect(bound == 0)
        setenv("NOTIFY_SOCKET", "@" + name, 1)
        body {
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            return count < 0 ? nil : String(decoding: buffer.prefix(count), as: UTF8.self)
        }
        close(descriptor)
    }

    @Test func whatIsSaidArrives() async {
        await #expect(processExitsWith: .success) {
            NotifierTests.withManager { received in
                let notifier = Notifier()
                notifier.ready("next: Sun 19:00 · 3 rituals")
                #expect(received() == "READY=1\nSTATUS=next: Sun 19:00 · 3 rituals")
                notifier.ready()
                #expect(received() == "READY=1")
                notifier.status("fine")
                #expect(received() == "STATUS=fine")
                notifier.watchdog()
                #expect(received() == "WATCHDOG=1")
                notifier.stopping("bye")
                #expect(received() == "STOPPING=1\nSTATUS=bye")
                #expect(received() == nil)
            }
        }
    }

    @Test func aReloadCarriesTheMonotonicTime() async {
        await #expect(processExitsWith: .success) {
            NotifierTests.withManager { received in
                func now() -> Int64 {
                    var time = timespec()
                    clock_gettime(CLOCK_MONOTONIC, &time)
                    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
                }
                let before = now()
                Notifier().reloading("reading")
                let lines = (received() ?? "").split(separator: "\n")
                #expect(lines.count == 3)
                #expect(lines.first == "RELOADING=1")
                #expect(lines.last == "STATUS=reading")
                let time = lines.dropFirst().first.flatMap { Int64($0.dropFirst("MONOTONIC_USEC=".count)) } ?? 0
                #expect((before...now()).contains(time))
            }
        }
    }

    /// A manager that has stopped reading: the service goes on, and says the latest once it is listened to again.
    @Test func aManagerThatReadsNothingHoldsNobodyUp() async {
        await #expect(processExitsWith: .success) {
            // Instead of waiting for ever.
            alarm(60)
            NotifierTests.withManager { received in
                let loop = try! EpollLoop()
                let notifier = Notifier(on: loop)
                notifier.ready("status 0")
                let count = 5_000
                for number in 1...count { notifier.status("status \(number)") }
                notifier.reloading()
                notifier.ready()
                notifier.watchdog()
                var heard: [String] = []
                while let text = received() { heard.append(text) }
                // The queue is net.unix.max_dgram_qlen long, 512 where systemd set it.
                #expect(heard.count < count)
                #expect(heard.first == "READY=1\nSTATUS=status 0")
                // The loop alone sends what was held back: the last of each kind, in their order.
                var rest: [String] = []
                let end = loop.after(.seconds(50)) { loop.stop() }
                loop.beforeSleep = {
                    while let text = received() { rest.append(text) }
                    if rest.last == "WATCHDOG=1" { loop.stop() }
                }
                try! loop.run()
                end.cancel()
                #expect(rest.map { $0.prefix { $0 != "=" } } == ["STATUS", "RELOADING", "READY", "WATCHDOG"])
                #expect(rest.first == "STATUS=status \(count)")
                #expect(received() == nil)
            }
        }
    }

    @Test func noTextAddsAnAssignment() async {
        await #expect(processExitsWith: .success) {
            NotifierTests.withManager { received in
                Notifier().status("one\nMAINPID=1\r\nWATCHDOG=trigger\u{1b}[31m\u{85}")
                #expect(received() == "STATUS=one MAINPID=1 WATCHDOG=trigger\\x1b[31m\\x85")
            }
        }
    }

    @Test func withoutAManagerNothingIsSaid() async {
        await #expect(processExitsWith: .success) {
            unsetenv("NOTIFY_SOCKET")
            Notifier().ready("nobody hears")
            setenv("NOTIFY_SOCKET", "/nonexistent/socket", 1)
            Notifier().watchdog()
        }
    }

    @Test func theWatchdogIsReadFromTheEnvironment() async {
        await #expect(processExitsWith: .success) {
            for name in ["WATCHDOG_USEC", "WATCHDOG_PID"] { unsetenv(name) }
            #expect(Notifier.watchdogInterval == nil)
            setenv("WATCHDOG_USEC", "30000000", 1)
            #expect(Notifier.watchdogInterval == .seconds(30))
            setenv("WATCHDOG_PID", "\(getpid())", 1)
            #expect(Notifier.watchdogInterval == .seconds(30))
            // For another process.
            setenv("WATCHDOG_PID", "1", 1)
            #expect(Notifier.watchdogInterval == nil)
            unsetenv("WATCHDOG_PID")
            for odd in ["", "0", "-5", "soon"] {
                setenv("WATCHDOG_USEC", odd, 1)
                #expect(Notifier.watchdogInterval == nil)
            }
        }
    }
}
