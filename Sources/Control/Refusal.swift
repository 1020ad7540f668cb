public import Planning
import Wording

/// Why a caller may not have what was asked for.
public enum Refusal: Error, Sendable, Hashable {
    /// Another person's answers, wishes and view are theirs alone.
    case forAnother(PersonID)
    /// The account speaks for several, and it was not said for whom.
    case whoIsIt([PersonID])
    /// The schedule gives the account to nobody.
    case nobody
    /// For whoever keeps the service.
    case keeperOnly

    /// 64 where it can be asked in another way, 78 where the account or the schedule would have to change
    /// (permissions are what is around the schedule).
    public var exit: ExitCode {
        switch self {
        case .forAnother, .whoIsIt: .usage
        case .nobody, .keeperOnly: .configuration
        }
    }
}

extension Refusal {
    /// What is said to the caller.
    public func reply(_ schedule: Schedule, in language: Language) -> Reply {
        func name(_ id: PersonID) -> String { schedule.person(id)?.name ?? id.text }
        let words = CommandWording(language)
        let complaints =
            switch self {
            case .forAnother(let person): words.forAnother(name(person))
            case .whoIsIt(let people): words.whoIsIt(people.map(name), first: people.first?.text ?? "")
            case .nobody: words.nobodysAccount
            case .keeperOnly: words.forTheKeeper
            }
        return Reply(complaints: complaints, exit: exit)
    }
}
