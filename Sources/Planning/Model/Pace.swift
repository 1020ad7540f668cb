public import CivilTime

/// How much reaches a person, and when: quiet hours, a budget for a day, and the time of a digest.
public struct Pace: Hashable, Sendable {
    public var quietHours: QuietHours?
    /// How many nudges of a local day come by themselves; what is over it joins the next digest. Nil is no limit.
    public var perDay: Int?
    /// When a digest goes out; nil is when quiet ends, else 08:00.
    public var digestAt: TimeOfDay?

    public init(quietHours: QuietHours? = nil, perDay: Int? = nil, digestAt: TimeOfDay? = nil) {
        self.quietHours = quietHours
        self.perDay = perDay
        self.digestAt = digestAt
    }

    /// A name for settings that go well together, so that nobody has to know each of them.
    public enum Preset: String, CaseIterable, Sendable {
        /// Two a day, long evenings and slow mornings left alone.
        case calm
        /// Five a day, nothing at night.
        case usual
        /// Twelve a day, short nights.
        case close

        public var pace: Pace {
            switch self {
            case .calm: Pace(quietHours: nightly(from: 21 * 60, to: 8 * 60 + 30), perDay: 2)
            case .usual: Pace(quietHours: nightly(from: 22 * 60, to: 7 * 60 + 30), perDay: 5)
            case .close: Pace(quietHours: nightly(from: 23 * 60, to: 7 * 60), perDay: 12)
            }
        }

        private func nightly(from start: Int, to end: Int) -> QuietHours {
            QuietHours([QuietHours.Span(start: start, end: end)])
        }
    }
}
