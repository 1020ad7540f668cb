/// By which means a person can stop what comes to them.
public struct HowToStop: Sendable, Hashable {
    /// What they can say at once, without anybody's knowing: where they have an account on a machine.
    public struct Command: Sendable, Hashable {
        /// `troth stop everything`.
        public var text: String
        public var machine: String

        public init(_ text: String, on machine: String) {
            self.text = text
            self.machine = machine
        }
    }

    public var command: Command?
    /// Who gets what they reply, where a reply is read.
    public var repliesTo: String?
    /// Who keeps the schedule, where that is known and somebody else.
    public var keeper: String?

    public init(command: Command? = nil, repliesTo: String? = nil, keeper: String? = nil) {
        self.command = command
        self.repliesTo = repliesTo
        self.keeper = keeper
    }
}
