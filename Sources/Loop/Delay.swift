/// One callback to come after a span of the monotonic clock.
public final class Delay {
    let deadline: Int64
    let sequence: UInt64
    private var body: (() -> Void)?
    private weak var queue: DelayQueue?

    init(deadline: Int64, sequence: UInt64, queue: DelayQueue, body: @escaping () -> Void) {
        self.deadline = deadline
        self.sequence = sequence
        self.queue = queue
        self.body = body
    }

    /// Whether the callback is still to come.
    public var isPending: Bool { body != nil }

    /// Takes the callback back; without effect once it was called.
    public func cancel() {
        guard body != nil else { return }
        body = nil
        queue?.noteCancelled()
    }

    func take() -> (() -> Void)? {
        defer { body = nil }
        return body
    }

    static func isBefore(_ left: Delay, _ right: Delay) -> Bool {
        (left.deadline, left.sequence) < (right.deadline, right.sequence)
    }
}

extension Duration {
    /// Nanoseconds, held between zero and what 64 bits can count (292 years).
    var clampedNanoseconds: Int64 {
        if self <= .zero { return 0 }
        let (seconds, attoseconds) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        if overflow { return .max }
        // Rounded up, so that nothing happens before its time.
        let (sum, carry) = whole.addingReportingOverflow((attoseconds + 999_999_999) / 1_000_000_000)
        return carry ? .max : sum
    }
}
