import CLinux
import Glibc

/// All delays of a loop: a binary heap over one timerfd, which is armed once before each sleep.
final class DelayQueue {
    private let timer: Descriptor
    private let clock: clockid_t
    private var heap: [Delay] = []
    private var cancelled = 0
    private var sequence: UInt64 = 0
    private var armed: Int64?

    init(countsSuspend: Bool) throws(SystemError) {
        clock = countsSuspend ? CLOCK_BOOTTIME : CLOCK_MONOTONIC
        timer = try Descriptor(
            timerfd_create(clock, Int32(TFD_CLOEXEC | TFD_NONBLOCK)), "timerfd_create")
    }

    var descriptor: Int32 { timer.number }
    var count: Int { heap.count }

    private var nanoseconds: Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    var now: Duration { .nanoseconds(nanoseconds) }

    func add(_ delay: Duration, _ body: @escaping () -> Void) -> Delay {
        let (deadline, overflow) = nanoseconds.addingReportingOverflow(delay.clampedNanoseconds)
        return add(at: overflow ? .max : deadline, body)
    }

    /// Adds a delay that ends at an absolute time of the queue's clock, in nanoseconds.
    func add(at deadline: Int64, _ body: @escaping () -> Void) -> Delay {
        sequence += 1
        let entry = Delay(deadline: deadline, sequence: sequence, queue: self, body: body)
        heap.append(entry)
        rise(heap.count - 1)
        return entry
    }

    /// Arms the timer for the first delay, or disarms it when there is none.
    func arm() throws(SystemError) {
        while let first = heap.first, !first.isPending {
            removeFirst()
            cancelled -= 1
        }
        let next = heap.first?.deadline
        guard next != armed else { return }
        var setting = itimerspec()
        if let next {
            let expiry = max(next, 1)
            setting.it_value = timespec(tv_sec: Int(expiry / 1_000_000_000), tv_nsec: Int(expiry % 1_000_000_000))
        }
        // TFD_TIMER_ABSTIME
        guard timerfd_settime(timer.number, 1, &setting, nil) == 0 else {
            throw SystemError.last("timerfd_settime")
        }
        armed = next
    }

    /// Calls what is due, in order. What is added meanwhile waits for the next round.
    func fire() {
        var expirations: UInt64 = 0
        _ = Glibc.read(timer.number, &expirations, MemoryLayout<UInt64>.size)
        armed = nil
        let now = nanoseconds
        let newest = sequence
        while let first = heap.first, first.deadline <= now, first.sequence <= newest {
            removeFirst()
            if let body = first.take() { body() } else { cancelled -= 1 }
        }
    }

    func noteCancelled() {
        cancelled += 1
        // Delays cancelled long before their time must not pile up.
        guard cancelled > 32, cancelled * 2 > heap.count else { return }
        heap.removeAll { !$0.isPending }
        cancelled = 0
        heap.sort(by: Delay.isBefore)
    }

    private func removeFirst() {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        heap[0] = last
        sink(0)
    }

    private func rise(_ start: Int) {
        var index = start
        while index > 0 {
            let parent = (index - 1) / 2
            guard Delay.isBefore(heap[index], heap[parent]) else { return }
            heap.swapAt(index, parent)
            index = parent
        }
    }

    private func sink(_ start: Int) {
        var index = start
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
                if Delay.isBefore(heap[child], heap[least]) { least = child }
            }
            guard least != index else { return }
            heap.swapAt(index, least)
            index = least
        }
    }
}
