public import CivilTime

/// The machine's own zone, and what says so.
public struct MachineZone: Hashable, Sendable {
    /// What named the zone.
    public enum Origin: String, Hashable, Sendable {
        /// The variable `TZ`.
        case variable = "TZ"
        /// `/etc/localtime`.
        case localtime = "/etc/localtime"
        /// `/etc/timezone`.
        case timezone = "/etc/timezone"
        /// Nothing: the machine is taken to run in UTC.
        case none = "no setting"
    }

    /// The zone.
    public let zone: Zone
    /// What named it.
    public let origin: Origin

    /// A zone and what named it.
    public init(zone: Zone, origin: Origin) {
        self.zone = zone
        self.origin = origin
    }
}

extension SystemZones {
    /// The machine's own zone: `TZ` where it is set and can be read, then
    /// `/etc/localtime`, then `/etc/timezone`, else UTC.
    ///
    /// `TZ` may be a name, with or without a colon, the path of a file, or a POSIX rule.
    /// The zone has the tzdb's name where a link tells it, else `localtime`.
    public func systemZone() -> MachineZone {
        if let variable = places.variable {
            // To glibc, an empty TZ is UTC.
            if variable.isEmpty { return MachineZone(zone: .utc, origin: .variable) }
            if let zone = zone(ofVariable: variable) { return MachineZone(zone: zone, origin: .variable) }
        }
        if let zone = localtimeZone() { return MachineZone(zone: zone, origin: .localtime) }
        if let name = timezoneName, let zone = knownZone(named: name) {
            return MachineZone(zone: zone, origin: .timezone)
        }
        return MachineZone(zone: .utc, origin: .none)
    }

    private func zone(ofVariable variable: String) -> Zone? {
        let name = variable.hasPrefix(":") ? String(variable.dropFirst()) : variable
        if name.hasPrefix("/") { return zone(atPath: name) }
        return knownZone(named: name) ?? (try? Zone(identifier: name, posix: name))
    }

    /// The zone of a name, whatever it is, without looking for what else was meant.
    private func knownZone(named name: String) -> Zone? {
        guard ZoneName.check(name) == nil else { return nil }
        return (try? existingZone(named: name)) ?? nil
    }

    private func localtimeZone() -> Zone? {
        zone(atPath: places.localtime)
    }

    /// The zone of a file or of a link into the tzdb, by the tzdb's name where there is
    /// one.
    private func zone(atPath path: String) -> Zone? {
        if let name = name(ofPath: path), let zone = knownZone(named: name) { return zone }
        guard let bytes = readFile(path)?.bytes else { return nil }
        // A copy in place of the link: Debian's second file may still tell the name.
        if path == places.localtime, let name = timezoneName, self.bytes(of: name) == bytes {
            return knownZone(named: name)
        }
        return try? Zone(identifier: name(ofPath: path) ?? "localtime", tzif: bytes)
    }

    /// The part of a path after the tzdb's folder, following links until there is one.
    private func name(ofPath path: String) -> String? {
        var current = path
        for _ in 0..<8 {
            if let name = name(inFolder: current) { return name }
            guard let target = readLink(current) else { return nil }
            if target.hasPrefix("/") {
                current = target
            } else {
                let parent = current.split(separator: "/", omittingEmptySubsequences: false).dropLast()
                current = parent.joined(separator: "/") + "/" + target
            }
        }
        return nil
    }

    private func name(inFolder path: String) -> String? {
        let folder = places.folder + "/"
        let rest: Substring
        if path.hasPrefix(folder) {
            rest = path.dropFirst(folder.count)
        } else if let place = lastPlace(of: "/zoneinfo/", in: path) {
            rest = path[place...]
        } else {
            return nil
        }
        let name = String(rest)
        return ZoneName.check(name) == nil ? name : nil
    }

    private func lastPlace(of needle: String, in text: String) -> String.Index? {
        var place = text.endIndex
        while place > text.startIndex {
            place = text.index(before: place)
            if text[place...].hasPrefix(needle) { return text.index(place, offsetBy: needle.count) }
        }
        return nil
    }

    private var timezoneName: String? {
        guard let bytes = readFile(places.timezone)?.bytes else { return nil }
        let lines = bytes.split(whereSeparator: { $0 == 10 || $0 == 13 })
        for line in lines {
            let name = String(decoding: line, as: UTF8.self).filter { $0 != " " && $0 != "\t" }
            if !name.isEmpty, !name.hasPrefix("#") { return name }
        }
        return nil
    }
}
