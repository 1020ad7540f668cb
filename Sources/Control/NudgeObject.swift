public import CivilTime
public import JSON
public import Planning
import Recurrence

/// The objects that `next`, `simulate` and `history` print with `--json`, one a line.
public struct NudgeObject {
    let schedule: Schedule
    /// By which places in the record are told, where they are.
    let seal: PlaceSeal?

    public init(_ schedule: Schedule) { self.init(schedule, nil) }

    init(_ schedule: Schedule, _ seal: PlaceSeal?) {
        self.schedule = schedule
        self.seal = seal
    }

    /// - Parameters:
    ///   - at: When it goes out, or went out.
    ///   - isAgain: Whether it was delivered, and comes once more unless it is answered before.
    ///   - outcome: Where known.
    public func json(
        _ key: NudgeKey, channel: ChannelID?, moment: Timestamp, at: Timestamp, isAgain: Bool = false,
        outcome: String? = nil, reason: String? = nil
    ) -> JSON {
        let ritual = schedule.ritual(key.ritual)
        var object = JSONObject()
        object["ritual"] = .string(Introduction.isOne(key) ? "introduction" : ritual?.name ?? key.ritual.text)
        object["person"] = .string(key.person.text)
        object["channel"] = JSON(channel?.text)
        object["lead"] = .string(key.lead.description)
        object["occurrence"] = .string(occurrence(key, ritual, moment))
        object["at"] = .string(at.description)
        if let ritual { object["id"] = .string(shortID(key, ritual, moment)) }
        if let ritual, let person = schedule.person(key.person) {
            let shift = schedule.clockShift(of: key.occurrence.key, at: moment, of: ritual, for: person)
            if shift != 0 { object["clockShift"] = .integer(shift) }
        }
        if isAgain { object["again"] = true }
        if let outcome { object["outcome"] = .string(outcome) }
        if let reason { object["reason"] = .string(reason) }
        return .object(object)
    }

    /// The occurrence's local time in its zone, with the offset (RFC 3339): `2026-11-22T19:00:00+01:00`.
    func occurrence(_ key: NudgeKey, _ ritual: Ritual?, _ moment: Timestamp) -> String {
        let zone = zone(key, ritual)
        let seconds = Int(zone.offsetSeconds(at: moment))
        let minutes = (seconds < 0 ? -seconds : seconds) / 60
        let hour = minutes / 60
        let minute = minutes % 60
        let sign = seconds < 0 ? "-" : "+"
        return "\(zone.local(at: moment))\(sign)\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// The id that `done`, `skip` and `snooze` take.
    public func shortID(_ key: NudgeKey, _ ritual: Ritual, _ moment: Timestamp) -> String {
        key.occurrence.short(in: ritual.recurrence, at: moment, zone: zone(key, ritual))
    }

    private func zone(_ key: NudgeKey, _ ritual: Ritual?) -> Zone {
        guard let ritual, let person = schedule.person(key.person) else { return schedule.zone }
        return schedule.zone(of: ritual, for: person)
    }
}
