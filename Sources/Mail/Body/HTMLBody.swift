import HTML

/// A letter as HTML: the same words as its plain text, in a plain, warm layout of its own.
///
/// Colours come in a light and a dark set; nothing is said by colour or place alone, nothing is loaded from
/// anywhere, and each block takes its direction from its own text.
struct HTMLBody {
    var letter: Letter
    /// The language tag of the text.
    var language: String

    var text: String {
        var lines = [
            HTMLText.doctype,
            "<html lang=\"\(HTMLText.escaped(language))\">",
            "<head>",
            "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<meta name=\"color-scheme\" content=\"light dark\">",
            "<meta name=\"supported-color-schemes\" content=\"light dark\">",
            "<title>\(HTMLText.escaped(letter.title.isEmpty ? "Troth" : letter.title))</title>",
            HTMLBody.style,
            "</head>",
            "<body>",
            "<main>",
        ]
        if !letter.title.isEmpty { lines.append("<h1 dir=\"auto\">\(HTMLText.escaped(letter.title))</h1>") }
        if !letter.when.isEmpty { lines.append("<p class=\"when\" dir=\"auto\">\(HTMLText.escaped(letter.when))</p>") }
        for paragraph in letter.paragraphs { lines += HTMLBody.blocks(paragraph) }
        lines.append("</main>")
        if !letter.footer.isEmpty { lines += ["<footer>", HTMLBody.paragraph(letter.footer[...]), "</footer>"] }
        lines += ["</body>", "</html>"]
        return lines.joined(separator: "\n")
    }

    /// Lines that begin with a dash are the points of a list: a screen reader then says how many there are.
    private static func blocks(_ lines: [String]) -> [String] {
        var blocks: [String] = []
        var rest = lines[...]
        while let first = rest.first {
            let isPoint = first.hasPrefix(point)
            let same = rest.prefix { $0.hasPrefix(point) == isPoint }
            rest = rest.dropFirst(same.count)
            if isPoint {
                let points = same.map { "<li dir=\"auto\">\(HTMLText.escaped(String($0.dropFirst(point.count))))</li>" }
                blocks += ["<ul>"] + points + ["</ul>"]
            } else {
                blocks.append(paragraph(same))
            }
        }
        return blocks
    }

    private static let point = "– "

    private static func paragraph(_ lines: ArraySlice<String>) -> String {
        "<p dir=\"auto\">\(lines.map(HTMLText.escaped).joined(separator: "<br>\n"))</p>"
    }

    private static let style = """
        <style>
        :root { color-scheme: light dark; }
        body { margin: 0; padding: 24px 16px; background: #faf6f0; color: #2c2622;
          font: 17px/1.55 Georgia, "Times New Roman", serif; }
        main { max-width: 34em; margin: 0 auto; padding: 24px 28px; background: #ffffff;
          border-radius: 10px; overflow-wrap: anywhere; }
        h1 { margin: 0 0 4px; font-size: 23px; line-height: 1.3; font-weight: normal; color: #8a4326; }
        .when { margin: 0 0 20px; color: #6a5d53; }
        p { margin: 0 0 14px; }
        ul { margin: 0 0 14px; padding: 0 0 0 24px; }
        li { margin: 0 0 6px; }
        footer { max-width: 34em; margin: 0 auto; padding: 16px 28px 0; font-size: 14px; color: #6a5d53; }
        @media (prefers-color-scheme: dark) {
        body { background: #1c1917; color: #ece5dc; }
        main { background: #272320; }
        h1 { color: #f0b08f; }
        .when, footer { color: #bfb2a5; }
        }
        </style>
        """
}
