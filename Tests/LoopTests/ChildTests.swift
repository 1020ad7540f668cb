import Glibc
import Loop
import Testing

struct ChildTests {
    @Test(arguments: [0, 1, 75, 255] as [Int32])
    func theExitCodeIsReported(code: Int32) throws {
        try withLoop { loop in
            let report = try report(of: shell("exit $1", "\(code)"), on: loop)
            #expect(report.end == .exited(code))
        }
    }

    @Test(arguments: [SIGKILL, SIGTERM, SIGSEGV, SIGPIPE])
    func theSignalIsReported(signal: Int32) throws {
        try withLoop { loop in
            let report = try report(of: shell("kill -$1 $$", "\(signal)"), on: loop)
            #expect(report.end == .signalled(signal))
        }
    }

    @Test func itsOutputAndErrorsAreKeptApart() throws {
        try withLoop { loop in
            var command = shell("echo out; echo err >&2")
            command.output = .captured(limit: 100)
            let report = try report(of: command, on: loop)
            #expect(text(report.output) == "out\n")
            #expect(report.errorText == "err\n")
            #expect(!report.outputWasCut && !report.errorsWereCut)
        }
    }

    @Test func tenMegabytesOfErrorsAreDrainedAndFourKilobytesKept() throws {
        try withLoop { loop in
            let report = try report(of: shell("head -c 10000000 /dev/zero | tr '\\0' x >&2; exit 3"), on: loop)
            #expect(report.end == .exited(3))
            #expect(report.errors == [UInt8](repeating: UInt8(ascii: "x"), count: 4096))
            #expect(report.errorsWereCut)
        }
    }

    @Test func aMegabyteOfInputArrivesWhole() throws {
        try withLoop { loop in
            let bytes = (0..<1_048_576).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            var command = ChildCommand(["cat"], environment: plainEnvironment)
            command.input = .bytes(bytes)
            command.output = .captured(limit: 2_000_000)
            let report = try report(of: command, on: loop)
            #expect(report.end == .exited(0))
            #expect(report.output == bytes)
        }
    }

    @Test func aChildThatDoesNotReadItsInputIsNoError() throws {
        try withLoop { loop in
            var command = ChildCommand(["true"], environment: plainEnvironment)
            command.input = .bytes([UInt8](repeating: 0, count: 1_000_000))
            let report = try report(of: command, on: loop)
            #expect(report.end == .exited(0))
        }
    }

    @Test func aPipeKeptOpenTakesLinesAndAnswersThem() throws {
        try withLoop { loop in
            var command = shell("while read -r line; do echo \"got $line\"; done; echo end")
            command.input = .pipe
            var lines: [String] = []
            var child: Child?
            command.output = .lines(limit: 100) { line in
                lines.append(text(line))
                if lines.count == 1 { child?.write(Array("two\n".utf8)) }
                if lines.count == 2 { child?.closeInput() }
            }
            var end: ChildEnd?
            child = try Child.spawn(command, on: loop) {
                end = $0.end
                loop.stop()
            }
            child?.write(Array("one\n".utf8))
            try loop.runToStop()
            #expect(lines == ["got one", "got two", "end"])
            #expect(end == .exited(0))
            #expect(child?.isRunning == false)
        }
    }

    @Test func linesThatAreTooLongOrUnfinishedAreDropped() throws {
        try withLoop { loop in
            var command = shell("echo 12345; echo 123456; echo; echo 5; printf tail")
            var lines: [String] = []
            command.output = .lines(limit: 5) { lines.append(text($0)) }
            let report = try report(of: command, on: loop)
            #expect(lines == ["12345", "", "5"])
            #expect(report.outputWasCut)
        }
    }

    @Test func aStreamComesInOrder() throws {
        try withLoop { loop in
            var command = shell("seq 1 100000")
            var bytes: [UInt8] = []
            command.output = .stream { bytes += $0 }
            _ = try report(of: command, on: loop)
            #expect(text(bytes) == (1...100_000).map { "\($0)\n" }.joined())
        }
    }

    @Test func itHasOnlyWhatItIsGiven() throws {
        try withLoop { loop in
            var command = shell(
                "pwd; env | sort | grep -v -e ^PWD= -e ^SHLVL= -e ^_=; ls /proc/$$/fd; "
                    + "ps -o pgid= -p $$ | tr -d ' '; echo $$")
            command.environment["TROTH_TITLE"] = "a b $HOME `x`"
            command.output = .captured(limit: 4000)
            let report = try report(of: command, on: loop)
            let lines = text(report.output).split(separator: "\n").map(String.init)
            try #require(lines.count == 9, "\(lines) \(report.errorText)")
            #expect(lines[0] == "/")
            #expect(lines[1...3] == ["LC_ALL=C", "PATH=/usr/bin:/bin", "TROTH_TITLE=a b $HOME `x`"])
            #expect(lines[4...6] == ["0", "1", "2"])
            #expect(lines[7] == lines[8])
        }
    }

    @Test func itBlocksAndIgnoresNoSignal() throws {
        try withLoop { loop in
            let signals = try loop.onSignals([SIGUSR1, SIGHUP]) { _ in }
            defer { signals.cancel() }
            // Not a shell, which blocks signals of its own accord now and then.
            var command = ChildCommand(
                ["grep", "-e", "^SigBlk", "-e", "^SigIgn", "/proc/self/status"], environment: plainEnvironment)
            command.output = .captured(limit: 4000)
            let report = try report(of: command, on: loop)
            let masks = text(report.output).split(separator: "\n").map { line in
                UInt64(line.split(separator: "\t").last ?? "", radix: 16)
            }
            // Signals 32 and 33 are the C library's own, which it leaves ignored.
            #expect(masks.map { $0.map { $0 & 0xFFFF_FFFE_7FFF_FFFF } } == [0, 0])
        }
    }

    @Test func argumentsAreNotReadByAnyShell() throws {
        try withLoop { loop in
            let odd = ["$(id)", "a b", "", "*", "'\"", "; exit 3", "-n", "ü\n"]
            var command = ChildCommand(["printf", "%s|"] + odd, environment: plainEnvironment)
            command.output = .captured(limit: 1000)
            let report = try report(of: command, on: loop)
            #expect(text(report.output) == odd.map { $0 + "|" }.joined())
        }
    }

    static let failures: [([String], Int32, String)] = [
        (["/nonexistent/program"], ENOENT, "ENOENT"),
        (["no-program-has-this-name"], ENOENT, "ENOENT"),
        (["/etc/passwd"], EACCES, "EACCES"),
        (["/"], EACCES, "EACCES"),
        (["/bin/true", "a\0b"], EINVAL, "EINVAL"),
        ([""], EINVAL, "EINVAL"),
        ([], EINVAL, "EINVAL"),
    ]

    @Test(arguments: failures)
    func whatCannotBeStartedIsSaid(arguments: [String], code: Int32, name: String) throws {
        try withLoop { loop in
            let error = #expect(throws: SystemError.self) {
                try Child.spawn(ChildCommand(arguments, environment: plainEnvironment), on: loop) { _ in
                    Issue.record("a child that was never started has ended")
                }
            }
            #expect(error?.code == code)
            #expect(error?.name == name)
        }
    }

    @Test func aFileWithoutAnInterpreterIsNotGivenToAShell() throws {
        try withFolder { folder in
            let path = folder + "/script"
            let file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o755)
            #expect(write(file, "exit 0\n", 7) == 7)
            close(file)
            try withLoop { loop in
                // Another test's fork may still hold the file open for writing.
                var error: SystemError?
                repeat {
                    error = #expect(throws: SystemError.self) {
                        try Child.spawn(ChildCommand([path], environment: plainEnvironment), on: loop) { _ in }
                    }
                } while error?.code == ETXTBSY
                #expect(error?.name == "ENOEXEC")
            }
        }
    }

    @Test(arguments: ["", "A=B", "A\0"])
    func aVariableThatCannotBeIsRefused(name: String) throws {
        try withLoop { loop in
            let error = #expect(throws: SystemError.self) {
                try Child.spawn(ChildCommand(["true"], environment: [name: "x"]), on: loop) { _ in }
            }
            #expect(error?.code == EINVAL)
        }
    }
}
