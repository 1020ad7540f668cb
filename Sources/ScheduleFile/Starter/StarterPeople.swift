import Planning
public import Wording

/// The people of a schedule that is about to be written, with ids made of their names.
public struct StarterPeople: Sendable {
    public struct Somebody: Sendable {
        public let id: String
        public let name: String
    }

    /// The one who asks, whose channels work on this machine.
    public let me: Somebody
    /// Everybody else; their channels are still to be filled in.
    public private(set) var others: [Somebody] = []

    /// - Parameter login: Any name, such as the login name; it is made into an id.
    public init(login: String, name: String) {
        let id = Self.id(of: login) ?? "me"
        me = Somebody(id: id, name: name.isEmpty ? id : name)
    }

    /// Adds somebody; where the id is taken, it gets a number.
    ///
    /// - Returns: The id.
    @discardableResult
    public mutating func add(_ name: String) -> String {
        let wanted = Self.id(of: name) ?? "other"
        let taken = Set([me.id] + others.map(\.id))
        let id =
            taken.contains(wanted)
            ? (2...).lazy.map { "\(wanted)-\($0)" }.first { !taken.contains($0) } ?? wanted : wanted
        others.append(Somebody(id: id, name: name))
        return id
    }

    /// What a schedule would not take as somebody's name; nil where it would.
    ///
    /// - Parameter key: How the mistake calls the name.
    public static func mistake(in name: String, key: String) -> Mistake? {
        if name.isBlank { return .emptyText(key: key) }
        if let scalar = name.unicodeScalars.first(where: \.isUnwritable) {
            return .controlCharacter(scalar.value, key: key)
        }
        return name.count > nameLimit ? .tooLong(key: key, limit: nameLimit) : nil
    }

    private static func id(of name: String) -> String? {
        identifier(from: name).map { String($0.prefix(identifierLimit - 4)) }
    }
}

/// The most characters of somebody's name.
let nameLimit = 100

extension StarterSchedule {
    /// A schedule around rituals that are written already: the comments, the zone, the people and their channels.
    ///
    /// - Parameters:
    ///   - zone: A zone's name; needed where there are several people.
    ///   - child: The id of a person who is a child.
    public static func text(
        opening: String, rituals: String, _ people: StarterPeople, child: String? = nil, hasSession: Bool,
        zone: String?,
        isGerman: Bool
    ) -> String {
        func say(_ english: String, _ german: String) -> String { isGerman ? german : english }
        var lines = [opening, ""]
        lines.append(
            zone.map { "timezone = \(quoted($0))" }
                ?? "timezone = \"system\"               # \(say("follows this machine", "folgt diesem Rechner"))")
        if isGerman { lines.append("language = \"de\"") }
        lines += ["", "[people.\(people.me.id)]", "name = \(quoted(people.me.name))"]
        lines.append("channels = [\(hasSession ? "\"desktop\", \"terminal\"" : "\"terminal\"")]")
        lines.append(
            "preset = \"calm\"                     # "
                + say("few nudges, quiet evenings and mornings", "wenige Erinnerungen, ruhige Abende und Morgen"))
        for other in people.others {
            lines += ["", "[people.\(other.id)]", "name = \(quoted(other.name))"]
            if other.id == child {
                lines.append("child = true")
            }
            lines.append("preset = \"calm\"")
            lines.append(
                "# email = \"…\"                      # "
                    + say(
                        "and a channel for it, so that something reaches them",
                        "und einen Kanal dazu, damit etwas ankommt"))
        }
        lines.append("")
        if hasSession { lines += ["[channels.desktop]", "type = \"desktop\"", ""] }
        lines += ["[channels.terminal]", "type = \"terminal\"", "", rituals]
        return lines.joined(separator: "\n")
    }
}
