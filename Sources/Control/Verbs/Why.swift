import CivilTime
import JSON
import Planning
import Wording

extension Desk {
    /// Why something was or was not delivered: of each of the ritual's people whom the caller may see, or of `person`
    /// alone.
    func why(_ id: String, _ person: String?) -> Reply {
        let target = AnswerTarget(id)
        let view: View
        switch self.view(person) {
        case .success(let found): view = found
        case .failure(let complaint): return complaint.reply
        }
        guard let ritual = planner.ritual(target.ritual) else {
            return complaint(.noSuchRitual(target.ritual.text, nearest: nil))
        }
        if let asked = view.person, !ritual.people.contains(asked) {
            return complaint(.notForPerson(ritual.id, asked))
        }
        let people = ritual.people.filter { view.shows(ritual, of: $0) }.compactMap(planner.person)
        if people.isEmpty, let another = ritual.people.first {
            return Complaint(.forAnother(another), planner.schedule, language).reply
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
