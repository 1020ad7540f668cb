import CivilTime
import Control
import Daemon
import Glibc
import JSON
import Ledgers
import Loop
import Planning

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

    private func askService(_ request: Request, _ paths: Paths) throws -> Reply? {
        let note = ServiceNote.read(in: paths.state)
        do throws(UnixClient.Failure) {
            // A test message may take its channel's whole time limit.
            let client = try UnixClient(path: note?.socket ?? paths.socket, limit: .seconds(180))
            try client.send(line: request.json.bytes)
            var reply = Reply()
            while let line = try client.readLine() {
                guard let json = try? JSON.parse(line) else { break }
                if reply.take(json) { return reply }
            }
            return Reply(complaints: ["error: the service ended while it was asked"], exit: .temporary)
        } catch {
            switch error {
            case .noService: return nil
            case .timedOut: throw Ending(.temporary, ["error: the service did not answer in time"])
            case .lineTooLong: throw Ending(.software, ["error: the service's answer is too long"])
            case .system(let system): throw Ending(.configuration, ["error: \(system.description)"])
            }
        }
    }
}
