import CivilTime

extension Frequency {
    /// RFC 5545's name: `WEEKLY`.
    public var rruleName: String {
        switch self {
        case .yearly: "YEARLY"
        case .monthly: "MONTHLY"
        case .weekly: "WEEKLY"
        case .daily: "DAILY"
        case .hourly: "HOURLY"
        case .minutely: "MINUTELY"
        case .secondly: "SECONDLY"
        }
    }
}

extension Weekday {
    static let rruleNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    /// RFC 5545's name: `MO`.
    var rruleName: String { Weekday.rruleNames[rawValue] }
}

/// What a misspelt name may have meant.
enum RRuleSpelling {
    /// The name that differs least, where it differs by no more than two letters.
    static func nearest(_ name: String, in names: [String]) -> String? {
        guard name.utf8.count <= 16 else { return nil }
        let found = names.map { (name: $0, distance: editDistance(Array(name.utf8), Array($0.utf8))) }
            .min { $0.distance < $1.distance }
        return found.flatMap { $0.distance <= 2 ? $0.name : nil }
    }

    private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (place, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for column in right.indices {
                let above = row[column + 1]
                row[column + 1] = min(above + 1, row[column] + 1, diagonal + (byte == right[column] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
