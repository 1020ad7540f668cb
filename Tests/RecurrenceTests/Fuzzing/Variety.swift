import CivilTime
import Recurrence

/// A start, a zone, policies and an instant that follow from the bytes alone, so that a
/// found input says everything about itself.
struct Variety {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    init(_ bytes: [UInt8]) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    /// A number from 0 up to, not including, `limit`.
    mutating func number(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: (state >> 33) % UInt64(limit))
    }

    /// Zones as their rules stand: Berlin, Lord Howe's half hour, Troll's two hours, Dublin's
    /// negative daylight time, an hour beyond 24, none at all.
    static let zones: [Zone] = [
        "UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "<+00>0<+02>-2,M3.5.0/1,M10.5.0/3",
        "IST-1GMT0,M10.5.0,M3.5.0/1", "EST5EDT,M3.2.0,M11.1.0", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "AAA-14BBB,J60/-30,300/99",
    ].compactMap { try? Zone(identifier: $0, posix: $0) }

    mutating func zone() -> Zone { Variety.zones[number(Variety.zones.count)] }

    mutating func policies() -> Policies {
        Policies(
            gap: GapPolicy.allCases[number(2)], fold: FoldPolicy.allCases[number(2)],
            subdaily: SubdailyPolicy.allCases[number(2)])
    }

    /// From 1900 to 2300, often at a month's end or at the start of a day.
    mutating func local() -> CivilDateTime {
        let day = number(146_000) - 25_567
        let seconds = number(3) == 0 ? 0 : number(86_400)
        return CivilDateTime(seconds: Int64(day) * 86_400 + Int64(seconds))
    }

    /// Between 1900 and 2300, at times at the ends of all time.
    mutating func instant() -> Timestamp {
        switch number(50) {
        case 0: Timestamp(microseconds: .min)
        case 1: Timestamp(microseconds: .max)
        default: Timestamp(microseconds: local().microseconds + Int64(number(3) - 1))
        }
    }
}
