import CivilTime
import Glibc
import Planning
import ScheduleFile
import ZoneFiles

/// Two people in two zones, and their rituals.
struct SampleHousehold {
    let berlin: Zone
    let chicago: Zone

    init() {
        let zones = SystemZones()
        guard let berlin = try? zones.zone(named: "Europe/Berlin"),
            let chicago = try? zones.zone(named: "America/Chicago")
        else {
            print("the zones cannot be read")
            exit(66)
        }
        self.berlin = berlin
        self.chicago = chicago
    }

    /// The schedule, built.
    func schedule(rituals: Int) -> Schedule {
        let people = [
            Person(id: PersonID("alex"), name: "Alex", zone: chicago, channels: [[ChannelID("desktop")]]),
            Person(id: PersonID("sam"), name: "Sam", zone: berlin, channels: [[ChannelID("phone")]]),
        ]
        let channels = ["desktop", "phone"].map {
            ChannelDefinition(id: ChannelID($0), means: .command(CommandMeans(argv: ["notify", "{title}"])))
        }
        let ids = people.map(\.id)
        var built: [Ritual] = []
        built.reserveCapacity(rituals)
        for number in 0..<rituals {
            if let ritual = SampleRitual(number: number).ritual(people: ids) { built.append(ritual) }
        }
        var schedule = Schedule(zone: berlin, people: people, channels: channels, rituals: built)
        built = []
        schedule.pack()
        return schedule
    }

    /// The schedule as files no larger than one may be: the first shared, the others each host's own.
    func files(rituals: Int) -> [SourceFile] {
        var text = """
            timezone = "Europe/Berlin"
            [people.alex]
            name = "Alex"
            timezone = "America/Chicago"
            channels = ["desktop"]
            [people.sam]
            name = "Sam"
            channels = ["phone"]
            [channels.desktop]
            type = "command"
            command = ["notify", "{title}"]
            [channels.phone]
            type = "command"
            command = ["notify", "{title}"]

            """
        var files: [SourceFile] = []
        for number in 0..<rituals {
            text += SampleRitual(number: number).text
            if text.utf8.count > SourceFile.sizeLimit - 4_096 {
                files.append(SourceFile(name: "part\(files.count).toml", text: text))
                text = ""
            }
        }
        return files + [SourceFile(name: "part\(files.count).toml", text: text)]
    }

    /// The schedule, read.
    func parse(_ files: [SourceFile]) -> Schedule {
        let zones = [berlin, chicago]
        let reading = ScheduleFile.parse(files, systemZone: berlin, withSentences: false) {
            name throws(ZoneLookupError) in
            guard let zone = zones.first(where: { $0.identifier == name }) else {
                throw .unknown(name, suggestion: nil)
            }
            return zone
        }
        guard let schedule = reading.schedule else {
            print(reading.report(in: .english))
            exit(65)
        }
        return schedule
    }
}
