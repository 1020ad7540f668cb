// Fuzzes the reader of phrases, and the engine with what it reads; most mutations work on whole words.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    fuzz(start, count, ReaderChecks.phrase)
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
    mutate(start, count, limit, seed) { phrase, seed in
        var mutation = PhraseMutation(seed: seed)
        return mutation.mutated(phrase)
    }
}
