import Glibc

// What every fuzz target shares: how an input comes in, and how a broken promise ends the run.

/// Runs one check over libFuzzer's bytes, and ends the run where it finds something wrong.
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int, _ check: ([UInt8]) -> String?) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let wrong = check(bytes) else { return 0 }
    let words = Array("broken: \(String(decoding: bytes, as: UTF8.self).debugDescription): \(wrong)\n".utf8)
    _ = write(2, words, words.count)
    abort()
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

/// Three of four inputs are changed as a whole text by `change`, which follows from the seed alone; the others are left to
/// libFuzzer and its bytes.
func mutate(
    _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32, by change: (String, UInt64) -> String
) -> Int {
    guard seed % 4 > 0 else { return mutateBytes(start, count, limit) }
    let text = change(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self), UInt64(seed))
    return UnsafeMutableBufferPointer(start: start, count: limit).update(from: text.utf8.prefix(limit)).index
}
