import Glibc
import Loop
import Testing

/// What becomes of a child's process group.
struct ChildGroupTests {
    /// Whether a process is there and not just waiting to be buried.
    private func isAlive(_ pid: Int32) -> Bool {
        guard kill(pid, 0) == 0, let file = fopen("/proc/\(pid)/stat", "re") else { return false }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = fread(&buffer, 1, buffer.count, file)
        let afterName = text(Array(buffer.prefix(count))).split(separator: ")").last ?? ""
        return !afterName.hasPrefix(" Z") && !afterName.hasPrefix(" X") && count > 0
    }

    /// Runs the loop until none of `pids` is alive.
    private func waitForEnd(of pids: [Int32], on loop: EpollLoop) throws {
        func look() {
            if pids.contains(where: isAlive) { loop.after(.milliseconds(5)) { look() } } else { loop.stop() }
        }
        look()
        try loop.runToStop()
    }

    @Test func theTimeLimitEndsIt() throws {
        try withLoop { loop in
            var command = ChildCommand(["sleep", "1000"], environment: plainEnvironment)
            command.timeLimit = .milliseconds(20)
            let report = try report(of: command, on: loop)
            #expect(report.end == .timedOut)
        }
    }

    @Test func aStoppedChildIsEndedToo() throws {
        try withLoop { loop in
            var command = shell("kill -STOP $$; sleep 1000")
            command.timeLimit = .milliseconds(50)
            let report = try report(of: command, on: loop)
            #expect(report.end == .timedOut)
        }
    }

    @Test func aGroupThatIgnoresSIGTERMIsKilledWhole() throws {
        try withLoop { loop in
            var command = shell(
                "trap '' TERM; sh -c 'trap \"\" TERM; echo $$; while :; do sleep 1000; done' & echo $$; "
                    + "while :; do sleep 1000; done")
            command.grace = .milliseconds(50)
            var pids: [Int32] = []
            var child: Child?
            var end: ChildEnd?
            command.output = .lines(limit: 20) { line in
                pids += Int32(text(line)).map { [$0] } ?? []
                if pids.count == 2 { child?.end() }
            }
            child = try Child.spawn(command, on: loop) {
                end = $0.end
                loop.stop()
            }
            try loop.runToStop()
            #expect(end == .signalled(SIGKILL))
            try #require(pids.count == 2)
            try waitForEnd(of: pids, on: loop)
        }
    }

    @Test func whatIsLeftOfTheGroupAfterAnExitIsEnded() throws {
        try withLoop { loop in
            // The grandchild holds stderr open and would for long.
            var command = shell("sh -c 'trap \"\" TERM HUP; echo $$; exec sleep 1000' & read -r line; exit 7")
            command.input = .pipe
            var pids: [Int32] = []
            var child: Child?
            var end: ChildEnd?
            command.output = .lines(limit: 20) { line in
                pids += Int32(text(line)).map { [$0] } ?? []
                child?.write(Array("go\n".utf8))
            }
            child = try Child.spawn(command, on: loop) {
                end = $0.end
                loop.stop()
            }
            try loop.runToStop()
            #expect(end == .exited(7))
            try #require(pids.count == 1)
            try waitForEnd(of: pids, on: loop)
        }
    }

    @Test func aGrandchildInASessionOfItsOwnDelaysNothing() throws {
        try withLoop { loop in
            var command = shell("setsid sh -c 'echo $$; exec sleep 1000' & read -r line; echo last >&2; exit 0")
            command.input = .pipe
            var pids: [Int32] = []
            var child: Child?
            var report: ChildReport?
            command.output = .lines(limit: 20) { line in
                pids += Int32(text(line)).map { [$0] } ?? []
                child?.write(Array("go\n".utf8))
            }
            child = try Child.spawn(command, on: loop) {
                report = $0
                loop.stop()
            }
            try loop.runToStop()
            #expect(report?.end == .exited(0))
            #expect(report?.errorText == "last\n")
            try #require(pids.count == 1)
            #expect(isAlive(pids[0]))
            kill(pids[0], SIGKILL)
        }
    }

    @Test func aGroupIsSparedWhenAskedTo() throws {
        try withLoop { loop in
            var command = shell("sleep 1000 & echo $!")
            command.endsGroup = false
            command.output = .captured(limit: 20)
            let report = try report(of: command, on: loop)
            let pid = try #require(Int32(text(report.output).dropLast()))
            #expect(report.end == .exited(0))
            #expect(isAlive(pid))
            kill(pid, SIGKILL)
        }
    }

    @Test func twoHundredAtOnceAreEachReportedOnce() throws {
        try withLoop { loop in
            var reports: [Int: [ChildReport]] = [:]
            for number in 0..<200 {
                var command = shell("read -r line; echo $line; exit $1", "\(number % 7)")
                command.input = .bytes(Array("line \(number)\n".utf8))
                command.output = .captured(limit: 100)
                try Child.spawn(command, on: loop) { report in
                    reports[number, default: []].append(report)
                    if reports.count == 200 { loop.after(.zero) { loop.stop() } }
                }
            }
            try loop.runToStop()
            for number in 0..<200 {
                let report = try #require(reports[number]?.first)
                #expect(reports[number]?.count == 1)
                #expect(report.end == .exited(Int32(number % 7)))
                #expect(text(report.output) == "line \(number)\n")
            }
        }
    }
}
