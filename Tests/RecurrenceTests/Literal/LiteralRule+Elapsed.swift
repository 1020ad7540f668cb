/// The same for steps of exact length.
extension LiteralRule {
    /// Instants in seconds, of a sub-daily rule whose steps have their exact length: what is not said
    /// keeps its distance from the start, and the rest is read off the local clock, whose offsets are
    /// whole minutes, second by second.
    ///
    /// - Parameters:
    ///   - first: The start's instant.
    ///   - offset: What the local clock has more than UTC at an instant.
    func instants(
        from first: Int, saysMinutes: Bool, saysSeconds: Bool, until end: Int, limit: Int, offset: (Int) -> Int
    ) -> [Int] {
        let units = ["HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1]
        let unit = units[frequency] ?? 1
        // Positions are counted within the clock's whole hour or minute, of which everything is said then.
        let saysMinutes = saysMinutes || !positions.isEmpty
        let saysSeconds = saysSeconds || !positions.isEmpty
        let window = frequency == "HOURLY" && saysMinutes ? 3600 : frequency != "SECONDLY" && saysSeconds ? 60 : 1
        var literal = self
        if frequency == "HOURLY", !saysMinutes { literal.minutes = [] }
        if window == 1, frequency != "SECONDLY" { literal.seconds = [] }
        let ofUnit = (0..<unit).filter { place in
            (unit < 3600 || minutes.isEmpty || minutes.contains(place / 60))
                && (unit == 1 || seconds.isEmpty || seconds.contains(place % 60))
        }
        let inPosition = Set(chosen(ofUnit))
        var found: [Int] = []
        var step = first - (start - start.dividedDown(by: window) * window)
        var chosen: (day: Int, isChosen: Bool) = (.min, false)
        while step < end, found.count < limit {
            for minute in stride(from: step, to: step + window, by: 60) {
                let wall = minute + offset(minute)
                let day = wall.dividedDown(by: 86_400)
                if day != chosen.day { chosen = (day, matches(day)) }
                guard chosen.isChosen else { continue }
                for second in 0..<min(60, window) where minute + second >= first {
                    let time = wall - day * 86_400 + second
                    let isIn = positions.isEmpty || inPosition.contains(time % unit)
                    if isIn, literal.isChosenTime(time) { found.append(minute + second) }
                }
            }
            step += unit * interval
        }
        return Array(found.prefix { $0 < end }.prefix(limit))
    }
}
