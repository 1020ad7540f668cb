import CLinux
import Glibc
import Loop

/// Where this service keeps what, and where its files are.
///
/// What the manager has set up (`STATE_DIRECTORY=` and its like, systemd.exec(5); the first of several), else the
/// user's own places (XDG Base Directory Specification); root's are those of any user.
public struct Directories: Equatable, Sendable {
    /// The ledger's; `nil` when neither the manager nor a home says where.
    public var state: String?
    /// The control socket's; `nil` outside a session.
    public var runtime: String?
    /// The schedule's.
    public var configuration: String?

    /// Places that are known.
    public init(state: String? = nil, runtime: String? = nil, configuration: String? = nil) {
        self.state = state
        self.runtime = runtime
        self.configuration = configuration
    }

    /// The places of this process.
    public static func current() -> Directories {
        Directories(environment: ProcessEnvironment.all(), home: homeOfRecord)
    }

    /// - Parameter home: The home to use when `HOME` does not say.
    init(environment: [String: String], home: () -> String?) {
        // Lists are separated by colons; a path that is not absolute counts as unset, as XDG says.
        func path(_ variable: String) -> String? {
            let value = environment[variable] ?? ""
            let first = String(value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first ?? "")
            return first.hasPrefix("/") ? first : nil
        }
        func whole(_ variable: String) -> String? {
            environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        state = path("STATE_DIRECTORY")
        runtime = path("RUNTIME_DIRECTORY")
        configuration = path("CONFIGURATION_DIRECTORY")
        let home = whole("HOME") ?? home()
        state = state ?? (whole("XDG_STATE_HOME") ?? home.map { $0 + "/.local/state" }).map { $0 + "/troth" }
        runtime = runtime ?? whole("XDG_RUNTIME_DIR").map { $0 + "/troth" }
        configuration =
            configuration ?? (whole("XDG_CONFIG_HOME") ?? home.map { $0 + "/.config" }).map { $0 + "/troth" }
    }

    /// The home that the user database has for this user.
    private static func homeOfRecord() -> String? {
        var record = passwd()
        var buffer = [CChar](repeating: 0, count: 16 * 1024)
        var found: UnsafeMutablePointer<passwd>?
        guard getpwuid_r(geteuid(), &record, &buffer, buffer.count, &found) == 0, found != nil,
            let home = record.pw_dir
        else { return nil }
        let path = String(cString: home)
        return path.hasPrefix("/") ? path : nil
    }
}
