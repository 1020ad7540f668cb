import CLinux

/// The environment that this process was started with.
public enum ProcessEnvironment {
    /// All of it. Bytes that are no UTF-8 become U+FFFD; entries without a name are left out.
    public static func all() -> [String: String] {
        var variables: [String: String] = [:]
        guard var entry = linux_environment() else { return variables }
        while let text = entry.pointee {
            let pair = String(cString: text)
            if let split = pair.firstIndex(of: "="), split > pair.startIndex {
                variables[String(pair[..<split])] = String(pair[pair.index(after: split)...])
            }
            entry += 1
        }
        return variables
    }

    /// What a child may have of it: not what speaks to the service manager in this process's
    /// name (sd_notify(3), sd_listen_fds(3), sd_watchdog_enabled(3)), nor where its journal stream
    /// or its credentials are.
    public static func forChildren() -> [String: String] {
        all().filter { !ours.contains($0.key) }
    }

    private static let ours: Set<String> = [
        "CREDENTIALS_DIRECTORY", "FDSTORE", "INVOCATION_ID", "JOURNAL_STREAM", "LISTEN_FDNAMES", "LISTEN_FDS",
        "LISTEN_PID", "MAINPID", "NOTIFY_SOCKET", "SYSTEMD_EXEC_PID", "WATCHDOG_PID", "WATCHDOG_USEC",
    ]
}
