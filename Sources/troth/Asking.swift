import CivilTime
import Control
import Daemon
import Glibc
import JSON
import Ledgers
import Loop
import Planning
import Wording

/// Puts a request to the service that keeps the state; where none runs, answers it from the record itself, under its
/// lock. There is never a second record.
struct Asking {
    private let places: PlaceOptions
    private let clock: ClockOptions
    private let json: Bool

    init(_ places: PlaceOptions, _ clock: ClockOptions, _ reader: ReaderOptions? = nil) {
        self.places = places
        self.clock = clock
        json = reader?.json ?? false
    }

    func ask(_ verb: Request.Verb, person: String?) throws { try reply(verb, person: person).show(json: json) }

    func reply(_ verb: Request.Verb, person: String?) throws -> Reply {
        let request = Request(verb, person: person, language: CallerLanguage.current)
        let paths = places.paths
        // A given time is a question about another day, so it is answered from the record.
        if clock.now == nil, let reply = try askService(request, paths) { return reply }
        return try Offline(paths, now: try clock.read()).answer(request)
    }

    /// The service's reply; nil where none runs.
    private func askService(_ request: Request, _ paths: Paths) throws -> Reply? {
        if let reply = try ask(request, at: ServiceNote.read(in: paths.state)?.socket ?? paths.socket) { return reply }
        // Who has no schedule of their own may be in the machine's.
        let isMachines = paths.state == Paths.ofMachine.state
        guard isMachines || places.areUsual && !paths.hasSchedule else { return nil }
        return try ask(request, at: Paths.ofMachine.socket)
    }

    private func ask(_ request: Request, at socket: String) throws -> Reply? {
        let words = CallerLanguage.words
        do throws(UnixClient.Failure) {
            // A test message may take its channel's whole time limit.
            let client = try UnixClient(path: socket, limit: .seconds(180))
            try client.send(line: request.json.bytes)
            var reply = Reply()
            while let line = try client.readLine() {
                guard let json = try? JSON.parse(line) else { break }
                if reply.take(json) { return reply }
            }
            return Reply(complaints: words.serviceEnded, exit: .temporary)
        } catch {
            switch error {
            case .noService: return nil
            case .timedOut: throw Ending(.temporary, words.noAnswerInTime)
            case .lineTooLong: throw Ending(.software, words.answerTooLong)
            case .system(let system) where system.code == EACCES && socket == Paths.ofMachine.socket:
                throw Ending(.configuration, CommandWording(request.language).forTheGroup("troth"))
            case .system(let system): throw Ending(.configuration, words.error(system.description))
            }
        }
    }
}
