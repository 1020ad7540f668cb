import Planning

extension TableKind {
    /// The keys this table can have, in the order in which people write them.
    public var keys: [String] {
        switch self {
        case .schedule:
            [
                "timezone", "language", "snooze", "keep", "people", "channels", "season", "host", "holidays", "digest", "deck",
                "help",
            ] + Kind.allCases.map(\.rawValue)
        case .people, .channels, .decks, .rituals, .seasons: []
        case .person:
            [
                "name", "email", "user", "timezone", "language", "channels", "preset", "quiet-hours", "per-day",
                "digest",
                "calendar", "away", "discreet", "child",
            ]
        case .channel("command"): ["type", "command", "stdin", "timeout", "idempotent", "rate"] + Self.ofEveryChannel
        case .channel("email"):
            [
                "type", "from", "reply-to", "server", "starttls", "auth", "username", "password", "token",
                "authorities",
                "sendmail", "timeout", "rate",
            ] + Self.ofEveryChannel
        case .channel("desktop"): ["type", "wait", "unseen"] + Self.ofEveryChannel
        case .channel("terminal"): ["type"] + Self.ofEveryChannel
        case .channel:
            [
                "type", "command", "stdin", "timeout", "idempotent", "from", "reply-to", "server", "starttls", "auth",
                "username", "password", "token", "authorities", "sendmail", "rate", "wait", "unseen",
            ] + Self.ofEveryChannel
        case .host: ["serves"]
        case .holidays: ["files"]
        case .digest: ["at"]
        case .deck: ["prompts", "file", "from"]
        case .ritual(let kind):
            [
                "title", "message", "prompts", "deck", "agenda", "every", "rrule", "calendar", "cron", "date",
                "after-done", "at-most", "at", "starting", "until", "count", "except", "on-holiday", "on-weekend", "people", "together", "turns",
                "light", "todo", "homework", "shared", "escalate", "ahead",
                "on-the-day", "on", "formerly", "urgent", "catch-up", "grace",
                "answer", "again", "times",
                "gap", "fold", "subdaily", "missing-day", "discreet", "hidden-from", "reveal",
            ] + (kind == .milestone ? ["counts"] : []) + (kind == .ritual || kind == .reflection ? ["letter"] : [])
        case .repair: ["title", "people", "steps"]
        case .step: ["after", "at", "do", "title", "message"]
        case .help: ["contacts"]
        case .season: ["title", "from", "until", "off", "change"]
        case .change: ["on"] + Self.ruleKeys + ["missing-day", "gap", "fold", "subdaily"]
        case .away: ["from", "until", "timezone"]
        case .escalation: ["to", "after"]
        case .secret: ["credential", "file", "command"]
        }
    }

    private static let ofEveryChannel = ["deadline", "discreet", "owner"]

    /// The keys that say when a ritual comes.
    public static let ruleKeys = [
        "every", "rrule", "calendar", "cron", "date", "after-done", "at-most", "at", "starting", "until", "count",
        "counts",
    ]

    /// The tables in which a key that was written elsewhere could belong.
    public static func tables(with key: String) -> [TableKind] {
        let all: [TableKind] = [
            .schedule, .person, .channel("command"), .channel("email"), .channel("desktop"), .host, .holidays, .deck,
            .ritual(.ritual), .ritual(.milestone),
        ]
        return all.filter { $0.keys.contains(key) }
    }
}
