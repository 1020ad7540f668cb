import Channels
import Control
import Daemon
import Glibc
import Ledgers
import Loop
import Planning
import Systemd

// The service: what it is made of is named here and nowhere else.

let usage = """
    usage: trothd [--config FILE] [--state FOLDER]

    Serves the schedule in FILE (~/.config/troth/troth.toml) and keeps its record in FOLDER
    (~/.local/state/troth). Runs in the foreground; systemd starts and stops it.

    """

func say(_ line: String) { StandardStream.error.write(line: line) }

var config: String?
var state: String?
var arguments = CommandLine.arguments.dropFirst()[...]
while let argument = arguments.popFirst() {
    switch argument {
    case "--config" where !arguments.isEmpty: config = arguments.popFirst()
    case "--state" where !arguments.isEmpty: state = arguments.popFirst()
    case "--help", "-h":
        StandardStream.output.write(line: usage)
        exit(0)
    case "--version":
        print("trothd \(Release.version)")
        exit(0)
    default:
        say(
            "error: \(["--config", "--state"].contains(argument) ? "`\(argument)` needs a value" : "no such option: \(argument)")"
        )
        say(usage)
        exit(ExitCode.usage.rawValue)
    }
}

let paths = Paths(config: config, state: state)
do throws(StartFault) {
    let service = try compose(paths)
    try service.run()
} catch {
    let isLogged = Journal(identifier: "trothd").isConnected
    for line in error.lines { say(isLogged ? "\(MistakePlace(line))" : line) }
    exit(error.exit.rawValue)
}

func compose(_ paths: Paths) throws(StartFault) -> Service {
    let loop: EpollLoop
    let ledger: SQLiteLedger
    do throws(SystemError) {
        loop = try EpollLoop()
    } catch {
        throw .system(error)
    }
    do throws(LedgerError) {
        ledger = try SQLiteLedger(folder: paths.state, boot: Boot.id)
    } catch {
        throw .ledger(error)
    }
    let clock = MachineClock()
    let factory = ChannelFactory(loop: loop, clock: clock)
    return try Service(
        Service.Parts(
            loop: loop, paths: paths, clock: clock, ledger: ledger, makeChannels: { factory.channels($0) }))
}
