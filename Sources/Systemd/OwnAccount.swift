import CLinux
import CSystemd
import Glibc

/// The account that this process runs under.
public enum OwnAccount {
    /// Its name in the user database.
    public static var name: String? { name(of: geteuid()) }

    /// The name of a user in the user database; nil where it has none.
    public static func name(of user: UInt32) -> String? {
        var record = passwd()
        var buffer = [CChar](repeating: 0, count: 16 * 1024)
        var found: UnsafeMutablePointer<passwd>?
        guard getpwuid_r(user, &record, &buffer, buffer.count, &found) == 0, found != nil,
            let name = record.pw_name
        else { return nil }
        return String(cString: name)
    }

    /// Whether the system's service manager started it, outside anybody's session: such a process has an invocation
    /// (systemd.exec(5)), and its control group belongs to no user (sd_pid_get_owner_uid(3)).
    public static var isSystemService: Bool {
        var owner: uid_t = 0
        return getenv("INVOCATION_ID") != nil && sd_pid_get_owner_uid(0, &owner) < 0
    }
}
