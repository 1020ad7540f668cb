import CivilTime

/// The figures that decide what is late, how long something stays worth sending and when to try again. Seconds.
public enum Policy {
    /// How long before its time the service claims a nudge, so that on the instant nothing but the sending is left.
    public static let preparation: Int64 = 2
    /// A nudge sent this soon after its time counts as on time.
    public static let onTime: Int64 = 60
    /// How long what was decided on time may wait for its turn on a channel before it counts as late.
    public static let turnWait: Int64 = 15 * 60
    /// About how many changes one plan of the service makes when much falls due at once: half a thousandth of a second.
    public static let decidedAtOnce = 48
    /// How long a moment stays worth sending where nothing else says so.
    public static let grace: Int64 = 12 * 3_600
    /// How long retries go on for what expires at its time.
    public static let expiringGrace: Int64 = 15 * 60
    /// How long one entry of a channel list is tried before the next.
    public static let channelDeadline: Int64 = 15 * 60
    /// First pause between two tries on one channel; doubles.
    public static let firstPause: Int64 = 30
    /// Longest pause between two tries.
    public static let longestPause: Int64 = 3_600
    /// Pause before trying again where there is no network.
    public static let networkPause: Int64 = 60
    /// What a lease adds to a channel's time limit.
    public static let leaseMargin: Int64 = 5
    /// The hours in which nothing late lands: [22:00, 08:00) of the person's local time.
    public static let nightBegins: Int64 = 22 * 3_600
    public static let nightEnds: Int64 = 8 * 3_600
    /// How long somebody new is tried to be reached with an introduction.
    public static let introductionGrace: Int64 = 7 * 86_400
    /// How long before quiet hours what cannot wait for their end goes out.
    public static let justBefore: Int64 = 60
    /// How far ahead of the record an unsynchronised clock is believed.
    public static let believedAhead: Int64 = 90 * 86_400
    /// So many attempts in a row that failed make a channel one that keeps failing.
    public static let failuresNamed = 3
    /// The same where its far end was out of reach, which a network that comes and goes makes happen often.
    public static let outOfReachNamed = 10
    /// How many moments or leads of one ritual are looked at one by one; beyond that only the newest counts.
    public static let caughtUpAtMost = 100

    /// When something late may land for a person in `zone`: `now`, or the end of the night.
    static func endOfNight(_ now: Timestamp, in zone: Zone) -> Timestamp {
        let local = zone.local(at: now)
        let second = local.time.microseconds / 1_000_000
        guard second >= nightBegins || second < nightEnds else { return now }
        let day = second >= nightBegins ? local.date.adding(days: 1) : local.date
        let morning = CivilDateTime(microseconds: Int64(day.dayNumber) * 86_400_000_000 + nightEnds * 1_000_000)
        return Swift.max(now, zone.instant(of: morning))
    }
}

extension Timestamp {
    func adding(seconds: Int64) -> Timestamp {
        let (sum, overflow) = microseconds.addingReportingOverflow(
            seconds.multipliedReportingOverflow(by: 1_000_000).partialValue)
        return overflow ? self : Timestamp(microseconds: sum)
    }

    /// Whole seconds from `other` to here, rounded down.
    func seconds(since other: Timestamp) -> Int64 { (microseconds - other.microseconds) / 1_000_000 }

    var justBefore: Timestamp { Timestamp(microseconds: microseconds - 1) }
}
