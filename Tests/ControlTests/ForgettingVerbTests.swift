import CivilTime
import Control
import Planning
import Testing

/// Whom a wish to be forgotten is about.
@Suite("Forgetting by hand") struct ForgettingVerbTests {
    @Test(arguments: ["", " ", "\t\n"]) func whoeverIsNotNamedIsNotForgotten(name: String) {
        let desk = Pair.desk("home", isKeeper: true, users: [:])
        guard case .said(let reply, let changes) = desk.forgetting(Request(.forget(.now), person: name), mentions: [])
        else {
            Issue.record("nobody is to be erased")
            return
        }
        #expect(reply.exit == .usage && reply.lines.isEmpty && changes.isEmpty)
        #expect(reply.complaints.first == "error: nobody is named, so the record stays as it is")
        #expect(desk.answer(Request(.records(before: nil), person: name)).reply.exit == .usage)
    }
}
