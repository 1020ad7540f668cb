extension Span {
    /// The instant that lies this span before another: months and days back on the
    /// zone's calendar at the same time of day, then hours and shorter as they pass.
    ///
    /// A month without the day takes its last day; a local time in a gap or a fold is
    /// read by ``Disambiguation/compatible``.
    public func before(_ instant: Timestamp, in zone: Zone) -> Timestamp {
        (-self).after(instant, in: zone)
    }

    /// The instant that lies this span after another, by the rules of
    /// ``before(_:in:)``.
    public func after(_ instant: Timestamp, in zone: Zone) -> Timestamp {
        guard isCivil else { return instant.adding(microseconds: microseconds) }
        let local = Span(months: months, days: days).after(zone.local(at: instant))
        return zone.instant(of: local).adding(microseconds: microseconds)
    }

    /// The wall time that lies this span before another, on a wall that never changes
    /// its clock.
    public func before(_ local: CivilDateTime) -> CivilDateTime {
        (-self).after(local)
    }

    /// The wall time that lies this span after another, on a wall that never changes
    /// its clock: months first, then days, then the rest. A month without the day
    /// takes its last day.
    public func after(_ local: CivilDateTime) -> CivilDateTime {
        var moved = local
        if isCivil {
            let date = local.date.adding(months: Int(months)) ?? local.date
            moved = CivilDateTime(date.adding(days: Int(days)), local.time)
        }
        return moved.adding(microseconds: microseconds)
    }

    /// The date that lies this span's months and days after another; hours and shorter
    /// do not move a date.
    public func after(_ date: CivilDate) -> CivilDate {
        (date.adding(months: Int(months)) ?? date).adding(days: Int(days))
    }

    /// The date that lies this span's months and days before another.
    public func before(_ date: CivilDate) -> CivilDate {
        (-self).after(date)
    }
}
