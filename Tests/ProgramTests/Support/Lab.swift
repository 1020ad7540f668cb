import Foundation
import Testing

/// A booted systemd in a container of this machine's own files, with the programs and units installed as
/// `make install` does it.
final class Lab {
    let name: String

    init() async throws {
        name = "t\(getpid())-\(UUID().uuidString.prefix(6).lowercased())"
        let booted = try await Self.lab(["up", name])
        try #require(booted.code == 0, "\(booted.err)")
    }

    /// Puts programs, units and the system user in place, under /usr.
    func install() async throws {
        let tree = try Home()
        let made = try await Running(
            "/usr/bin/env",
            ["make", "-s", "-C", Programs.root, "place", "DESTDIR=\(tree.path)/tree", "PREFIX=/usr",
             "RELEASE=\(Programs.folder)"]
        ).end()
        try #require(made.code == 0, "\(made.err)")
        let copied = try await Running(
            "/bin/sh", ["-c", "tar -C '\(tree.path)/tree' -c . | '\(Programs.lab("systemd-lab"))' exec \(name) tar -C / -x --no-same-owner"]
        ).end()
        try #require(copied.code == 0, "\(copied.err)")
        for command in [["systemd-sysusers"], ["systemd-tmpfiles", "--create", "troth.conf"], ["systemctl", "daemon-reload"]] {
            let ended = try await run(command)
            try #require(ended.code == 0, "\(command): \(ended.err)")
        }
    }

    /// Runs a command as root inside.
    func run(_ command: [String]) async throws -> Ended { try await Self.lab(["exec", name] + command) }

    func run(_ command: String...) async throws -> Ended { try await run(command) }

    /// Runs a command as a user inside, with their session.
    func run(as user: String, _ command: String...) async throws -> Ended {
        try await Self.lab(["user", name, user] + command)
    }

    /// A user who lingers.
    func add(_ user: String) async throws {
        let added = try await Self.lab(["adduser", name, user])
        try #require(added.code == 0, "\(added.err)")
    }

    func packages(_ names: String...) async throws {
        let ended = try await Self.lab(["packages", name] + names)
        try #require(ended.code == 0, "\(ended.err)")
    }

    /// Writes a file inside.
    func write(_ place: String, _ text: String, mode: String = "644", owner: String? = nil) async throws {
        let home = try Home()
        let source = try home.write("file", text)
        let pushed = try await Self.lab(["push", name, source, place, mode])
        try #require(pushed.code == 0, "\(pushed.err)")
        if let owner { _ = try await run("chown", owner, place) }
    }

    func push(_ file: String, to place: String, mode: String) async throws {
        let pushed = try await Self.lab(["push", name, file, place, mode])
        try #require(pushed.code == 0, "\(pushed.err)")
    }

    /// The schedule of the system service.
    func schedule(_ text: String) async throws {
        try await write("/etc/troth/troth.toml", text, mode: "640", owner: "root:troth")
    }

    /// Asks the system service.
    func troth(_ arguments: String...) async throws -> Ended {
        try await run(["troth"] + arguments + ["--state", "/var/lib/troth", "--config", "/etc/troth/troth.toml"])
    }

    /// A property of a unit.
    func property(_ property: String, of unit: String = "troth.service") async throws -> String {
        try await run("systemctl", "show", "-P", property, unit).out.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// A mail server inside that lets only `login` ("name:password") in, without TLS; gives its port.
    ///
    /// What it takes is in `/srv/messages.jsonl`.
    func mailServer(login: String) async throws -> String {
        try await push(Programs.lab("smtp-server.py"), to: "/srv/smtp-server.py", mode: "755")
        try await write(
            "/etc/systemd/system/mx.service",
            #"""
            [Service]
            Type=exec
            ExecStart=/bin/sh -c 'sleep infinity | /usr/bin/python3 /srv/smtp-server.py /srv --auth \#(login) >/srv/port'

            """#)
        _ = try await run("systemctl", "start", "mx")
        let listens = try await run("timeout", "60", "sh", "-c", "until grep -qs . /srv/port; do sleep 0.1; done")
        try #require(listens.code == 0, "the mail server listens")
        return try await text("/srv/port").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func text(_ file: String) async throws -> String { try await run("cat", file).out }

    private static func lab(_ arguments: [String]) async throws -> Ended {
        try await Running(Programs.lab("systemd-lab"), arguments).end()
    }

    deinit { _ = Running.output(Programs.lab("systemd-lab"), ["down", name]) }
}

/// Waits until something is so that has to be asked for.
func eventually(
    _ what: String, _ place: SourceLocation = #_sourceLocation, asking isSo: () async throws -> Bool
) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(180)
    while try await !isSo() {
        if clock.now > deadline {
            Issue.record("this did not come about: \(what)", sourceLocation: place)
            throw NeverCameAbout()
        }
        try await Task.sleep(for: .milliseconds(100))
    }
}
