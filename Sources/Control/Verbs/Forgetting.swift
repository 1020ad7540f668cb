import CivilTime
import JSON
public import Planning
import Recurrence
import Wording

extension Desk {
    /// What becomes of somebody's wish to be forgotten.
    public enum Forgetting {
        /// It is not done now: what is said, and the changes to commit before it is said.
        case said(Reply, changes: [LedgerChange])
        /// The ledger is to forget this person; then ``Desk/forgotten(_:entries:)`` is said.
        case erase(PersonID)
    }

    /// Decides on a request to forget the person that it names: for themselves as long as the schedule names them,
    /// afterwards for whoever keeps the record.
    ///
    /// - Parameter mentions: Where the schedule's files name the person, as `FILE:LINE`.
    public func forgetting(_ request: Request, mentions: [String]) -> Forgetting {
        guard case .forget(let wish) = request.verb else { return .said(Reply(), changes: []) }
        if let refusal = refusal(request.verb) { return .said(refusal.reply(planner.schedule, in: language), changes: []) }
        guard ledger != nil else { return .said(Reply(complaints: [words.nothingYet], exit: .noInput), changes: []) }
        let person: PersonID
        switch leaver(request.person) {
        case .success(let found): person = found
        case .failure(let complaint): return .said(complaint.reply, changes: [])
        }
        let wording = ForgetWording(language)
        guard planner.person(person) != nil else {
            guard mentions.isEmpty else { return .said(stillNamed(person, mentions), changes: []) }
            return .erase(person)
        }
        let asked = planner.state.wishes.of(person).filter { $0.kind == .forget }
        switch wish {
        case .now:
            let complaints = mentions.isEmpty ? Reply(complaints: wording.reloadFirst(person.text), exit: .data) : nil
            return .said(complaints ?? stillNamed(person, mentions), changes: [])
        case .later:
            let wish = Wish(.forget, .everything, by: person, from: now)
            return .said(
                Reply([Reply.Line(wording.later(person.text))]),
                changes: asked.isEmpty ? [.wished(wish, at: now)] : [])
        case .never:
            return .said(
                Reply([Reply.Line(wording.notLater(!asked.isEmpty))]), changes: asked.map { .unwished($0, at: now) })
        }
    }

    /// That it is done, and which traces are beyond reach.
    public func forgotten(_ person: PersonID, entries: Int) -> Reply {
        var object = JSONObject()
        object["person"] = .string(person.text)
        object["entries"] = .integer(Int64(entries))
        let lines = ForgetWording(language).forgotten(person.text, entries)
        return Reply(lines.enumerated().map { Reply.Line($1, $0 == 0 ? .object(object) : nil) })
    }

    private func stillNamed(_ person: PersonID, _ mentions: [String]) -> Reply {
        Reply(complaints: ForgetWording(language).stillNamed(person.text, at: mentions), exit: .data)
    }

    /// Whom a request is about that only they themselves may make while the schedule names them. Who has left it has no
    /// account in it any more, so that the one who keeps the record acts for them.
    private func leaver(_ name: String?) -> Result<PersonID, Complaint> {
        guard let name else { return .failure(Complaint(.nobody, planner.schedule, language)) }
        guard name.contains(where: { !$0.isWhitespace }) else {
            return .failure(Complaint(ForgetWording(language).noName, .usage))
        }
        if planner.person(PersonID(name)) != nil { return person(name) }
        return caller.isKeeper
            ? .success(PersonID(name)) : .failure(Complaint(.keeperOnly, planner.schedule, language))
    }

    // MARK: - What there is

    /// All that the record holds of a person, an object a line and a page at a time; a page that is not the last ends with
    /// where the next one begins.
    func records(_ request: Request, before text: String?) -> Reply {
        if let refusal = refusal(request.verb) { return refusal.reply(planner.schedule, in: language) }
        guard let ledger else { return Reply(complaints: [words.nothingYet], exit: .noInput) }
        let person: PersonID
        switch leaver(request.person) {
        case .success(let found): person = found
        case .failure(let complaint): return complaint.reply
        }
        var query = HistoryQuery(person: person, limit: Self.recordsPage + 1)
        if let text {
            guard let place = seal?.place(text) ?? HistoryPlace(text) else {
                return Reply(complaints: [words.noSuchPlace(text)], exit: .usage)
            }
            query.before = place
        }
        do throws(LedgerError) {
            let seal = PlaceSeal(secret: try ledger.secret())
            let objects = NudgeObject(planner.schedule, seal)
            var rows = try ledger.history(query).map { entry in
                (entry.place, Self.record("nudge", objects.json(entry, sent: entry.attempts.last?.at ?? entry.due)))
            }
            rows += try ledger.missed(query).map { ($0.place, Self.record("missed", objects.json($0))) }
            rows.sort { $0.0 > $1.0 }
            let page = rows.prefix(Self.recordsPage)
            var lines = text == nil ? try singles(person, ledger) : []
            lines += page.map { Reply.Line(nil, $0.1) }
            if rows.count > page.count, let last = page.last { lines.append(Reply.Line(nil, ["more": .string(seal.text(last.0))])) }
            return Reply(lines)
        } catch {
            return Reply(complaints: [words.recordUnreadable(error)], exit: .configuration)
        }
    }

    /// What belongs to no nudge: wishes, answers to what is still to come, and what was drawn.
    private func singles(_ person: PersonID, _ ledger: any Ledger) throws(LedgerError) -> [Reply.Line] {
        var objects = try ledger.wishes(of: person).map { entry in
            var object = JSONObject()
            object["wish"] = .string(entry.wish.kind.rawValue)
            object["subject"] = .string(entry.wish.subject.keyText)
            if !entry.wish.terms.isEmpty { object["terms"] = .string(entry.wish.terms) }
            object["from"] = .string(entry.wish.from.description)
            if let until = entry.wish.until { object["until"] = .string(until.description) }
            object["at"] = .string(entry.at.description)
            if let takenBack = entry.takenBack { object["takenBack"] = .string(takenBack.description) }
            return Self.record("wish", .object(object))
        }
        for (name, answers) in planner.state.ahead.sorted(by: { $0.key.description < $1.key.description }) {
            guard let answer = answers[person] else { continue }
            objects.append([
                "record": "answer", "ritual": .string(name.ritual.text), "occurrence": .string(name.keyText),
                "answer": answer == .done ? "done" : "skip",
            ])
        }
        for (ritual, drawn) in planner.state.draws.sorted(by: { $0.key < $1.key }) {
            objects += (drawn[person] ?? []).map { draw -> JSON in
                [
                    "record": "draw", "ritual": .string(ritual.text), "deck": .string(String(draw.deck, radix: 16)),
                    "prompt": .string(String(draw.prompt, radix: 16)),
                    "occurrence": JSON(draw.occurrence?.description),
                ]
            }
        }
        return (objects + undertaken(by: person)).map { Reply.Line(nil, $0) }
    }

    /// What somebody undertook by hand. A letter to them that they may not open yet stays closed here, too.
    private func undertaken(by person: PersonID) -> [JSON] {
        let all = planner.state.undertakings
        var objects: [JSON] = all.wins.filter { $0.person == person }.map { win in
            [
                "record": "win", "day": .string(win.day.description), "text": .string(win.text),
                "shared": .bool(win.isShared), "yearly": .bool(win.isYearly),
            ]
        }
        objects += all.promises.filter { $0.maker == person }.map { promise in
            [
                "record": "promise", "text": .string(promise.text), "to": JSON(promise.to?.text),
                "time": .string(promise.time.description), "shared": .bool(promise.isShared),
            ]
        }
        objects += all.repairs.filter { $0.person == person }.map { run in
            ["record": "repair", "repair": .string(run.repair.text), "began": .string(run.began.description)]
        }
        objects += all.letters.filter { $0.writer == person }.map { letter in
            [
                "record": "letter", "to": .string(letter.reader.text), "opens": .string(letter.opens.description),
                "text": JSON(letter.text),
            ]
        }
        objects += all.goals.filter { $0.person == person }.map { goal in
            [
                "record": "goal", "ritual": .string(goal.ritual.text), "text": .string(goal.text),
                "at": .string(goal.at.description), "reached": JSON(goal.reached?.description),
            ]
        }
        return objects
    }

    /// The object with what sort of entry it is, as its first member.
    private static func record(_ sort: String, _ json: JSON) -> JSON {
        var object = JSONObject()
        object["record"] = .string(sort)
        for member in json.object?.members ?? [] { object[member.name] = member.value }
        return .object(object)
    }

    /// So many nudges go into one reply: a client that reads slowly is not to fill the service's memory.
    private static let recordsPage = 300
}
