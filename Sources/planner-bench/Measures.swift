import CLinux
import Glibc

/// Seconds of processor time this process has used.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Runs `body`, and says how many milliseconds of processor time it took.
func timed<Result>(_ body: () -> Result) -> (result: Result, milliseconds: Double) {
    let start = processorTime()
    let result = body()
    return (result, (processorTime() - start) * 1e3)
}

/// The bytes of this process that are in memory (VmRSS), once what it has freed has gone back to the system.
func residentBytes() -> Int {
    malloc_trim(0)
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 256)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return 0 }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
}

/// A number with one decimal.
func rounded(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}

/// The value below which the given share of ascending values lies.
func quantile(_ share: Double, of ascending: [Double]) -> Double {
    ascending.isEmpty ? 0 : ascending[min(ascending.count - 1, Int(Double(ascending.count) * share))]
}

/// The median, the 99th percentile and the largest of some milliseconds, in words.
func spread(of milliseconds: [Double]) -> String {
    let ascending = milliseconds.sorted()
    func words(_ share: Double) -> String { rounded(quantile(share, of: ascending) * 1e3) }
    return "median \(words(0.5)) µs, p99 \(words(0.99)) µs, most \(words(1)) µs"
}
