import Glibc
import Systemd
import Testing

struct CredentialsTests {
    /// A credentials folder with some files; gone afterwards.
    private func withCredentials(_ files: [(String, String)], _ body: (Credentials, String) throws -> Void) throws {
        let template = try #require(strdup((getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + "/troth-XXXXXX"))
        defer { free(template) }
        let made = mkdtemp(template)
        let folder = String(cString: try #require(made))
        for (name, content) in files {
            let file = open(folder + "/" + name, O_CREAT | O_WRONLY | O_CLOEXEC, 0o400)
            #expect(write(file, content, content.utf8.count) == content.utf8.count)
            close(file)
        }
        defer {
            for (name, _) in files { unlink(folder + "/" + name) }
            rmdir(folder)
        }
        try body(Credentials(environment: ["CREDENTIALS_DIRECTORY": folder]), folder)
    }

    @Test func aCredentialIsReadWhole() throws {
        let files = [("mail.password", "s3cret\n"), ("empty", ""), ("odd", "a\r\n")]
        try withCredentials(files) { (credentials, _) throws in
            #expect(try credentials.read("mail.password").bytes == Array("s3cret\n".utf8))
            #expect(try credentials.read("mail.password").text == "s3cret")
            #expect(try credentials.read("empty").text == "")
            #expect(try credentials.read("odd").text == "a")
            #expect(try credentials.read("mail.password", limit: 7).bytes.count == 7)
        }
    }

    @Test func whatCannotBeReadIsSaid() throws {
        try withCredentials([("long", "12345678")]) { credentials, folder in
            #expect(throws: Credentials.Failure.tooLong(limit: 7)) { try credentials.read("long", limit: 7) }
            #expect(throws: Credentials.Failure.noSuchCredential) { try credentials.read("none") }
            let tooLong = String(repeating: "a", count: 256)
            for name in ["", ".", "..", "../long", "a/b", "/etc/passwd", "a\0", "ü", tooLong] {
                #expect(throws: Credentials.Failure.badName) { try credentials.read(name) }
            }
            #expect(symlink(folder + "/long", folder + "/link") == 0)
            #expect(mkfifo(folder + "/fifo", 0o600) == 0)
            #expect(throws: Credentials.Failure.notAFile) { try credentials.read("link") }
            #expect(throws: Credentials.Failure.notAFile) { try credentials.read("fifo") }
            unlink(folder + "/link")
            unlink(folder + "/fifo")
        }
        for environment in [[:], ["CREDENTIALS_DIRECTORY": ""], ["CREDENTIALS_DIRECTORY": "here"]] {
            #expect(throws: Credentials.Failure.noDirectory) { try Credentials(environment: environment).read("a") }
        }
    }

    @Test func aSecretIsNotShown() {
        let secret = Secret(Array("s3cret".utf8))
        var dumped = ""
        dump(secret, to: &dumped)
        let shown = ["\(secret)", String(reflecting: secret), String(describing: [secret]), "\([1: secret])", dumped]
        for text in shown {
            #expect(!text.contains("s3cret") && !text.contains("115"), "\(text)")
        }
    }
}
