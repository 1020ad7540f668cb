import Glibc

/// Where things lie: the schedule, the state folder and the socket.
public struct Paths: Sendable {
    /// The schedule; `troth.local.toml` is looked for beside it.
    public var schedule: String
    public var state: String
    /// The folder for the control socket, and its name there.
    public var socket: String

    /// Settles on paths from what was given and what the environment says (systemd.exec(5), XDG base directories).
    ///
    /// - Parameters:
    ///   - config: A file given on the command line.
    ///   - state: A folder given on the command line.
    public init(config: String?, state: String?, environment: [String: String]) {
        let home = environment["HOME"] ?? "/"
        let settings =
            Self.first(environment["CONFIGURATION_DIRECTORY"])
            ?? Self.absolute(environment["XDG_CONFIG_HOME"]).map { "\($0)/troth" } ?? "\(home)/.config/troth"
        schedule = config.map(Self.resolved) ?? "\(settings)/troth.toml"
        let folder =
            state ?? Self.first(environment["STATE_DIRECTORY"])
            ?? Self.absolute(environment["XDG_STATE_HOME"]).map { "\($0)/troth" } ?? "\(home)/.local/state/troth"
        self.state = Self.resolved(folder)
        socket = Self.socket(self.state, environment)
    }

    /// The host's own part of the schedule, never shared.
    public var local: String {
        schedule.hasSuffix(".toml") ? "\(schedule.dropLast(5)).local.toml" : "\(schedule).local.toml"
    }

    /// In the runtime directory, named for the state it serves, so that several services can run side by side.
    private static func socket(_ state: String, _ environment: [String: String]) -> String {
        if let runtime = first(environment["RUNTIME_DIRECTORY"]) { return "\(runtime)/control.sock" }
        let name = "control-\(String(digest(state), radix: 36)).sock"
        if let runtime = absolute(environment["XDG_RUNTIME_DIR"]) { return "\(runtime)/troth/\(name)" }
        return "\(state)/control.sock"
    }

    private static func digest(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// systemd passes several folders separated by colons; the first is ours.
    private static func first(_ list: String?) -> String? {
        list?.split(separator: ":").first.map(String.init)
    }

    private static func absolute(_ path: String?) -> String? {
        path.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    private static func resolved(_ path: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        guard let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return "\(String(cString: current))/\(path)"
    }
}

extension Paths {
    /// The process's environment.
    public static var environment: [String: String] {
        var values: [String: String] = [:]
        var entry = environ
        while let line = entry.pointee {
            let text = String(cString: line)
            if let equals = text.firstIndex(of: "=") {
                values[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            entry += 1
        }
        return values
    }
}
