extension Request {
    /// A small win, as it was told.
    public struct Win: Sendable, Hashable {
        public var day: String?
        public var isShared: Bool
        public var isYearly: Bool

        public init(day: String?, isShared: Bool, isYearly: Bool) {
            self.day = day
            self.isShared = isShared
            self.isYearly = isYearly
        }
    }

    /// A promise, as it was made.
    public struct Promise: Sendable, Hashable {
        public var to: String?
        public var at: String
        public var ahead: String?
        public var isShared: Bool

        public init(to: String?, at: String, ahead: String?, isShared: Bool) {
            self.to = to
            self.at = at
            self.ahead = ahead
            self.isShared = isShared
        }
    }

    /// A stretch of days, as it was typed.
    public struct Span: Sendable, Hashable {
        public var since: String?
        public var until: String?
        /// Days and ranges within it that are left out.
        public var without: [String]

        public init(since: String?, until: String?, without: [String]) {
            self.since = since
            self.until = until
            self.without = without
        }
    }

    public enum RepairWish: String, Sendable, Hashable { case begin, end, leave }
}
