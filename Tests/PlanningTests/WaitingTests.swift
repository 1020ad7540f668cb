import CivilTime
import Planning
import Testing

/// A desktop that waits five minutes for its far end, and whose notices count as unseen after half an hour.
@Suite("A far end that comes and goes, and a notice nobody looks at")
struct WaitingTests {
    static let desktop = ChannelDefinition(id: ChannelID("desktop"), means: .desktop(DesktopMeans()))
    static let nobody = AttemptOutcome.unreachable("nobody shows notices here yet")

    static func bench(
        _ channels: [[String]] = [["desktop"], ["email"]], _ ritual: Ritual = Household.daily()
    ) -> Bench {
        var sam = Household.sam
        sam.channels = channels.map { $0.map { ChannelID($0) } }
        let phone = ChannelDefinition(
            id: ChannelID("phone"), means: .command(CommandMeans(argv: ["push"])))
        let schedule = Schedule(
            zone: Household.berlin, people: [sam], channels: [desktop, Household.email, phone], rituals: [ritual])
        return Bench(schedule, LedgerState(), at: Household.utc("2026-11-21T12:00:00Z"))
    }

    /// Due at 07:30 UTC; the first attempt is claimed.
    private func started(_ channels: [[String]] = [["desktop"], ["email"]]) -> (Bench, Delivery) {
        var bench = Self.bench(channels)
        let plan = bench.plan(at: "2026-11-22T07:30:00Z")
        return (bench, plan.deliveries[0])
    }

    @Test func withoutADesktopTheNextChannelComesAfterTheWait() {
        var (bench, first) = started()
        bench.end(first, Self.nobody)
        let parked = bench.plan(at: "2026-11-22T07:30:01Z")
        #expect(parked.deliveries.isEmpty)
        #expect(parked.wakeAt == Household.utc("2026-11-22T07:35:00Z"))
        #expect(bench.plan(at: "2026-11-22T07:34:59Z").deliveries.isEmpty)
        #expect(bench.plan(at: "2026-11-22T07:35:00Z").sent == ["morning@2026-11-22T08:30:00-0/sam/email/0"])
    }

    @Test func aDesktopThatAppearsGetsItAtOnce() {
        var (bench, first) = started()
        bench.end(first, Self.nobody)
        bench.plan(at: "2026-11-22T07:30:01Z")
        bench.planner.reach(ChannelID("desktop"))
        let plan = bench.plan(at: "2026-11-22T07:32:00Z")
        #expect(plan.sent == ["morning@2026-11-22T08:30:00-0/sam/desktop/0"])
        bench.end(plan.deliveries[0])
        #expect(bench.plan(at: "2026-11-22T07:35:00Z").deliveries.isEmpty)
    }

    /// One that is announced and cannot be reached all the same is not tried for ever.
    @Test func anAppearanceThatDeceivesIsTriedOnce() {
        var (bench, first) = started()
        bench.end(first, Self.nobody)
        bench.planner.reach(ChannelID("desktop"))
        let again = bench.plan(at: "2026-11-22T07:31:00Z").deliveries
        #expect(again.count == 1)
        bench.end(again[0], Self.nobody)
        let plan = bench.plan(at: "2026-11-22T07:31:00Z")
        #expect(plan.deliveries.isEmpty)
        #expect(plan.wakeAt == Household.utc("2026-11-22T07:35:00Z"), "the wait counts from the first attempt")
    }

    @Test func aWaitGoesOnAcrossARestart() {
        var (bench, first) = started()
        bench.end(first, Self.nobody)
        bench.restart(at: "2026-11-22T07:33:00Z")
        #expect(bench.plan(at: "2026-11-22T07:33:00Z").wakeAt == Household.utc("2026-11-22T07:35:00Z"))
        #expect(bench.plan(at: "2026-11-22T07:35:00Z").sent == ["morning@2026-11-22T08:30:00-0/sam/email/0"])
    }

    /// With no other channel it stays until its grace ends, without being looked at meanwhile.
    @Test func aLoneDesktopWaitsWithoutWakingAnybody() {
        var (bench, first) = started([["desktop"]])
        bench.end(first, Self.nobody)
        bench.plan(at: "2026-11-22T07:30:01Z")
        let plan = bench.plan(at: "2026-11-22T07:35:00Z")
        #expect(plan.deliveries.isEmpty)
        #expect(plan.wakeAt == Household.utc("2026-11-22T19:30:00Z"))
        bench.plan(at: "2026-11-22T19:30:00Z")
        #expect(bench.ends.values.first == "failed: every channel failed")
    }

    /// What was for the morning does not come up when somebody logs in at night.
    @Test func lateAtNightItWaitsForTheMorning() {
        var bench = Self.bench([["desktop"]], Household.daily("evening", 21, 0))
        let first = bench.plan(at: "2026-11-22T20:00:00Z").deliveries[0]
        bench.end(first, Self.nobody)
        bench.planner.reach(ChannelID("desktop"))
        let plan = bench.plan(at: "2026-11-22T22:15:00Z")
        #expect(plan.deliveries.isEmpty)
        #expect(plan.wakeAt == Household.utc("2026-11-23T07:00:00Z"))
        #expect(bench.plan(at: "2026-11-23T07:00:00Z").sent == ["evening@2026-11-22T21:00:00-0/sam/desktop/0"])
    }

    @Test func besideAnotherAtOnceTheWaitHoldsUpNobody() {
        var bench = Self.bench([["desktop", "phone"], ["email"]])
        let both = bench.plan(at: "2026-11-22T07:30:00Z").deliveries
        #expect(both.count == 2)
        bench.end(both[0], Self.nobody)
        bench.end(both[1])
        #expect(bench.plan(at: "2026-11-22T07:40:00Z").deliveries.isEmpty, "the phone has it")

        bench = Self.bench([["desktop", "phone"], ["email"]])
        let again = bench.plan(at: "2026-11-22T07:30:00Z").deliveries
        bench.end(again[1], .transient("busy", retryAfter: nil))
        bench.end(again[0], Self.nobody)
        let wake = bench.plan(at: "2026-11-22T07:30:01Z").wakeAt ?? bench.now
        #expect(wake < Household.utc("2026-11-22T07:32:00Z"), "the phone is tried again")
        let retried = bench.planner.plan(at: ClockReading(now: wake, isSynchronised: true))
        #expect(retried.deliveries.map(\.key.channel.text) == ["phone"])
    }

    @Test func whatNobodyLooksAtGoesOn() {
        var (bench, first) = started()
        bench.end(first)
        let shown = bench.plan(at: "2026-11-22T07:30:01Z")
        #expect(shown.wakeAt == Household.utc("2026-11-22T08:00:00Z"))
        let plan = bench.plan(at: "2026-11-22T08:00:00Z")
        #expect(plan.sent == ["morning@2026-11-22T08:30:00-0/sam/email/0"])
        bench.end(plan.deliveries[0])
        #expect(bench.plan(at: "2026-11-22T12:00:00Z").deliveries.isEmpty)
        bench.plan(at: "2026-11-22T19:30:00Z")
        #expect(bench.ends.values.first == "delivered: delivered")
    }

    @Test func whatSomebodyLookedAtStaysWhereItIs() {
        var (bench, first) = started()
        bench.end(first)
        bench.take([.seen(first.key, at: Household.utc("2026-11-22T07:45:00Z"))])
        #expect(bench.plan(at: "2026-11-22T08:00:00Z").deliveries.isEmpty)
        bench.restart(at: "2026-11-22T08:10:00Z")
        #expect(bench.plan(at: "2026-11-22T08:10:00Z").deliveries.isEmpty)
        bench.plan(at: "2026-11-22T19:30:00Z")
        #expect(bench.ends.values.first == "delivered: delivered")
    }

    @Test func anUnseenNoticeGoesOnAfterARestartToo() {
        var (bench, first) = started()
        bench.end(first)
        bench.restart(at: "2026-11-22T07:50:00Z")
        #expect(bench.plan(at: "2026-11-22T07:50:00Z").wakeAt == Household.utc("2026-11-22T08:00:00Z"))
        #expect(bench.plan(at: "2026-11-22T08:00:00Z").sent == ["morning@2026-11-22T08:30:00-0/sam/email/0"])
    }

    /// The desktop has it for good; what comes after it is tried like any channel, and a failure takes nothing back.
    @Test func aFailureOfTheNextChannelShowsNothingTwice() {
        var (bench, first) = started()
        bench.end(first)
        let mail = bench.plan(at: "2026-11-22T08:00:00Z").deliveries[0]
        bench.end(mail, .transient("451 later", retryAfter: nil))
        var channels: Set<String> = []
        for hour in 8..<19 {
            for minute in stride(from: 1, to: 60, by: 7) {
                let time = "2026-11-22T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00Z"
                for delivery in bench.plan(at: time).deliveries {
                    channels.insert(delivery.key.channel.text)
                    bench.end(delivery, .transient("451 later", retryAfter: nil))
                }
            }
        }
        #expect(channels == ["email"])
        bench.plan(at: "2026-11-22T19:30:00Z")
        #expect(bench.ends.values.first == "delivered: delivered")
    }

    @Test func aRefusalOfTheNextChannelLeavesTheNotice() {
        var (bench, first) = started()
        bench.end(first)
        bench.end(bench.plan(at: "2026-11-22T08:00:00Z").deliveries[0], .permanent("550 nobody"))
        #expect(bench.plan(at: "2026-11-22T08:00:01Z").wakeAt == Household.utc("2026-11-22T19:30:00Z"))
        #expect(bench.ends.isEmpty)
    }

    /// At 21:45 in Berlin; half an hour later it is night.
    @Test func anUnseenNoticeDoesNotGoOnAtNight() {
        var bench = Self.bench([["desktop"], ["email"]], Household.daily("evening", 21, 45))
        bench.end(bench.plan(at: "2026-11-22T20:45:00Z").deliveries[0])
        let plan = bench.plan(at: "2026-11-22T21:15:00Z")
        #expect(plan.deliveries.isEmpty)
        #expect(plan.wakeAt == Household.utc("2026-11-23T07:00:00Z"))
    }

    /// Each round is looked at anew.
    @Test func aSnoozeBeginsUnseen() {
        var (bench, first) = started()
        bench.end(first)
        bench.take([.seen(first.key, at: Household.utc("2026-11-22T07:31:00Z"))])
        bench.now = Household.utc("2026-11-22T07:32:00Z")
        guard case .nudge(let key) = first.key.subject,
            let effect = try? Answers(bench.planner, at: bench.now).snooze(
                AnswerTarget(key), by: "sam", for: bench.schedule.snooze)
        else { return #expect(Bool(false), "it can be snoozed") }
        #expect(effect.until == Household.utc("2026-11-22T08:32:00Z"))
        bench.take(effect.changes)
        #expect(!bench.planner.isOpen(first.key))
        let again = bench.plan(at: "2026-11-22T08:32:00Z").deliveries
        #expect(again.map(\.key.round) == [1])
        bench.end(again[0])
        #expect(bench.planner.isOpen(again[0].key))
        #expect(bench.plan(at: "2026-11-22T09:02:00Z").sent == ["morning@2026-11-22T08:30:00-0/sam/email/1"])
    }

    /// A button is about its own nudge, not about the nearest.
    @Test func anAnswerToAClosedNudgeIsTakenByNobody() throws {
        var bench = Self.bench([["desktop"]], Household.daily { $0.leads = [Lead(.hours(2)), .moment] })
        let lead = bench.plan(at: "2026-11-22T05:30:00Z").deliveries.first ?? bench.plan(at: "2026-11-22T07:00:00Z").deliveries[0]
        bench.end(lead)
        let moment = try #require(bench.plan(at: "2026-11-22T07:30:00Z").deliveries.first)
        bench.end(moment)
        guard case .nudge(let old) = lead.key.subject, case .nudge(let new) = moment.key.subject else { return }
        #expect(!bench.planner.isOpen(lead.key) && bench.planner.isOpen(moment.key))
        let answers = Answers(bench.planner, at: bench.now)
        for give in [answers.done, answers.skip] {
            #expect(throws: AnswerError.self) { try give(AnswerTarget(old), "sam") }
            #expect(try give(AnswerTarget(new), "sam").ritual == new.ritual)
        }
    }
}
