/// What a ritual draws from, a prompt at a time.
public struct Deck: Hashable, Sendable {
    /// As the schedule names it; empty for prompts that stand in the ritual itself.
    public var name: String
    public var prompts: [Prompt]
    /// Who fills it, where it is a jar: then what it holds is a surprise, and no prompt comes twice.
    public var giver: PersonID?
    /// Touches what hurts, so that each person opts into it for themselves.
    public var isDelicate: Bool

    public init(name: String = "", prompts: [Prompt], giver: PersonID? = nil, isDelicate: Bool = false) {
        self.name = name
        self.prompts = prompts
        self.giver = giver
        self.isDelicate = isDelicate
    }

    /// What the ledger keeps of it: a pass goes on as long as the deck has its name.
    public var id: UInt64 { name.isEmpty ? 0 : stableHash(name) }

    /// What stands for all that a jar holds, whatever its order: another line makes another one.
    var contents: UInt64 { prompts.reduce(~0) { $0 &+ StableHash.mixed($1.id) } }
}
