import CivilTime
import Control
import Glibc
import JSON
import Mail
import Planning
import Systemd
import Testing

@testable import Channels
@testable import Daemon

/// What is hidden from Alex is in no byte that Alex sees, before its reveal: months of seeded schedules, simulated by
/// the service's own planner and put into words by its own hand.
@Suite struct HiddenTests {
    static let from = "2027-01-04T00:00:00Z"
    static let to = "2027-04-20T00:00:00Z"
    static let seeds = Array(UInt64(1)...10)

    static func utc(_ text: String) throws -> Timestamp { try #require(Timestamp(parsing: text)) }

    /// Everything that a parcel becomes on its way: arguments, environment, standard input, terminal, notice, mail.
    static func bytes(_ parcel: Parcel, _ schedule: Schedule) throws -> String {
        let text = ParcelText(parcel)
        var parts = Array(text.values.values) + Array(text.environment.values) + [text.terminalLine]
        parts += [String(decoding: text.json, as: UTF8.self), String(decoding: text.plain, as: UTF8.self)]
        for capabilities: Set<String> in [[], ["body", "body-markup", "actions"]] {
            parts.append("\(Notice(parcel, capabilities, replaces: nil).arguments)")
        }
        if let address = parcel.person.email {
            var message = MailMessage(
                parcel, from: Mailbox(address: address), to: Mailbox(name: parcel.person.name, address: address),
                date: MailDate(Timestamp(seconds: 0), offset: 0))
            message.calendar = EmailChannel.calendar(for: parcel, at: Timestamp(seconds: 0))
            // Long lines are broken by `=` at their ends.
            let mail = String(decoding: message.bytes().filter { $0 != 0x0D }, as: UTF8.self)
            parts.append(mail.split(separator: "=\n", omittingEmptySubsequences: false).joined())
            parts += [parcel.title, parcel.body, parcel.footer, parcel.when, parcel.moment?.text ?? ""]
        }
        return parts.joined(separator: "\n")
    }

    static func isAlex(_ parcel: Parcel, _ schedule: Schedule) -> Bool {
        parcel.person.id.text == "alex" || schedule.channel(parcel.key.channel)?.owner?.text == "alex"
    }

    @Test(arguments: seeds)
    func nothingOfItReachesAlex(_ seed: UInt64) throws {
        let household = SecretHousehold(seed)
        let run = try SimulatedService(household.text, at: Self.utc(Self.from))
        let alex = try #require(run.schedule.person(PersonID("alex")))
        var numbers = SeededNumbers(seed ^ 0xA1EC)
        var (toAlex, ofSecrets, looks) = (0, 0, 0)
        try run.run(until: Self.utc(Self.to)) { delivery, parcel in
            let words = household.hidden(from: alex, at: run.clock.now)
            let secret = delivery.members.contains { member in
                household.secrets.contains { $0.id == member.key.ritual.text }
            }
            if secret { ofSecrets += 1 }
            if Self.isAlex(parcel, run.schedule) {
                toAlex += 1
                do {
                    Self.expectNone(words, in: try Self.bytes(parcel, run.schedule), "seed \(seed), \(delivery.key)")
                } catch { Issue.record(error) }
            }
            self.expectCovered(delivery, parcel, household, run, seed)
            if numbers.chance(4) {
                looks += 1
                self.look(household, alex, run, &numbers, seed, no: looks)
            }
        }
        #expect(toAlex > 0, "seed \(seed) shows nothing")
        #expect(ofSecrets > 0, "seed \(seed) hides nothing")
        #expect(looks >= 4, "each form of a name is tried")
    }

    static func expectNone(_ words: [String], in text: String, _ place: @autoclosure () -> String) {
        for word in words where holds(text, word) { Issue.record("\(place()): \(word) in \(text)") }
    }

    /// Whether the bytes of `word` are in those of `text`: characters are no matter here, and slow.
    private static func holds(_ text: String, _ word: String) -> Bool { strstr(text, word) != nil }

    /// Nothing of it, whoever it is for, stands where everybody on the machine can read.
    private func expectCovered(
        _ delivery: Delivery, _ parcel: Parcel, _ household: SecretHousehold, _ run: SimulatedService, _ seed: UInt64
    ) {
        let all = household.secrets.flatMap(\.words)
        let open =
            ParcelText(parcel).arguments.values.joined(separator: "\n")
            + run.service.journal.names.name(delivery.key) + parcel.token + run.service.statusLine
        Self.expectNone(all, in: open, "seed \(seed), in the open: \(delivery.key)")
        for member in delivery.members {
            Self.expectNone(all, in: run.service.journal.names.name(member.key), "seed \(seed), journal")
        }
    }

    /// All that Alex can ask; of the forms of a name one at each look, in turn.
    private func look(
        _ household: SecretHousehold, _ alex: Person, _ run: SimulatedService, _ numbers: inout SeededNumbers,
        _ seed: UInt64, no number: Int
    ) {
        let words = household.hidden(from: alex, at: run.clock.now)
        let language = numbers.pick(Language.allCases)
        let place = "seed \(seed) at \(run.clock.now)"
        for verb in [Request.Verb.next(count: 60), .history(HistoryRequest(limit: 80)), .status] {
            Self.expectNone(
                words, in: self.said(Request(verb, person: "alex", language: language), run), "\(place), \(verb)")
        }
        // What is said of what is not there is the same for all of them.
        var said: [Request: String] = [:]
        func wrongly(_ request: Request) -> String {
            if let known = said[request] { return known }
            let text = self.said(request, run)
            said[request] = text
            return text
        }
        for secret in household.secrets where words.contains(secret.id) {
            // As long as the other, and as unlike everything that there is.
            let other = "zy" + String(repeating: "y", count: secret.id.count - 2)
            let forms = [
                secret.id, "\(secret.kind).\(secret.id)", "\(secret.id)@2027-02-01", String(secret.id.dropLast()),
            ]
            for form in [forms[number % forms.count]] {
                let stem = form.contains(secret.id) ? secret.id : String(secret.id.dropLast())
                let stand = String(other.prefix(stem.count))
                for verb: (String) -> Request.Verb in [
                    { .done($0) }, { .skip($0) }, { .snooze($0, span: "1 h") }, { .why($0) },
                    { .history(HistoryRequest(limit: 9, ritual: $0)) }, { .stop($0) }, { .start($0) }, { .agree($0) },
                    { .disagree($0) },
                ] {
                    let right = self.said(Request(verb(form), person: "alex", language: language), run)
                    let wrong = wrongly(
                        Request(verb(form.replacing(stem, with: stand)), person: "alex", language: language))
                    #expect(right == wrong.replacing(stand, with: stem), "\(place): \(form)")
                }
            }
        }
        // A name that is nearly right is not put right.
        for secret in household.secrets where words.contains(secret.id) {
            let near = secret.id.dropLast() + "y"
            let reply = self.said(Request(.done(String(near)), person: "alex", language: language), run)
            Self.expectNone(words, in: reply, "\(place), nearly \(secret.id)")
        }
    }

    /// Both forms of what is said: for a person and for a program.
    private func said(_ request: Request, _ run: SimulatedService) -> String {
        let facts = Desk.ServiceFacts(status: run.service.statusLine, process: 1, mistakes: [])
        let desk = Desk(
            run.service.planner, run.ledger, at: run.clock.now, language: request.language,
            caller: Caller(account: "alex", isKeeper: false, in: run.schedule), service: facts)
        let (reply, changes) = desk.answer(request)
        return (reply.wire.map(\.text) + ["\(changes)"]).joined(separator: "\n")
    }
}
