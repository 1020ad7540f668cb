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
}

/// `` `a` → `b` → `a` ``
func circle(_ ids: [String]) -> String { ids.map { "`\($0)`" }.joined(separator: ", ") }

/// `U+0007`
func unicodeName(_ number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
