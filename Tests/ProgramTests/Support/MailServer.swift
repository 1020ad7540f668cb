import Foundation
import Testing

/// A mail server of the lab: STARTTLS with a certificate of its own authority, a login wanted.
final class MailServer {
    static let login = "troth"
    static let password = "correct horse battery"

    let port: Int
    private let folder: String
    private let running: Running

    struct Taken {
        var at: Double
        /// The client's: the same for what came over one connection.
        var port: Int
        var to: String
        var login: String?
        var isSecure: Bool
        var text: String

        /// The value of a header, unfolded.
        func header(_ name: String) -> String? {
            let head = text.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n\n").first ?? ""
            let unfolded = head.replacingOccurrences(of: "\n ", with: " ").replacingOccurrences(of: "\n\t", with: " ")
            for line in unfolded.split(separator: "\n") where line.lowercased().hasPrefix(name.lowercased() + ":") {
                return line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
            }
            return nil
        }
    }

    /// - Parameters:
    ///   - folder: Gets the authority's certificate (`ca.pem`) and what the server takes.
    ///   - command: A program that becomes the server, with its arguments.
    init(in folder: String, options: [String] = [], through command: [String] = []) async throws {
        self.folder = folder
        try Self.makeCertificates(folder)
        let command =
            command + [
                Machine.python, Programs.lab("smtp-server.py"), folder, "--cert", "\(folder)/server.pem", "--key",
                "\(folder)/server.key", "--auth", "\(Self.login):\(Self.password)",
            ] + options
        running = try Running(command[0], Array(command.dropFirst()))
        let server = running
        try await eventually("the mail server listens") { server.out.hasSuffix("\n") }
        port = try #require(Int(server.out.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    /// Ends it; its port is nobody's then.
    func stop() {
        running.closeInput()
        running.process.waitUntilExit()
    }

    var taken: [Taken] {
        let text = (try? String(contentsOfFile: "\(folder)/messages.jsonl", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let bytes = (object["text"] as? String).flatMap({ Data(base64Encoded: $0) })
            else { return nil }
            return Taken(
                at: object["at"] as? Double ?? 0, port: object["port"] as? Int ?? 0,
                to: (object["to"] as? [String])?.first ?? "", login: object["login"] as? String,
                isSecure: object["tls"] as? Bool ?? false, text: String(decoding: bytes, as: UTF8.self))
        }
    }

    /// The schedule's lines for a channel named `mail` that sends here; the password is in a file of `home`.
    func channel(in home: Home) throws -> String { try Self.channel(in: home, folder: folder, port: port) }

    static func channel(in home: Home, folder: String, port: Int) throws -> String {
        let secret = try home.write("mail-password", "\(Self.password)\n")
        return """
            [channels.mail]
            type = "email"
            from = "Troth <troth@example.org>"
            server = "smtp://127.0.0.1:\(port)"
            starttls = "required"
            authorities = "\(folder)/ca.pem"
            username = "\(Self.login)"
            password = { file = "\(secret)" }
            timeout = "20 s"
            """
    }

    /// Puts an authority and a server's certificate into `folder`: the same for all tests, for keys take their time.
    static func makeCertificates(_ folder: String) throws {
        let made = try Self.made.get()
        for file in ["ca.pem", "server.pem", "server.key"]
        where !FileManager.default.fileExists(atPath: "\(folder)/\(file)") {
            try FileManager.default.copyItem(atPath: "\(made)/\(file)", toPath: "\(folder)/\(file)")
        }
    }

    private static let made = Result { () throws -> String in
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("troth-authority-\(getpid())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try makeAnew(folder)
        return folder
    }

    private static func makeAnew(_ folder: String) throws {
        try Data("subjectAltName=IP:127.0.0.1\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/names"))
        let steps = [
            "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 1 -subj /CN=authority",
            "req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=127.0.0.1",
            "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 1 -extfile names -out server.pem",
        ]
        for step in steps {
            let made = Running.output("/bin/sh", ["-c", "cd '\(folder)' && openssl \(step)"])
            try #require(made.code == 0, "openssl \(step): \(made.err)")
        }
    }
}
