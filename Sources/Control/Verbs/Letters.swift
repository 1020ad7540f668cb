import CivilTime
import JSON
import Planning
import Wording

extension Desk {
    /// Seals a letter until a day.
    func seal(
        _ text: String, to name: String?, opens: String, _ person: String?
    ) -> (reply: Reply, changes: [LedgerChange]) {
        let writer: Person
        switch maker(person) {
        case .success(let found): writer = found
        case .failure(let complaint): return (complaint.reply, [])
        }
        var reader = writer
        if let name {
            guard let found = planner.person(PersonID(name)) else {
                let known = planner.schedule.people.map(\.id.text)
                return (Reply(complaints: [words.noSuchPerson(name, known: known)], exit: .noInput), [])
            }
            reader = found
        }
        guard let day = CivilDate(parsing: opens), day > reader.zone.local(at: now).date else {
            return (Reply(complaints: lettering.badDay(opens), exit: .usage), [])
        }
        let plain: String
        do throws(LetterFault) {
            plain = try LetterText.read(text)
        } catch {
            return (Reply(complaints: lettering.refused(error), exit: .usage), [])
        }
        let known = planner.state.undertakings.letters.map(\.number)
        let letter = SealedLetter(
            number: planner.state.newNumber(after: known, of: "letter-"), writer: writer.id, reader: reader.id, opens: day,
            text: plain, at: now)
        let line = lettering.sealed(letter, reader: reader, isOwn: reader.id == writer.id)
        return (Reply([Reply.Line(line)]), [.undertaken(.sealed(letter))])
    }

    /// What somebody wrote, and what they may read by now. Of a letter that is still sealed its reader learns nothing.
    func letters(_ person: String?) -> Reply {
        let reader: Person
        switch maker(person) {
        case .success(let found): reader = found
        case .failure(let complaint): return complaint.reply
        }
        let lines = known(to: reader).map { letter in
            let isOpen = isOpen(letter)
            var object = JSONObject()
            object["letter"] = .integer(Int64(letter.number))
            object["from"] = .string(letter.writer.text)
            object["to"] = .string(letter.reader.text)
            object["opens"] = .string(letter.opens.description)
            object["open"] = .bool(isOpen)
            let line = lettering.line(
                letter, writer: planner.person(letter.writer), reader: planner.person(letter.reader), for: reader,
                isOpen: isOpen)
            return Reply.Line(line, .object(object))
        }
        return Reply(lines.isEmpty ? [Reply.Line(lettering.none)] : lines)
    }

    func readLetter(_ number: String, _ person: String?) -> Reply {
        let reader: Person
        switch maker(person) {
        case .success(let found): reader = found
        case .failure(let complaint): return complaint.reply
        }
        guard let letter = known(to: reader).first(where: { "\($0.number)" == number }) else {
            return Reply(complaints: lettering.unknown(number), exit: .noInput)
        }
        guard isOpen(letter), letter.reader == reader.id else {
            return Reply(complaints: lettering.stillSealed(letter), exit: .usage)
        }
        let lines = lettering.opened(letter, writer: planner.person(letter.writer), reader: reader)
        return Reply(lines.dropLast().map { Reply.Line($0) })
    }

    /// Lets a letter's text go for good: its writer's until the day it opens, its reader's from then on.
    func dropLetter(_ number: String, _ person: String?) -> (reply: Reply, changes: [LedgerChange]) {
        let holder: Person
        switch maker(person) {
        case .success(let found): holder = found
        case .failure(let complaint): return (complaint.reply, [])
        }
        guard let letter = known(to: holder).first(where: { "\($0.number)" == number }),
            (isOpen(letter) ? letter.reader : letter.writer) == holder.id
        else { return (Reply(complaints: lettering.unknown(number), exit: .noInput), []) }
        let gone = LetterGone(number: letter.number, at: now)
        return (Reply([Reply.Line(lettering.dropped(letter.number))]), [.undertaken(.letGo(gone))])
    }

    private func known(to person: Person) -> [SealedLetter] {
        planner.state.undertakings.letters.filter { letter in
            letter.text != nil && (letter.writer == person.id || letter.reader == person.id && isOpen(letter))
        }
    }

    private func isOpen(_ letter: SealedLetter) -> Bool {
        planner.person(letter.reader).map { letter.isOpen(to: $0, at: now) } ?? false
    }

    private var lettering: LetterWording { LetterWording(language) }
}
