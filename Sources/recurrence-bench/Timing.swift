import CLinux
import Glibc

/// Seconds of processor time this process has used.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Nanoseconds a run of `body` takes for each of `count` units: the median of several runs.
func nanoseconds(each count: Int, atLeast seconds: Double = 0.05, _ body: () -> Void) -> Double {
    var times: [Double] = []
    var total = 0.0
    while times.count < 5 || total < seconds && times.count < 10_000 {
        let start = processorTime()
        body()
        times.append(processorTime() - start)
        total += times[times.count - 1]
    }
    return times.sorted()[times.count / 2] / Double(max(1, count)) * 1e9
}

/// Marsaglia's xorshift64.
struct XorShift: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

/// A number with one decimal.
func rounded(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}

/// The bytes that this process has from the allocator.
func heldBytes() -> Int { Int(mallinfo2().uordblks) }
