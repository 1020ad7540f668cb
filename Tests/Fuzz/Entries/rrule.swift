// Fuzzes the reader of recurrence rules, and the engine with what it reads.
//
// Most rules that differ in a byte from a good one are refused. So three mutations of four work on parts and values,
// and libFuzzer's own get the rest.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    fuzz(start, count, ReaderChecks.rrule)
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
    var mutation = RuleMutation(seed: UInt64(seed))
    guard mutation.number(0...3) > 0 else { return mutateBytes(start, count, limit) }
    let text = mutation.mutated(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    return UnsafeMutableBufferPointer(start: start, count: limit).update(from: text.utf8.prefix(limit)).index
}
