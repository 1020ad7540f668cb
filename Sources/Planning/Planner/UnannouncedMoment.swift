public import CivilTime
import Recurrence

/// A moment that would be announced before quiet hours which have already begun.
///
/// A ritual that is written now begins now, so the next of its moments has no nudge for this person. One that was there
/// before has had it.
public struct UnannouncedMoment: Sendable {
    public var ritual: Ritual
    public var person: Person
    public var at: Timestamp
    public var quietEnd: Timestamp
}

extension Schedule {
    /// The next moments, of all rituals, whose nudge for somebody went out before the quiet in which `now` lies.
    public func unannounced(at now: Timestamp) -> [UnannouncedMoment] {
        rituals.filter { $0.isOn && $0.cadence == nil && $0.leads.contains(.moment) }.flatMap { ritual in
            ritual.people.filter { isServed($0) }.compactMap { person($0) }.compactMap { person in
                let stream = Stream(ritual: ritual, zone: zone(of: ritual, for: person), reader: person)
                guard stream.mayGoAhead, let end = person.pace.quietHours?.end(around: now, in: person.zone),
                    let next = stream.occurrence(after: now), stream.goesOut(.moment, next) <= now
                else { return nil }
                return UnannouncedMoment(ritual: ritual, person: person, at: next.instant, quietEnd: end)
            }
        }
    }
}
