import CivilTime
import Planning
import Recurrence
import Testing

@testable import Daemon

/// What begins when, and what is on record by then.
@Suite struct DispatcherTests {
    /// A channel that keeps what it is given until the test ends it.
    private final class Far: Channel {
        let capacity: Int
        private(set) var begun: [String] = []
        private var reports: [String: (AttemptOutcome) -> Void] = [:]

        init(_ capacity: Int) { self.capacity = capacity }

        func begin(_ parcels: [Parcel], report: @escaping (DeliveryKey, AttemptOutcome) -> Void) {
            for parcel in parcels {
                let name = parcel.title
                begun.append(name)
                reports[name] = { report(parcel.key, $0) }
            }
        }

        func end(_ name: String, _ outcome: AttemptOutcome = .delivered("")) { reports.removeValue(forKey: name)?(outcome) }

        func finish() {}
    }

    /// A dispatcher with a record, a clock and a loop that the test moves.
    private final class World {
        let far: Far
        private(set) var dispatcher: Dispatcher?
        var now = Timestamp(seconds: 1_000_000)
        var isRefused = false
        var unclaimed: Set<String> = []
        /// `begun a`, `attempted a`, `released a`, in the order in which it came on record; a line is one commit.
        private(set) var record: [String] = []
        private(set) var settled: [String] = []
        /// Of what and for when words were made.
        private(set) var worded: [String] = []
        private(set) var recordedAgain = 0
        private var later: [() -> Void] = []

        init(_ capacity: Int) {
            far = Far(capacity)
            let dispatcher = Dispatcher(
                Dispatcher.Room(
                    commit: { [unowned self] changes, _ in
                        guard !isRefused else { return false }
                        record.append(changes.map(World.word).joined(separator: ", "))
                        return true
                    },
                    isClaimed: { [unowned self] in !unclaimed.contains(World.name($0.key)) },
                    parcel: { [unowned self] delivery, at in
                        worded.append("\(World.name(delivery.key)) at \(at.seconds)")
                        return Parcel(
                            key: delivery.key, token: "", person: World.person, ritual: nil, title: World.name(delivery.key),
                            body: "", when: "", urgent: false)
                    },
                    settled: { [unowned self] key, _ in settled.append(World.name(key)) },
                    recordedAgain: { [unowned self] in recordedAgain += 1 }, responded: { _, _ in }, isOpen: { _ in true },
                    token: { $0.description }, now: { [unowned self] in now },
                    after: { [unowned self] _, body in later.append(body) }))
            let definition = ChannelDefinition(id: World.channel, means: .command(CommandMeans(argv: ["true"])))
            dispatcher.use([definition]) { [far] _ in [World.channel: far] }
            self.dispatcher = dispatcher
        }

        /// Lets the loop come round.
        func turn() {
            let bodies = later
            later = []
            for body in bodies { body() }
        }

        /// Claims something that is due in so many seconds.
        func prepare(_ name: String, in seconds: Int64) {
            var early = delivery(name)
            early.at = now.adding(seconds: seconds)
            dispatcher?.take([early], at: now)
        }

        func take(_ names: String...) { dispatcher?.take(names.map { delivery($0) }, at: now) }

        func delivery(_ name: String) -> Delivery {
            let occurrence = OccurrenceName(ritual: RitualID(name), key: .elapsed(now))
            let nudge = NudgeKey(occurrence: occurrence, lead: .moment, person: World.person.id)
            let key = DeliveryKey(subject: .nudge(nudge), channel: World.channel, round: 0)
            return Delivery(key: key, person: World.person.id, members: [], at: now)
        }

        static let channel = ChannelID("desk")
        static let person = Person(id: PersonID("sam"), name: "Sam", zone: .utc, channels: [[channel]])

        static func name(_ key: DeliveryKey) -> String {
            if case .nudge(let nudge) = key.subject { nudge.ritual.text } else { "digest" }
        }

        private static func word(_ change: LedgerChange) -> String {
            switch change {
            case .begun(let key): "begun \(name(key))"
            case .attempted(let key, _, _): "attempted \(name(key))"
            case .released(let key): "released \(name(key))"
            default: "\(change)"
            }
        }
    }

    @Test func whatIsPreparedHasItsWordsReadyAndWhatIsLateIsWordedAnew() {
        let world = World(4)
        world.prepare("a", in: 2)
        #expect(world.worded == ["a at 1000002"])
        #expect(world.far.begun.isEmpty)
        world.now = Timestamp(seconds: 1_000_002)
        world.dispatcher?.beginPrepared(at: world.now)
        #expect(world.far.begun == ["a"])
        #expect(world.worded == ["a at 1000002"])
        world.prepare("b", in: 2)
        world.now = Timestamp(seconds: 1_000_020)
        world.dispatcher?.beginPrepared(at: world.now)
        #expect(world.far.begun == ["a", "b"])
        #expect(world.worded == ["a at 1000002", "b at 1000004", "b at 1000020"])
        // Given up is forgotten: the words of the next claim are its own.
        world.prepare("c", in: 2)
        world.dispatcher?.giveUpPrepared()
        world.prepare("c", in: 1)
        #expect(world.worded.suffix(2) == ["c at 1000022", "c at 1000021"])
    }

    @Test func oneAtATimeIsOnRecordBeforeTheNextBegins() {
        let world = World(1)
        world.take("a", "b", "c")
        #expect(world.far.begun == ["a"])
        world.far.end("a")
        #expect(world.far.begun == ["a"], "nothing begins before the outcome is on record")
        world.turn()
        #expect(world.record == ["begun a", "attempted a", "begun b"])
        #expect(world.far.begun == ["a", "b"])
        world.far.end("b", .uncertain("silence"))
        world.turn()
        #expect(world.far.begun == ["a", "b", "c"])
        #expect(world.settled == ["a", "b"])
    }

    @Test func asManyAsThereIsRoomForBeginInTheirOrder() {
        let world = World(3)
        world.take("a", "b", "c", "d", "e")
        #expect(world.far.begun == ["a", "b", "c"])
        #expect(world.dispatcher?.underWay.count == 3)
        world.take("f")
        world.far.end("b")
        world.far.end("a")
        world.turn()
        // What ended together is recorded together.
        #expect(world.record == ["begun a, begun b, begun c", "attempted b, attempted a", "begun d, begun e"])
        world.far.end("c")
        world.turn()
        #expect(world.far.begun == ["a", "b", "c", "d", "e", "f"])
    }

    @Test func whatWasAnsweredWhileItWaitedIsNotSent() {
        let world = World(1)
        world.take("a", "b", "c")
        world.unclaimed = ["b"]
        world.far.end("a")
        world.turn()
        #expect(world.far.begun == ["a", "c"])
        #expect(world.record.contains("released b"))
    }

    /// The lease covers one time limit from the claim on, and a little more.
    @Test func whatWaitedSoLongThatItsLeaseIsTooShortIsGivenBack() {
        let world = World(1)
        world.take("a", "b")
        world.now = world.now.adding(seconds: Policy.leaseMargin + 1)
        world.far.end("a")
        world.turn()
        #expect(world.far.begun == ["a"])
        #expect(world.record.last == "released b")
        world.take("b")
        #expect(world.far.begun == ["a", "b"])
    }

    @Test func nothingBeginsWhileAnOutcomeIsNotOnRecord() {
        let world = World(1)
        world.take("a", "b")
        world.isRefused = true
        world.far.end("a")
        world.turn()
        #expect(world.dispatcher?.isWaitingForLedger == true && world.far.begun == ["a"])
        world.turn()
        #expect(world.recordedAgain == 0)
        world.isRefused = false
        world.turn()
        #expect(world.record == ["begun a", "attempted a", "begun b"])
        #expect(world.recordedAgain == 1 && world.far.begun == ["a", "b"])
    }

    @Test func theEndGivesBackWhatHasNotBegun() {
        let world = World(1)
        world.take("a", "b", "c")
        world.dispatcher?.finish()
        #expect(world.record == ["begun a", "released b, released c"])
        world.far.end("a")
        world.turn()
        #expect(world.record.last == "attempted a" && world.dispatcher?.underWay.isEmpty == true)
        #expect(world.far.begun == ["a"])
    }
}
