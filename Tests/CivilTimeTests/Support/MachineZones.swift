import CivilTime
import ZoneFiles

/// The zones of the machine's tzdb, those with the same data only once.
enum MachineZones {
    static let files = SystemZones()

    static let distinct: [Zone] = {
        var seen: Set<[UInt8]> = []
        return files.knownNames.compactMap { name in
            guard let bytes = files.bytes(of: name), seen.insert(bytes).inserted else { return nil }
            return try? files.zone(named: name)
        }
    }()

    static let areThere = !distinct.isEmpty

    static func zone(_ name: String) throws -> Zone {
        try files.zone(named: name)
    }
}
