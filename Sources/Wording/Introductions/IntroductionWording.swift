public import CivilTime
public import Planning

/// What somebody new is told before or with their first nudge: who added them, what will come, how to stop.
public enum IntroductionWording {
    /// - Parameters:
    ///   - keeper: Who put them in, where that is known.
    ///   - machine: The host's name; empty where it has none.
    ///   - rituals: What comes, a line each.
    ///   - stop: How to stop, which a message without a footer has to say itself.
    public static func introduction(
        _ person: Person, keeper: String?, machine: String, rituals: [String], stop: HowToStop, now: Timestamp
    ) -> RenderedNudge {
        let words = words(person.language)
        let shown = rituals.count > longest ? Array(rituals.prefix(longest - 1)) : rituals
        let more = rituals.count - shown.count
        var lines = [words.opening(keeper, machine)]
        if !shown.isEmpty { lines += [words.whatComes] + shown.map { "– \($0)" } }
        if more > 0 { lines.append(words.more(more)) }
        lines.append(words.stopAtAnyTime)
        lines.append(self.stop(stop, person.language))
        return RenderedNudge(
            title: words.title, body: lines.joined(separator: "\n"),
            when: DateWording.relative(now, now: now, in: person.zone, person.language))
    }

    public static func title(_ language: Language) -> String { words(language).title }

    /// Rituals that are told one by one.
    private static let longest = 20

    /// How to get no more, in one or two sentences.
    public static func stop(_ stop: HowToStop, _ language: Language) -> String {
        let words = words(language)
        switch (stop.command, stop.repliesTo) {
        case (let command?, let reader?):
            return words.command(command.text, command.machine) + " " + words.orReply(reader)
        case (let command?, nil): return words.command(command.text, command.machine) + " " + words.nobodyReads
        case (nil, let reader?): return words.reply(reader)
        case (nil, nil): return words.nobodyReads + " " + words.tell(stop.keeper)
        }
    }

    static func words(_ language: Language) -> any IntroductionWords {
        switch language {
        case .english: EnglishIntroductionWords()
        case .german: GermanIntroductionWords()
        }
    }
}
