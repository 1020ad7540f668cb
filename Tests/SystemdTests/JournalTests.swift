import Glibc
import Testing

@testable import Systemd

struct JournalTests {
    /// What `body`, in a process of its own, has on its stderr: a pipe.
    static func standardError(_ body: (_ pipeStatus: String) -> Void) -> String {
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        let saved = dup(STDERR_FILENO)
        dup2(ends[1], STDERR_FILENO)
        close(ends[1])
        body(identity(of: STDERR_FILENO))
        dup2(saved, STDERR_FILENO)
        close(saved)
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = read(ends[0], &buffer, buffer.count), count > 0 { text += buffer.prefix(count) }
        close(ends[0])
        return String(decoding: text, as: UTF8.self)
    }

    /// `device:inode`, as `JOURNAL_STREAM` has it.
    static func identity(of descriptor: Int32) -> String {
        var status = stat()
        #expect(fstat(descriptor, &status) == 0)
        return "\(status.st_dev):\(status.st_ino)"
    }

    @Test func withoutAJournalRecordsArePlainLines() async {
        await #expect(processExitsWith: .success) {
            unsetenv("JOURNAL_STREAM")
            let text = JournalTests.standardError { _ in
                let journal = Journal(identifier: "trothd")
                #expect(!journal.isConnected)
                journal.write(.info, "one", fields: [("RITUAL", "check-in.weekly")])
                journal.write(.error, "two\nthree\t\u{1b}[2J\0\u{7f}\u{9b}31m\u{2028}ü 🌱")
                journal.write(.debug, "")
            }
            #expect(text == "one\ntwo three \\x1b[2J\\x00\\x7f\\x9b31m\\u{2028}ü 🌱\n\n")
        }
    }

    @Test func aJournalStreamThatIsAnotherIsNoJournal() async {
        await #expect(processExitsWith: .success) {
            let text = JournalTests.standardError { _ in
                for value in ["", "1:2", "0:0", "x:y", "1", "1:2:3", ":", "-1:5"] {
                    setenv("JOURNAL_STREAM", value, 1)
                    #expect(!Journal(identifier: "trothd").isConnected, "\(value)")
                }
                Journal(identifier: "trothd").write(.warning, "plain")
            }
            #expect(text == "plain\n")
        }
    }

    @Test func stderrThatLeadsToTheJournalIsSeen() async {
        await #expect(processExitsWith: .success) {
            _ = JournalTests.standardError { identity in
                setenv("JOURNAL_STREAM", identity, 1)
                #expect(Journal(identifier: "trothd").isConnected)
            }
        }
    }

    @Test func aReaderThatHasGoneHoldsNothingUp() async {
        await #expect(processExitsWith: .success) {
            signal(SIGPIPE, SIG_IGN)
            var ends: [Int32] = [-1, -1]
            #expect(pipe(&ends) == 0)
            let saved = dup(STDERR_FILENO)
            dup2(ends[1], STDERR_FILENO)
            close(ends[0])
            Journal(identifier: "trothd", isConnected: false).write(.error, "nobody reads")
            dup2(saved, STDERR_FILENO)
        }
    }

    static let names: [(String, String?)] = [
        ("RITUAL", "RITUAL"), ("ritual", "RITUAL"), ("delivery-key", "DELIVERY_KEY"), ("_PID", "PID"),
        ("__9a", "A"), ("", nil), ("123", nil), ("ü", nil), ("A=B\nC", "A_B_C"),
        (String(repeating: "x", count: 70), String(repeating: "X", count: 64)),
    ]

    @Test(arguments: names)
    func fieldNamesAreMadeWhatTheJournalTakes(name: String, expected: String?) {
        #expect(Journal.fieldName(name) == expected)
    }
}
