/// How the parts that choose times of day become bit sets, and an interval of hours or less a part of the clock or steps.
extension Pattern {
    mutating func compileClock(
        _ rule: Rule, said: Rule, subdaily: SubdailyPolicy, _ draft: inout Rare.Draft
    ) {
        let (allHours, allSixty): (UInt32, UInt64) = (0xFF_FFFF, lowBits(60))
        hours = rule.hours.isEmpty ? allHours : UInt32(truncatingIfNeeded: rule.hours.bits) & allHours
        minutes = rule.minutes.isEmpty ? allSixty : rule.minutes.bits & allSixty
        seconds = rule.seconds.isEmpty ? allSixty : rule.seconds.bits & allSixty
        draft.fractions = rule.fractions.filter { $0.first >= 0 && $0.first < 60_000_000 && $0.last >= $0.first }
        if !draft.fractions.isEmpty {
            marks.insert(.fractions)
            seconds = Pattern.seconds(of: draft.fractions)
        }
        guard rule.isSubdaily else { return }
        marks.insert(.subdaily)
        if subdaily == .elapsed {
            marks.insert(.elapsed)
        } else if fitStepsIntoClock() {
            return
        }
        compileSteps(said)
    }

    /// The whole seconds of a minute in which some point lies.
    private static func seconds(of fractions: [FractionSpan]) -> UInt64 {
        var seconds: UInt64 = 0
        for span in fractions {
            var point = Int64(span.first)
            while point <= Int64(span.last), point < 60_000_000 {
                let second = point / 1_000_000
                seconds |= 1 << UInt64(second)
                // On to the first point of a later second.
                let missing = (second + 1) * 1_000_000 - point
                point += (missing + Int64(span.step) - 1) / Int64(span.step) * Int64(span.step)
            }
        }
        return seconds
    }

    /// Turns an interval that divides the day into a choice of hours, minutes or
    /// seconds; false where that cannot be.
    private mutating func fitStepsIntoClock() -> Bool {
        let time = anchor - dayOf(anchor) * daySeconds
        var step = Int(interval)
        if frequency == .secondly, step > 1 {
            if 60 % step == 0 {
                seconds &= Pattern.phase(time % 60, step, 60)
                step = 1
            } else if step % 60 == 0 {
                seconds &= 1 << UInt64(time % 60)
                step /= 60
                return fitMinutes(step, time)
            } else {
                return false
            }
        } else if frequency == .minutely, step > 1 {
            return fitMinutes(step, time)
        } else if frequency == .hourly, step > 1 {
            return fitHours(step, time)
        }
        return true
    }

    private mutating func fitMinutes(_ step: Int, _ time: Int) -> Bool {
        let minute = time / 60 % 60
        if 60 % step == 0 {
            minutes &= Pattern.phase(minute, step, 60)
            return true
        }
        guard step % 60 == 0, 24 % (step / 60) == 0 else { return false }
        minutes &= 1 << UInt64(minute)
        return fitHours(step / 60, time)
    }

    private mutating func fitHours(_ step: Int, _ time: Int) -> Bool {
        guard 24 % step == 0 else { return false }
        hours &= UInt32(truncatingIfNeeded: Pattern.phase(time / 3600, step, 24))
        return true
    }

    /// The numbers below `end` that are some steps from `place`.
    private static func phase(_ place: Int, _ step: Int, _ end: Int) -> UInt64 {
        var bits: UInt64 = 0
        for number in stride(from: place % step, to: end, by: step) { bits |= 1 << UInt64(number) }
        return bits
    }

    private mutating func compileSteps(_ said: Rule) {
        walk = .steps
        window = Int16(stepUnit)
        guard marks.contains(.elapsed) else { return }
        // What is unsaid keeps its distance from the anchor, whatever the clock shows.
        let choosesBelow = !said.setPositions.isEmpty
        let saidMinutes = !said.minutes.isEmpty || choosesBelow
        let saidSeconds = !said.seconds.isEmpty || !said.fractions.isEmpty || choosesBelow
        if frequency == .hourly, !saidMinutes {
            window = saidSeconds ? 60 : 1
            minutes = lowBits(60)
            if !saidSeconds { seconds = lowBits(60) }
        } else if frequency == .minutely, !saidSeconds {
            window = 1
            seconds = lowBits(60)
        }
    }

    /// The first and the last time of a day that matches.
    mutating func findTimes() {
        guard hours != 0, minutes != 0, seconds != 0 else {
            walk = .never
            return
        }
        if hours == 0xFF_FFFF, minutes == lowBits(60), seconds == lowBits(60), !marks.contains(.listedTimes) {
            marks.insert(.anyTime)
        }
        firstTime = Int32(nextTime(0))
        lastTime = Int32(previousTime(daySeconds - 1))
    }
}
