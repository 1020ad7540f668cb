import CivilTime
import Planning
import Wording

/// Whose desktop it is, and what a channel to it says.
extension ScheduleReader {
    func desktopMeans(_ table: TableReader) -> DesktopMeans {
        var means = DesktopMeans()
        if let wait = seconds(table, "wait", low: (1, "1 s")) { means.wait = wait }
        if let unseen = seconds(table, "unseen", low: (5, "5 s")) { means.unseen = unseen }
        return means
    }

    /// Whole seconds, from `low` to twelve hours.
    func seconds(_ table: TableReader, _ key: String, low: (Int64, String)) -> Int64? {
        guard let (span, text) = table.span(key) else { return nil }
        let seconds = span.microseconds / 1_000_000
        guard !span.isCivil, (low.0...43_200).contains(seconds) else {
            findings.report(.lengthOutside(key: key, low: low.1, high: "12 h"), at: text.spot)
            return nil
        }
        return seconds
    }

    /// Leaves out the desktop for everybody whose desktop it is not, and says so where they are served here.
    ///
    /// Nobody else sees what is shown on it; a nudge there would be no delivery, and perhaps a surprise told too soon.
    func settleDesktops(_ serves: Set<PersonID>?) {
        let desktops = Set(channels.filter { if case .desktop = $0.means { true } else { false } }.map(\.id))
        guard !desktops.isEmpty, host.isSystemService || host.user != nil else { return }
        if host.isSystemService {
            for named in channelTables where desktops.contains(ChannelID(named.id)) {
                let type = named.section.entries.first { $0.name == "type" }
                findings.report(.desktopOfNobody, at: type?.item.spot ?? named.section.spot)
            }
        }
        let served = people.filter { serves?.contains($0.id) ?? true }
        for index in people.indices where !isOwn(people[index], among: served) {
            let person = people[index]
            people[index].channels = person.channels.compactMap { group in
                let left = group.filter { !desktops.contains($0) }
                return left.isEmpty ? nil : left
            }
            guard let own = host.user, !host.isSystemService, served.contains(where: { $0.id == person.id }) else {
                continue
            }
            for use in channelUses where use.person == person.id.text && desktops.contains(use.channel) {
                findings.report(.desktopOfAnother(person: use.person, user: person.user, own: own), at: use.spot)
            }
        }
    }

    /// The person with the service's own account; the only one who is served, where that account is nobody's.
    private func isOwn(_ person: Person, among served: [Person]) -> Bool {
        guard !host.isSystemService, let own = host.user else { return false }
        if let user = person.user { return user == own }
        return served.count == 1 && served[0].id == person.id && accounts[own] == nil
    }

    /// The people whom this host serves with something, and who can answer nothing here: no desktop, no account, and
    /// it is not their machine.
    func withoutAnswer(_ schedule: Schedule) -> [Person] {
        guard host.isSystemService || host.user != nil else { return [] }
        let desktops = Set(channels.filter { if case .desktop = $0.means { true } else { false } }.map(\.id))
        let asked = Set(schedule.rituals.lazy.filter(\.isOn).flatMap(\.people))
        let served = people.filter { schedule.isServed($0.id) }
        return served.filter { person in
            guard asked.contains(person.id), !isOwn(person, among: served) else { return false }
            if host.isSystemService, person.user != nil { return false }
            return !person.channels.contains { $0.contains(where: desktops.contains) }
        }
    }

    /// The person's account, which nobody else has.
    func account(_ table: TableReader) -> String? {
        guard let text = table.text("user") else { return nil }
        if let first = accounts[text.text] {
            findings.report(.userTwice(text.text), at: text.spot, first: first)
            return nil
        }
        accounts[text.text] = text.spot
        return text.text
    }
}
