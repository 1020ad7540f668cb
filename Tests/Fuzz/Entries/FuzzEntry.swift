// What every fuzz target shares: how an input comes in, and how a broken promise ends the run.

/// Runs one check over libFuzzer's bytes, and stops where it finds something wrong.
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int, _ check: ([UInt8]) -> String?) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let wrong = check(bytes) {
        preconditionFailure("\(String(decoding: bytes, as: UTF8.self).debugDescription): \(wrong)")
    }
    return 0
}
