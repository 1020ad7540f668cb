import CivilTime
import Planning
import Testing

/// Whose answer counts for whom. Berlin is at UTC+1 in these weeks, Chicago at UTC-6.
@Suite("Whose answer counts")
struct AnswerPolicyTests {
    private static let at = "weekly@2026-11-22T19:00:00"

    /// Sunday's check-in, delivered to both.
    private func delivered(_ change: (inout Ritual) -> Void) -> Bench {
        var bench = Bench([Household.weekly(change)], at: "2026-11-20T12:00:00Z")
        for delivery in bench.plan(at: "2026-11-22T18:00:00Z").deliveries { bench.end(delivery) }
        bench.plan(at: "2026-11-22T18:00:05Z")
        return bench
    }

    private enum Answer { case done, skip }

    private func give(_ answer: Answer, _ bench: inout Bench, by person: String, _ id: String = "weekly") throws {
        let answers = Answers(bench.planner, at: bench.now)
        let target = AnswerTarget(id)
        let effect = answer == .done ? try answers.done(target, by: person) : try answers.skip(target, by: person)
        bench.take(effect.changes)
    }

    @Test func byDefaultTheFirstCountsForAllOfWhatIsDoneTogether() {
        #expect(Household.weekly().answering == .any)
        #expect(Household.daily().answering == .each)
        #expect(Household.weekly { $0.together = false }.answering == .each)
        #expect(Household.weekly { $0.answer = .all }.answering == .all)
    }

    @Test func anyFirstDoneClosesItForAll() throws {
        var bench = delivered { $0.answer = .any }
        try give(.done, &bench, by: "alex")
        #expect(
            bench.ends == [
                "\(Self.at)-0/alex": "acknowledged: done", "\(Self.at)-0/sam": "acknowledged: done by another",
            ])
        #expect(throws: AnswerError.self) { try give(.done, &bench, by: "sam") }
    }

    @Test func anySkipDropsTheOccurrenceForAll() throws {
        var bench = delivered { $0.answer = .any }
        try give(.skip, &bench, by: "sam")
        #expect(
            bench.ends == [
                "\(Self.at)-0/sam": "skipped: skipped by person", "\(Self.at)-0/alex": "skipped: skipped by another",
            ])
    }

    /// Eight in the evening in Berlin is seven hours before eight in the evening in Chicago.
    @Test(arguments: [true, false]) func anyAlsoHoldsForThoseWhoseTimeIsStillToCome(_ isDone: Bool) throws {
        let ritual = Household.daily("bins", 20, 0, people: [Household.sam.id, Household.alex.id]) { $0.answer = .any }
        var bench = Bench([ritual], at: "2026-11-21T12:00:00Z")
        bench.end(bench.plan(at: "2026-11-21T19:00:00Z").deliveries[0])
        bench.plan(at: "2026-11-21T19:00:05Z")
        try give(isDone ? .done : .skip, &bench, by: "sam", "bins")
        bench.restart(at: "2026-11-21T20:00:00Z")
        #expect(
            Preview(bench.schedule, bench.planner.state, after: bench.now).first { $0.key.person == Household.alex.id }?
                .key.occurrence.keyText == "2026-11-22T20:00:00")
        #expect(bench.plan(at: "2026-11-22T02:00:00Z").deliveries.isEmpty)
        #expect(
            bench.ends["bins@2026-11-21T20:00:00-0/alex"]
                == (isDone ? "acknowledged: done by another" : "skipped: skipped by another"))
        #expect(bench.plan(at: "2026-11-22T19:00:00Z").deliveries.count == 1, "the next day's comes")
    }

    /// What somebody says to a nudge ahead is about that nudge, whoever else has one.
    @Test(arguments: AnswerPolicy.allCases) func doneOnAnEarlyNudgeAnswersThatNudgeOnly(_ policy: AnswerPolicy) throws {
        let ritual = Household.weekly {
            $0.leads = [Lead(.days(1)), .moment]
            $0.answer = policy
        }
        var bench = Bench([ritual], at: "2026-11-20T12:00:00Z")
        for delivery in bench.plan(at: "2026-11-21T18:00:00Z").deliveries { bench.end(delivery) }
        bench.plan(at: "2026-11-21T18:00:05Z")
        try give(.done, &bench, by: "sam")
        #expect(bench.ends == ["\(Self.at)-1 day/sam": "acknowledged: done"])
        #expect(bench.plan(at: "2026-11-22T18:00:00Z").deliveries.map(\.person.text).sorted() == ["alex", "sam"])
    }

    @Test func allStaysOpenUntilEverybodyHasAnswered() throws {
        var bench = delivered {
            $0.answer = .all
            $0.grace = .hours(6)
            $0.again = AskAgain(after: .hours(1), times: 2)
        }
        try give(.done, &bench, by: "sam")
        #expect(bench.ends == [:])
        #expect(throws: AnswerError.self) { try give(.done, &bench, by: "sam") }
        // Sam, for whom it is answered, has no notice any more and is not asked again.
        let sam = try #require(bench.planner.state.open.keys.first { $0.person == Household.sam.id })
        let notice = DeliveryKey(subject: .nudge(sam), channel: ChannelID("desktop"), round: 0)
        #expect(!bench.planner.isOpen(notice))
        bench.restart(at: "2026-11-22T18:30:00Z")
        #expect(!bench.planner.isOpen(notice))
        #expect(bench.plan(at: "2026-11-22T19:00:00Z").deliveries.map(\.person.text) == ["alex"])
        try give(.done, &bench, by: "alex")
        #expect(
            bench.ends == ["\(Self.at)-0/sam": "acknowledged: done", "\(Self.at)-0/alex": "acknowledged: done"])
    }

    @Test func allWithoutEverybodysAnswerEndsInItsOwnTime() throws {
        var bench = delivered { $0.answer = .all }
        try give(.done, &bench, by: "sam")
        bench.plan(at: "2026-11-22T18:15:00Z")
        #expect(
            bench.ends == ["\(Self.at)-0/sam": "acknowledged: done", "\(Self.at)-0/alex": "delivered: delivered"])
    }

    @Test func aSkipIsAnAnswerUnderAll() throws {
        var bench = delivered { $0.answer = .all }
        try give(.done, &bench, by: "sam")
        try give(.skip, &bench, by: "alex")
        #expect(
            bench.ends == [
                "\(Self.at)-0/sam": "acknowledged: done", "\(Self.at)-0/alex": "skipped: skipped by person",
            ])
    }

    @Test func eachAnswersAlone() throws {
        var bench = delivered { $0.answer = .each }
        try give(.done, &bench, by: "sam")
        #expect(bench.ends == ["\(Self.at)-0/sam": "acknowledged: done"])
        try give(.skip, &bench, by: "alex")
        #expect(bench.ends["\(Self.at)-0/alex"] == "skipped: skipped by person")
    }

    /// An answer that crosses with a delivery under way: what the far end then reports belongs to the record alone.
    @Test func anAnswerOvertakesADeliveryUnderWay() throws {
        var bench = Bench([Household.weekly()], at: "2026-11-20T12:00:00Z")
        let deliveries = bench.plan(at: "2026-11-22T18:00:00Z").deliveries
        let sam = try #require(deliveries.first { $0.person == Household.sam.id })
        let alex = try #require(deliveries.first { $0.person == Household.alex.id })
        bench.end(sam)
        bench.take([.begun(alex.key)])
        try give(.done, &bench, by: "sam")
        #expect(!bench.planner.holds(alex))
        bench.take([.attempted(alex.key, .delivered(""), at: bench.now)])
        #expect(!bench.planner.isOpen(alex.key))
        #expect(bench.ends["\(Self.at)-0/alex"] == "acknowledged: done by another")
        #expect(bench.plan(at: "2026-11-22T18:20:00Z").deliveries.isEmpty)
    }
}
