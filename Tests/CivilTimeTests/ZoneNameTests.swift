import CivilTime
import Testing

/// Names of zones: which are looked up, which never are, and what is suggested.
@Suite struct ZoneNameTests {
    static let known = ["Europe/Berlin", "Europe/Dublin", "America/New_York", "America/Port-au-Prince", "UTC"]

    static let bad: [(String, ZoneName.Problem)] = [
        ("", .empty), ("/etc/passwd", .absolute), ("../../etc/passwd", .dots), ("Europe/../../x", .dots),
        ("Europe/..", .dots),
        ("./Europe", .dots), ("Europe//Berlin", .dots), ("Europe/", .dots), ("Europe/Berlin\0", .character),
        ("Europe\\Berlin", .character), ("Europe Berlin", .character), ("Zürich", .character), ("a\nb", .character),
        (":Europe/Berlin", .character), (String(repeating: "a", count: 129), .long), ("...", .dots),
    ]

    @Test(arguments: bad)
    func neverIsLookedUp(name: String, problem: ZoneName.Problem) {
        #expect(ZoneName.check(name) == problem)
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
        #expect(ZoneName.nearest(to: name, among: Self.known) == meant)
    }

    @Test func whatIsSaid() {
        let unknown = ZoneLookupError.unknown("Europe/Berlni", suggestion: "Europe/Berlin")
        #expect(unknown.description == "there is no time zone `Europe/Berlni`")
        #expect(unknown.hint == "did you mean `Europe/Berlin`?")
    }
}
