import Foundation
import Planning
import Testing

/// A mail server of the lab, and what it took.
final class MailServer {
    let port: Int
    let folder: TemporaryFolder
    private let process = Process()
    private let input = Pipe()

    /// A message as the server got it.
    struct Taken {
        var from: String
        var to: String
        var port: Int
        var login: String?
        var isSecure: Bool
        var text: String
    }

    enum Security { case none, startTLS, implicit }

    init(
        _ security: Security = .none, auth: String? = nil, options: [String] = [], authority: Authority? = nil
    ) throws {
        folder = try TemporaryFolder()
        var arguments = [Programs.root.path + "/Tests/Labs/smtp-server.py", folder.path] + options
        if let auth { arguments += ["--auth", auth] }
        if security != .none, let authority {
            arguments += ["--cert", authority.certificate, "--key", authority.key]
            if security == .implicit { arguments.append("--implicit") }
        }
        process.executableURL = URL(fileURLWithPath: Programs.debianPython)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = input
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty, byte[0] != 0x0A {
            line += byte
        }
        port = try #require(Int(String(decoding: line, as: UTF8.self)), "the lab's mail server did not start")
    }

    var taken: [Taken] {
        (folder.text("messages.jsonl") ?? "").split(separator: "\n").compactMap { line in
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let text = (object["text"] as? String).flatMap({ Data(base64Encoded: $0) })
            else { return nil }
            return Taken(
                from: object["from"] as? String ?? "", to: (object["to"] as? [String])?.first ?? "",
                port: object["port"] as? Int ?? 0, login: object["login"] as? String,
                isSecure: object["tls"] as? Bool ?? false, text: String(decoding: text, as: UTF8.self))
        }
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}

/// A certificate authority of one day, and a server's certificate from it.
final class Authority: Sendable {
    /// One for every test that does not mind sharing.
    static func shared() throws -> Authority { try made.get() }
    private static let made = Result { try Authority() }

    private let folder: TemporaryFolder
    var root: String { folder.path + "/ca.pem" }
    var certificate: String { folder.path + "/server.pem" }
    var key: String { folder.path + "/server.key" }

    init(host: String = "127.0.0.1") throws {
        folder = try TemporaryFolder()
        let path = folder.path
        let name = host.first?.isNumber == true ? "IP:\(host)" : "DNS:\(host)"
        try folder.file("names", "subjectAltName=\(name)\n")
        let steps = [
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
                "\(path)/ca.key", "-out", root, "-days", "1",
                "-subj", "/CN=Troth test authority",
            ],
            [
                "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out",
                "\(path)/server.csr", "-subj", "/CN=\(host)",
            ],
            [
                "x509", "-req", "-in", "\(path)/server.csr", "-CA", root, "-CAkey", "\(path)/ca.key", "-CAcreateserial",
                "-days", "1", "-extfile", "\(path)/names", "-out", certificate,
            ],
        ]
        for step in steps {
            try #require(Programs.run("/usr/bin/env", ["openssl"] + step).code == 0, "openssl \(step[0])")
        }
    }
}
