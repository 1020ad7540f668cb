import Glibc
import Testing
@testable import Loop

/// The file that a socket has.
extension UnixSocketTests {
    @Test(arguments: [0o600, 0o660, 0o666] as [UInt32])
    func theFileHasTheModeAskedFor(mode: UInt32) throws {
        try withFolder { folder in
            let loop = try EpollLoop()
            let listener = try UnixListener(path: folder + "/s", mode: mode, on: loop) { _, _ in }
            var status = stat()
            #expect(lstat(folder + "/s", &status) == 0)
            #expect(status.st_mode & 0o7777 == mode)
            listener.close()
        }
    }

    @Test func aFileLeftBehindIsReplacedAndALiveOneIsNot() async {
        // In a process of its own: here another test's child, just before its exec, may hold a
        // copy of the socket open.
        await #expect(processExitsWith: .success) {
            try withFolder { folder in
                let path = folder + "/s"
                let loop = try EpollLoop()
                let (left, _) = try SocketFile.bind(path, mode: 0o600)
                var error = #expect(throws: SystemError.self) { try UnixListener(path: path, on: loop) { _, _ in } }
                #expect(error?.name == "EADDRINUSE")
                left.close()
                let listener = try UnixListener(path: path, on: loop) { _, _ in }
                error = #expect(throws: SystemError.self) { try UnixListener(path: path, on: loop) { _, _ in } }
                #expect(error?.name == "EADDRINUSE")
                listener.close()
            }
        }
    }

    @Test func whatIsNoSocketIsLeftAlone() throws {
        try withFolder { folder in
            let path = folder + "/file"
            close(open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600))
            #expect(symlink(path, folder + "/link") == 0)
            let loop = try EpollLoop()
            for name in ["/file", "/link"] {
                let error = #expect(throws: SystemError.self) {
                    try UnixListener(path: folder + name, on: loop) { _, _ in }
                }
                #expect(error?.name == "EEXIST")
            }
            #expect(access(path, F_OK) == 0)
        }
    }

    @Test func aFileThatAnotherSocketHasTakenIsLeftToIt() throws {
        try withFolder { folder in
            let path = folder + "/s"
            let loop = try EpollLoop()
            let first = try UnixListener(path: path, on: loop) { _, _ in }
            unlink(path)
            let second = try UnixListener(path: path, on: loop) { _, _ in }
            first.close()
            #expect(access(path, F_OK) == 0)
            second.close()
        }
    }

    @Test func aPathThatIsTooLongIsSaid() throws {
        let loop = try EpollLoop()
        let error = #expect(throws: SystemError.self) {
            try UnixListener(path: "/" + String(repeating: "x", count: 107), on: loop) { _, _ in }
        }
        #expect(error?.name == "ENAMETOOLONG")
    }
}
