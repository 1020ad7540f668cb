import Loop

/// The time that the parcels of one burst share.
///
/// A claim's lease covers the channel's time limit once, for all that was claimed together, so none of a burst
/// may still be under way later than that. What goes last gets at least half of it; what does not come to its
/// turn by then is not attempted.
struct BurstTime {
    private let loop: EpollLoop
    private let begin: Duration
    private let limit: Duration

    init(_ loop: EpollLoop, seconds: Int64) {
        self.loop = loop
        begin = loop.now
        limit = .seconds(seconds)
    }

    /// How long a parcel that starts now may take; nil when it is too late to start one.
    var share: Duration? {
        let passed = loop.now - begin
        return passed <= limit / 2 ? limit - passed : nil
    }
}
