import CivilTime
import JSON
import Planning
import Wording

extension Desk {
    /// Why something was or was not delivered: of each of the ritual's people, or of `person` alone.
    ///
    /// - Parameter reader: Who looks: told of nobody else's nudges. Nil is somebody who may see all of them.
    func why(_ id: String, _ person: String?, reader: Person? = nil) -> Reply {
        let target = AnswerTarget(id)
        let asked: Person?
        switch self.reader(person) {
        case .success(let found): asked = found
        case .failure(let complaint): return complaint.reply
        }
        guard let ritual = planner.ritual(target.ritual) else {
            return complaint(.noSuchRitual(target.ritual.text, nearest: nil))
        }
        if let asked, !ritual.people.contains(asked.id) { return complaint(.notForPerson(ritual.id, asked.id)) }
        let people = ritual.people.compactMap(planner.person).filter { one in
            [asked, reader].allSatisfy { $0.map { $0.id == one.id } ?? true }
        }
        do throws(Accounts.Failure) {
            let accounts = try Accounts(planner, ledger, at: now, hold: service?.hold).accounts(target, ritual, people)
            return Reply(accounts.flatMap { lines($0, ritual) })
        } catch {
            switch error {
            case .answer(let error): return complaint(error)
            case .ledger(let error):
                return Reply(complaints: [words.recordUnreadable(error)], exit: .configuration)
            }
        }
    }

    /// A line that says what it is about, with the whole as an object, then a sentence a line.
    private func lines(_ account: Account, _ ritual: Ritual) -> [Reply.Line] {
        guard let person = planner.person(account.nudge.person) else { return [] }
        let wording = AccountWording(language, now: now)
        let objects = NudgeObject(planner.schedule)
        let heading = wording.heading(
            title: title(account.nudge, ordinal: nil), person, account.moment, lead: account.nudge.lead,
            id: objects.shortID(account.nudge, ritual, account.moment))
        let sentences = wording.sentences(account, person)
        let json: JSON
        if let entry = account.entry {
            json = objects.json(entry, sent: entry.attempts.last?.at ?? entry.closedAt ?? entry.due)
        } else {
            json = objects.json(account.nudge, channel: nil, moment: account.moment, at: account.moment)
        }
        var object = json.object ?? JSONObject()
        object["why"] = .array(sentences.map { .string($0) })
        return [Reply.Line(heading, .object(object))] + sentences.map { Reply.Line("  " + $0) }
    }
}
