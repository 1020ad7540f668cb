public import CivilTime

/// What could not be carried over as it was, told beside what was.
public enum ImportNote: Hashable, Sendable {
    /// Parts that a schedule has no place for.
    case leftAside([Aspect])
    /// Nobody knows the zone; its times are read in the schedule's.
    case zoneUnknown(String)
    /// It goes by the clocks of another zone, which change at other times.
    case otherZone(String)
    /// Its rule could not be read, so that only its first time is here.
    case ruleNotRead(String)
    /// It has further rules or exceptions by rule.
    case severalRules
    /// Single occurrences, too many to be tables of their own.
    case datesLeft(Int)
    /// Of several times on these days one was left out.
    case timeExcluded(CivilDate)
    /// A date that is none.
    case dateNotRead(String)
    /// A date of which the day is not known.
    case dateIncomplete(String)
    /// Nobody knows whose date it is.
    case nameless
    case titleShortened
    case textShortened
    /// From a day on all of them were changed.
    case changedFrom(CivilDate)
    /// On one day it has words of its own.
    case otherWords(CivilDate)
    /// Its first date is none of its rule's, and is a table of its own.
    case startBesideRule

    public enum Aspect: Hashable, Sendable, CaseIterable {
        case place, guests, alarm, attachment, category, comment
    }
}
