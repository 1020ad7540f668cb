import Loop

/// The small environment that a program gets from the service: who and where the user is and how their session
/// is reached, and nothing of the service's own.
enum ChildEnvironment {
    private static let kept = [
        "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "HOME", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES",
        "LC_TIME", "LOGNAME", "PATH", "SHELL", "TMPDIR", "TZ", "USER", "WAYLAND_DISPLAY", "XAUTHORITY",
        "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_CURRENT_DESKTOP", "XDG_DATA_DIRS", "XDG_DATA_HOME",
        "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE", "XDG_STATE_HOME",
    ]

    /// Of this process, which keeps the environment it was started with.
    static let own = base(ProcessEnvironment.all())

    static func base(_ own: [String: String]) -> [String: String] {
        var variables = own.filter { kept.contains($0.key) }
        if variables["PATH"] == nil { variables["PATH"] = "/usr/local/bin:/usr/bin:/bin" }
        return variables
    }
}
