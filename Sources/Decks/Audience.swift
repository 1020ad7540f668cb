/// Whom a deck was written for.
public enum Audience: String, CaseIterable, Sendable {
    /// Two people who are, or are becoming, a couple.
    case couple
    /// A grown-up and a child, in words that a child knows.
    case parentAndChild
    case friends
    /// One adult, alone: nothing in it is meant to be shown.
    case onePerson
    /// Whoever sits at the table, children too.
    case anyone

    /// Whether a child may get it.
    public var includesChildren: Bool {
        switch self {
        case .parentAndChild, .friends, .anyone: true
        case .couple, .onePerson: false
        }
    }
}
