import CivilTime
import Planning
import Testing

/// What people ask for themselves: stop, pause, mute.
@Suite("Wishes")
struct WishTests {
    /// A household with a daily nudge at 08:30 for Sam and one at 09:00 for both, each at their own time, and Sunday's
    /// check-in together; nothing has come yet.
    private func bench(at now: String = "2026-11-20T12:00:00Z") -> Bench {
        Bench(
            [
                Household.daily(), Household.daily("tea", 9, 0, people: [Household.sam.id, Household.alex.id]),
                Household.weekly { $0.leads = [Lead(.days(1)), .moment] },
            ], at: now)
    }

    private func wishing(_ bench: Bench, by person: Person = Household.sam) -> Wishing {
        Wishing(bench.planner, at: bench.now, by: person)
    }

    /// Everything that goes out until `end`, each delivered at once, in the order in which it goes.
    private func sent(_ bench: inout Bench, through end: String) -> [String] {
        var sent: [String] = []
        while true {
            let plan = bench.planner.plan(at: ClockReading(now: bench.now, isSynchronised: true))
            bench.changes += plan.changes
            for delivery in plan.deliveries {
                sent.append(delivery.members.map(\.key.description).joined(separator: " + "))
                bench.end(delivery)
            }
            guard let wake = plan.wakeAt, wake <= Household.utc(end) else { break }
            if plan.deliveries.isEmpty { bench.now = Swift.max(wake, bench.now) }
        }
        bench.now = Household.utc(end)
        return sent
    }

    @Test("What is stopped comes no more, whatever becomes of the rest, until it is started again")
    func stop() throws {
        var bench = bench()
        bench.take(try wishing(bench).stop("appreciation.morning").changes)
        let own = sent(&bench, through: "2026-11-21T12:00:00Z").filter { $0.hasSuffix("/sam") }
        #expect(own == ["tea@2026-11-21T09:00:00-0/sam"])
        #expect(bench.ends["morning@2026-11-21T08:30:00-0/sam"] == "skipped: stopped by person")
        bench.take(try wishing(bench).start("morning").changes)
        #expect(sent(&bench, through: "2026-11-22T07:45:00Z").contains("morning@2026-11-22T08:30:00-0/sam"))
    }

    @Test("Who stops everything gets nothing, and the other of a moment together as before")
    func stopEverything() throws {
        var bench = bench()
        bench.take(try wishing(bench).stop("everything").changes)
        let all = sent(&bench, through: "2026-11-22T20:00:00Z")
        #expect(!all.isEmpty && all.allSatisfy { $0.hasSuffix("/alex") })
        #expect(all.contains("weekly@2026-11-22T19:00:00-1 day/alex"))
        #expect(all.contains("weekly@2026-11-22T19:00:00-0/alex"))
        #expect(bench.ends["weekly@2026-11-22T19:00:00-0/sam"] == "skipped: stopped by person")
        #expect(throws: WishError.everythingStopped) { try wishing(bench).start("morning") }
    }

    @Test("What waits or stands open ends at once; what had arrived stays delivered")
    func atOnce() throws {
        var bench = bench()
        bench.end(bench.plan(at: "2026-11-21T07:30:00Z").deliveries[0])
        bench.plan(at: "2026-11-21T07:31:00Z")
        let failed = bench.plan(at: "2026-11-21T08:00:00Z").deliveries[0]
        bench.end(failed, .transient("later", retryAfter: 600))
        bench.take(try wishing(bench).stop("everything").changes)
        #expect(bench.plan(at: "2026-11-21T08:00:01Z").deliveries.isEmpty)
        #expect(bench.ends["morning@2026-11-21T08:30:00-0/sam"] == "delivered: delivered")
        #expect(bench.ends["tea@2026-11-21T09:00:00-0/sam"] == "skipped: stopped by person")
        #expect(!bench.planner.state.open.keys.contains { $0.person == Household.sam.id })
    }

    @Test("What is just being sent comes to its own end first")
    func underWay() throws {
        var bench = bench()
        let delivery = bench.plan(at: "2026-11-21T07:30:00Z").deliveries[0]
        bench.take([.begun(delivery.key)])
        bench.take(try wishing(bench).stop("everything").changes)
        bench.plan(at: "2026-11-21T07:30:01Z")
        #expect(bench.ends["morning@2026-11-21T08:30:00-0/sam"] == nil)
        bench.take([.attempted(delivery.key, .delivered(""), at: bench.now)])
        bench.plan(at: "2026-11-21T07:30:02Z")
        #expect(bench.ends["morning@2026-11-21T08:30:00-0/sam"] == "delivered: delivered")
    }

    @Test("Neither an edit nor a new name starts what somebody stopped")
    func edits() throws {
        var bench = bench()
        bench.take(try wishing(bench).stop("morning").changes)
        bench.restart(at: "2026-11-20T13:00:00Z", [Household.daily("morning", 10, 0)])
        #expect(sent(&bench, through: "2026-11-21T12:00:00Z").isEmpty)
        bench.restart(
            at: "2026-11-21T13:00:00Z", [Household.daily("dawn", 7, 0) { $0.formerly = [RitualID("morning")] }])
        #expect(sent(&bench, through: "2026-11-22T12:00:00Z").isEmpty)
        #expect(bench.ends["dawn@2026-11-22T07:00:00-0/sam"] == "skipped: stopped by person")
        // Left out of the schedule for a while, it is still stopped when it comes back.
        bench.restart(at: "2026-11-22T13:00:00Z", [Household.daily("other", 7, 0)])
        bench.restart(at: "2026-11-22T14:00:00Z", [Household.daily("dawn", 7, 0)])
        #expect(sent(&bench, through: "2026-11-23T12:00:00Z").isEmpty)
    }

    // MARK: - Pause

    @Test("A pause ends by itself, and what fell due in it is not brought up again")
    func pause() throws {
        var bench = bench()
        let effect = try wishing(bench).pause(until: "2026-11-22")
        #expect(effect.until == Household.utc("2026-11-21T23:00:00Z"))
        bench.take(effect.changes)
        #expect(sent(&bench, through: "2026-11-21T22:00:00Z").allSatisfy { $0.hasSuffix("/alex") })
        #expect(bench.ends["morning@2026-11-21T08:30:00-0/sam"] == "skipped: paused by person")
        #expect(bench.ends["weekly@2026-11-22T19:00:00-1 day/sam"] == "skipped: paused by person")
        #expect(
            sent(&bench, through: "2026-11-22T09:00:00Z").filter { $0.hasSuffix("/sam") }
                == ["morning@2026-11-22T08:30:00-0/sam", "tea@2026-11-22T09:00:00-0/sam"])
    }

    @Test("A pause takes the place of the one before; resume ends it, and lists nothing")
    func resume() throws {
        var bench = bench()
        bench.take(try wishing(bench).pause(until: "2 weeks").changes)
        bench.take(try wishing(bench).pause(until: nil).changes)
        #expect(wishing(bench).own.map(\.until) == [nil])
        #expect(sent(&bench, through: "2026-11-24T12:00:00Z").allSatisfy { $0.hasSuffix("/alex") })
        bench.take(wishing(bench).resume().changes)
        #expect(wishing(bench).own.isEmpty)
        #expect(
            sent(&bench, through: "2026-11-25T07:30:00Z").filter { $0.hasSuffix("/sam") }
                == ["morning@2026-11-25T08:30:00-0/sam"])
        let missed = bench.changes.filter { if case .missed = $0 { true } else { false } }
        #expect(missed.isEmpty)
    }

    @Test("A host that was off through a pause writes one stretch for it, and one for what was missed beside it")
    func pauseWhileOff() throws {
        var bench = bench()
        bench.take(try wishing(bench).pause(until: "2026-11-24").changes)
        bench.plan(at: "2026-11-20T12:01:00Z")
        bench.restart(at: "2026-11-26T12:00:00Z")
        bench.plan(at: "2026-11-26T12:00:00Z")
        let spans = bench.changes.compactMap { change -> MissedSpan? in
            if case .missed(let span, _) = change, span.ritual.text == "morning" { span } else { nil }
        }
        #expect(spans.map(\.reason) == [.paused, .missed])
        #expect(spans.map(\.outcome) == [.skipped, .expired])
        #expect(spans.first?.through == Household.utc("2026-11-23T22:59:59.999999Z"))
    }

    @Test("Urgent things and milestones pause as well")
    func nothingPasses() throws {
        var bench = Bench(
            [
                Household.daily {
                    $0.urgent = true
                    $0.kind = .milestone
                }
            ], at: "2026-11-20T12:00:00Z")
        bench.take(try wishing(bench).pause(until: "1 week").changes)
        #expect(sent(&bench, through: "2026-11-26T12:00:00Z").isEmpty)
    }

    // MARK: - Dates

    @Test("A muted date has nothing on it, nor ahead of what is on it")
    func mute() throws {
        var bench = bench()
        bench.take(try wishing(bench).mute("2026-11-22").changes)
        let own = sent(&bench, through: "2026-11-23T12:00:00Z").filter { $0.hasSuffix("/sam") }
        #expect(
            own == [
                "morning@2026-11-21T08:30:00-0/sam", "tea@2026-11-21T09:00:00-0/sam",
                "morning@2026-11-23T08:30:00-0/sam", "tea@2026-11-23T09:00:00-0/sam",
            ])
        #expect(bench.ends["weekly@2026-11-22T19:00:00-1 day/sam"] == "skipped: muted by person")
        #expect(bench.ends["morning@2026-11-22T08:30:00-0/sam"] == "skipped: muted by person")
    }

    @Test("What was put off does not come on a muted date")
    func snoozedInto() throws {
        var bench = Bench([Household.daily("late", 20, 0)], at: "2026-11-20T12:00:00Z")
        bench.take(try wishing(bench).mute("2026-11-21").changes)
        bench.end(bench.plan(at: "2026-11-20T19:00:00Z").deliveries[0])
        let snooze = try Answers(bench.planner, at: bench.now).snooze(AnswerTarget("late"), by: nil, for: .hours(13))
        bench.take(snooze.changes)
        #expect(sent(&bench, through: "2026-11-21T22:00:00Z").isEmpty)
        #expect(bench.ends["late@2026-11-20T20:00:00-0/sam"] == "skipped: muted by person")
    }

    @Test("Dates and times as people write them")
    func texts() throws {
        let bench = bench()
        let wishing = wishing(bench)
        #expect(try wishing.mute("2026-12-24..2026-12-26").until == Household.utc("2026-12-26T23:00:00Z"))
        #expect(try wishing.pause(until: "2026-12-24T18:00").until == Household.utc("2026-12-24T17:00:00Z"))
        #expect(try wishing.pause(until: "2026-12-24T18:00:00Z").until == Household.utc("2026-12-24T18:00:00Z"))
        for text in ["yesterday", "2026-13-01", "2026-12-26..2026-12-24", "2026-12-24..", ".."] {
            #expect(throws: WishError.badDates(text)) { try wishing.mute(text) }
        }
        #expect(throws: WishError.badTime("soon")) { try wishing.pause(until: "soon") }
        #expect(throws: WishError.self) { try wishing.pause(until: "2026-11-20") }
        #expect(throws: WishError.self) { try wishing.mute("2026-11-19") }
        #expect(throws: WishError.noSuchRitual("morning")) {
            try Wishing(bench.planner, at: bench.now, by: Household.alex).stop("morning")
        }
    }

    // MARK: - What comes

    @Test("What comes leaves out what is stopped, paused and muted, and ends where nothing more comes")
    func preview() throws {
        var bench = bench()
        func next(_ count: Int) -> [String] {
            Preview(bench.schedule, bench.planner.state, after: bench.now, showing: { $1 == Household.sam.id })
                .prefix(count).map(\.key.description)
        }
        #expect(next(1) == ["morning@2026-11-21T08:30:00-0/sam"])
        bench.take(try wishing(bench).pause(until: "2026-12-01").changes)
        #expect(next(1) == ["morning@2026-12-01T08:30:00-0/sam"])
        bench.take(try wishing(bench).stop("morning").changes)
        #expect(next(1) == ["tea@2026-12-01T09:00:00-0/sam"])
        bench.take(try wishing(bench).stop("everything").changes)
        #expect(next(1).isEmpty)
    }

    @Test("A clock set back restarts nobody")
    func clockBack() throws {
        var bench = bench()
        bench.plan(at: "2026-11-20T12:00:00Z")
        bench.take(try wishing(bench).stop("everything").changes)
        bench.plan(at: "2026-11-21T12:00:00Z")
        bench.plan(at: "2026-11-20T06:00:00Z")
        bench.now = Household.utc("2026-11-20T06:00:00Z")
        #expect(sent(&bench, through: "2026-11-20T12:00:00Z").allSatisfy { $0.hasSuffix("/alex") })
    }
}
