import CivilTime
import Planning
import Recurrence
import TOML

extension Mistake {
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
