import Channels
import Control
import Daemon
import Glibc
import Ledgers
import Loop
import Planning
import Systemd
import Wording

// The service: what it is made of is named here and nowhere else.

let language = Language(environment: ProcessEnvironment.all())
let words = ProgramWording(language)

func say(_ line: String) { StandardStream.error.write(line: visibleLines(line)) }

var config: String?
var state: String?
var arguments = CommandLine.arguments.dropFirst()[...]
while let argument = arguments.popFirst() {
    switch argument {
    case "--config" where !arguments.isEmpty: config = arguments.popFirst()
    case "--state" where !arguments.isEmpty: state = arguments.popFirst()
    case "--help", "-h":
        StandardStream.output.write(line: words.serviceUsage)
        exit(0)
    case "--version":
        print("trothd \(Release.version)")
        exit(0)
    default:
        let isKnown = ["--config", "--state"].contains(argument)
        for line in isKnown ? words.needsValue(argument) : words.noSuchOption(argument) { say(line) }
        say(words.serviceUsage)
        exit(ExitCode.usage.rawValue)
    }
}

let paths = Paths(config: config, state: state)
do throws(StartFault) {
    let service = try compose(paths)
    try service.run()
} catch {
    let isLogged = Journal(identifier: "trothd").isConnected
    for line in isLogged ? error.places : error.lines(in: language) { say(line) }
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
    let factory = ChannelFactory(loop: loop, clock: clock, notices: paths.notices)
    return try Service(
        Service.Parts(
            loop: loop, paths: paths, clock: clock, ledger: ledger, makeChannels: { factory.channels($0) }))
}
