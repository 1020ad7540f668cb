import CivilTime
import Planning
import TOML
import Wording

extension ScheduleReader {
    func person(_ named: Named) -> Person {
        let table = TableReader(named.section, .person, findings)
        let name = table.text("name")
        if let name, name.text.count > nameLimit { findings.report(.tooLong(key: "name", limit: nameLimit), at: name.spot) }
        var email: MailAddress?
        if let text = table.text("email") { email = address(text) }
        var own: Zone?
        if let text = table.text("timezone") {
            if text.text == "system" {
                findings.report(.systemZoneForPerson, at: text.spot)
            } else {
                own = zone(named: text)
            }
        }
        let home = own ?? zone
        let spoken = table.choice("language", Language.allCases.map(\.rawValue)).flatMap(Language.init)
        let user = account(table)
        let channels = channelLists(table, person: named.id)
        return Person(
            id: PersonID(named.id), name: name?.text ?? named.id, email: email, user: user,
            zone: home.with(stays(table)),
            language: spoken ?? language, channels: channels, pace: pace(table),
            wantsCalendar: table.flag("calendar") ?? false, isDiscreet: table.flag("discreet") ?? false,
            isChild: table.flag("child") ?? false)
    }

    /// An address, or nil after reporting what is wrong with it.
    private func address(_ text: Text) -> MailAddress? {
        do throws(MailAddressError) {
            return try MailAddress(parsing: text.text)
        } catch {
            report(error, in: text)
            return nil
        }
    }

    func report(_ error: MailAddressError, in text: Text) {
        findings.report(
            .badAddress(AddressFault(error.reason)), at: text.spot(of: error.offset..<error.offset + error.length))
    }

    /// The channels in order; those of an inner list go out at once.
    private func channelLists(_ table: TableReader, person: String) -> [[ChannelID]] {
        guard let item = table.item("channels") else {
            if table.lacks("channels") { findings.report(.personUnreachable(person), at: table.section.spot) }
            return []
        }
        guard let values = item.value.array else {
            let isText = item.value.string != nil
            table.wrong("channels", .textsOrLists, item, say: isText ? "channels = [\(findings.text(item.spot))]" : nil)
            return []
        }
        guard !values.isEmpty else {
            findings.report(.emptyList(key: "channels"), at: item.spot)
            return []
        }
        var groups: [[Text]] = []
        for value in values where !value.isInvalid {
            let inner = item.item(value)
            let members = value.array ?? [value]
            if members.isEmpty { findings.report(.emptyList(key: "channels"), at: inner.spot) }
            var group: [Text] = []
            for member in members where !member.isInvalid {
                if let name = member.string {
                    group.append(Text(text: name, item: inner.item(member), findings: findings))
                } else {
                    table.wrong("channels", .textsOrLists, inner.item(member))
                }
            }
            groups.append(group)
        }
        let distinct = Set(table.distinct(groups.flatMap { $0 }, "channels").map(\.spot))
        return groups.compactMap { group in
            let ids = group.filter { distinct.contains($0.spot) }.compactMap { text in
                knownChannel(text).map { checked($0, text, table, person) }
            }
            return ids.isEmpty ? nil : ids
        }
    }

    private func checked(_ id: ChannelID, _ text: Text, _ table: TableReader, _ person: String) -> ChannelID {
        let isMail = channelTables.contains { channel in
            channel.id == id.text
                && channel.section.entries.contains { $0.name == "type" && $0.item.value.string == "email" }
        }
        if isMail, table.lacks("email") {
            findings.report(.emailNeeded(person: person, channel: id.text), at: text.spot)
        }
        channelUses.append((person, id, text.spot))
        return id
    }
}

extension AddressFault {
    init(_ reason: MailAddressError.Reason) {
        self =
            switch reason {
            case .empty: .empty
            case .noAt: .noAt
            case .noLocalPart: .noLocalPart
            case .noDomain: .noDomain
            case .character(let scalar), .nameCharacter(let scalar): .character(scalar)
            case .dot: .dot
            case .hyphen: .hyphen
            case .quotedLocalPart: .quotedLocalPart
            case .domainLiteral: .domainLiteral
            case .brackets: .brackets
            case .quote: .quote
            case .tooLong: .tooLong
            }
    }
}
