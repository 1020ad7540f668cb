import CivilTime
import Planning
import Wording

extension Desk {
    /// Notes a small win of today.
    func celebrate(_ text: String, _ win: Request.Win, _ person: String?) -> (reply: Reply, changes: [LedgerChange]) {
        let maker: Person
        switch self.maker(person) {
        case .success(let found): maker = found
        case .failure(let complaint): return (complaint.reply, [])
        }
        guard let text = Self.plain(text) else { return (Reply(complaints: making.badText, exit: .usage), []) }
        let today = maker.zone.local(at: now).date
        var day = today
        if let written = win.day {
            guard let read = CivilDate(parsing: written), read <= today else {
                return (Reply(complaints: making.badDay(written), exit: .usage), [])
            }
            day = read
        }
        let noted = SmallWin(
            number: planner.state.newNumber(after: planner.state.undertakings.wins.map(\.number), of: "small-win-"),
            person: maker.id, day: day, text: text, isShared: win.isShared, isYearly: win.isYearly, at: now)
        return (Reply([Reply.Line(making.celebrated(noted))]), [.undertaken(.celebrated(noted))])
    }

    /// Who makes it: the one who is named, else the only person there is.
    func maker(_ text: String?) -> Result<Person, Complaint> {
        if let text {
            switch person(text) {
            case .failure(let complaint): return .failure(complaint)
            case .success(let id):
                if let person = planner.person(id) { return .success(person) }
            }
        }
        do throws(Refusal) {
            let id = try caller.person(named: nil)
            if let person = planner.person(id) { return .success(person) }
            return .failure(Complaint(.nobody, planner.schedule, language))
        } catch {
            return .failure(Complaint(error, planner.schedule, language))
        }
    }

    var making: UndertakingWording { UndertakingWording(language) }

    /// A line of text of up to 200 characters, in any script; nil for anything else.
    static func plain(_ text: String) -> String? {
        let isPlain = !text.unicodeScalars.contains(where: \.isUnwritable)
        return isPlain && text.count <= 200 && !text.isBlank ? text : nil
    }
}
