import CivilTime

/// When something may reach a person: on time unless they are left alone, late only by day, the rest in a digest.
struct Welcome {
    let pace: Pace
    let zone: Zone
    /// What is urgent waits for nothing.
    let urgent: Bool

    init(_ person: Person, urgent: Bool) {
        pace = person.pace
        zone = person.zone
        self.urgent = urgent
    }

    /// When the quiet around `instant` ends; nil where nothing has to wait.
    func quietEnd(around instant: Timestamp) -> Timestamp? {
        urgent ? nil : pace.quietHours?.end(around: instant, in: zone)
    }

    /// When something late may land: by day, and not in quiet hours.
    func late(_ now: Timestamp) -> Timestamp {
        guard !urgent else { return now }
        var time = now
        // Each can lead into the other, and a week of days must hold some time for both.
        for _ in 0..<16 {
            let next = Policy.endOfNight(quietEnd(around: time) ?? time, in: zone)
            if next == time { break }
            time = next
        }
        return time
    }

    /// When what was caught up goes out: at once, or with the digest of who wants one a day.
    func caughtUp(_ now: Timestamp) -> Timestamp {
        guard !urgent, pace.digestAt != nil else { return late(now) }
        return digest(after: now)
    }

    /// When the next digest after `now` goes out: at its own time, when quiet ends, else at 08:00.
    func digest(after now: Timestamp) -> Timestamp {
        if let time = pace.digestAt {
            let chosen = next(time, after: now)
            return quietEnd(around: chosen) ?? chosen
        }
        return pace.quietHours?.nextEnd(after: now, in: zone) ?? next(.digest, after: now)
    }

    private func next(_ time: TimeOfDay, after now: Timestamp) -> Timestamp {
        let today = zone.local(at: now).date
        for days in 0...2 {
            let instant = zone.instant(of: CivilDateTime(today.adding(days: days), time))
            if instant > now { return instant }
        }
        return now.adding(seconds: 86_400)
    }

    /// When a nudge goes out that would come too late if it waited for the end of quiet: just before quiet begins.
    ///
    /// - Returns: Nil where it need not go ahead of its time.
    static func ahead(of nominal: Timestamp, before moment: Timestamp, _ person: Person) -> Timestamp? {
        guard let quiet = person.pace.quietHours, let end = quiet.end(around: nominal, in: person.zone), end > moment,
            let start = quiet.start(around: nominal, in: person.zone)
        else { return nil }
        return start.adding(seconds: -Policy.justBefore)
    }
}

extension TimeOfDay {
    fileprivate static let digest = TimeOfDay(microseconds: Policy.nightEnds * 1_000_000) ?? .midnight
}
