import CivilTime
import HTML
public import Planning

/// A look back as one HTML page that needs nothing else and prints well: a picture of the months, and a list beside it
/// that says all that the picture shows.
public struct LookBackPage {
    private let back: LookBack
    private let words: LookBackWording

    public init(_ back: LookBack, _ language: Language) {
        self.back = back
        words = LookBackWording(language)
    }

    public var text: String {
        let language = words.language == .english ? "en" : "de"
        var lines = [
            HTMLText.doctype, "<html lang=\"\(language)\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<meta name=\"color-scheme\" content=\"light dark\">", "<title>\(escaped(words.title))</title>", Self.style,
            "</head>", "<body>", "<header>", "<h1>\(escaped(words.title))</h1>", "<p>\(escaped(words.span(back)))</p>",
            "</header>", "<main>",
        ]
        if back.items.isEmpty {
            lines.append("<p>\(escaped(words.nothing))</p>")
        } else {
            lines += ["<section class=\"months\" aria-hidden=\"true\">"] + months + ["</section>", "<section>"]
            lines += lists + ["</section>"]
        }
        lines += ["</main>", "</body>", "</html>"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func escaped(_ text: String) -> String { HTMLText.escaped(text) }

    // MARK: - The list

    private var lists: [String] {
        var lines: [String] = []
        for kind in [LookBack.Kind.milestone, .win, .letter] {
            let items = back.of(kind)
            if items.isEmpty { continue }
            lines += ["<h2>\(escaped(words.heading(kind)))</h2>", "<ul>"]
            lines += items.map { "<li><span>\(escaped(words.day($0.day))):</span> \(escaped($0.title))</li>" }
            lines.append("</ul>")
        }
        if !back.kept.isEmpty {
            lines += ["<h2>\(escaped(words.heading(.kept)))</h2>", "<ul>"]
            lines += back.kept.map { "<li><span>\(escaped($0.title)):</span> \(escaped(words.list($0.days)))</li>" }
            lines.append("</ul>")
        }
        return lines
    }

    // MARK: - The picture

    /// The months from the first to the last on which something came about, at most three years of them.
    private var months: [String] {
        guard let first = back.items.first?.day, let last = back.items.last?.day else { return [] }
        let marks = Dictionary(grouping: back.items, by: \.day).mapValues { Set($0.map(\.kind)) }
        let (start, end) = (first.components, last.components)
        let count = min(36, (end.year - start.year) * 12 + end.month - start.month + 1)
        return (0..<count).flatMap { offset in
            let index = start.year * 12 + start.month - 1 + offset
            return month(index / 12, index % 12 + 1, marks)
        }
    }

    private func month(_ year: Int, _ month: Int, _ marks: [CivilDate: Set<LookBack.Kind>]) -> [String] {
        guard let first = CivilDate(year: year, month: month, day: 1) else { return [] }
        let name = "\(DateWording.words(words.language).months[month - 1]) \(year)"
        var cells = Array(repeating: "<i></i>", count: first.weekday.rawValue)
        var day = first
        while day.components.month == month {
            let kinds = marks[day] ?? []
            let style = kinds.isEmpty ? "" : kinds == [.kept] ? " class=\"kept\"" : " class=\"great\""
            cells.append("<b\(style)>\(day.components.day)</b>")
            day = day.adding(days: 1)
        }
        return [
            "<figure>", "<figcaption>\(escaped(name))</figcaption>", "<div>", cells.joined(), "</div>", "</figure>",
        ]
    }

    private static let style = """
        <style>
        :root { color-scheme: light dark; }
        body { margin: 0 auto; max-width: 60em; padding: 2em 1em; background: #faf6f0; color: #2c2622;
          font: 17px/1.55 Georgia, "Times New Roman", serif; }
        h1 { margin: 0; font-weight: normal; color: #8a4326; }
        h2 { margin: 1.2em 0 .3em; font-size: 1.15em; font-weight: normal; color: #8a4326; }
        main { display: flex; flex-wrap: wrap; gap: 2em; }
        main > section { flex: 1 1 24em; }
        ul { margin: 0; padding-left: 1.2em; }
        li { margin: .2em 0; overflow-wrap: anywhere; }
        li span { color: #6a5d53; }
        .months { display: flex; flex-wrap: wrap; gap: 1em; align-content: flex-start; }
        figure { margin: 0; width: 11em; break-inside: avoid; }
        figcaption { font-size: .85em; color: #6a5d53; }
        figure div { display: grid; grid-template-columns: repeat(7, 1fr); font-size: .7em; text-align: center; }
        figure b { font-weight: normal; padding: .25em 0; border-radius: 50%; }
        figure b.kept { border: 1px solid #8a4326; }
        figure b.great { background: #8a4326; color: #ffffff; font-weight: bold; }
        @media (prefers-color-scheme: dark) {
        body { background: #1c1917; color: #ece5dc; }
        h1, h2 { color: #f0b08f; }
        li span, figcaption { color: #bfb2a5; }
        figure b.kept { border-color: #f0b08f; }
        figure b.great { background: #f0b08f; color: #1c1917; }
        }
        @media print { body { background: #ffffff; color: #000000; padding: 0; } h2 { break-after: avoid; } }
        </style>
        """
}
