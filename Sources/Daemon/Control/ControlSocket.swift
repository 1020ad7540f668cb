import CivilTime
import Control
import JSON
import Loop
import Planning
import Systemd
import Wording

/// The service's ear: JSON lines on a Unix socket. Who asks decides what is told (``Caller``).
///
/// The system service's is for its group, so that the people of the household may come; a user's is theirs alone.
final class ControlSocket {
    private let listener: UnixListener
    private let state: String

    /// - Throws: ``SystemError`` from bind(2) or listen(2).
    init(_ service: Service) throws(SystemError) {
        let path = service.parts.paths.socket
        state = service.parts.paths.state
        Files.makeFolder(of: path)
        var limits = UnixLimits()
        limits.line = Request.longest
        let isForGroup = OwnAccount.isSystemService
        if isForGroup { limits.connectionsOfOne = limits.connections / 2 }
        listener = try UnixListener(
            path: path, mode: isForGroup ? 0o660 : 0o600, limits: limits, on: service.parts.loop
        ) { client, line in
            Self.serve(client, line, service)
        }
        // The folder or the file's mode could be wrong; whose a user's service is does not depend on them.
        listener.onConnect = { client in isForGroup || Self.keeps(client.peer.user) }
        listener.onLineTooLong = { client in
            Self.send(Reply(complaints: ProgramWording(.english).requestTooLong, exit: .usage), to: client)
        }
        ServiceNote(socket: path).write(in: state)
    }

    func close() {
        listener.close()
        ServiceNote.remove(from: state)
    }

    private static func serve(_ client: UnixConnection, _ line: [UInt8], _ service: Service) {
        let request: Request
        do throws(RequestError) {
            request = try Request(line: line)
        } catch {
            return send(Reply(complaints: ["error: \(error.description)"], exit: .usage), to: client)
        }
        let user = client.peer.user
        let caller = Caller(
            account: OwnAccount.name(of: user), isKeeper: keeps(user), in: service.loaded.schedule)
        service.answer(request, of: caller) { reply in send(reply, to: client) }
    }

    private static func keeps(_ user: UInt32) -> Bool { user == ownUser || user == 0 }

    private static func send(_ reply: Reply, to client: UnixConnection) {
        guard client.isOpen else { return }
        // In one: of a client that has closed its sending side, the first answer to a request ends the connection.
        client.send(lines: reply.wire.map(\.bytes))
        client.finish()
    }

    private static let ownUser = Files.ownUser
}
