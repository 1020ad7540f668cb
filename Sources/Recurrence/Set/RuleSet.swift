public import CivilTime

/// The rules and dates that a ``Recurrence`` was compiled from, as they were written: for whoever says them again in
/// another form.
public struct RuleSet: Hashable, Sendable {
    /// The rules whose occurrences are members.
    public var rules: [Rule]
    /// Single local times.
    public var dates: [CivilDateTime]

    public init(rules: [Rule], dates: [CivilDateTime] = []) {
        self.rules = rules
        self.dates = dates
    }
}
