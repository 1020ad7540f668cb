import Foundation
import Testing

/// The machine's time zones change under a running service.
@Suite struct ZoneUpdateTests {
    /// Puts a zone's file in place under another name, as an update of tzdata does, and touches what tells of it.
    private func put(_ source: String, as name: String, in home: Home) throws {
        let folder = "\(home.path)/zones"
        let target = "\(folder)/\(name)"
        try FileManager.default.createDirectory(
            atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/\(source)"))
            .write(to: URL(fileURLWithPath: target), options: .atomic)
        try Data("# version \(source)\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/tzdata.zi"), options: .atomic)
    }

    private func schedule(_ home: Home, _ rituals: String) throws {
        try home.schedule(
            """
            timezone = "Europe/Berlin"

            [people.sam]
            name = "Sam"
            channels = ["desk"]

            [channels.desk]
            type = "command"
            command = ["\(home.receiver)", "{title}", "{when}"]

            \(rituals)
            """)
    }

    private static let tea = """
        [ritual.tea]
        title = "Tea"
        every = "day at 16:00"

        """

    /// What the service says comes next: the rituals, and how far their times are from UTC.
    private func next(_ home: Home) -> Set<String> {
        Set(
            home.troth("next", "-n", "4", "--json").objects.map { object in
                "\(object["ritual"] as? String ?? "") \((object["occurrence"] as? String ?? "").suffix(6))"
            })
    }

    @Test func anUpdateOfTheZonesLeavesAnEditForTheReload() async throws {
        let home = try Home()
        try put("Asia/Tokyo", as: "Europe/Berlin", in: home)
        try schedule(home, Self.tea)
        let zones = ["TZDIR": "\(home.path)/zones"]
        let service = try await home.start(with: zones)
        #expect(next(home) == ["ritual.tea +09:00"])

        // Somebody is still writing.
        try schedule(home, Self.tea + "[ritual.walk]\nevery = \"day at 17:00\"\n")
        try put("Asia/Kolkata", as: "Europe/Berlin", in: home)
        try await eventually("the service goes by the new zone") { next(home).allSatisfy { $0.hasSuffix("+05:30") } }
        #expect(next(home) == ["ritual.tea +05:30"])

        // And what is half written is not read either.
        try schedule(home, Self.tea + "[ritual.walk]\nevery = \"da\n")
        try put("Asia/Tokyo", as: "Europe/Berlin", in: home)
        try await eventually("the service goes by the newest zone") { next(home).allSatisfy { $0.hasSuffix("+09:00") } }
        #expect(next(home) == ["ritual.tea +09:00"])
        #expect(!home.troth("status").out.contains("mistake"))

        try schedule(home, Self.tea + "[ritual.walk]\nevery = \"day at 17:00\"\n")
        #expect(home.troth("reload").code == 0)
        #expect(next(home) == ["ritual.tea +09:00", "ritual.walk +09:00"])
        #expect(try await home.stop(service).code == 0)
    }

    /// A newer form with mistakes stays refused, and stays on record as refused, through an update of the zones.
    @Test func anUpdateOfTheZonesForgetsNoMistake() async throws {
        let home = try Home()
        try put("Asia/Tokyo", as: "Europe/Berlin", in: home)
        try schedule(home, Self.tea)
        let service = try await home.start(with: ["TZDIR": "\(home.path)/zones"])
        try schedule(home, Self.tea + "[ritual.walk]\nevery = \"da\"\n")
        #expect(home.troth("reload").code == 65)
        #expect(home.troth("status").out.contains("the new schedule has a mistake"))
        try put("Asia/Kolkata", as: "Europe/Berlin", in: home)
        try await eventually("the service goes by the new zone") { next(home) == ["ritual.tea +05:30"] }
        #expect(home.troth("status").out.contains("the new schedule has a mistake"))
        #expect(try await home.stop(service).code == 0)
    }
}
