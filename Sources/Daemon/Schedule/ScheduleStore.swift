public import CivilTime
import Glibc
import Planning
import Recurrence
import ScheduleFile
import Systemd
import Wording
import ZoneFiles

/// Reads the schedule from its files, and keeps the last good one.
public final class ScheduleStore {
    let paths: Paths
    let lastGood: LastGood
    private let zones = SystemZones()
    private let host: HostFacts
    var zonesSeen: ZoneFingerprint

    public init(_ paths: Paths) {
        self.paths = paths
        lastGood = LastGood(state: paths.state)
        zonesSeen = zones.fingerprint
        // The machine's own schedule is the system service's, whoever looks at it.
        host = HostFacts(
            user: OwnAccount.name, isSystemService: OwnAccount.isSystemService || paths.schedule.hasPrefix("/etc/"))
    }

    /// Whether the machine's time zones changed since the schedule was read.
    var zonesChanged: Bool { zones.fingerprint != zonesSeen }

    /// The paths whose change announces new time zones.
    var zonePaths: [String] { zones.watchedPaths }

    /// The schedule as its files are now.
    ///
    /// - Throws: ``StartFault/schedule(_:)`` with every mistake, ``StartFault/file(_:)`` where a file cannot be read.
    public func load() throws(StartFault) -> LoadedSchedule {
        var texts = try readFiles()
        return try parse(&texts, readHolidays)
    }

    /// The schedule as its files are now, which becomes the last good one.
    ///
    /// - Throws: As ``load()``, and where it cannot be kept.
    public func takeUp(at now: Timestamp) throws(StartFault) -> LoadedSchedule {
        var texts = try readFiles()
        let loaded = try parse(&texts, readHolidays)
        do throws(FileFault) {
            try lastGood.keep(texts, at: now)
        } catch {
            throw .file(error)
        }
        return loaded
    }

    /// The schedule in force as the machine's time zones are now; nobody asked for what its files have become since.
    ///
    /// - Throws: As ``load()``, where it is none any more with these zones.
    func loadInForce() throws(StartFault) -> LoadedSchedule {
        // Also where nothing can be read, so that the same change is not taken up again and again.
        zonesSeen = zones.fingerprint
        guard let loaded = try parseKept() else {
            throw .file(FileFault(path: lastGood.path, code: ENOENT))
        }
        return loaded
    }

    /// The schedule as its files are now, else the last good one with what is wrong with the new one.
    ///
    /// - Throws: As ``takeUp(at:)``, only where there is no last good one.
    func takeUpOrLastGood(at now: Timestamp) throws(StartFault) -> LoadedSchedule {
        do throws(StartFault) {
            return try takeUp(at: now)
        } catch {
            guard var loaded = try? parseKept() else { throw error }
            loaded.fault = error
            return loaded
        }
    }

    /// What was in force before the last good one, and until when; nil where everybody knows what has changed since.
    func formerSchedule() -> (schedule: Schedule, until: Timestamp)? {
        guard let former = lastGood.readFormer() else { return nil }
        // Which zones the newer one was read with stays known.
        let seen = zonesSeen
        defer { zonesSeen = seen }
        return (try? parse(asKept: former.texts)).map { ($0.schedule, former.until) }
    }

    /// Lets go of what was in force before: everybody knows what has changed since.
    func changesAreTold() { lastGood.forgetFormer() }

    /// The last good schedule with its own holiday files; nil where there never was one.
    private func parseKept() throws(StartFault) -> LoadedSchedule? {
        guard let kept = lastGood.read() else { return nil }
        return try parse(asKept: kept)
    }

    private func parse(asKept texts: ScheduleTexts) throws(StartFault) -> LoadedSchedule {
        var asked = texts
        return try parse(&asked, texts.holiday)
    }

    /// Lets go of former schedules, and of what was said of one with mistakes, which quotes its lines.
    public func forgetFormer() {
        lastGood.forgetFormer()
        lastGood.forgetWhatWasSaid()
    }

    func isNews(_ fault: StartFault) -> Bool { lastGood.isNews(fault) }

    func readFiles() throws(StartFault) -> ScheduleTexts {
        do throws(FileFault) {
            var texts = ScheduleTexts(shared: try readShared())
            do throws(FileFault) {
                texts.local = try Files.read(paths.local)
            } catch {
                guard error.isMissing else { throw error }
            }
            return texts
        } catch {
            throw .file(error)
        }
    }

    private func readShared() throws(FileFault) -> [UInt8] {
        do throws(FileFault) {
            return try Files.read(paths.schedule)
        } catch {
            var fault = error
            fault.isSchedule = true
            throw fault
        }
    }

    /// A holiday file, from the schedule's folder on.
    func readHolidays(_ name: String) throws(FileLookupError) -> [UInt8] {
        do throws(FileFault) {
            return try Files.read(holidayPath(name), atMost: SourceFile.holidaySizeLimit)
        } catch {
            if error.isMissing { throw .missing }
            throw error.isTooLarge ? .tooLarge : .unreadable(reason: error.reason)
        }
    }

    func holidayPath(_ name: String) -> String {
        let folder = paths.schedule.lastIndex(of: "/").map { String(paths.schedule[...$0]) } ?? ""
        return name.hasPrefix("/") ? name : folder + name
    }

    private func parse(
        _ texts: inout ScheduleTexts, _ holidays: (String) throws(FileLookupError) -> [UInt8]
    ) throws(StartFault) -> LoadedSchedule {
        let reading = try reading(&texts, holidays, withSentences: false)
        guard let schedule = reading.schedule else { throw .schedule([]) }
        return LoadedSchedule(schedule: schedule, warnings: reading.warnings)
    }

    /// - Parameter texts: Takes in the holiday files that are asked for.
    func reading(
        _ texts: inout ScheduleTexts, _ holidays: (String) throws(FileLookupError) -> [UInt8],
        for account: String? = nil, withSentences: Bool
    ) throws(StartFault) -> ScheduleReading {
        let reading = rawReading(&texts, holidays, for: account, withSentences: withSentences)
        guard reading.schedule != nil else {
            throw reading.areHidden ? .partlyHidden(reading.mistakes) : .schedule(reading.mistakes)
        }
        return reading
    }

    /// The same with whatever is wrong with it.
    func rawReading(
        _ texts: inout ScheduleTexts, _ holidays: (String) throws(FileLookupError) -> [UInt8],
        for account: String? = nil, mentioning person: PersonID? = nil, withSentences: Bool
    ) -> ScheduleReading {
        var files = [SourceFile(name: paths.schedule, bytes: texts.shared)]
        if let local = texts.local { files.append(SourceFile(name: paths.local, bytes: local)) }
        let zones = zones
        var asked = FileBundle()
        let reading = ScheduleFile.parse(
            files, systemZone: zones.systemZone().zone, host: host, account: account,
            withSentences: withSentences, mentioning: person,
            holidays: { name throws(FileLookupError) in
                let bytes = try holidays(name)
                asked.files[name] = bytes
                return bytes
            },
            zone: { name throws(ZoneLookupError) in try zones.zone(named: name) })
        texts.holidays = asked
        // Taken after reading: the zones that were read are part of it.
        zonesSeen = zones.fingerprint
        return reading
    }
}
