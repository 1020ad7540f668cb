public import CivilTime

extension Parcel {
    /// What a calendar is told of a moment.
    public struct Moment: Hashable, Sendable {
        public var occurrence: OccurrenceName
        public var at: Timestamp
        /// Whether it is one instant for everybody.
        public var isTogether: Bool
        /// Whether its ritual comes more than once.
        public var isOneOfMany: Bool
        /// What the ritual itself says, without what is only true at sending.
        public var text: String

        public init(occurrence: OccurrenceName, at: Timestamp, isTogether: Bool, isOneOfMany: Bool = true, text: String) {
            self.occurrence = occurrence
            self.at = at
            self.isTogether = isTogether
            self.isOneOfMany = isOneOfMany
            self.text = text
        }
    }
}
