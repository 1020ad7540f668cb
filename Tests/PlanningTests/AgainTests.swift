import CivilTime
import Planning
import Testing

/// Asking again where nobody answered. Berlin is at UTC+1 in these weeks.
@Suite("Asking again")
struct AgainTests {
    private func sam(_ pace: Pace) -> Person {
        var sam = Household.sam
        sam.pace = pace
        return sam
    }

    private func walk(_ hour: Int, _ again: AskAgain = AskAgain(after: .hours(2), times: 2)) -> Ritual {
        Household.daily("walk", hour, 0) { $0.again = again }
    }

    /// Plans whenever there is something to plan until `end`, delivers, and says what went out when.
    private func run(_ bench: inout Bench, until end: String) -> [String] {
        var sent: [String] = []
        var next = bench.planner.plan(at: ClockReading(now: bench.now, isSynchronised: true)).wakeAt
        while let time = next, time <= Household.utc(end) {
            let plan = bench.plan(at: time.description)
            for delivery in plan.deliveries {
                sent.append("\(time.description.prefix(16)) \(delivery.key)")
                bench.end(delivery)
            }
            next = bench.plan(at: time.description).wakeAt
        }
        bench.now = Household.utc(end)
        return sent
    }

    private func key(_ round: Int, _ hour: String = "09") -> String {
        "walk@2026-11-22T\(hour):00:00-0/sam/desktop/\(round)"
    }

    @Test func itComesAsOftenAsItMayAndThenStops() {
        var bench = Bench([walk(9)], at: "2026-11-21T12:00:00Z")
        #expect(
            run(&bench, until: "2026-11-22T20:00:00Z") == [
                "2026-11-22T08:00 \(key(0))", "2026-11-22T10:00 \(key(1))", "2026-11-22T12:00 \(key(2))",
            ])
        #expect(bench.ends == ["walk@2026-11-22T09:00:00-0/sam": "delivered: delivered"])
    }

    @Test func anAnswerBetweenTwoRoundsIsTheEndOfIt() throws {
        for restarts in [false, true] {
            var bench = Bench([walk(9)], at: "2026-11-21T12:00:00Z")
            _ = run(&bench, until: "2026-11-22T10:30:00Z")
            if restarts { bench.restart(at: "2026-11-22T10:31:00Z") }
            bench.take(try Answers(bench.planner, at: bench.now).done(AnswerTarget("walk"), by: nil).changes)
            if restarts { bench.restart(at: "2026-11-22T10:32:00Z") }
            #expect(run(&bench, until: "2026-11-22T22:00:00Z") == [])
            #expect(bench.ends == ["walk@2026-11-22T09:00:00-0/sam": "acknowledged: done"])
        }
    }

    @Test func aRestartForgetsNeitherWhenNorHowOften() {
        var bench = Bench([walk(9)], at: "2026-11-21T12:00:00Z")
        var sent = run(&bench, until: "2026-11-22T08:30:00Z")
        for time in ["2026-11-22T09:30:00Z", "2026-11-22T11:00:00Z", "2026-11-22T19:00:00Z"] {
            bench.restart(at: time)
            sent += run(&bench, until: time)
            sent += run(&bench, until: Household.utc(time).adding(minutes: 75).description)
        }
        #expect(
            sent == ["2026-11-22T08:00 \(key(0))", "2026-11-22T10:00 \(key(1))", "2026-11-22T12:00 \(key(2))"])
    }

    /// 20:30 and two hours is in the night: the morning, where the nudge is still good then.
    @Test func notAtNightUnlessUrgent() {
        let late = Household.daily("walk", 20, 30) { $0.again = AskAgain(after: .hours(2)) }
        var bench = Bench([late], at: "2026-11-22T12:00:00Z")
        #expect(
            run(&bench, until: "2026-11-23T12:00:00Z") == [
                "2026-11-22T19:30 walk@2026-11-22T20:30:00-0/sam/desktop/0",
                "2026-11-23T07:00 walk@2026-11-22T20:30:00-0/sam/desktop/1",
            ])
        var short = Bench(
            [
                Household.daily("walk", 20, 30) {
                    $0.again = AskAgain(after: .hours(2))
                    $0.grace = .hours(6)
                }
            ], at: "2026-11-22T12:00:00Z")
        #expect(run(&short, until: "2026-11-23T12:00:00Z").count == 1)
        var urgent = Bench(
            [
                Household.daily("walk", 20, 30) {
                    $0.again = AskAgain(after: .hours(2))
                    $0.urgent = true
                }
            ], at: "2026-11-22T12:00:00Z")
        #expect(run(&urgent, until: "2026-11-22T23:00:00Z").last?.hasPrefix("2026-11-22T21:30") == true)
    }

    @Test func quietHoursKeepItUntilTheyEnd() {
        let quiet = QuietHours([QuietHours.Span(start: 13 * 60, end: 15 * 60)])
        let noon = Household.daily("walk", 12, 0) { $0.again = AskAgain(after: .hours(2)) }
        // Sunday's two hours; a span without days is every day's.
        var bench = Bench([noon], people: [sam(Pace(quietHours: quiet))], at: "2026-11-21T12:00:00Z")
        #expect(run(&bench, until: "2026-11-22T22:00:00Z").last?.hasPrefix("2026-11-22T14:00") == true)
    }

    @Test func itCountsAgainstTheDayAndJoinsTheDigestWhereTheDayIsFull() {
        var pace = Pace(perDay: 2)
        pace.digestAt = TimeOfDay(hour: 18, minute: 0)
        // Two of the day's two: the walk itself and its first asking. The second joins the digest at 18:00.
        var bench = Bench([walk(9)], people: [sam(pace)], at: "2026-11-21T20:00:00Z")
        #expect(
            run(&bench, until: "2026-11-22T18:00:00Z") == [
                "2026-11-22T08:00 \(key(0))", "2026-11-22T10:00 \(key(1))", "2026-11-22T17:00 \(key(2))",
            ])
        // What was asked again leaves nothing for what comes later that day.
        var other = Bench(
            [walk(9, AskAgain(after: .hours(2))), Household.daily("tea", 14)], people: [sam(pace)],
            at: "2026-11-21T20:00:00Z")
        let sent = run(&other, until: "2026-11-22T18:00:00Z")
        #expect(sent.filter { $0.contains("tea") }.map { String($0.prefix(16)) } == ["2026-11-22T17:00"])
        other.restart(at: "2026-11-22T18:30:00Z")
        #expect(other.planner.state.spent[Household.sam.id]?.count == 2)
    }

    /// Two askings that were missed while the machine was off are one message, and mixed rounds keep one key.
    @Test func whatWasMissedComesInOneMessage() {
        let rituals = [
            Household.daily("walk", 9) { $0.again = AskAgain(after: .hours(2)) },
            Household.daily("tea", 9, 30) { $0.again = AskAgain(after: .hours(2)) },
            Household.daily("note", 13),
        ]
        var bench = Bench(rituals, at: "2026-11-21T20:00:00Z")
        #expect(run(&bench, until: "2026-11-22T09:00:00Z").count == 2)
        bench.restart(at: "2026-11-22T14:00:00Z")
        let plan = bench.plan(at: "2026-11-22T14:00:00Z")
        #expect(plan.deliveries.count == 1)
        #expect(plan.deliveries.first?.members.map(\.round).sorted() == [0, 1, 1])
        #expect(plan.deliveries.first?.key.round == 0)
        plan.deliveries.forEach { bench.end($0) }
        bench.restart(at: "2026-11-22T14:00:05Z")
        #expect(bench.plan(at: "2026-11-22T15:00:00Z").deliveries.isEmpty)
    }

    @Test func whatArrivedOnceWasDeliveredWhateverBecameOfTheAsking() {
        var bench = Bench([walk(9, AskAgain(after: .hours(2)))], at: "2026-11-21T12:00:00Z")
        bench.end(bench.plan(at: "2026-11-22T08:00:00Z").deliveries[0])
        bench.plan(at: "2026-11-22T08:00:05Z")
        var next: Timestamp? = Household.utc("2026-11-22T10:00:00Z")
        while let time = next, time < Household.utc("2026-11-22T21:00:00Z") {
            for delivery in bench.plan(at: time.description).deliveries { bench.end(delivery, .permanent("no")) }
            next = bench.plan(at: time.description).wakeAt
        }
        #expect(bench.ends == ["walk@2026-11-22T09:00:00-0/sam": "delivered: delivered"])
    }

    @Test func aNudgeAheadOfItsMomentIsNotAskedAgain() {
        let ritual = Household.weekly {
            $0.leads = [Lead(.days(1)), .moment]
            $0.again = AskAgain(after: .minutes(5))
        }
        var bench = Bench([ritual], people: [Household.sam], at: "2026-11-20T12:00:00Z")
        #expect(
            run(&bench, until: "2026-11-22T20:00:00Z").map { String($0.prefix(16)) } == [
                "2026-11-21T18:00", "2026-11-22T18:00", "2026-11-22T18:05",
            ])
    }

    @Test func aSnoozeIsNoAskingAndLeavesThemAll() throws {
        var bench = Bench([walk(9)], at: "2026-11-21T12:00:00Z")
        _ = run(&bench, until: "2026-11-22T08:30:00Z")
        bench.take(
            try Answers(bench.planner, at: bench.now).snooze(AnswerTarget("walk"), by: nil, for: .hours(1)).changes)
        #expect(
            run(&bench, until: "2026-11-22T22:00:00Z") == [
                "2026-11-22T09:30 \(key(1))", "2026-11-22T11:30 \(key(2))", "2026-11-22T13:30 \(key(3))",
            ])
    }

    /// A year with everything at once: never at night, never more than the day holds and one digest, never too often.
    @Test func aSimulatedYearOfSilence() {
        var pace = Pace.Preset.calm.pace
        pace.perDay = 6
        let person = sam(pace)
        let rituals = (0..<8).map { number in
            Household.daily("r\(number)", 7 + number * 2, 10) { $0.again = AskAgain(after: .hours(3), times: 3) }
        }
        var bench = Bench(rituals, people: [person], at: "2026-01-01T00:00:00Z")
        var perDay: [CivilDate: Int] = [:]
        var rounds: [NudgeKey: Int] = [:]
        var next = bench.planner.plan(at: ClockReading(now: bench.now, isSynchronised: true)).wakeAt
        while let time = next, time <= Household.utc("2026-12-31T00:00:00Z") {
            let plan = bench.planner.plan(at: ClockReading(now: time, isSynchronised: true))
            for delivery in plan.deliveries {
                let local = person.zone.local(at: time)
                perDay[local.date, default: 0] += 1
                #expect(person.pace.quietHours?.end(around: time, in: person.zone) == nil)
                for member in delivery.members {
                    #expect(member.asked <= 3 && time < member.closes)
                    rounds[member.key, default: 0] += 1
                }
                bench.planner.take([.begun(delivery.key), .attempted(delivery.key, .delivered(""), at: time)])
            }
            next = plan.wakeAt
        }
        #expect(rounds.values.max().map { 2...4 ~= $0 } == true)
        #expect(rounds.count > 2_500)
        #expect(perDay.values.max() == 7)
    }
}

extension Timestamp {
    fileprivate func adding(minutes: Int64) -> Timestamp {
        Timestamp(microseconds: microseconds + minutes * 60_000_000)
    }
}
