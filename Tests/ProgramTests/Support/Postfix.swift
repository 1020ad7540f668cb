import Foundation
import Testing

/// A Postfix of the lab: STARTTLS with a certificate of its own authority, a login wanted, a Maildir for each box.
final class Postfix {
    static let domain = "lab.test"
    private let folder: String
    private let running: Running
    private let boxes: [String]
    let port: Int

    /// What Python's `email` makes of a mail.
    struct Mail: Decodable {
        struct Part: Decodable {
            var type: String
            var method: String?
            var name: String?
            var language: String?
            var text: String
        }

        var headers: [String: String]
        /// The headers' names in their order, as they are written.
        var names: [String]
        /// Name and address of each recipient.
        var addresses: [[String]]
        var shape: String
        var parts: [Part]
        /// Bytes of the longest line.
        var longest: Int
        /// Whether a byte beyond ASCII came.
        var eighth: Bool
        var defects: [String]

        func text(_ type: String) -> String { parts.first { $0.type == type }?.text ?? "" }
    }

    init(in folder: String, boxes: [String]) async throws {
        self.folder = folder
        self.boxes = boxes
        try MailServer.makeCertificates(folder)
        running = try Running(
            Programs.lab("postfix"), [folder, MailServer.login, MailServer.password, Self.domain] + boxes)
        let lab = running
        try await eventually("Postfix listens") {
            if !lab.process.isRunning { throw Home.Gone(said: lab.err) }
            return lab.out.hasSuffix("\n")
        }
        port = try #require(Int(running.out.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    /// What lies in a box, the oldest first.
    func mails(_ box: String) throws -> [Mail] {
        let number = try #require(boxes.firstIndex(of: box)) + 1
        let read = Running.output(Machine.python, [Programs.lab("read-maildir.py"), "\(folder)/mail/\(number)"])
        #expect(read.code == 0, "\(read.err)")
        return try read.lines.map { try JSONDecoder().decode(Mail.self, from: Data($0.utf8)) }
    }

    deinit {
        running.closeInput()
        running.process.waitUntilExit()
    }
}
