public import CivilTime
public import Planning

extension UnannouncedMoment {
    /// That a ritual which is new has no nudge for its next moment, in one sentence without a full stop.
    public func text(at now: Timestamp, in language: Language) -> String {
        let title = NudgeWording.title(of: ritual, ordinal: nil, in: language)
        let when = DateWording.relative(at, now: now, in: person.zone, language)
        let end = DateWording.time(quietEnd, in: person.zone)
        return switch language {
        case .english:
            "if “\(title)” is new, it begins without a nudge for \(person.name) \(when): \(person.name) is left alone until \(end)"
        case .german:
            "ist „\(title)“ neu, beginnt es \(when) ohne Erinnerung für \(person.name): \(person.name) hat bis \(end) Ruhe"
        }
    }
}
