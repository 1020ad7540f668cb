import CivilTime
import ICalendar

/// The zones that a calendar names, by the names that it has for them.
struct ForeignZones {
    private let lookUp: (String) -> Zone?
    /// What a VTIMEZONE says that it is elsewhere.
    private var locations: [String: String] = [:]

    init(_ calendar: ContentComponent, _ lookUp: @escaping (String) -> Zone?) {
        self.lookUp = lookUp
        for zone in calendar.components where zone.name == "VTIMEZONE" {
            if let name = zone.first("TZID")?.text(), let location = zone.first("X-LIC-LOCATION")?.text() {
                locations[name] = location
            }
        }
    }

    /// The zone of a name of the tzdb, also behind a maker's prefix (`/example.org/Europe/Berlin`); nil for any other.
    func zone(named name: String) -> Zone? {
        if let zone = lookUp(name) { return zone }
        if let location = locations[name], let zone = lookUp(location) { return zone }
        guard name.hasPrefix("/") else { return nil }
        var parts = name.split(separator: "/")[...]
        while parts.count > 1 {
            parts = parts.dropFirst()
            if let zone = lookUp(parts.joined(separator: "/")) { return zone }
        }
        return nil
    }
}
