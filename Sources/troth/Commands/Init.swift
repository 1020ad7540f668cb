import ArgumentParser
import Control
import Daemon
import Glibc
import Loop
import ScheduleFile
import Systemd
import Wording

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a first schedule that works as it is.",
        discussion: "One person, two rituals; never overwrites a file.")

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let path = places.paths.schedule
        let environment = ProcessEnvironment.all()
        let login = environment["USER"] ?? environment["LOGNAME"] ?? "me"
        let words = CallerLanguage.words
        let text = StarterSchedule.text(
            personID: login, name: Self.fullName ?? login, hasSession: BusAddress.isThere(),
            language: CallerLanguage.current)
        if let error = NewFile.write(text, to: path) {
            if error == EEXIST {
                throw Ending(.configuration, words.alreadyThere(path))
            }
            throw Ending(.configuration, words.file(path, FileProblem(code: error)))
        }
        for line in words.wrote(path) { print(line) }
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
