/// What becomes of a local time that the zone's clock jumps over.
public enum GapPolicy: String, Hashable, Sendable, CaseIterable {
    /// It is read with the offset before the jump, so 02:30 happens at 03:30
    /// (RFC 5545 §3.3.5).
    case shift
    /// It does not happen (RFC 5545 §3.3.10, systemd).
    case skip
}

/// Which of the two instants is taken for a local time that the clock passes twice.
public enum FoldPolicy: String, Hashable, Sendable, CaseIterable {
    /// The first pass.
    case first
    /// The second pass.
    case second
}

/// How rules that step in hours, minutes or seconds count.
public enum SubdailyPolicy: String, Hashable, Sendable, CaseIterable {
    /// In elapsed time: every 15 minutes means 15 minutes, also through a repeated
    /// hour. Parts such as BYHOUR are read on the local clock.
    case elapsed
    /// In local time: the repeated hour is silent.
    case wall
}

/// How local times become instants, for one rule set.
public struct Policies: Hashable, Sendable {
    /// For local times that do not exist.
    public var gap: GapPolicy
    /// For local times that happen twice.
    public var fold: FoldPolicy
    /// For rules that step in hours, minutes or seconds.
    public var subdaily: SubdailyPolicy

    /// The product's defaults: shift, first, elapsed.
    public init(gap: GapPolicy = .shift, fold: FoldPolicy = .first, subdaily: SubdailyPolicy = .elapsed) {
        self.gap = gap
        self.fold = fold
        self.subdaily = subdaily
    }
}
