import CivilTime
import Testing

/// Names of zones: which are looked up, which never are, and what is suggested.
@Suite struct ZoneCatalogTests {
    /// A directory with two zones that counts its questions.
    final class Directory: ZoneDirectory, @unchecked Sendable {
        var asked: [String] = []
        let knownNames = ["Europe/Berlin", "Europe/Dublin", "America/New_York", "America/Port-au-Prince", "UTC"]

        func bytes(of identifier: String) -> [UInt8]? {
            asked.append(identifier)
            switch identifier {
            case "Europe/Berlin": return TZifFile(footer: "CET-1CEST,M3.5.0,M10.5.0/3").bytes
            case "Europe/Dublin": return Array("TZif9".utf8)
            default: return nil
            }
        }
    }

    @Test func readsEachOnce() throws {
        let directory = Directory()
        var catalog = ZoneCatalog(directory)
        let zone = try catalog.zone(named: "Europe/Berlin")
        #expect(try catalog.zone(named: "Europe/Berlin") === zone)
        #expect(directory.asked == ["Europe/Berlin"])
        #expect(try catalog.zone(named: "UTC") == .utc)
        #expect(catalog.count == 2)
    }

    static let bad: [(String, ZoneName.Problem)] = [
        ("", .empty), ("/etc/passwd", .absolute), ("../../etc/passwd", .dots), ("Europe/../../x", .dots),
        ("Europe/..", .dots),
        ("./Europe", .dots), ("Europe//Berlin", .dots), ("Europe/", .dots), ("Europe/Berlin\0", .character),
        ("Europe\\Berlin", .character), ("Europe Berlin", .character), ("Zürich", .character), ("a\nb", .character),
        (":Europe/Berlin", .character), (String(repeating: "a", count: 129), .long), ("...", .dots),
    ]

    @Test(arguments: bad)
    func neverLooksUp(name: String, problem: ZoneName.Problem) {
        let directory = Directory()
        var catalog = ZoneCatalog(directory)
        #expect(throws: ZoneLookupError.badName(name, problem)) { try catalog.zone(named: name) }
        #expect(directory.asked.isEmpty)
        #expect(!ZoneLookupError.badName(name, problem).description.contains("\0"))
        #expect(!ZoneLookupError.badName(name, problem).description.contains("\n"))
    }

    @Test(arguments: [
        ("Europe/Berlni", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"), ("Berlin", "Europe/Berlin"),
        ("berlin", "Europe/Berlin"), ("America/NewYork", "America/New_York"), ("Amerika/New_York", "America/New_York"),
        ("New York", "America/New_York"), ("Dublln", "Europe/Dublin"), ("Port-au-Prince", "America/Port-au-Prince"),
        ("utc", "UTC"), ("Asia/Tokyo", nil), ("", nil), ("Pluto", nil),
    ])
    func suggests(name: String, meant: String?) {
        #expect(ZoneName.nearest(to: name, among: Directory().knownNames) == meant)
    }

    @Test func unknownAndDamaged() throws {
        var catalog = ZoneCatalog(Directory())
        let unknown = ZoneLookupError.unknown("Europe/Berlni", suggestion: "Europe/Berlin")
        #expect(throws: unknown) { try catalog.zone(named: "Europe/Berlni") }
        #expect(unknown.description == "there is no time zone `Europe/Berlni`")
        #expect(unknown.hint == "did you mean `Europe/Berlin`?")
        #expect(throws: ZoneLookupError.self) { try catalog.zone(named: "Europe/Dublin") }
    }
}
