import CivilTime
import Planning
import ScheduleFile

/// Plans many rituals: how long the first plan takes, how long each wake-up, and how much memory a ritual takes.
///
/// Times are processor time. Memory is the resident difference between before the schedule is there and after the
/// first plan, without the bytes of titles and messages. The sum over all keys and times of what was due tells a fast
/// answer from a wrong one; it is the same whether the rituals were built or read.
struct PlanningRun {
    let rituals: Int
    let days: Int
    let isParsed: Bool
    private let household = SampleHousehold()
    private let start = Timestamp(seconds: 1_795_305_600)  // 2026-11-22T00:00:00Z

    init(rituals: Int, days: Int, isParsed: Bool) {
        self.rituals = rituals
        self.days = days
        self.isParsed = isParsed
    }

    func run() {
        warmUp()
        let words = (0..<rituals).reduce(0) { $0 + SampleRitual(number: $1).wordBytes }
        let before = residentBytes()
        var planner = taken()
        let bytes = residentBytes() - before - words
        print("resident: \(bytes / rituals) bytes a ritual, beside \(words / rituals) of title and message")
        wake(&planner)
        print("resident after that: \((residentBytes() - before - words) / rituals) bytes a ritual")
    }

    /// Code and zones come into memory before anything is measured.
    private func warmUp() {
        let schedule = isParsed ? household.parse(household.files(rituals: 100)) : household.schedule(rituals: 100)
        var (planner, _) = planned(schedule)
        for hour in 1...72 { _ = planner.plan(at: reading(start.adding(microseconds: Int64(hour) * 3_600_000_000))) }
    }

    private func reading(_ now: Timestamp) -> ClockReading { ClockReading(now: now, isSynchronised: true) }

    /// A planner that has made its first plan.
    private func taken() -> Planner {
        let schedule = schedule()
        let (first, total) = timed { planned(schedule) }
        print("first plan: \(rounded(total)) ms, \(rounded(first.adopting)) of them for adoption")
        return first.planner
    }

    private func schedule() -> Schedule {
        let files = isParsed ? household.files(rituals: rituals) : []
        let (schedule, making) = timed { isParsed ? household.parse(files) : household.schedule(rituals: rituals) }
        print("\(isParsed ? "reading" : "building") \(schedule.rituals.count) rituals: \(rounded(making)) ms")
        return schedule
    }

    private func planned(_ schedule: Schedule) -> (planner: Planner, adopting: Double) {
        var state = LedgerState()
        let (_, adopting) = timed { state.apply(Adoption.changes(schedule, state, at: start)) }
        var planner = Planner(schedule, state, at: start)
        _ = planner.plan(at: reading(start))
        return (planner, adopting)
    }

    private func wake(_ planner: inout Planner) {
        var times: [Double] = []
        var outcomes: [Double] = []
        var sum: UInt64 = 0
        var sent = 0
        var now = start
        let end = start.adding(microseconds: Int64(days) * 86_400_000_000)
        while true {
            let (plan, milliseconds) = timed {
                let plan = planner.plan(
                    at: reading(now), preparing: Policy.preparation, atMost: Policy.decidedAtOnce)
                planner.take(plan.deliveries.map { .begun($0.key) })
                return plan
            }
            times.append(milliseconds)
            // Each comes by itself, once its channel has ended.
            for delivery in plan.deliveries {
                outcomes.append(timed { planner.take([.attempted(delivery.key, .delivered(""), at: delivery.at)]) }.milliseconds)
            }
            for case .opened(let record) in plan.changes {
                sum &+= stableHash(record.key.description) &* UInt64(bitPattern: record.due.seconds)
            }
            sent += plan.deliveries.count
            // What had no room on its channel goes out once what was under way has ended.
            guard plan.deliveries.isEmpty else { continue }
            guard let wake = plan.wakeAt, wake <= end else { break }
            now = wake
        }
        print(
            "\(times.count) wake-ups in \(days == 1 ? "a day" : "\(days) days"), \(sent) nudges sent: "
                + "\(spread(of: times)), sum \(String(sum, radix: 16))")
        print("outcomes taken in: \(spread(of: outcomes))")
    }
}
