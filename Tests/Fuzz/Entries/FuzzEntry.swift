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
