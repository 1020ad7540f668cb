import Foundation
import Testing

/// What the units have to say; that it works is shown by the tests that boot a systemd.
@Suite struct UnitFileTests {
    static let services = ["user/troth.service", "system/troth.service"]

    private func lines(_ unit: String) throws -> [String] {
        try String(contentsOf: Tree.root.appendingPathComponent("Units/\(unit)"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    @Test(arguments: services) func aServiceIsNotifiedWatchedAndRestarted(_ unit: String) throws {
        let lines = try lines(unit)
        for line in [
            "Type=notify", "Restart=on-failure", "RestartPreventExitStatus=64 65 66 78", "UMask=0077",
            "NoNewPrivileges=yes", "ProtectSystem=strict",
        ] { #expect(lines.contains(line), "\(line)") }
        #expect(lines.contains { $0.hasPrefix("WatchdogSec=") })
        #expect(lines.contains { $0.hasPrefix("ExecReload=") })
    }

    @Test func aUsersUnitHasANamespaceToMountIn() throws {
        #expect(try lines("user/troth.service").contains("PrivateUsers=yes"))
    }

    @Test func theSystemUnitRunsAsItsOwnUser() throws {
        let lines = try lines("system/troth.service")
        #expect(lines.contains("User=troth"))
        #expect(lines.contains { $0.hasPrefix("LoadCredential=") })
        #expect(try self.lines("system/troth.sysusers").contains { $0.hasPrefix("u troth ") })
        #expect(try self.lines("system/troth.tmpfiles").contains("d /etc/troth 0750 root troth -"))
    }
}
