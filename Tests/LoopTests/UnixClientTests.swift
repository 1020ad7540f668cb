import Glibc
import Testing

@testable import Loop

/// The blocking client, against a listener that answers from a child's thread of control: a
/// thread of its own, with its own loop.
struct UnixClientTests {
    /// Runs a listener on another thread while `body` runs here.
    private func withServer(
        _ answer: @escaping @Sendable (UnixConnection, [UInt8]) -> Void, _ body: (String) throws -> Void
    ) throws {
        final class Start { var path = ""; var answer: (UnixConnection, [UInt8]) -> Void = { _, _ in } }
        try withFolder { folder in
            let start = Start()
            (start.path, start.answer) = (folder + "/s", answer)
            // Bound before the thread starts, so that the client finds it.
            let loop = try EpollLoop()
            let listener = try UnixListener(path: start.path, on: loop) { client, line in
                if line == Array("stop".utf8) { return loop.stop() }
                answer(client, line)
            }
            final class Server { let loop: EpollLoop; init(_ loop: EpollLoop) { self.loop = loop } }
            var thread = pthread_t()
            let server = Unmanaged.passRetained(Server(loop))
            let code = pthread_create(
                &thread, nil,
                { pointer in
                    guard let pointer else { return nil }
                    let server = Unmanaged<Server>.fromOpaque(pointer).takeRetainedValue()
                    try? server.loop.run()
                    return nil
                }, server.toOpaque())
            try #require(code == 0)
            defer {
                let last = try? UnixClient(path: start.path)
                try? last?.send(line: Array("stop".utf8))
                pthread_join(thread, nil)
                listener.close()
            }
            try body(start.path)
        }
    }

    @Test func anAnswerOfSeveralLinesIsRead() throws {
        try withServer({ client, line in
            client.send(lines: [Array("1 ".utf8) + line, [UInt8](repeating: 65, count: 300_000), []])
            client.finish()
        }) { path in
            let client = try UnixClient(path: path, limit: .seconds(60))
            try client.send(line: Array("hello".utf8))
            #expect(try client.readLine().map(text) == "1 hello")
            #expect(try client.readLine()?.count == 300_000)
            #expect(try client.readLine() == [])
            #expect(try client.readLine() == nil)
        }
    }

    @Test func aServiceThatDoesNotAnswerIsNotWaitedForForEver() throws {
        try withServer({ _, _ in }) { path in
            #expect(throws: UnixClient.Failure.timedOut) {
                let client = try UnixClient(path: path, limit: .milliseconds(30))
                try client.send(line: Array("hello".utf8))
                _ = try client.readLine()
            }
        }
    }

    @Test func anAnswerBeyondTheLimitIsRefused() throws {
        try withServer({ client, _ in client.send(line: [UInt8](repeating: 65, count: 101)) }) { path in
            let client = try UnixClient(path: path, longestLine: 100)
            try client.send(line: [65])
            #expect(throws: UnixClient.Failure.lineTooLong) { try client.readLine() }
        }
    }

    @Test func aServiceThatIsNotThereIsSaid() async {
        // In a process of its own: no other test's child holds a copy of the closed socket.
        await #expect(processExitsWith: .success) {
            try withFolder { folder in
                #expect(throws: UnixClient.Failure.noService) { try UnixClient(path: folder + "/none") }
                let (left, _) = try SocketFile.bind(folder + "/left", mode: 0o600)
                left.close()
                #expect(throws: UnixClient.Failure.noService) { try UnixClient(path: folder + "/left") }
            }
        }
    }

    @Test func aFullQueueIsNotWaitedForForEver() throws {
        try withFolder { folder in
            // Nobody accepts here.
            let (listener, _) = try SocketFile.bind(folder + "/s", mode: 0o600)
            #expect(listen(listener.number, 0) == 0)
            var clients: [UnixClient] = []
            #expect(throws: UnixClient.Failure.timedOut) {
                for _ in 0..<10 { clients.append(try UnixClient(path: folder + "/s", limit: .milliseconds(30))) }
            }
        }
    }
}
