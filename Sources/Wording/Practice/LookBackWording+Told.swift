import CivilTime
import Planning

/// A look back as a nudge tells it.
extension LookBackWording {
    /// The longest that goes into a mail, in lines and in characters: some pages.
    private static let fullLines = 200
    private static let fullLength = 20_000
    /// What goes into a notice: so many days, so many things that there was time for, each of so many characters.
    private static let days = 5
    private static let things = 4
    private static let width = 80

    /// All of it where there is room, else the latest of it in a few lines and how to see the rest.
    func told(_ back: LookBack, inFull: Bool) -> [String] {
        if back.items.isEmpty { return ["\(title), \(span(back)):", quiet] }
        return inFull ? full(back) : brief(back)
    }

    /// Where there is nothing to tell.
    private var quiet: String {
        pick(
            "These days left nothing on record, and that is all right. One small thing is a beginning.",
            "Von diesen Tagen ist nichts aufgezeichnet, und das ist in Ordnung. Eine kleine Sache ist ein Anfang.")
    }

    private func full(_ back: LookBack) -> [String] {
        let all = lines(back)
        var length = 0
        let shown = all.prefix(Self.fullLines).prefix { line in
            length += line.count + 1
            return length <= Self.fullLength
        }
        return shown.count < all.count ? shown + ["", rest(back)] : all
    }

    private func brief(_ back: LookBack) -> [String] {
        let dated = back.items.filter { Self.dated.contains($0.kind) }
        let kept = back.kept.map(\.title)
        var lines = ["\(title), \(span(back)):"]
        lines += dated.suffix(Self.days).map { "– \(day($0.day)): \(shortened($0.title))" }
        if !kept.isEmpty {
            let list = DateWording.words(language).list(kept.prefix(Self.things).map(shortened))
            lines.append("\(heading(.kept)): \(list)")
        }
        return lines + [rest(back)]
    }

    private func rest(_ back: LookBack) -> String {
        let since = back.days.lowerBound
        return pick(
            "`troth lookback --since \(since)` shows all of it.", "`troth lookback --since \(since)` zeigt alles davon."
        )
    }

    private func shortened(_ text: String) -> String {
        text.count > Self.width ? text.prefix(Self.width - 1) + "…" : text
    }
}
