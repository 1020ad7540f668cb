import CivilTime
import Planning
import Testing

@testable import Control

/// A place in the record says when, and nothing of what else is recorded.
@Suite struct PlaceSealTests {
    static let numbers = Array(0..<200) + [Int64(1) << 31, 1 << 45, (1 << 62) - 1]

    static func place(_ number: Int64) -> HistoryPlace {
        HistoryPlace(at: Timestamp(seconds: 1_795_374_000), isNudge: number % 2 == 0, number: number)
    }

    @Test func whatIsToldLeadsBackToThePlace() {
        let seal = PlaceSeal(secret: [1, 2, 3])
        for number in Self.numbers { #expect(seal.place(seal.text(Self.place(number))) == Self.place(number)) }
        #expect(seal.place("1-x2") == nil && seal.place("") == nil)
    }

    @Test func rowsThatFollowEachOtherDoNotLookLikeIt() throws {
        let seal = PlaceSeal(secret: [1, 2, 3])
        let told = try Self.numbers.map { try #require(HistoryPlace(seal.text(Self.place($0)))).number }
        #expect(Set(told).count == told.count)
        #expect(zip(told, told.dropFirst()).allSatisfy { abs($0 - $1) > 1_000 })
        #expect(told.allSatisfy { $0 > 1_000 })
        let other = PlaceSeal(secret: [1, 2, 4])
        #expect(Self.numbers.allSatisfy { seal.text(Self.place($0)) != other.text(Self.place($0)) })
    }
}
