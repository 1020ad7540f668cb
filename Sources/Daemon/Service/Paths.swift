import Glibc
public import Systemd

/// Where things lie: the schedule, the state folder and the socket.
public struct Paths: Sendable {
    /// The schedule; `troth.local.toml` is looked for beside it.
    public var schedule: String
    public var state: String
    /// The control socket.
    public var socket: String
    /// What stands on the desktop, for as long as the session lasts.
    public var notices: String

    /// - Parameters:
    ///   - config: A file given on the command line.
    ///   - state: A folder given on the command line.
    ///   - directories: Where things are when nothing is given.
    public init(config: String?, state: String?, _ directories: Directories = .current()) {
        schedule = Self.resolved(config ?? "\(directories.configuration ?? ".")/troth.toml")
        self.state = Self.resolved(state ?? directories.state ?? "troth-state")
        socket = Self.place("control", ".sock", self.state, directories)
        notices = Self.place("notices", "", self.state, directories)
    }

    /// The places of the machine's own service, as its unit has them.
    public static let ofMachine = Paths(
        config: "/etc/troth/troth.toml", state: "/var/lib/troth", Directories(runtime: "/run/troth"))

    /// Whether a schedule of the user's own is there.
    public var hasSchedule: Bool { access(schedule, F_OK) == 0 }

    /// The host's own part of the schedule, never shared.
    public var local: String {
        schedule.hasSuffix(".toml") ? "\(schedule.dropLast(5)).local.toml" : "\(schedule).local.toml"
    }

    /// In the runtime directory, named for the state it serves, so that several services can run side by side.
    private static func place(_ name: String, _ ending: String, _ state: String, _ directories: Directories) -> String {
        guard let runtime = directories.runtime else { return "\(state)/\(name)\(ending)" }
        let digest = state.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "\(runtime)/\(name)-\(String(digest, radix: 36))\(ending)"
    }

    private static func resolved(_ path: String) -> String {
        guard !path.hasPrefix("/"), let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return "\(String(cString: current))/\(path)"
    }
}
