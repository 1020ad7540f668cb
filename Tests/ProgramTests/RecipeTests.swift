import Foundation
import Testing

/// The samples in Config/channels, each with a stand-in for its far end: what arrives there, and that neither secrets
/// nor words are in anybody's list of processes.
@Suite(.enabled(if: Machine.hasPython && Machine.hasRecipes)) struct RecipeTests {
    static let folder = "\(Programs.root)/Config/channels"

    /// What the far end got.
    struct Request {
        var method: String
        var path: String
        var headers: [String: String]
        var body: String
    }

    /// The far end of one recipe.
    final class FarEnd {
        let port: Int
        private let folder: String
        private let running: Running

        init(in folder: String, status: Int = 200) async throws {
            self.folder = folder
            running = try Running(Machine.python, [Programs.lab("http-server.py"), folder, "--status", "\(status)"])
            let server = running
            try await eventually("the far end listens") { server.out.hasSuffix("\n") }
            port = try #require(Int(server.out.trimmingCharacters(in: .whitespacesAndNewlines)))
        }

        var requests: [Request] {
            let text = (try? String(contentsOfFile: "\(folder)/requests.jsonl", encoding: .utf8)) ?? ""
            return text.split(separator: "\n").compactMap { line in
                guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                    let body = (object["body"] as? String).flatMap({ Data(base64Encoded: $0) })
                else { return nil }
                return Request(
                    method: object["method"] as? String ?? "", path: object["path"] as? String ?? "",
                    headers: object["headers"] as? [String: String] ?? [:], body: String(decoding: body, as: UTF8.self))
            }
        }
    }

    /// The recipe with its own files beside it and its far end on loopback; a trial message over it.
    private func send(_ name: String, to port: Int) async throws -> Ended {
        let home = try Home()
        func local(_ text: String) -> String {
            text.replacingOccurrences(of: "/etc/troth/", with: "\(home.path)/")
                .replacingOccurrences(
                    of: "https?://(ntfy\\.sh|gotify\\.example\\.org|api\\.telegram\\.org|matrix\\.example\\.org)",
                    with: "http://127.0.0.1:\(port)", options: .regularExpression)
                .replacingOccurrences(of: "jsons://", with: "json://")
                .replacingOccurrences(of: "apprise.example.org", with: "127.0.0.1:\(port)")
        }
        for ending in ["curl", "conf"] {
            guard let text = try? String(contentsOfFile: "\(Self.folder)/\(name).\(ending)", encoding: .utf8) else { continue }
            try home.write("\(name).\(ending)", local(text))
        }
        try home.schedule(local(try String(contentsOfFile: "\(Self.folder)/\(name).toml", encoding: .utf8)))
        // A program of the same name before the real one, where the real one speaks to terminals.
        try home.write("bin-wall", "#!/bin/sh\nprintf '%s|' \"$@\" >'\(home.path)/arguments'\ncat >'\(home.path)/heard'\n", mode: 0o755)
        try FileManager.default.createDirectory(atPath: "\(home.path)/bin", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: "\(home.path)/bin/wall", withDestinationPath: "\(home.path)/bin-wall")
        let service = try await home.start(with: ["PATH": "\(home.path)/bin:/usr/local/bin:/usr/bin:/bin"])
        let sent = home.troth("test-channel", name, "--to", "sam")
        #expect(try await home.stop(service).code == 0)
        if name == "wall" {
            #expect(home.text("arguments") == "|" && home.text("heard").hasPrefix("A test from Troth\n"))
        }
        return sent
    }

    /// Whose secret is where at the far end, and how the text gets there.
    static let recipes: [(String, String, String, @Sendable (Request) -> String?)] = [
        ("ntfy", "POST", "/troth-of-our-house", { $0.headers["authorization"] }),
        ("gotify", "POST", "/message", { $0.headers["x-gotify-key"] }),
        ("telegram", "POST", "/bot123456:token-of-our-house/sendMessage", { $0.path }),
        ("matrix", "PUT", "/_matrix/client/v3/rooms/!house:example.org/send/m.room.message/", { $0.headers["authorization"] }),
        ("apprise", "POST", "/notify", { $0.headers["authorization"].map { _ in "token-of-our-house" } }),
    ]

    @Test(arguments: recipes.map(\.0)) func aRecipeReachesItsFarEnd(_ name: String) async throws {
        let (_, method, path, secret) = try #require(Self.recipes.first { $0.0 == name })
        let home = try Home()
        let far = try await FarEnd(in: home.path)
        let sent = try await send(name, to: far.port)
        #expect(sent.code == 0, "\(sent.out)\(sent.err)")
        let request = try #require(far.requests.first)
        #expect(far.requests.count == 1)
        #expect(request.method == method)
        #expect(request.path.hasPrefix(path), "\(request.path)")
        #expect(secret(request)?.contains("token-of-our-house") == true, "\(request)")
        #expect(request.body.contains("A test from Troth"), "\(request.body)")
        #expect(request.body.contains("the channel \(name) works"), "\(request.body)")
    }

    @Test func wallGetsTheTextAlone() async throws {
        let sent = try await send("wall", to: 9)
        #expect(sent.code == 0, "\(sent.out)\(sent.err)")
    }

    /// Refused for good, and not there at all: the second is worth another try.
    @Test func aRecipeTellsWhatIsWorthAnotherTry() async throws {
        let home = try Home()
        let far = try await FarEnd(in: home.path, status: 403)
        let refused = try await send("ntfy", to: far.port)
        #expect(refused.code != 0 && refused.err.contains("403"), "\(refused.err)")
        let absent = try await send("ntfy", to: 9)
        #expect(absent.code != 0 && absent.err.contains("75"), "\(absent.err)")
    }

    @Test func everyRecipeIsTried() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        let names = files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
        #expect(Set(names) == Set(Self.recipes.map(\.0) + ["wall"]))
        for file in files where file.hasSuffix(".toml") {
            let text = try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
            #expect(!text.contains("token-of-our-house") && !text.contains("{title}") && !text.contains("{body}"))
        }
    }
}
