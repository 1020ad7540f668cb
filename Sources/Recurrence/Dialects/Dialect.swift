/// The four ways to write a rule.
public enum Dialect: String, CaseIterable, Hashable, Sendable {
    /// Plain English: `last Friday of the month at 17:00`.
    case phrase
    /// RFC 5545's recurrence rule: `FREQ=MONTHLY;BYDAY=-1FR`.
    case rrule
    /// systemd's calendar expression (systemd.time(7)): `Fri *-*~7/1 17:00`.
    case calendar
    /// A cron line's five fields (crontab(5)): `0 17 * * 5`.
    case cron
}
