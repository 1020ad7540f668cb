/// A schedule to start from, with a few rituals on and one or two that wait.
///
/// Its file is plain text with comments, in the reader's language, and right as it stands: at most three rituals are on,
/// titles and ids are neutral, and nobody's part in anything is written down.
public struct Template: Sendable {
    /// Whom it is for, besides the person who asks.
    public enum Company: Sendable {
        case alone
        case other
        case otherAndChild
    }

    /// When it may be offered to somebody who asks for the next step: hurt, work and counselling are nobody's to guess.
    public enum Offer: Sendable {
        case never
        case always
        /// Where people live in several zones.
        case apart
    }

    /// The language of the file's comments and of what people read.
    public enum Tongue: String, CaseIterable, Sendable { case english, german }

    /// Names that go into the file.
    public struct Names: Sendable {
        /// Ids; the first is the one who asks.
        public var me: String
        public var other: String
        public var child: String

        public init(me: String, other: String, child: String) {
            self.me = me
            self.other = other
            self.child = child
        }
    }

    /// How it is asked for: `weekly-check-in`.
    public let name: String
    public let company: Company
    public let offer: Offer
    private let english: Words
    private let german: Words

    struct Words: Sendable {
        /// One line for a list.
        var summary: String
        /// The first lines of the file, as comments.
        var opening: [String]
        /// The rituals, as they stand in the file.
        var rituals: @Sendable (Names) -> String
    }

    init(_ name: String, for company: Company, offer: Offer = .always, english: Words, german: Words) {
        self.name = name
        self.company = company
        self.offer = offer
        self.english = english
        self.german = german
    }

    private func words(_ tongue: Tongue) -> Words { tongue == .english ? english : german }

    public func summary(_ tongue: Tongue) -> String { words(tongue).summary }

    /// The comments at the top of the file.
    public func opening(_ tongue: Tongue) -> String {
        words(tongue).opening.map { $0.isEmpty ? "#" : "# \($0)" }.joined(separator: "\n")
    }

    /// The rituals of the file.
    public func rituals(_ names: Names, _ tongue: Tongue) -> String { words(tongue).rituals(names) }

    /// The decks and agendas that its rituals draw from, as the file names them.
    public var draws: [String] {
        let names = Names(me: "me", other: "other", child: "child")
        return rituals(names, .english).split(separator: "\n").compactMap { line in
            for key in ["deck", "agenda"] where line.hasPrefix("\(key) = \"") {
                return String(line.dropFirst(key.count + 4).prefix { $0 != "\"" })
            }
            return nil
        }
    }

    /// The kinds of the rituals that it has on, one for each, as the file names them.
    public var kinds: [String] {
        var kinds: [String] = []
        for line in rituals(Names(me: "me", other: "other", child: "child"), .english).split(separator: "\n") {
            if line.hasPrefix("on = false") { kinds.removeLast() }
            guard line.hasPrefix("["), let dot = line.firstIndex(of: ".") else { continue }
            let kind = String(line[..<dot].dropFirst())
            if kind != "season" { kinds.append(kind) }
        }
        return kinds
    }

    /// All of them, the gentlest first.
    public static let all: [Template] = [
        .weeklyCheckIn, .newCouple, .longDistance, .rebuildingTrust, .family, .friends, .team, .homework,
    ]

    public static func named(_ name: String) -> Template? { all.first { $0.name == name } }
}
