// Fuzzes the reader of recurrence rules, and the engine with what it reads.
//
// Most rules that differ in a byte from a good one are refused. So most mutations work on parts and values.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    return RuleMutation.isSpared(bytes, butOneIn: 6) ? -1 : fuzz(start, count, ReaderChecks.rrule)
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
    mutate(start, count, limit, seed) { rule, seed in
        var mutation = RuleMutation(seed: seed)
        return mutation.mutated(rule)
    }
}
