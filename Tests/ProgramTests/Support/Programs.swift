import Foundation

/// The programs under test: of the release build that `TROTH_PROGRAMS` names, else those beside the tests.
enum Programs {
    static var trothd: String { path("trothd") }
    static var troth: String { path("troth") }

    /// A program's place; a bare name, which cannot be run, where it was not built.
    static func path(_ name: String) -> String {
        var folders: [URL] = []
        if let folder = ProcessInfo.processInfo.environment["TROTH_PROGRAMS"] {
            folders.append(URL(fileURLWithPath: folder))
        }
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "/").deletingLastPathComponent()
        for _ in 0..<4 {
            folders.append(folder)
            folder.deleteLastPathComponent()
        }
        return folders.map { $0.appendingPathComponent(name).path }
            .first { FileManager.default.isExecutableFile(atPath: $0) } ?? name
    }

    /// The folder they lie in.
    static var folder: String { URL(fileURLWithPath: troth).deletingLastPathComponent().path }

    /// The package's own folder.
    static let root: String = {
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path + "/Package.swift") {
            folder.deleteLastPathComponent()
        }
        return folder.path
    }()

    static func lab(_ name: String) -> String { "\(root)/Tests/Labs/\(name)" }
}

/// What the machine has to offer. With `CI=true` everything is expected to be there, so that nothing is skipped
/// in silence; elsewhere a test that lacks something is skipped, and says so.
enum Machine {
    static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

    /// The interpreter that Debian's own Python packages are installed for.
    static let python = "/usr/bin/python3"

    static let hasMailServer = has("python3-aiosmtpd", Running.output(python, ["-c", "import aiosmtpd"]).code == 0)
    static let hasPython = has("python3", Running.output(python, ["-c", "import zoneinfo"]).code == 0)
    static let hasOpenSSL = has("openssl", Running.output("/usr/bin/env", ["openssl", "version"]).code == 0)
    static let hasRecipes = has(
        "curl, jq and apprise",
        ["curl", "jq", "apprise"].allSatisfy { Running.output("/usr/bin/env", [$0, "--version"]).code == 0 })
    static let hasCompiler = has("cc", Running.output("/usr/bin/env", ["cc", "--version"]).code == 0)
    /// A container wants root and systemd-nspawn.
    static let hasContainers = has(
        "root and systemd-container",
        geteuid() == 0 && Running.output("/usr/bin/env", ["systemd-nspawn", "--version"]).code == 0)
    /// A network and a disk of a test's own want root.
    static let hasNamespaces = has(
        "root, unshare, nsenter and ip",
        geteuid() == 0 && Running.output("/usr/bin/env", ["unshare", "-n", "ip", "link"]).code == 0)
    static let hasPostfix = has(
        "root, postfix, sasl2-bin and msmtp",
        geteuid() == 0
            && ["/usr/sbin/postfix", "/usr/sbin/saslpasswd2", "/usr/bin/msmtp"].allSatisfy {
                FileManager.default.isExecutableFile(atPath: $0)
            })
    static let hasSQLite = has("sqlite3", Running.output("/usr/bin/env", ["sqlite3", "--version"]).code == 0)
    static let hasBus = has(
        "dbus-daemon, python3-dbus and python3-gi",
        Running.output("/usr/bin/env", ["dbus-daemon", "--version"]).code == 0
            && Running.output(python, ["-c", "import dbus, gi"]).code == 0)
    static let hasTracer = has("strace", FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"))
    static let hasEverythingToFail =
        hasMailServer && hasOpenSSL && hasCompiler && hasNamespaces && hasSQLite && hasBus
    static let hasShared = FileManager.default.fileExists(atPath: "\(Programs.root)/../shared/oracle")

    private static func has(_ what: String, _ isThere: Bool) -> Bool {
        if isThere || isCI { return true }
        print("skipped: this needs \(what)")
        return false
    }
}
