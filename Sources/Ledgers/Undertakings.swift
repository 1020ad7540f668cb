import CivilTime
import Planning

/// What people undertake by hand, in and out of its tables.
extension ChangeWriter {
    func note(_ undertaking: Undertaking) throws(DatabaseError) {
        switch undertaking {
        case .season(let change):
            try database.run(
                "INSERT INTO switches (season, is_on, day_from, day_until, at) VALUES (?, ?, ?, ?, ?)",
                .text(change.season.text), .truth(change.isOn), .day(change.from), .day(change.until), .time(change.at))
        case .celebrated(let win):
            try database.run(
                """
                INSERT INTO wins (number, person, day, text, is_shared, is_yearly, at) VALUES (?, ?, ?, ?, ?, ?, ?)
                """, .integer(win.number), .text(win.person.text), .day(win.day), .text(win.text), .truth(win.isShared),
                .truth(win.isYearly), .time(win.at))
        case .promised(let promise):
            try database.run(
                """
                INSERT INTO promises (ritual, maker, recipient, text, time, lead, is_shared, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, .text(promise.id.text), .text(promise.maker.text), .text(promise.to?.text), .text(promise.text),
                .integer(promise.time.microseconds), .text(promise.lead?.description), .truth(promise.isShared),
                .time(promise.at))
        case .promiseMoved(let move):
            try database.run(
                "INSERT INTO promise_moves (ritual, time, at) VALUES (?, ?, ?)", .text(move.promise.text),
                .integer(move.time.microseconds), .time(move.at))
        case .repairBegun(let run):
            try database.run(
                "INSERT INTO repairs (number, ritual, person, began, at) VALUES (?, ?, ?, ?, ?)", .integer(run.number),
                .text(run.repair.text), .text(run.person.text), .integer(run.began.microseconds), .time(run.at))
        case .repairEnded(let end):
            try database.run(
                "INSERT INTO repair_ends (number, person, is_own_only, at) VALUES (?, ?, ?, ?)", .integer(end.number),
                .text(end.person.text), .truth(end.isOwnOnly), .time(end.at))
        case .told(let notice):
            for item in notice.items {
                try database.run(
                    "INSERT INTO notices (number, person, ritual, change, moment, at) VALUES (?, ?, ?, ?, ?, ?)",
                    .integer(notice.number), .text(notice.person.text), .text(item.ritual.text),
                    .text(item.change.rawValue), .time(item.moment), .time(notice.at))
            }
        case .sealed(let letter):
            try database.run(
                "INSERT INTO letters (number, writer, reader, opens, text, at) VALUES (?, ?, ?, ?, ?, ?)",
                .integer(letter.number), .text(letter.writer.text), .text(letter.reader.text), .day(letter.opens),
                .text(letter.text), .time(letter.at))
        case .letGo(let gone):
            try database.run("UPDATE letters SET text = NULL WHERE number = ?", .integer(gone.number))
        case .goalSet(let goal):
            try database.run(
                "INSERT INTO goals (number, ritual, person, text, at, reached) VALUES (?, ?, ?, ?, ?, ?)",
                .integer(goal.number), .text(goal.ritual.text), .text(goal.person.text), .text(goal.text),
                .time(goal.at), .integer(goal.reached?.microseconds))
        case .goalReached(let mark):
            try database.run("UPDATE goals SET reached = ? WHERE number = ?", .time(mark.at), .integer(mark.number))
        case .goalLeft(let mark):
            try database.run("DELETE FROM goals WHERE number = ?", .integer(mark.number))
        case .outgrown(let outgrown): try letGo(outgrown)
        }
    }

    private func letGo(_ outgrown: Outgrown) throws(DatabaseError) {
        func delete(_ tables: String..., where column: String, is value: Value) throws(DatabaseError) {
            for table in tables { try database.run("DELETE FROM \(table) WHERE \(column) = ?", value) }
        }
        switch outgrown {
        case .win(let number): try delete("wins", where: "number", is: .integer(number))
        case .promise(let id): try delete("promise_moves", "promises", where: "ritual", is: .text(id.text))
        case .repair(let number): try delete("repair_ends", "repairs", where: "number", is: .integer(number))
        case .notice(let number): try delete("notices", where: "number", is: .integer(number))
        case .letter(let number): try delete("letters", where: "number", is: .integer(number))
        case .switches(let season, let time):
            try database.run("DELETE FROM switches WHERE season = ? AND at <= ?", .text(season.text), .time(time))
        }
    }
}

extension Value {
    static func time(_ time: Timestamp) -> Value { .integer(time.microseconds) }
    static func day(_ day: CivilDate) -> Value { .integer(Int64(day.dayNumber)) }
    static func day(_ day: CivilDate?) -> Value { day.map { .day($0) } ?? .null }
}

extension SQLiteLedger {
    func loadUndertakings() throws(LedgerError) -> Undertakings {
        var all = Undertakings()
        try read("SELECT season, is_on, day_from, day_until, at FROM switches ORDER BY id") { row in
            all.seasons.append(
                SeasonSwitch(
                    season: SeasonID(row.text(0)), isOn: row.truth(1), from: row.date(2),
                    until: row.isNull(3) ? nil : row.date(3), at: row.time(4)))
        }
        try read("SELECT number, person, day, text, is_shared, is_yearly, at FROM wins ORDER BY id") { row in
            all.wins.append(
                SmallWin(
                    number: row.number(0), person: row.person(1), day: row.date(2), text: row.text(3),
                    isShared: row.truth(4), isYearly: row.truth(5), at: row.time(6)))
        }
        try read("SELECT ritual, maker, recipient, text, time, lead, is_shared, at FROM promises ORDER BY id") {
            row throws(LedgerFault) in
            all.promises.append(
                MadePromise(
                    id: row.ritual(0), maker: row.person(1), to: row.optionalText(2).map { PersonID($0) },
                    text: row.text(3), time: row.local(4), lead: row.optionalText(5) == nil ? nil : try row.lead(5),
                    isShared: row.truth(6), at: row.time(7)))
        }
        try read("SELECT ritual, time, at FROM promise_moves ORDER BY id") { row in
            all.moves.append(PromiseMove(promise: row.ritual(0), time: row.local(1), at: row.time(2)))
        }
        try read("SELECT number, ritual, person, began, at FROM repairs ORDER BY id") { row in
            all.repairs.append(
                RepairRun(
                    number: row.number(0), repair: row.ritual(1), person: row.person(2), began: row.local(3),
                    at: row.time(4)))
        }
        try read("SELECT number, person, is_own_only, at FROM repair_ends ORDER BY id") { row in
            all.repairEnds.append(
                RepairEnd(number: row.number(0), person: row.person(1), isOwnOnly: row.truth(2), at: row.time(3)))
        }
        try read("SELECT number, person, ritual, change, moment, at FROM notices ORDER BY id") {
            row throws(LedgerFault) in
            guard let change = Notice.Change(rawValue: row.text(3)) else { throw .row("change \(row.text(3))") }
            let item = Notice.Item(row.ritual(2), change, row.time(4))
            if all.notices.last?.number == row.number(0) {
                all.notices[all.notices.count - 1].items.append(item)
            } else {
                all.notices.append(
                    Notice(number: row.number(0), person: row.person(1), items: [item], at: row.time(5)))
            }
        }
        try read("SELECT number, writer, reader, opens, text, at FROM letters ORDER BY id") { row in
            all.letters.append(
                SealedLetter(
                    number: row.number(0), writer: row.person(1), reader: row.person(2), opens: row.date(3),
                    text: row.optionalText(4), at: row.time(5)))
        }
        try read("SELECT number, ritual, person, text, at, reached FROM goals ORDER BY id") { row in
            all.goals.append(
                Goal(
                    number: row.number(0), ritual: row.ritual(1), person: row.person(2), text: row.text(3),
                    at: row.time(4), reached: row.optionalTime(5)))
        }
        return all
    }
}
