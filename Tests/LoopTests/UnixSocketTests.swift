import Glibc
import Testing

@testable import Loop

struct UnixSocketTests {
    /// A listener that answers each line with itself, and clients made by the test.
    private func withListener(
        _ limits: UnixLimits = UnixLimits(), line: ((UnixConnection, [UInt8]) -> Void)? = nil,
        _ body: (EpollLoop, UnixListener, String) throws -> Void
    ) throws {
        try withFolder { folder in
            let loop = try EpollLoop()
            let path = folder + "/socket"
            let listener = try UnixListener(path: path, limits: limits, on: loop) { client, bytes in
                if let line { line(client, bytes) } else { client.send(line: bytes) }
            }
            try body(loop, listener, path)
            listener.close()
            #expect(access(path, F_OK) != 0)
        }
    }

    /// A raw client: connected, blocking for writing, read without waiting.
    private func connected(_ path: String) throws -> Descriptor {
        let descriptor = try Descriptor(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0), "socket")
        try #require(linux_connect(descriptor.number, path) == 0)
        return descriptor
    }

    private func linux_connect(_ descriptor: Int32, _ path: String) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    private func receive(_ descriptor: Descriptor, _ count: Int = 65536) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: count)
        let result = recv(descriptor.number, &buffer, count, Int32(MSG_DONTWAIT))
        return result < 0 ? nil : Array(buffer.prefix(result))
    }

    @Test func linesAreAnsweredOneByOneWhateverTheirPieces() throws {
        try withListener { loop, listener, path in
            let client = try connected(path)
            for piece in ["on", "e\ntwo\n\nth", "ree\n"] { #expect(write(client.number, piece, piece.utf8.count) > 0) }
            var answer = ""
            try loop.watch(client.number, .read) { _ in
                answer += text(receive(client) ?? [])
                if answer.hasSuffix("three\n") { loop.stop() }
            }
            try loop.runToStop()
            #expect(answer == "one\ntwo\n\nthree\n")
            #expect(listener.count == 1)
        }
    }

    @Test func thePeerIsKnown() throws {
        var peer: PeerCredentials?
        try withListener(line: { client, _ in peer = client.peer; client.close() }) { loop, listener, path in
            let client = try connected(path)
            listener.onClose = { _, reason in
                #expect(reason == .done)
                loop.stop()
            }
            #expect(write(client.number, "x\n", 2) == 2)
            try loop.runToStop()
            #expect(peer?.user == geteuid())
            #expect(peer?.group == getegid())
            #expect(peer?.process == getpid())
        }
    }

    @Test func aClientCanBeTurnedAway() throws {
        try withListener { loop, listener, path in
            listener.onConnect = { _ in false }
            let client = try connected(path)
            try loop.watch(client.number, .read) { _ in
                #expect(receive(client) == [])
                loop.stop()
            }
            try loop.runToStop()
            #expect(listener.count == 0)
        }
    }

    @Test func aLineThatIsTooLongGetsALastAnswerAndTheEnd() throws {
        var limits = UnixLimits()
        limits.line = 10
        var lines: [String] = []
        try withListener(limits, line: { lines.append(text($1)); $0.send(line: $1) }) { loop, listener, path in
            listener.onLineTooLong = { $0.send(line: Array("too long".utf8)) }
            var reason: UnixClosure?
            listener.onClose = {
                reason = $1
                loop.stop()
            }
            let client = try connected(path)
            let sent = "0123456789\n01234567890123456789\nnever\n"
            #expect(write(client.number, sent, sent.utf8.count) == sent.utf8.count)
            try loop.runToStop()
            #expect(lines == ["0123456789"])
            #expect(reason == .lineTooLong)
            #expect(receive(client).map(text) == "0123456789\ntoo long\n")
        }
    }

    @Test func aLineWithoutAnEndIsHeldToItsLimit() throws {
        var limits = UnixLimits()
        limits.line = 1000
        try withListener(limits) { loop, listener, path in
            listener.onClose = {
                #expect($1 == .lineTooLong)
                loop.stop()
            }
            let client = try connected(path)
            let endless = [UInt8](repeating: 65, count: 1001)
            #expect(write(client.number, endless, 1001) == 1001)
            try loop.runToStop()
        }
    }

    @Test func aSilentClientIsDisconnected() throws {
        var limits = UnixLimits()
        limits.idle = .milliseconds(20)
        try withListener(limits) { loop, listener, path in
            let client = try connected(path)
            #expect(write(client.number, "half a line", 11) == 11)
            listener.onClose = {
                #expect($1 == .idle)
                loop.stop()
            }
            try loop.runToStop()
        }
    }

    /// Half a line and then a byte now and then: whoever only holds on makes way.
    @Test func aClientThatDripsIsDisconnected() throws {
        var limits = UnixLimits()
        limits.idle = .milliseconds(200)
        try withListener(limits) { loop, listener, path in
            let client = try connected(path)
            func drip() {
                guard send(client.number, "a", 1, Int32(MSG_NOSIGNAL)) == 1 else { return }
                loop.after(.milliseconds(10)) { drip() }
            }
            drip()
            listener.onClose = {
                #expect($1 == .idle)
                loop.stop()
            }
            try loop.runToStop()
        }
    }

    @Test func oneUserLeavesRoomForOthers() throws {
        var limits = UnixLimits()
        limits.connectionsOfOne = 2
        try withListener(limits) { loop, listener, path in
            let clients = try (0..<3).map { _ in try connected(path) }
            try loop.watch(clients[2].number, .read) { _ in
                #expect(receive(clients[2]) == [])
                loop.stop()
            }
            try loop.runToStop()
            #expect(listener.count == 2)
        }
    }

    @Test func aClientThatWaitsForItsAnswerIsNotIdle() throws {
        var limits = UnixLimits()
        limits.idle = .milliseconds(5)
        var answer: (UnixConnection) -> Void = { _ in }
        try withListener(limits, line: { client, _ in answer(client) }) { loop, listener, path in
            let client = try connected(path)
            #expect(write(client.number, "x\n", 2) == 2)
            answer = { connection in
                loop.after(.milliseconds(60)) {
                    #expect(connection.isOpen)
                    connection.send(line: Array("late".utf8))
                }
            }
            listener.onClose = { _, _ in loop.stop() }
            try loop.runToStop()
            #expect(receive(client).map(text) == "late\n")
        }
    }

    @Test func aClientThatReadsNothingIsDisconnected() throws {
        var limits = UnixLimits()
        limits.waiting = 100_000
        let answer = [UInt8](repeating: 65, count: 50_000)
        try withListener(limits, line: { client, _ in for _ in 0..<100 { client.send(line: answer) } }) {
            loop, listener, path in
            listener.onClose = {
                #expect($1 == .unread)
                loop.stop()
            }
            let client = try connected(path)
            #expect(write(client.number, "x\nx\n", 4) == 4)
            try loop.runToStop()
            #expect(client.isOpen)
        }
    }

    @Test func aLongAnswerGoesOutAsItIsRead() throws {
        let answer = [[UInt8]](repeating: [UInt8](repeating: 66, count: 9_999), count: 500)
        var limits = UnixLimits()
        limits.waiting = 1000
        var asking: UnixConnection?
        try withListener(limits, line: { client, _ in asking = client }) { loop, listener, path in
            // By then its end of file has been read, too.
            loop.after(.milliseconds(20)) { asking?.send(lines: answer) }
            let client = try connected(path)
            // Closed for sending: the answer comes all the same, and then the end.
            #expect(write(client.number, "x\n", 2) == 2)
            #expect(shutdown(client.number, Int32(SHUT_WR)) == 0)
            var received = 0
            try loop.watch(client.number, .read) { _ in
                guard let bytes = receive(client) else { return }
                received += bytes.count
                if bytes.isEmpty { loop.stop() }
            }
            try loop.runToStop()
            #expect(received == 5_000_000)
            #expect(listener.count == 0)
        }
    }

    @Test func aClientThatLeavesBeforeItsAnswerHarmsNothing() throws {
        var waiting: UnixConnection?
        try withListener(line: { client, _ in waiting = client }) { loop, listener, path in
            let client = try connected(path)
            #expect(write(client.number, "x\n", 2) == 2)
            client.close()
            listener.onClose = {
                #expect($1 == .done)
                loop.stop()
            }
            try loop.runToStop()
            waiting?.send(line: [65])
            #expect(waiting?.isOpen == false)
        }
    }

    @Test func manyClientsAreServedAFewAtATime() throws {
        var limits = UnixLimits()
        limits.connections = 3
        var most = 0
        try withListener(limits) { loop, listener, path in
            var done = 0
            var clients: [Descriptor] = []
            for number in 0..<40 {
                let client = try connected(path)
                clients.append(client)
                let line = "client \(number)\n"
                #expect(write(client.number, line, line.utf8.count) > 0)
                var watch: Watch?
                watch = try loop.watch(client.number, .read) { _ in
                    most = max(most, listener.count)
                    #expect(receive(client).map(text) == line)
                    watch?.cancel()
                    client.close()
                    done += 1
                }
            }
            listener.onClose = { _, _ in if done == 40, listener.count == 0 { loop.stop() } }
            try loop.runToStop()
            #expect(most > 0 && most <= 3)
        }
    }
}
