import Control
import JSON
import Planning
import Testing

@Suite("Requests and replies on the wire")
struct RequestTests {
    static let requests: [Request] = [
        Request(.status), Request(.next(count: 5), person: "sam"),
        Request(.history(HistoryRequest(limit: 3, ritual: "weekly"))),
        Request(.why("weekly@2026-11-22"), person: "sam"),
        Request(
            .history(
                HistoryRequest(
                    since: "2026-11-22", until: "3 days", outcome: "open", before: "1795374000000000-n12"))),
        Request(.done("weekly"), person: "sam", language: .german), Request(.skip("weekly@2026-11-22")),
        Request(.snooze("weekly", span: "2 h")), Request(.reload), Request(.stop("weekly")),
        Request(.stop(nil), person: "sam"), Request(.start("everything")), Request(.pause(until: nil)),
        Request(.pause(until: "2 weeks")), Request(.resume), Request(.mute("2026-12-24..2026-12-26")),
        Request(.unmute("2026-12-24")), Request(.agree(nil)), Request(.agree("walk")), Request(.disagree("walk")),
        Request(.testChannel("email", to: "sam")),
        Request(.forget(.now), person: "sam"), Request(.forget(.later), person: "sam"), Request(.forget(.never), person: "sam"),
        Request(.records(before: nil), person: "sam"), Request(.records(before: "1795374000000000-n12"), person: "sam"),
    ]

    @Test("A request reads back as it was written", arguments: requests)
    func readBack(request: Request) throws {
        #expect(try Request(line: request.json.bytes) == request)
    }

    static let refused: [(String, RequestError)] = [
        (#"{"verb":"dance"}"#, .unknownVerb("dance")),
        ("{}", .unknownVerb(nil)),
        (#"{"verb":"done"}"#, .missing("ritual")),
        (#"{"verb":"snooze"}"#, .missing("ritual")),
    ]

    @Test("What is no request is said", arguments: refused)
    func refusals(line: String, error: RequestError) {
        #expect(throws: error) { try Request(line: Array(line.utf8)) }
        #expect(throws: RequestError.self) { try Request(line: Array("nonsense".utf8)) }
    }

    @Test("A reply reads back as it was written")
    func replies() {
        let reply = Reply(
            [Reply.Line("one", ["n": 1]), Reply.Line("two")], complaints: ["error: three"], exit: .data)
        var read = Reply()
        var ended = false
        for json in reply.wire { ended = read.take(json) }
        #expect(ended)
        #expect(read == reply)
    }
}
