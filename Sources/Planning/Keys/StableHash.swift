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

    /// Spreads every bit over all others (the last step of MurmurHash3): numbers that differ little differ much.
    static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
        mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return mixed ^ mixed >> 33
    }
}

/// The stable hash of one text.
public func stableHash(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.add(text)
    return hash.value
}
