import CivilTime
import Planning
import Recurrence
import TOML

extension Mistake {
    var englishMessage: String {
        switch self {
        case .syntax(let error): error.message
        case .controlCharacter(let number, let key): "a control character (\(unicodeName(number))) in `\(key)`"
        case .fileTooLarge(let limit): "this file is larger than \(limit / 1_048_576) MiB"

        case .unknownKey(let key, let table, _, _): "\(table.english) has no key `\(key)`"
        case .unknownTable(let name, _): "there is no kind of ritual `\(name)`"
        case .wrongType(let key, let expected, let found, _):
            "`\(key)` takes \(expected.english), not \(found.english)"
        case .missingKey(let key, let table): "\(table.english) needs a `\(key)`"
        case .unknownChoice(let value, let key, _, _): "`\(key)` cannot be `\(value)`"
        case .keysExclude(let key, let other): "`\(key)` and `\(other)` do not go together"
        case .keyNeeds(let key, let other): "`\(key)` means nothing without `\(other)`"
        case .emptyList(let key): "the list `\(key)` is empty"
        case .emptyText(let key): "`\(key)` is empty"
        case .duplicateInList(let value, let key): "`\(value)` is twice in `\(key)`"
        case .definedTwice(let name): "`\(name)` is there twice"

        case .badID(let id, let kind, _): "`\(id)` cannot be the id of a \(kind.english)"
        case .idTwice(let id): "two rituals have the id `\(id)`"

        case .noPeople: "the schedule names no people"
        case .unknownPerson(let id, _, _): "no person is named `\(id)`"
        case .timezoneNeeded: "the schedule needs a `timezone` as soon as there are two people"
        case .unknownZone(let name, _): "there is no time zone `\(name)`"
        case .unreadableZone(let name): "the data of the time zone `\(name)` cannot be read"
        case .systemZoneForPerson: "only the whole schedule can follow the system's time zone"
        case .badAddress(let fault): fault.english
        case .emailNeeded(let person, let channel): "`\(channel)` sends e-mail, and `\(person)` has no `email`"

        case .unknownChannel(let id, _, _): "no channel is named `\(id)`"
        case .unknownPlaceholder(let text, _): "nothing is filled in for `\(text)`"
        case .placeholderAsProgram: "the program itself cannot be filled in"
        case .badQuietHours(let text): "cannot read `\(text)` as quiet hours"
        case .quietAllWeek: "these quiet hours leave no time at all"
        case .numberOutside(let key, _, _): "`\(key)` is out of range"
        case .oneTimeFor(let key): "`\(key)` is one time of day"

        case .timeoutOutside: "this time limit is too short or too long"
        case .badRate: "cannot read this as a rate"
        case .transportMissing: "this channel does not say how mail is handed over"
        case .badServer(let fault): fault.english
        case .startTLSWithTLS: "`smtps://` is encrypted from the start and takes no `starttls`"
        case .passwordWritten(let key): "a \(key) does not belong in the schedule"
        case .secretShape(let key): "`\(key)` says in one way where the \(key) is"
        case .relativePath(let key): "`\(key)` needs a whole path"
        case .lengthOutside(let key, _, _): "`\(key)` is too short or too long"
        case .userTwice(let user): "two people have the account `\(user)`"

        case .noRule: "nothing says when this ritual comes"
        case .dialect(let error): error.message
        case .rrule(let error): error.message
        case .need(let need): need.message
        case .zoneInExpression(let zone): "a rule carries no time zone of its own, such as `\(zone)`"
        case .badSpan(let error): error.description
        case .badTime(let text): "cannot read `\(text)` as a time of day"
        case .badDate(let text): "cannot read `\(text)` as a date"
        case .noSuchDate(let text): "the date \(text) does not exist"
        case .yearMissing(let key): "`\(key)` needs a date with its year"
        case .countOutside: "`count` is out of range"
        case .untilBeforeStart: "this ritual ends before it begins"
        case .neverFires: "this never comes"
        case .peopleNeeded(let kind): "a \(kind.rawValue) needs `people`: it would otherwise be shown to everybody"
        case .tooLong(let key, let limit): "`\(key)` is longer than \(limit) characters"
        case .leadNotAhead: "a nudge ahead goes out before the moment, not at it"
        case .leadTwice(let lead, let other):
            lead == other ? "`\(lead)` is twice in `ahead`" : "`\(lead)` and `\(other)` are the same"
        case .countsByTheDay: "`counts` are in days or longer"
        case .nothingWouldCome: "without `ahead` and without the day itself, nothing would come"
        case .formerlyInUse(let id): "`\(id)` is still the id of a ritual"
        case .turnOfAnother(let id): "it is not for `\(id)`, who therefore has no turn"
        case .againTooLate: "the nudge is over before it would come again"
        case .formerlyTwice(let id): "two rituals carry on the history of `\(id)`"
        case .deck(let mistake): mistake.english

        case .gapByTheDay(let key): "`\(key)` is in days or longer, in one unit"
        case .atMostTooShort: "`at-most` is not longer than `after-done`"
        case .oneTimeOnly: "what is counted from the last time comes at one time of day"
        case .leadBeyondGap: "a nudge ahead would come before the last time it is counted from"
        case .escalationOfSeveral: "only what one person has can invite a second"
        case .escalationToItself(let person): "`\(person)` has this ritual already"
        case .escalationOfPrivate: "what is a reflection, discreet or hidden invites nobody"

        case .badException(let text): "cannot read `\(text)` as a date, a range or a ritual's name"
        case .rangeWritten(let text, _): "cannot read `\(text)` as a range of dates"
        case .rangeBackwards: "this range ends before it begins"
        case .exceptionWithoutYear(let text): "`\(text)` has no year"
        case .unknownRitual(let name, _, _): "no ritual is named `\(name)`"
        case .exceptionCircle(let ids):
            ids.count == 2
                ? "a ritual cannot leave out its own dates"
                : "these rituals leave out each other's dates: \(circle(ids))"
        case .exceptionsTooDeep(let limit): "more than \(limit) rituals in a row leave out one another's dates"
        case .exceptionWithoutDates(let name): "`\(name)` is counted from when it was done, so nobody knows its dates"
        case .exceptionByTheHour(let name): "`\(name)` comes by the hour, so every date is one of its own"
        case .moveByTheHour: "what comes by the hour cannot move to another day"
        case .nothingLeft: "every date of this ritual is left out"
        case .tooManyFiles(let limit): "there are more than \(limit) files"
        case .holidayAddress: "Troth reads no addresses"
        case .holidayFileMissing(let name): "there is no file `\(name)`"
        case .holidayFileUnreadable(let name, let reason): "`\(name)` cannot be read: \(reason)"
        case .holidayFile(let error): "in this file, \(error.message)"
        case .tooManyHolidays(let limit): "the holiday files have more than \(limit) days together"

        case .season(let fault): fault.english
        case .repair(let fault): fault.english
        case .letterNeedsPeople: "a letter needs `people`: otherwise it is for everybody"
        case .hiddenNeedsPeople: "`hidden-from` needs `people`: otherwise it is for everybody"
        case .hiddenFromReader(let person): "this is for `\(person)`, and hidden from `\(person)` too"
        case .hiddenByOwner(let channel, let from):
            "the channel `\(channel)` is `\(from)`’s own, so `\(from)` would see it"
        case .hiddenBySender(let channel, let key, let from):
            "the channel `\(channel)` has the address of `\(from)` as `\(key)`, so `\(from)` may see it"
        case .hiddenByAddress(let person, let from):
            "`\(person)` and `\(from)` have the same address, so `\(from)` would see it"
        case .hiddenByAccount(let person, let from, let user):
            "this runs under the account `\(user)`, which is `\(from)`’s, so what goes to `\(person)` is no secret"
        case .exceptionTells(let person): "days left out here would tell `\(person)` of something hidden"

        case .hostInSharedFile: "`[host]` says the same on every machine that reads this file"
        case .nobodySaysWhoIsServed: "several people, and no host says whom it serves"
        case .personUnreachable(let id): "`\(id)` has no channels, so nothing reaches them"
        case .noRituals: "the schedule has no rituals yet"
        case .passwordInTheClear: "the password would cross the network unencrypted"
        case .noHolidays(let name): "`\(name)` has no holidays"
        case .desktopOfAnother(let person, _, let own): "this desktop is `\(own)`’s, so `\(person)` gets nothing on it"
        case .desktopOfNobody: "a system service has no desktop, so nobody gets anything on it"
        }
    }

    var englishHint: String? {
        switch self {
        case .syntax(let error): error.hint
        case .controlCharacter: "write it with plain letters, on one line"
        case .fileTooLarge: "a schedule is a few pages of text"

        case .unknownKey(_, _, let near?, _), .unknownTable(_, let near?), .unknownChoice(_, _, _, let near?),
            .unknownPlaceholder(_, let near?):
            "did you mean `\(near)`?"
        case .unknownKey(let key, _, nil, let belongs?): "`\(key)` belongs in \(belongs.english)"
        case .unknownKey(_, .people, nil, nil): "write `[people.ID]` and the person's keys under it"
        case .unknownKey(_, .channels, nil, nil): "write `[channels.ID]` and the channel's keys under it"
        case .unknownKey(_, .decks, nil, nil): "write `[deck.ID]` and the deck's keys under it"
        case .unknownKey(_, .rituals(let kind), nil, nil):
            "write `[\(kind.rawValue).ID]` and the ritual's keys under it"
        case .unknownKey(_, let table, nil, nil): "\(table.english) has \(choiceList(table.keys, "and"))"
        case .unknownTable: "there are \(choiceList(Kind.allCases.map(\.rawValue), "and"))"
        case .unknownChoice(_, _, let choices, nil): "it is \(choiceList(choices, "or"))"
        case .unknownPlaceholder: "there are \(choiceList(Mistake.placeholders, "and"))"
        case .wrongType(_, _, _, let say?): "write `\(say)`"
        case .wrongType(let key, let expected, _, nil): "write \(expected.example(key))"
        case .missingKey(let key, let table): table.example(of: key).map { "add `\($0)`" }
        case .keysExclude: "keep one of them"
        case .keyNeeds("times", "again"):
            "`times` is how often `again` asks; what ends a ritual after so many times is `count`"
        case .keyNeeds(let key, let other): "add `\(other)`, or leave `\(key)` out"
        case .emptyList(let key):
            key == "people" ? "leave it out to mean everybody" : "leave it out, or put something in it"
        case .emptyText: "leave it out, or put something in it"
        case .duplicateInList, .definedTwice: "keep one of the two"

        case .badID(_, .channel, let say?), .badID(_, .deck, let say?):
            "ids are of a to z, 0 to 9 and `-`: write `\(say)`"
        case .badID(_, let kind, let say?):
            "ids are of a to z, 0 to 9 and `-`: write `\(say)`, and what is shown as `\(kind == .person ? "name" : "title") = …`"
        case .badID(_, _, nil): "ids are of a to z, 0 to 9 and `-`"
        case .idTwice: "rename one of them; history is kept by id alone, whatever the kind"

        case .noPeople: "add `[people.sam]` with a `name` and `channels`"
        case .unknownPerson(_, let near?, _), .unknownChannel(_, let near?, _): "did you mean `\(near)`?"
        case .unknownPerson(let id, nil, let known):
            known.isEmpty ? "add `[people.\(id)]`" : "there is \(choiceList(known, "and"))"
        case .timezoneNeeded: "add a line such as `timezone = \"Europe/Berlin\"` at the top"
        case .unknownZone(_, let near?): "did you mean `\(near)`?"
        case .unknownZone: "write a name such as `Europe/Berlin` or `America/Chicago`"
        case .unreadableZone: "install the system's tzdata again"
        case .systemZoneForPerson: "name the zone, such as `Europe/Berlin`, or leave it out"
        case .badAddress: "write it as `sam@example.org`"
        case .emailNeeded(let person, _): "add `email = \"…\"` under `[people.\(person)]`, or take the channel out"

        case .unknownChannel(let id, nil, let known):
            known.isEmpty ? "add `[channels.\(id)]`" : "there is \(choiceList(known, "and"))"
        case .placeholderAsProgram: "write the program's name first, then its arguments"
        case .badQuietHours: "write them as `22:00-07:30`, or with a day as `Sunday 00:00-10:00`"
        case .quietAllWeek: "leave some time in which nudges may come"
        case .oneTimeFor: "write it as `19:00` or `7pm`"
        case .numberOutside(_, let low, let high): "it is from \(low) to \(high)"
        case .timeoutOutside(let low, let high): "it is from \(low) s to \(high / 60) min"
        case .badRate(let most): "write it as `30 per minute`: 1 to \(most) per second, minute, hour or day"
        case .transportMissing: "add `server = \"smtp://…\"`, or `sendmail = [\"/usr/sbin/sendmail\", \"-i\"]`"
        case .badServer(let fault): fault.englishHint
        case .startTLSWithTLS: "leave `starttls` out, or write `smtp://`"
        case .passwordWritten(let key):
            "say where it is: `\(key) = { credential = \"…\" }`, `{ file = \"/…\" }` or `{ command = […] }`"
        case .secretShape: "write one of `{ credential = \"…\" }`, `{ file = \"/…\" }` or `{ command = […] }`"
        case .relativePath: "start it with `/`"
        case .lengthOutside(_, let low, let high): "it is from `\(low)` to `\(high)`"
        case .userTwice: "give each person their own `user`, or leave it out"

        case .noRule(.milestone): "add `date = 2019-06-15` and `every = \"year\"`"
        case .noRule: "add `every = \"Sunday at 19:00\"`, or a `date`"
        case .dialect(let error): error.hint
        case .rrule(let error): error.hint
        case .need(let need): need.hint
        case .zoneInExpression: "leave it out: each person's own zone decides, or the schedule's when it is together"
        case .badSpan(let error): error.hint
        case .badTime: "write it as `19:00` or `7pm`"
        case .badDate: "write it as `2026-06-15`"
        case .noSuchDate: nil
        case .yearMissing: "write it as `date = 2019-06-15`"
        case .countOutside(let limit): "it is from 1 to \(limit)"
        case .untilBeforeStart: "make `until` later"
        case .neverFires: "look at the day, `until` and `count`: no date fits them all"
        case .peopleNeeded: "add `people = [\"…\"]`"
        case .tooLong: nil
        case .leadNotAhead: "leave it out: the moment itself always comes, unless `on-the-day = false`"
        case .leadTwice: "keep one of the two"
        case .countsByTheDay: "write them as `1000 days`, `18 months` or `25 years`"
        case .nothingWouldCome: "add `ahead`, or set `on = false` to keep the ritual silent"
        case .formerlyInUse: "`formerly` names an id that is no longer used"
        case .turnOfAnother: "name people it is for"
        case .againTooLate: "make `again` shorter, or say with a longer `grace` how long it is good"
        case .formerlyTwice: "only one ritual can carry it on"
        case .deck(let mistake): mistake.englishHint

        case .gapByTheDay: "write it as `10 days`, `3 weeks` or `2 months`"
        case .atMostTooShort: "make it longer, or leave it out"
        case .oneTimeOnly: "keep one of them"
        case .leadBeyondGap: "make `ahead` shorter than `after-done`"
        case .escalationOfSeveral: "say whose it is, such as `people = [\"sam\"]`"
        case .escalationToItself: "name the other person in `to`"
        case .escalationOfPrivate: "leave `escalate` out"

        case .badException: "write it as `2026-12-24`, `2026-12-24 to 2027-01-06` or `milestone.wedding`"
        case .rangeWritten(_, let say), .rangeBackwards(let say): "write `\(say)`"
        case .exceptionWithoutYear:
            "write the year as well, or name a ritual with such a `date`, which comes every year"
        case .unknownRitual(_, let near?, _): "did you mean `\(near)`?"
        case .unknownRitual(_, nil, let known): "there is \(choiceList(known, "and"))"
        case .exceptionCircle: "take it out of `except`"
        case .exceptionsTooDeep, .exceptionWithoutDates, .exceptionByTheHour: "write the dates themselves"
        case .moveByTheHour(let key): "write `\(key) = \"skip\"`, or leave it out"
        case .nothingLeft: "look at `except`, `on-holiday` and `on-weekend`"
        case .tooManyFiles: "put several into one; events may stand in any order"
        case .holidayAddress: "keep the file beside the schedule, and write its name"
        case .holidayFileMissing: "its path is taken from the folder of the schedule"
        case .holidayFileUnreadable: "see that the service may read it"
        case .holidayFile: "the file is iCalendar (RFC 5545), with a VEVENT for each holiday"
        case .tooManyHolidays: "keep to public holidays, a few in each year"

        case .season(let fault): fault.englishHint
        case .repair(let fault): fault.englishHint
        case .letterNeedsPeople: "add `people = [\"…\"]`"
        case .hiddenNeedsPeople: "add `people = [\"…\"]`"
        case .hiddenFromReader: "take the name out of `people` or out of `hidden-from`"
        case .hiddenByOwner, .hiddenBySender: "send it another way: give the person it is for another channel"
        case .hiddenByAddress: "give each person their own `email`"
        case .hiddenByAccount(let person, _, _):
            "let another machine serve `\(person)`, and keep the ritual in its `troth.local.toml`"
        case .exceptionTells: "write the dates themselves, or hide this ritual in the same way"

        case .hostInSharedFile: "put it in `troth.local.toml`, which stays on this machine"
        case .nobodySaysWhoIsServed:
            "if more than one machine reads this file, put `[host]` and `serves = [\"…\"]` in each `troth.local.toml`"
        case .personUnreachable: "add `channels = [\"…\"]`"
        case .noRituals: "add one, such as `[check-in.weekly]` with `every = \"Sunday at 19:00\"`"
        case .passwordInTheClear: "use `smtps://`, or `starttls = \"required\"`"
        case .noHolidays: "see that it holds a VEVENT with a DTSTART for each of them"
        case .desktopOfAnother(let person, nil, let own):
            "if it is theirs, add `user = \"\(own)\"` under `[people.\(person)]`; else give them another channel"
        case .desktopOfAnother: "give them another channel here, or say in `[host]` whom this machine serves"
        case .desktopOfNobody: "run the user service for desktops, or use another channel here"
        }
    }
}

/// `` `a` → `b` → `a` ``
func circle(_ ids: [String]) -> String { ids.map { "`\($0)`" }.joined(separator: ", ") }

/// `U+0007`
func unicodeName(_ number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
