import CivilTime
import Planning
import TOML
import Wording

/// A name in `hidden-from`, and where it stands.
struct HiddenFrom {
    let person: PersonID
    let text: Text
}

/// From whom a ritual is kept, and what would tell them of it all the same.
extension ScheduleReader {
    /// What `hidden-from` and `reveal` say.
    func secrecy(_ table: TableReader) -> (secrecy: Secrecy?, uses: [HiddenFrom]) {
        let reveal = revealDate(table)
        guard table.has("hidden-from") else {
            if table.has("reveal"), table.lacks("hidden-from") {
                findings.report(.keyNeeds("reveal", needs: "hidden-from"), at: table.spot("reveal"))
            }
            return (nil, [])
        }
        // Everybody would be told, and whoever joins the schedule later as well.
        if table.lacks("people") { findings.report(.hiddenNeedsPeople, at: table.spot("hidden-from")) }
        let uses = (table.names("hidden-from", orText: true) ?? []).compactMap { text in
            knownPerson(text).map { HiddenFrom(person: $0, text: text) }
        }
        let readers = table.names("people") ?? []
        for use in uses {
            guard let reader = readers.first(where: { $0.text == use.person.text }) else { continue }
            findings.report(.hiddenFromReader(use.person.text), at: use.text.spot, first: reader.spot)
        }
        return uses.isEmpty ? (nil, []) : (Secrecy(from: uses.map(\.person), reveal: reveal), uses)
    }

    private func revealDate(_ table: TableReader) -> CivilDate? {
        guard let item = table.item("reveal") else { return nil }
        if let date = item.value.localDate { return CivilDate(date) }
        guard item.value.string != nil else {
            let isTimed = item.value.localDateTime != nil
            table.wrong(
                "reveal", .date, item, say: isTimed ? "reveal = \(findings.text(item.spot).prefix(10))" : nil)
            return nil
        }
        guard let text = table.text("reveal", .date) else { return nil }
        if let date = CivilDate(parsing: text.text) { return date }
        let isDate = isDateShaped(text.text) && text.text.utf8.count == 10
        findings.report(isDate ? .noSuchDate(text.text) : .badDate(text.text), at: text.spot)
        return nil
    }

    // MARK: - What would tell them

    /// Refuses whatever would bring a ritual before the eyes from which it is kept.
    func checkSecrets(_ rituals: [ReadRitual], serves: Set<PersonID>?) {
        let secrets = rituals.filter { !$0.hiddenFrom.isEmpty }
        guard !secrets.isEmpty else { return }
        let byID = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for secret in secrets {
            for use in secret.hiddenFrom {
                guard let hidden = byID[use.person] else { continue }
                for reader in secret.ritual.people.compactMap({ byID[$0] }) where reader.id != hidden.id {
                    checkWays(to: reader, of: hidden, use)
                    checkAccount(of: hidden, reader, use, serves)
                }
            }
        }
        checkExceptions(rituals)
    }

    /// The channels of somebody for whom it is, and through whose hands they lead.
    private func checkWays(to reader: Person, of hidden: Person, _ use: HiddenFrom) {
        if let address = reader.email, let other = hidden.email, address.isSame(as: other) {
            findings.report(.hiddenByAddress(person: reader.id.text, from: hidden.id.text), at: use.text.spot)
        }
        for way in channelUses where way.person == reader.id.text {
            guard let channel = channels.first(where: { $0.id == way.channel }) else { continue }
            if channel.owner == hidden.id {
                findings.report(
                    .hiddenByOwner(channel: channel.id.text, from: hidden.id.text), at: use.text.spot, first: way.spot)
            } else if let key = channel.keyOfAddress(hidden.email) {
                findings.report(
                    .hiddenBySender(channel: channel.id.text, key: key, from: hidden.id.text), at: use.text.spot,
                    first: way.spot)
            }
        }
    }

    /// Whoever's account runs the service can read all that it sends, its desktop and its terminals first of all.
    private func checkAccount(of hidden: Person, _ reader: Person, _ use: HiddenFrom, _ serves: Set<PersonID>?) {
        guard let own = host.user, !host.isSystemService, hidden.user == own, serves?.contains(reader.id) ?? true
        else { return }
        findings.report(
            .hiddenByAccount(person: reader.id.text, from: hidden.id.text, user: own), at: use.text.spot)
    }

    /// A day left out for a ritual tells that there is something on that day, and `check` names it.
    private func checkExceptions(_ rituals: [ReadRitual]) {
        let secrecies = Dictionary(
            rituals.compactMap { read in read.ritual.secrecy.map { (read.ritual.id.text, $0) } },
            uniquingKeysWith: { first, _ in first })
        for read in rituals {
            for (id, text) in read.days.others {
                guard let other = secrecies[id],
                    let person = Secrecy.betrayed(by: read.ritual.secrecy, of: other)
                else { continue }
                findings.report(.exceptionTells(person.text), at: text.spot)
            }
        }
    }

    /// Where the files hold what is kept from `person`: the tables of rituals that are hidden from them, and of others'
    /// own matters.
    func partsHidden(from person: Person) -> [Spot] {
        ritualTables.filter { named in
            func names(_ key: String) -> [String]? {
                named.section.entries.first { $0.name == key }.map { entry in
                    (entry.item.value.array ?? [entry.item.value]).compactMap(\.string)
                }
            }
            if names("hidden-from")?.contains(person.id.text) == true { return true }
            // Who may be invited knows of it, to agree.
            let invited = named.section.entries.first { $0.name == "escalate" }?.item.value.table?.entries
                .first { $0.key.name == "to" }?.value.string
            return named.kind?.isOwnMatter == true && names("people")?.contains(person.id.text) == false
                && invited != person.id.text
        }.map(\.section.whole)
    }

    /// Whether the ritual of a table may be kept from somebody, so that no message proposes its name.
    func mayBeSecret(_ named: Named) -> Bool { named.section.entries.contains { $0.name == "hidden-from" } }
}

extension MailAddress {
    /// Whether mail for both lands in one mailbox, as nearly every server has it: capitals make no difference.
    fileprivate func isSame(as other: MailAddress) -> Bool {
        description.lowercased() == other.description.lowercased()
    }
}

extension ChannelDefinition {
    /// The key by which the channel sends in the name of `address`, or hands answers or bounces to it.
    fileprivate func keyOfAddress(_ address: MailAddress?) -> String? {
        guard let address, case .email(let means) = means else { return nil }
        if means.from.address.isSame(as: address) { return "from" }
        if means.replyTo?.address.isSame(as: address) == true { return "reply-to" }
        guard case .smtp(let server) = means.transport, let username = server.username else { return nil }
        return username.lowercased() == address.description.lowercased() ? "username" : nil
    }
}
