/// FNV-1a: the same in every process, for jitter, draws and fingerprints. Not for secrets.
struct StableHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = (value ^ 0xff) &* 0x100_0000_01b3
    }

    mutating func add(_ number: UInt64) {
        var rest = number
        for _ in 0..<8 {
            value = (value ^ (rest & 0xff)) &* 0x100_0000_01b3
            rest >>= 8
        }
    }
}

/// The stable hash of one text.
public func stableHash(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.add(text)
    return hash.value
}
