import CivilTime
import Control
import JSON
import Loop
import Planning
import Wording

/// The service's ear: JSON lines on a Unix socket, from the service's own user and root alone.
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
        listener = try UnixListener(path: path, mode: 0o660, limits: limits, on: service.parts.loop) { client, line in
            Self.serve(client, line, service)
        }
        listener.onConnect = { client in client.peer.user == Self.ownUser || client.peer.user == 0 }
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
        service.answer(request) { reply in send(reply, to: client) }
    }

    private static func send(_ reply: Reply, to client: UnixConnection) {
        guard client.isOpen else { return }
        for json in reply.wire { client.send(line: json.bytes) }
        client.finish()
    }

    private static let ownUser = Files.ownUser
}
