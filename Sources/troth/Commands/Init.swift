import ArgumentParser
import CivilTime
import Control
import Daemon
import Glibc
import Loop
import Planning
import ScheduleFile
import Systemd
import Templates
import Wording
import ZoneFiles

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: told("Write a first schedule that works as it is."),
        discussion: told("One person, two rituals; or a template for two or more. Never overwrites a file."))

    @Option(help: told("Start from this template instead.")) var template: String?
    @Option(name: .customLong("with"), help: told("The name of the other person, where a template has one.")) var other:
        String?
    @Option(help: told("The name of the child, where a template has one.")) var child: String?
    @Flag(help: told("Print the templates, one a line.")) var listTemplates = false
    @Flag(help: told("Only print the schedule.")) var show = false
    @OptionGroup var places: PlaceOptions

    func run() throws {
        let tongue: Template.Tongue = CallerLanguage.current == .german ? .german : .english
        if listTemplates {
            for template in Template.all { print("\(template.name): \(template.summary(tongue))") }
            return
        }
        if show { return print(try text(tongue), terminator: "") }
        let path = places.paths.schedule
        let words = CallerLanguage.words
        if let error = NewFile.write(try text(tongue), to: path) {
            if error == EEXIST {
                throw Ending(.configuration, words.alreadyThere(path))
            }
            throw Ending(.configuration, words.file(path, FileProblem(code: error)))
        }
        for line in words.wrote(path) { print(line) }
    }

    private func text(_ tongue: Template.Tongue) throws -> String {
        let environment = ProcessEnvironment.all()
        let login = environment["USER"] ?? environment["LOGNAME"] ?? "me"
        let name = Self.fullName ?? login
        guard let wanted = template else {
            return StarterSchedule.text(
                personID: login, name: name, hasSession: BusAddress.isThere(), language: CallerLanguage.current)
        }
        guard let template = Template.named(wanted) else {
            throw Ending(
                .noInput, TemplateWording(CallerLanguage.current).unknown(wanted, known: Template.all.map(\.name)))
        }
        var people = StarterPeople(login: login, name: name)
        let isGerman = tongue == .german
        let otherID = template.company == .alone ? "" : people.add(other ?? "Alex")
        let childID = template.company == .otherAndChild ? people.add(child ?? (isGerman ? "Kind" : "Kid")) : ""
        let names = Template.Names(me: people.me.id, other: otherID, child: childID)
        // Several people need a zone by its name.
        let zone = people.others.isEmpty ? nil : SystemZones().systemZone().zone.identifier
        return StarterSchedule.text(
            opening: template.opening(tongue), rituals: template.rituals(names, tongue), people,
            child: childID.isEmpty ? nil : childID, hasSession: BusAddress.isThere(), zone: zone, isGerman: isGerman)
    }

    /// The name that the user database has.
    private static var fullName: String? {
        guard let record = getpwuid(getuid()), let gecos = record.pointee.pw_gecos else { return nil }
        let name = String(cString: gecos).split(separator: ",", omittingEmptySubsequences: false).first.map(String.init)
        return name.flatMap { $0.isEmpty ? nil : $0 }
    }
}
/// Makes a file that was not there.
enum NewFile {
    /// - Returns: The errno of what went wrong; nil when the file is written.
    static func write(_ text: String, to path: String) -> Int32? {
        makeFolders(above: path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return errno }
            rest = rest.dropFirst(count)
        }
        return nil
    }

    private static func makeFolders(above path: String) {
        var made = ""
        for part in path.split(separator: "/").dropLast() {
            made += "/\(part)"
            mkdir(made, 0o755)
        }
    }
}
