/// HMAC-SHA-256 (RFC 2104, FIPS 180-4): names a delivery to the far end without telling anything about it.
public struct KeyedHash: Sendable {
    private let inner: [UInt8]
    private let outer: [UInt8]

    /// - Parameter key: Any length; longer than 64 bytes is hashed first.
    public init(key: [UInt8]) {
        var block = key.count > 64 ? Self.sha256(key) : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        inner = block.map { $0 ^ 0x36 }
        outer = block.map { $0 ^ 0x5c }
    }

    /// The 32-byte code of `message`.
    public func code(of message: [UInt8]) -> [UInt8] {
        Self.sha256(outer + Self.sha256(inner + message))
    }

    /// The first 16 bytes of the code of `text`, as 32 lowercase hexadecimal digits.
    public func token(for text: String) -> String {
        code(of: Array(text.utf8)).prefix(16).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0\(digits)" : digits
        }.joined()
    }

    /// The 32-byte SHA-256 of `message`.
    public static func sha256(_ message: [UInt8]) -> [UInt8] {
        var state = initial
        var padded = message
        padded.append(0x80)
        while padded.count % 64 != 56 { padded.append(0) }
        let bits = UInt64(message.count) * 8
        padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
        for start in stride(from: 0, to: padded.count, by: 64) { compress(padded[start..<start + 64], into: &state) }
        return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
    }

    private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var w = [UInt32](repeating: 0, count: 64)
        for i in 0..<16 {
            let at = block.startIndex + 4 * i
            w[i] = block[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        for i in 16..<64 {
            let s0 = rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ (w[i - 15] >> 3)
            let s1 = rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ (w[i - 2] >> 10)
            w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
        }
        var v = state
        for i in 0..<64 {
            let s1 = rotated(v[4], 6) ^ rotated(v[4], 11) ^ rotated(v[4], 25)
            let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
            let t1 = v[7] &+ s1 &+ choice &+ constants[i] &+ w[i]
            let s0 = rotated(v[0], 2) ^ rotated(v[0], 13) ^ rotated(v[0], 22)
            let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
            v = [t1 &+ s0 &+ majority, v[0], v[1], v[2], v[3] &+ t1, v[4], v[5], v[6]]
        }
        for i in 0..<8 { state[i] = state[i] &+ v[i] }
    }

    private static func rotated(_ word: UInt32, _ by: UInt32) -> UInt32 { word >> by | word << (32 - by) }

    /// Fractional parts of the square roots of the first eight primes.
    private static let initial = primes.prefix(8).map(squareRootFraction)

    /// Fractional parts of the cube roots of the first 64 primes.
    private static let constants = primes.map(cubeRootFraction)

    private static let primes: [UInt64] = (2...311).filter { n in !(2..<n).contains { $0 * $0 <= n && n % $0 == 0 } }

    /// The integer square root of `prime` × 2^64, found bit by bit, less its whole part.
    private static func squareRootFraction(_ prime: UInt64) -> UInt32 {
        var root: UInt64 = 0
        for bit in (0..<37).reversed() {
            let candidate = root | 1 << UInt64(bit)
            let square = candidate.multipliedFullWidth(by: candidate)
            if square.high < prime || (square.high == prime && square.low == 0) { root = candidate }
        }
        return UInt32(truncatingIfNeeded: root)
    }

    /// The integer cube root of `prime` × 2^96, found bit by bit, less its whole part.
    private static func cubeRootFraction(_ prime: UInt64) -> UInt32 {
        var root: UInt64 = 0
        for bit in (0..<35).reversed() {
            let candidate = root | 1 << UInt64(bit)
            let square = candidate.multipliedFullWidth(by: candidate)
            // candidate³ ≤ prime·2^96, compared in 160 bits.
            let low = square.low.multipliedFullWidth(by: candidate)
            let (middle, carry) = (square.high &* candidate).addingReportingOverflow(low.high)
            if !carry, middle < prime << 32 || (middle == prime << 32 && low.low == 0) { root = candidate }
        }
        return UInt32(truncatingIfNeeded: root)
    }
}
