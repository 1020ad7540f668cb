public import CivilTime
import Glibc
import Synchronization

/// The zones of this machine's tzdb, and which of them is the machine's own.
///
/// A zone is read when it is first asked for, kept, and read again when its file has
/// changed, so that after an update of tzdata asking again gives the new rules. The
/// zone handed out before stays as it was; ``fingerprint`` says when to ask again.
public final class SystemZones: Sendable {
    /// Where to look; the default is where glibc looks.
    public struct Places: Hashable, Sendable {
        /// The tzdb's folder.
        public var folder: String
        /// The link or file that names the machine's zone.
        public var localtime: String
        /// The file in which Debian also writes the zone's name.
        public var timezone: String
        /// The variable `TZ`; nil where it is not set.
        public var variable: String?

        /// Places of one's own.
        public init(folder: String, localtime: String, timezone: String, variable: String?) {
            self.folder = folder
            self.localtime = localtime
            self.timezone = timezone
            self.variable = variable
        }

        /// The machine's: `TZDIR`, else `/usr/share/zoneinfo` or where other systems
        /// have it; `/etc/localtime`, `/etc/timezone` and `TZ`.
        public static var machine: Places {
            let usual = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"]
            let variable = environment("TZDIR").flatMap { $0.hasPrefix("/") ? $0 : nil }
            let folder = variable ?? usual.first { FileState(path: $0) != nil } ?? usual[0]
            return Places(
                folder: folder, localtime: "/etc/localtime", timezone: "/etc/timezone", variable: environment("TZ"))
        }

        private static func environment(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }
        }
    }

    /// Where this looks.
    public let places: Places

    struct Entry: Sendable {
        let state: FileState
        let zone: Zone
    }

    private let entries = Mutex<[String: Entry]>([:])

    /// The zones found at some places, by default the machine's.
    public init(_ places: Places = .machine) {
        self.places = places
    }

    /// The zone of a name. `UTC` is always there, also without a tzdb.
    ///
    /// - Throws: ``ZoneLookupError``; an unknown name with a suggestion.
    public func zone(named name: String) throws(ZoneLookupError) -> Zone {
        if let problem = ZoneName.check(name) { throw .badName(name, problem) }
        if let zone = try existingZone(named: name) { return zone }
        throw .unknown(name, suggestion: ZoneName.nearest(to: name, among: knownNames))
    }

    /// The zone of a name that has been checked, or nil where there is none.
    func existingZone(named name: String) throws(ZoneLookupError) -> Zone? {
        let path = "\(places.folder)/\(name)"
        if let entry = entries.withLock({ $0[name] }), entry.state == FileState(path: path) { return entry.zone }
        // Debian links /etc/localtime into the folder: that names no zone.
        guard name != "localtime", let file = readFile(path) else { return name == "UTC" ? .utc : nil }
        do {
            let zone = try Zone(identifier: name, tzif: file.bytes)
            entries.withLock { $0[name] = Entry(state: file.state, zone: zone) }
            return zone
        } catch {
            // Tables such as zone.tab and tzdata.zi lie in the same folder.
            if error.problem == .magic { return nil }
            throw .unreadable(name, error)
        }
    }

    /// The TZif bytes of a zone, or nil where there is none of that name.
    public func bytes(of identifier: String) -> [UInt8]? {
        guard ZoneName.check(identifier) == nil else { return nil }
        return readFile("\(places.folder)/\(identifier)")?.bytes
    }

    /// The paths at which a change means that ``fingerprint`` may differ: for those who
    /// would rather be told by inotify than look.
    public var watchedPaths: [String] {
        [places.localtime, places.timezone, places.folder, "\(places.folder)/tzdata.zi"]
    }

    /// The state of everything the answers depend on: the machine's zone, the tzdb and
    /// the zones read so far. Two that are equal mean that nothing has changed.
    public var fingerprint: ZoneFingerprint {
        let names = entries.withLock { Array($0.keys) }.sorted()
        var states = names.map { FileState(path: "\(places.folder)/\($0)") }
        for path in watchedPaths { states.append(FileState(path: path)) }
        states.append(FileState(link: places.localtime))
        return ZoneFingerprint(names: names, states: states)
    }
}

/// A state of the machine's time zones; see ``SystemZones/fingerprint``.
public struct ZoneFingerprint: Hashable, Sendable {
    let names: [String]
    let states: [FileState?]
}
