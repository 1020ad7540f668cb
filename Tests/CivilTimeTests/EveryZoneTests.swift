import CivilTime
import Testing
import ZoneFiles

/// Every zone of the machine's tzdb, every change from 1970 to 2100 and a few far
/// ones, against the C library.
@Suite(.enabled(if: MachineZones.areThere, "this machine has no tzdb"))
struct EveryZoneTests {
    static let start = 0  // 1970-01-01
    static let end = 4_133_980_800  // 2101-01-01

    @Test func everyNameCanBeRead() throws {
        let names = MachineZones.files.knownNames
        for name in names {
            let zone = try MachineZones.zone(name)
            #expect(zone.identifier == name)
            #expect(zone.storageBytes < 20_000, "\(name)")
        }
    }

    @Test(.enabled(if: CLibrary.isThere, "asking the C library needs python3"))
    func everyChangeAgainstTheCLibrary() throws {
        let zones = MachineZones.distinct
        let folder = MachineZones.files.places.folder
        let found = try CLibrary.transitions(
            of: zones.map(\.identifier), folder: folder, from: Self.start, to: Self.end)
        try #require(found.count == zones.count)
        var count = 0
        for (zone, theirs) in zip(zones, found) {
            let ours = Set(transitions(of: zone, from: Self.start, to: Self.end).map { Int($0.at.seconds) })
            #expect(ours.isSuperset(of: theirs), "\(zone) misses \(Set(theirs).subtracting(ours).sorted().prefix(3))")
            count += theirs.count
        }
        // A third of the tzdb's zones have daylight saving time for ever.
        #expect(count > 20_000)
    }

    @Test(.enabled(if: CLibrary.isThere, "asking the C library needs python3"))
    func everyChangeThereAndBack() throws {
        let zones = MachineZones.distinct
        var questions: [(zone: String, seconds: [Int])] = []
        for zone in zones { questions.append((":" + zone.identifier, probes(of: zone))) }
        let answers = try CLibrary.answers(questions, folder: MachineZones.files.places.folder)
        try #require(answers.count == zones.count)
        for ((zone, question), answers) in zip(zip(zones, questions), answers) {
            try #require(answers.count == question.seconds.count)
            var cursor = ZoneCursor(zone)
            var known: [Int: Int] = [:]
            for (second, answer) in zip(question.seconds, answers) { known[second] = answer.seconds }
            let offsets = Set(known.values)
            for (second, answer) in zip(question.seconds, answers) {
                let offset = zone.offset(at: Timestamp(seconds: Int64(second)))
                guard Int(offset.seconds) == answer.seconds, offset.isDaylight == answer.isDaylight,
                    offset.abbreviation == answer.abbreviation,
                    cursor.offsetSeconds(atSecond: Int64(second)) == answer.seconds,
                    readsBack(second, answer.seconds, zone, &cursor, known, offsets)
                else {
                    Issue.record("\(zone) at \(second): \(offset), not \(answer)")
                    break
                }
            }
        }
    }

    /// Whether the local time of an instant leads back to it and to whatever else the C
    /// library knows to show the same local time.
    private func readsBack(
        _ second: Int, _ offset: Int, _ zone: Zone, _ cursor: inout ZoneCursor, _ known: [Int: Int], _ offsets: Set<Int>
    ) -> Bool {
        let local = CivilDateTime(seconds: Int64(second + offset))
        guard zone.local(at: Timestamp(seconds: Int64(second))) == local else { return false }
        var same: [Timestamp] = []
        for other in offsets {
            let candidate = second + offset - other
            if known[candidate] == other { same.append(Timestamp(seconds: Int64(candidate))) }
        }
        same.sort()
        let first = zone.instant(of: local)
        guard cursor.instant(of: local) == first else { return false }
        switch zone.resolve(local) {
        case .unique(let instant): return same == [instant] && first == instant
        case .fold(let one, let two): return same == [one, two] && first == one && one < two
        case .gap: return false
        }
    }

    /// The changes in a range, of the zone's own telling.
    private func transitions(of zone: Zone, from: Int, to: Int) -> [Transition] {
        var result: [Transition] = []
        var at = Timestamp(seconds: Int64(from) - 1)
        while let next = zone.nextTransition(after: at), next.at.seconds < to {
            result.append(next)
            at = next.at
        }
        return result
    }

    /// Around each change by a second, at the other reading of the local times around
    /// it, and in the middle of each span.
    private func probes(of zone: Zone) -> [Int] {
        var seconds: Set<Int> = []
        var changes = transitions(of: zone, from: -5_000_000_000, to: Self.end)
        for year in [2399, 2400, 2438, 2440, 2837, 3000, 6001, 9000] {
            let newYear = CivilDateTime(year: year, month: 1, day: 1).map { Int($0.seconds) } ?? 0
            seconds.insert(newYear)
            changes += transitions(of: zone, from: newYear, to: newYear + 366 * 86_400)
        }
        for (change, next) in zip(changes, changes.dropFirst() + changes.suffix(1)) {
            let at = Int(change.at.seconds)
            let shift = Int(change.after.seconds - change.before.seconds)
            for step in [-1, 0, 1] {
                for other in [0, shift, -shift] { seconds.insert(at + step + other) }
            }
            seconds.insert((at + Int(next.at.seconds)) / 2)
        }
        return seconds.sorted()
    }

    @Test func everyGapIsEmpty() {
        for zone in MachineZones.distinct {
            for change in transitions(of: zone, from: Self.start, to: Self.end)
            where change.after.seconds > change.before.seconds {
                let from = change.at.seconds + Int64(change.before.seconds)
                let to = change.at.seconds + Int64(change.after.seconds)
                for second in [from, (from + to) / 2, to - 1] {
                    let local = CivilDateTime(seconds: second)
                    let gap = LocalResolution.gap(
                        before: change.before.seconds, after: change.after.seconds, at: change.at)
                    #expect(zone.resolve(local) == gap, "\(zone) \(local)")
                    #expect(zone.instant(of: local).seconds == second - Int64(change.before.seconds))
                }
            }
        }
    }

    @Test func backwardsIsForwardsReversed() {
        for zone in MachineZones.distinct {
            let forwards = transitions(of: zone, from: -5_000_000_000, to: 16_000_000_000)  // until 2477
            var backwards: [Transition] = []
            var at = Timestamp(seconds: 16_000_000_000)
            while let previous = zone.previousTransition(before: at), previous.at.seconds >= -5_000_000_000 {
                backwards.append(previous)
                at = previous.at
            }
            #expect(backwards.reversed() == forwards, "\(zone)")
        }
    }

    @Test func everySpanLiesBetweenTwoChanges() {
        for zone in MachineZones.distinct {
            for second in stride(from: Int64(-1_000_000_000), to: 40_000_000_000, by: 50_000_000) {
                let instant = Timestamp(seconds: second)
                let span = zone.span(atSecond: second)
                let previous = zone.previousTransition(before: instant.adding(microseconds: 1))
                let next = zone.nextTransition(after: instant)
                let offset = zone.offsetSeconds(atSecond: second)
                guard span.offset == offset, span.start <= second, second < span.end,
                    previous == nil || previous?.at.seconds == span.start, next == nil || next?.at.seconds == span.end,
                    span.before == previous.map({ Int64($0.before.seconds) }) ?? offset,
                    span.after == next.map({ Int64($0.after.seconds) }) ?? offset
                else {
                    Issue.record("\(zone) at \(second): \(span)")
                    break
                }
            }
        }
    }

    @Test func leapSecondsMakeNoDifference() throws {
        // The same zones in the tree whose times count leap seconds; it has no footers
        // and ends where the announced leap seconds do.
        let end = 1_735_689_600  // 2025-01-01
        for name in ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"] {
            guard let counted = try? MachineZones.zone("right/" + name) else { continue }
            let zone = try MachineZones.zone(name)
            let left = transitions(of: counted, from: -5_000_000_000, to: end)
            let right = transitions(of: zone, from: -5_000_000_000, to: end)
            let different = zip(left, right).first { $0 != $1 }
            #expect(different == nil && left.count == right.count, "\(name)")
        }
    }
}
