import Planning

/// Places in the record as they are told: each row's number is turned into another one, so that nobody can see by it how
/// much was recorded between two rows of their own.
///
/// A permutation of 62-bit numbers by four rounds of a Feistel network, under the record's own secret.
struct PlaceSeal {
    private static let rounds: Range<UInt8> = 0..<4
    private static let half: Int64 = 0x7fff_ffff
    private let hash: KeyedHash

    init(secret: [UInt8]) { hash = KeyedHash(key: secret) }

    /// `1795374000000000-n2213486781`; reads the same whatever is recorded later.
    func text(_ place: HistoryPlace) -> String {
        var (left, right) = (place.number >> 31 & Self.half, place.number & Self.half)
        for round in Self.rounds { (left, right) = (right, left ^ mixed(right, round)) }
        return HistoryPlace(at: place.at, isNudge: place.isNudge, number: left << 31 | right).description
    }

    /// The place of a text that ``text(_:)`` made; nil where it cannot be one.
    func place(_ text: String) -> HistoryPlace? {
        guard let told = HistoryPlace(text) else { return nil }
        var (left, right) = (told.number >> 31 & Self.half, told.number & Self.half)
        for round in Self.rounds.reversed() { (left, right) = (right ^ mixed(left, round), left) }
        return HistoryPlace(at: told.at, isNudge: told.isNudge, number: left << 31 | right)
    }

    private func mixed(_ half: Int64, _ round: UInt8) -> Int64 {
        let message = Array("place".utf8) + [round] + (0..<4).map { UInt8(truncatingIfNeeded: half >> ($0 * 8)) }
        return hash.code(of: message).prefix(4).reduce(0) { $0 << 8 | Int64($1) } & Self.half
    }
}
