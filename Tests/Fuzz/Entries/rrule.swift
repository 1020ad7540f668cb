// Fuzzes the reader of recurrence rules, and the engine with what it reads.
//
// Most rules that differ in a byte from a good one are refused. So most mutations work on parts and values.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    isSpared(UnsafeBufferPointer(start: start, count: count)) ? -1 : fuzz(start, count, ReaderChecks.rrule)
}

/// Of the rules with a COUNT of thousands, whose end takes as long to find as hundreds of others, one in thirty-two is
/// enough.
private func isSpared(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let parts = String(decoding: bytes, as: UTF8.self).uppercased().split(separator: ";")
    guard parts.contains(where: { $0.hasPrefix("COUNT=") && $0.utf8.count > 9 }) else { return false }
    return bytes.reduce(0) { $0 &* 31 &+ Int($1) } % 32 != 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
    mutate(start, count, limit, seed) { rule, seed in
        var mutation = RuleMutation(seed: seed)
        return mutation.mutated(rule)
    }
}
