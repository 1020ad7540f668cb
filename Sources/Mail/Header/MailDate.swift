public import CivilTime

/// A message's date (RFC 5322 §3.3): `Sun, 22 Nov 2026 19:00:00 +0100`.
public struct MailDate: Hashable, Sendable, CustomStringConvertible {
    private let local: CivilDateTime
    private let minutes: Int

    /// The instant as clocks that many seconds east of UTC show it; a fraction of a minute in the offset, which
    /// the format cannot hold, is left out of both.
    public init(_ instant: Timestamp, offset seconds: Int32) {
        minutes = Int(seconds) / 60
        local = CivilDateTime(microseconds: instant.adding(seconds: Int64(minutes) * 60).microseconds)
    }

    public var description: String {
        let date = local.date
        let (year, month, day) = date.components
        let time = local.time
        let sign = minutes < 0 ? "-" : "+"
        let amount = Int(minutes.magnitude)
        return "\(MailDate.weekdays[date.weekday.rawValue]), \(day) \(MailDate.months[month - 1]) \(MailDate.four(year)) "
            + "\(MailDate.two(time.hour)):\(MailDate.two(time.minute)):\(MailDate.two(time.second)) "
            + "\(sign)\(MailDate.two(amount / 60))\(MailDate.two(amount % 60))"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func four(_ year: Int) -> String {
        let digits = String(max(0, year))
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
