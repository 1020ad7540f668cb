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
            let width = Template.all.map(\.name.count).max() ?? 0
            for template in Template.all {
                let gap = String(repeating: " ", count: width - template.name.count + 2)
                print(template.name + gap + template.summary(tongue))
            }
            return
        }
        if show { return print(try text(tongue), terminator: "") }
        let path = places.paths.schedule
        try WholeFile(path).create(with: try text(tongue))
        for line in CallerLanguage.words.wrote(path) { print(line) }
    }

    private func text(_ tongue: Template.Tongue) throws -> String {
        let environment = ProcessEnvironment.all()
        let login = environment["USER"] ?? environment["LOGNAME"] ?? "me"
        let name = [Self.fullName ?? login, login].first { StarterPeople.mistake(in: $0, key: "") == nil } ?? ""
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
        let otherID = template.company == .alone ? "" : people.add(try Self.name(other, "--with") ?? "Alex")
        let childID = template.company == .otherAndChild ? people.add(try Self.name(child, "--child") ?? (isGerman ? "Kind" : "Kid")) : ""
        let names = Template.Names(me: people.me.id, other: otherID, child: childID)
        // Several people need a zone by its name.
        let zone = people.others.isEmpty ? nil : SystemZones().systemZone().zone.identifier
        return StarterSchedule.text(
            opening: template.opening(tongue), rituals: template.rituals(names, tongue), people,
            child: childID.isEmpty ? nil : childID, hasSession: BusAddress.isThere(), zone: zone, isGerman: isGerman)
    }

    /// A name that was given, as far as a schedule takes it.
    private static func name(_ name: String?, _ option: String) throws -> String? {
        guard let name, let mistake = StarterPeople.mistake(in: name, key: option) else { return name }
        let language = CallerLanguage.current
        throw Ending(
            .usage, CallerLanguage.words.error(mistake.message(in: language), hint: mistake.hint(in: language)))
    }

    /// The name that the user database has.
    private static var fullName: String? {
        guard let record = getpwuid(getuid()), let gecos = record.pointee.pw_gecos else { return nil }
        let name = String(cString: gecos).split(separator: ",", omittingEmptySubsequences: false).first.map(String.init)
        return name.flatMap { $0.isEmpty ? nil : $0 }
    }
}
