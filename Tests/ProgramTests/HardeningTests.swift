import Foundation
import Testing

/// Every line of the units' hardening, shown to bite: free without it, held with it, and held in the service.
@Suite(.serialized, .enabled(if: Machine.hasContainers)) struct HardeningTests {
    /// The lines of a unit that harden it, as `Name=value`.
    static func lines(_ unit: String) throws -> [String] {
        let families = ["Protect", "Private", "Restrict", "NoNew", "Lock", "Memory", "SystemCall", "Capability", "Proc", "UMask"]
        return try String(contentsOfFile: "\(Programs.root)/Units/\(unit)", encoding: .utf8)
            .split(separator: "\n").map(String.init)
            .filter { line in families.contains { line.hasPrefix($0) } }
    }

    /// What the probe calls a line.
    static func probe(_ line: String) -> String {
        line == "ProtectHome=read-only" ? line : String(line.prefix { $0 != "=" })
    }

    /// What a line needs beside it to show itself.
    static func company(_ line: String) -> [String] {
        switch probe(line) {
        case "ProtectProc": ["User=troth"]  // root sees every process whatever is set
        case "SystemCallErrorNumber": ["SystemCallFilter=@system-service"]
        default: []
        }
    }

    private func preparedLab() async throws -> Lab {
        let lab = try await Lab()
        try await lab.install()
        try await lab.push(Programs.lab("probe.py"), to: "/usr/lib/troth-probe", mode: "755")
        _ = try await lab.run("sh", "-c", "mkdir -p /home/probe /usr/lib/modules/probe; touch /tmp/probe /dev/probe")
        return lab
    }

    @Test func everyLineOfTheSystemUnitBites() async throws {
        let lab = try await preparedLab()
        func tried(_ name: String, _ properties: [String]) async throws -> String {
            let flags = properties.flatMap { ["-p", $0] }
            let ended = try await lab.run(
                ["systemd-run", "--quiet", "--pipe", "--wait", "--collect"] + flags + ["/usr/lib/troth-probe", name])
            return ended.out.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let lines = try Self.lines("system/troth.service")
        #expect(lines.count > 20)
        for line in lines {
            let name = Self.probe(line)
            #expect(try await tried(name, Self.company(line)) == "\(name) free", "without \(line)")
            #expect(try await tried(name, Self.company(line) + [line]) == "\(name) held", "with \(line)")
        }
    }

    @Test func everyLineHoldsInTheService() async throws {
        let lab = try await preparedLab()
        try await lab.schedule(Self.schedule(into: "/var/lib/troth/probed"))
        #expect(try await lab.run("systemctl", "start", "troth").code == 0)
        let sent = try await lab.run(
            "troth", "--state", "/var/lib/troth", "--config", "/etc/troth/troth.toml", "test-channel", "probe", "--to", "sam")
        #expect(sent.code == 0, "\(sent.err)")
        let found = try await lab.text("/var/lib/troth/probed").split(separator: "\n").map(String.init)
        for line in try Self.lines("system/troth.service") {
            #expect(found.contains("\(Self.probe(line)) held"), "\(line) in the service")
        }
    }

    @Test func everyLineOfTheUserUnitBites() async throws {
        let lab = try await preparedLab()
        try await lab.add("sam")
        func tried(_ name: String, _ properties: [String]) async throws -> String {
            let flags = properties.flatMap { ["-p", $0] }.joined(separator: " ")
            let ended = try await lab.run(
                as: "sam", "sh", "-c",
                "systemd-run --user --quiet --pipe --wait --collect \(flags) /usr/lib/troth-probe '\(name)'")
            return ended.out.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        for line in try Self.lines("user/troth.service").map({ $0.split(separator: " ").count > 1 ? "'\($0)'" : $0 }) {
            let plain = line.trimmingCharacters(in: ["'"])
            let name = Self.probe(plain)
            let company = name == "PrivateUsers" || name == "UMask" ? [] : ["PrivateUsers=yes"]
            // The namespace alone already gives up privileges that some probes would need to be free.
            if name != "NoNewPrivileges" && name != "ProtectSystem" {
                #expect(try await tried(name, []) == "\(name) free", "without \(plain)")
            }
            #expect(try await tried(name, company + [line]) == "\(name) held", "with \(plain)")
        }
    }

    @Test func theUnitsAreWellFormedAndWellHardened() async throws {
        let lab = try await preparedLab()
        for unit in ["/usr/lib/systemd/system/troth.service", "/usr/lib/systemd/user/troth.service"] {
            let user = unit.contains("/user/") ? ["--user"] : []
            let verified = try await lab.run(["systemd-analyze", "verify"] + user + [unit])
            #expect(verified.code == 0)
            #expect((verified.out + verified.err).isEmpty, "\(verified.out)\(verified.err)")
        }
        let score = try await lab.run("systemd-analyze", "security", "--no-pager", "--threshold=20", "troth.service")
        #expect(score.code == 0, "\(score.out.suffix(200))")
    }

    /// A service whose only channel tries everything.
    private static func schedule(into file: String) -> String {
        """
        timezone = "UTC"
        [people.sam]
        name = "Sam"
        channels = ["probe"]
        [channels.probe]
        type = "command"
        command = ["/bin/sh", "-c", "/usr/lib/troth-probe >\(file)"]
        timeout = "1 min"
        [ritual.tea]
        every = "day at 16:00"
        """
    }
}
