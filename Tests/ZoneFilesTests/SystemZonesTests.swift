import CivilTime
import Foundation
import Testing
import ZoneFiles

/// The machine's zones, and folders made for the purpose.
@Suite struct SystemZonesTests {
    static let machine = SystemZones(
        .init(folder: SystemZones.Places.machine.folder, localtime: "/none", timezone: "/none", variable: nil))
    static let hasZones = !machine.knownNames.isEmpty

    /// A folder of its own that ends with the test.
    final class Folder {
        let path: String

        init() throws {
            path = NSTemporaryDirectory() + "zone-files-" + UUID().uuidString
            try FileManager.default.createDirectory(
                atPath: path + "/zoneinfo/Europe", withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ bytes: [UInt8], to name: String) throws {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
        }

        func link(_ name: String, to target: String) throws {
            try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
            try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
        }

        func zones(variable: String? = nil) -> SystemZones {
            SystemZones(
                .init(
                    folder: path + "/zoneinfo", localtime: path + "/localtime", timezone: path + "/timezone",
                    variable: variable))
        }
    }

    static let winter = Timestamp(seconds: 1_767_225_600)  // 2026-01-01T00:00:00Z

    static func tzif(_ footer: String) -> [UInt8] {
        var header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        for count in [0, 0, 0, 0, 1, 4] as [UInt8] { header += [0, 0, 0, count] }
        let block: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("ABC\0".utf8)
        return header + block + header + block + Array("\n\(footer)\n".utf8)
    }

    @Test(.enabled(if: hasZones, "this machine has no tzdb"))
    func namesAndSuggestions() throws {
        let names = Self.machine.knownNames
        #expect(names.count > 400)
        #expect(names.contains("Europe/Berlin"))
        #expect(names.contains("US/Eastern"))
        #expect(try Self.machine.zone(named: "Europe/Berlin").offset(at: Self.winter).abbreviation == "CET")
        for (name, meant) in [
            ("Europe/Berlni", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"), ("Berlin", "Europe/Berlin"),
            ("America/New York", "America/New_York"), ("Chicago", "America/Chicago"), ("Somewhere/Else", nil),
        ] as [(String, String?)] {
            #expect(ZoneName.nearest(to: name, among: names) == meant)
        }
        #expect(throws: ZoneLookupError.unknown("Europe/Berlni", suggestion: "Europe/Berlin")) {
            try Self.machine.zone(named: "Europe/Berlni")
        }
        #expect(throws: ZoneLookupError.unknown("zone.tab", suggestion: nil)) {
            try Self.machine.zone(named: "zone.tab")
        }
        #expect(throws: ZoneLookupError.self) { try Self.machine.zone(named: "Europe") }
    }

    @Test func aFolderWithoutTables() throws {
        let folder = try Folder()
        try folder.write(Self.tzif("ABC0"), to: "zoneinfo/Europe/Abc")
        try folder.write(Self.tzif("ABC0"), to: "zoneinfo/Abc")
        try folder.write([], to: "zoneinfo/zone.tab")
        #expect(folder.zones().knownNames == ["Abc", "Europe/Abc"])
    }

    @Test func theVariable() throws {
        let folder = try Folder()
        try folder.write(Self.tzif("ABC-5"), to: "zoneinfo/Europe/Abc")
        try folder.link("localtime", to: "zoneinfo/Europe/Abc")
        let cases: [(String, String, Int32, MachineZone.Origin)] = [
            ("", "UTC", 0, .variable),
            (":Europe/Abc", "Europe/Abc", 18_000, .variable),
            ("Europe/Abc", "Europe/Abc", 18_000, .variable),
            ("\(folder.path)/zoneinfo/Europe/Abc", "Europe/Abc", 18_000, .variable),
            (":\(folder.path)/localtime", "Europe/Abc", 18_000, .variable),
            ("XYZ3", "XYZ3", -10_800, .variable),
            ("<+03>-3", "<+03>-3", 10_800, .variable),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "CET-1CEST,M3.5.0,M10.5.0/3", 3_600, .variable),
            ("Nowhere/At_All", "Europe/Abc", 18_000, .localtime),
            ("../../etc/passwd", "Europe/Abc", 18_000, .localtime),
        ]
        for (variable, name, seconds, origin) in cases {
            let found = folder.zones(variable: variable).systemZone()
            #expect(found.zone.identifier == name, "TZ=\(variable)")
            #expect(found.zone.offsetSeconds(at: Self.winter) == seconds, "TZ=\(variable)")
            #expect(found.origin == origin, "TZ=\(variable)")
        }
    }

    @Test func theLinkTheCopyAndTheName() throws {
        let folder = try Folder()
        try folder.write(Self.tzif("ABC-5"), to: "zoneinfo/Europe/Abc")
        #expect(folder.zones().systemZone() == MachineZone(zone: .utc, origin: .none))
        try folder.write(Array("# a comment\n Europe/Abc \n".utf8), to: "timezone")
        #expect(folder.zones().systemZone().zone.identifier == "Europe/Abc")
        #expect(folder.zones().systemZone().origin == .timezone)
        try folder.write(Self.tzif("ABC-5"), to: "localtime")
        #expect(folder.zones().systemZone().zone.identifier == "Europe/Abc")
        #expect(folder.zones().systemZone().origin == .localtime)
        try folder.write(Self.tzif("ABC-6"), to: "localtime")
        #expect(folder.zones().systemZone().zone.identifier == "localtime")
        #expect(folder.zones().systemZone().zone.offsetSeconds(at: Self.winter) == 21_600)
        try folder.link("other", to: "\(folder.path)/zoneinfo/Europe/Abc")
        try folder.link("localtime", to: "other")
        #expect(folder.zones().systemZone().zone.identifier == "Europe/Abc")
        try folder.link("localtime", to: "localtime")
        #expect(folder.zones().systemZone().origin == .timezone)
    }

    @Test func changesWhileRunning() throws {
        let folder = try Folder()
        try folder.write(Self.tzif("ABC-5"), to: "zoneinfo/Europe/Abc")
        try folder.write(Self.tzif("XYZ-7"), to: "zoneinfo/Europe/Xyz")
        try folder.link("localtime", to: "zoneinfo/Europe/Abc")
        let zones = folder.zones()
        let before = try zones.zone(named: "Europe/Abc")
        #expect(try zones.zone(named: "Europe/Abc") === before)
        let first = zones.fingerprint
        #expect(zones.fingerprint == first)

        // The machine moves.
        try folder.link("localtime", to: "zoneinfo/Europe/Xyz")
        #expect(zones.fingerprint != first)
        #expect(zones.systemZone().zone.identifier == "Europe/Xyz")
        let second = zones.fingerprint

        // An update replaces the file, as dpkg does, with an older time stamp.
        try folder.write(Self.tzif("ABC-4"), to: "zoneinfo/new")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: folder.path + "/zoneinfo/new"
        )
        #expect(rename(folder.path + "/zoneinfo/new", folder.path + "/zoneinfo/Europe/Abc") == 0)
        #expect(zones.fingerprint != second)
        let after = try zones.zone(named: "Europe/Abc")
        #expect(after != before)
        #expect(after.offsetSeconds(at: Self.winter) == 14_400)
        #expect(before.offsetSeconds(at: Self.winter) == 18_000)
    }

    @Test func whatIsNoZone() throws {
        let folder = try Folder()
        try folder.write(Array("TZif2 but no more".utf8), to: "zoneinfo/Broken")
        try folder.write([UInt8](repeating: 0, count: 2_000_000), to: "zoneinfo/Huge")
        #expect(mkfifo(folder.path + "/zoneinfo/Pipe", 0o600) == 0)
        let zones = folder.zones()
        for name in ["Huge", "Pipe", "Europe", "Missing", "localtime"] {
            #expect(throws: ZoneLookupError.self, "\(name)") { try zones.zone(named: name) }
        }
        do throws(ZoneLookupError) {
            _ = try zones.zone(named: "Broken")
            Issue.record("a broken file was read")
        } catch {
            #expect(
                error.description.hasPrefix("the data of the time zone `Broken` are damaged: the data end too early"))
        }
        for name in ["/etc/localtime", "../localtime", "Europe/../Abc", "a\0b", "", "Europe//Abc", "Europe/", "x y"] {
            #expect(zones.bytes(of: name) == nil)
            #expect(throws: ZoneLookupError.self, "\(name)") { try zones.zone(named: name) }
        }
        #expect(try zones.zone(named: "UTC") == .utc)
    }
}
