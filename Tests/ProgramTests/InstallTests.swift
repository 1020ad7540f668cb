import Foundation
import Testing

/// What `make install` puts in place and `make uninstall` takes away.
@Suite(.serialized) struct InstallTests {
    private func files(_ folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder) && !isFolder.boolValue
        }.sorted()
    }

    private func make(_ arguments: String...) async throws -> Ended {
        try await Running("/usr/bin/env", ["make", "-s", "-C", Programs.root] + arguments).end()
    }

    @Test func uninstallTakesAwayWhatPlacePutThere() async throws {
        let home = try Home()
        let places = ["DESTDIR=\(home.path)/tree", "PREFIX=/opt/troth", "RELEASE=\(Programs.folder)"]
        let placed = try await make("place", places[0], places[1], places[2])
        #expect(placed.code == 0, "\(placed.err)")
        let there = try files("\(home.path)/tree")
        for name in [
            "bin/troth", "libexec/troth/trothd", "libexec/troth/troth-mail", "lib/systemd/user/troth.service",
            "lib/systemd/system/troth.service", "lib/sysusers.d/troth.conf", "lib/tmpfiles.d/troth.conf",
        ] {
            #expect(there.contains("opt/troth/\(name)"))
        }
        let taken = try await make("uninstall", places[0], places[1], places[2])
        #expect(taken.code == 0, "\(taken.err)")
        #expect(try files("\(home.path)/tree") == [])
    }

    /// On a machine that runs it: the service stops, its units go, schedule and record stay.
    @Test(.enabled(if: Machine.hasContainers)) func uninstallStopsTheService() async throws {
        let lab = try await Lab()
        try await lab.install()
        try await lab.schedule(SystemServiceTests.schedule())
        #expect(try await lab.run("systemctl", "enable", "--now", "troth").code == 0)
        try await lab.push("\(Programs.root)/Makefile", to: "/srv/troth/Makefile", mode: "644")
        let gone = try await lab.run("make", "-C", "/srv/troth", "uninstall", "PREFIX=/usr")
        #expect(gone.code == 0, "\(gone.err)")
        #expect(try await lab.property("ActiveState") == "inactive")
        #expect(try await lab.property("LoadState") == "not-found")
        #expect(try await lab.run("ls", "/usr/bin/troth").code != 0)
        #expect(try await lab.run("ls", "/etc/troth/troth.toml", "/var/lib/troth/ledger.sqlite").code == 0)
        #expect(try await lab.run("find", "/etc/systemd/system", "-name", "troth.service").out == "")
    }
}
