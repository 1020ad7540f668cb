import CivilTime
import Control
import Daemon
import ICalendar
import Interchange
import Planning
import Wording
import ZoneFiles

/// Makes tables of a schedule from another program's file. The schedule itself is only looked at.
struct Importing {
    private let paths: Paths
    private let language: Language

    init(_ paths: Paths, _ language: Language) {
        self.paths = paths
        self.language = language
    }

    /// - Throws: ``Ending``: 66 where the file cannot be read, 65 where it is no calendar.
    func calendar(_ file: String, now: Timestamp) throws -> String {
        let bytes = try WholeFile(file).read(atMost: ContentReader.sizeLimit)
        let (zone, taken) = known
        let zones = SystemZones()
        do throws(ImportFault) {
            return try CalendarImport.read(
                bytes, now: now, zone: zone, taken: taken, in: language, lookUp: { try? zones.zone(named: $0) }
            ).text
        } catch {
            throw ending(file, error)
        }
    }

    /// - Throws: ``Ending``: 66 where the file cannot be read, 65 where it has no contacts.
    func contacts(_ file: String) throws -> String {
        let bytes = try WholeFile(file).read(atMost: ContentReader.sizeLimit)
        do throws(ImportFault) {
            return try CardImport.read(bytes, taken: known.ids, in: language).text
        } catch {
            throw ending(file, error)
        }
    }

    private func ending(_ file: String, _ fault: ImportFault) -> Ending {
        Ending(.data, [ImportWording(language).error(file == "-" ? "-" : file, fault)])
    }

    /// The schedule's zone and ids, where there is one that can be read; else the machine's zone.
    private var known: (zone: Zone, ids: Set<String>) {
        guard let schedule = try? ScheduleStore(paths).load().schedule else {
            return (SystemZones().systemZone().zone, [])
        }
        return (schedule.zone, Set(schedule.rituals.map(\.id.text)))
    }
}
