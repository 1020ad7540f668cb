import Glibc
import Loop
import Testing

@testable import Systemd

struct PlacesTests {
    static let cases: [(environment: [String: String], home: String?, expected: [String?])] = [
        ([:], "/home/sam", ["/home/sam/.local/state/troth", nil, "/home/sam/.config/troth"]),
        (["HOME": "/h"], "/home/sam", ["/h/.local/state/troth", nil, "/h/.config/troth"]),
        (
            ["HOME": "/h", "XDG_STATE_HOME": "/s", "XDG_RUNTIME_DIR": "/r", "XDG_CONFIG_HOME": "/c"], nil,
            ["/s/troth", "/r/troth", "/c/troth"]
        ),
        // What is not absolute counts as unset.
        (
            ["HOME": "h", "XDG_STATE_HOME": "s", "XDG_RUNTIME_DIR": "", "XDG_CONFIG_HOME": "./c"], "/home/sam",
            ["/home/sam/.local/state/troth", nil, "/home/sam/.config/troth"]
        ),
        ([:], nil, [nil, nil, nil]),
        // Root is a user like any other; the system unit's places come from its manager.
        ([:], "/root", ["/root/.local/state/troth", nil, "/root/.config/troth"]),
        (
            [
                "STATE_DIRECTORY": "/var/lib/troth:/var/lib/other", "RUNTIME_DIRECTORY": "/run/troth",
                "CONFIGURATION_DIRECTORY": "/etc/troth", "HOME": "/h",
            ], nil, ["/var/lib/troth", "/run/troth", "/etc/troth"]
        ),
        (["STATE_DIRECTORY": "/elsewhere"], nil, ["/elsewhere", nil, nil]),
        (["STATE_DIRECTORY": "", "HOME": "/h"], nil, ["/h/.local/state/troth", nil, "/h/.config/troth"]),
    ]

    @Test(arguments: cases.indices)
    func thePlacesAreFound(index: Int) {
        let (environment, home, expected) = PlacesTests.cases[index]
        let places = Directories(environment: environment) { home }
        #expect([places.state, places.runtime, places.configuration] == expected)
    }

    @Test func theUserDatabaseKnowsTheHome() {
        // Whatever it says here, it is absolute or nothing.
        for place in [Directories.current().state, Directories.current().configuration] {
            #expect(place?.hasPrefix("/") ?? true)
        }
    }

    @Test func theClockRuns() {
        let wall = SystemClock.now
        #expect(wall.seconds > 1_700_000_000)
        #expect((0..<1_000_000_000).contains(wall.nanoseconds))
    }

    /// TIME_OK is 0, TIME_INS 1, TIME_ERROR 5; STA_PLL is 0x1, STA_UNSYNC 0x40 (adjtimex(2)).
    static let clockStates: [(Int32, Int32, Bool, SystemClock.Synchronisation)] = [
        (0, 0, false, .synchronised), (0, 0x1, false, .synchronised), (1, 0, false, .synchronised),
        (5, 0x40, true, .unsynchronised), (5, 0, false, .unsynchronised), (0, 0x40, false, .unsynchronised),
        (-1, 0, false, .unknown), (-1, 0, true, .synchronised),
    ]

    @Test(arguments: clockStates)
    func theKernelsWordOnTheClockIsRead(
        result: Int32, status: Int32, mark: Bool, expected: SystemClock.Synchronisation
    ) {
        #expect(SystemClock.judge(result: result, status: status) { mark } == expected)
        // And the real one answers, whatever it says here.
        _ = SystemClock.synchronisation
    }
}
