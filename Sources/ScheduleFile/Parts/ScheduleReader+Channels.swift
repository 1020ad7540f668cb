import CivilTime
import Planning
import TOML
import Wording

extension ScheduleReader {
    /// The channel of a table, or nil after reporting what is wrong with it.
    func channel(_ named: Named) -> ChannelDefinition? {
        let types = ["desktop", "command", "email", "terminal"]
        let written = named.section.entries.first { $0.name == "type" }?.item.value.string
        let type = written.flatMap { types.contains($0) ? $0 : nil }
        let table = TableReader(named.section, .channel(type), findings)
        guard type != nil else {
            if table.lacks("type") {
                findings.report(.missingKey("type", in: .channel(nil)), at: named.section.spot)
            } else {
                _ = table.choice("type", types)
            }
            return nil
        }
        let means: ChannelDefinition.Means? =
            switch type {
            case "command": commandMeans(table).map { .command($0) }
            case "email": emailMeans(table).map { .email($0) }
            case "desktop": .desktop(desktopMeans(table))
            default: .terminal
            }
        let rate = rate(table)
        let deadline = seconds(table, "deadline", low: (1, "1 s")) ?? Policy.channelDeadline
        let isDiscreet = table.flag("discreet") ?? false
        let owner = table.text("owner").flatMap(knownPerson)
        return means.map {
            ChannelDefinition(
                id: ChannelID(named.id), means: $0, rate: rate, deadline: deadline, isDiscreet: isDiscreet, owner: owner
            )
        }
    }

    private func rate(_ table: TableReader) -> Rate? {
        guard let text = table.text("rate") else { return nil }
        guard let rate = Rate(parsing: text.text) else {
            findings.report(.badRate(most: Rate.most), at: text.spot)
            return nil
        }
        return rate
    }

    // MARK: - Commands

    private func commandMeans(_ table: TableReader) -> CommandMeans? {
        let timeLimit = timeLimit(table) ?? CommandMeans(argv: []).timeLimit
        let isIdempotent = table.flag("idempotent") ?? false
        let input = table.choice("stdin", CommandMeans.Input.allCases.map(\.rawValue)).flatMap(CommandMeans.Input.init)
        guard let argv = argv(table, "command") else {
            if table.lacks("command") {
                findings.report(.missingKey("command", in: .channel("command")), at: table.section.spot)
            }
            return nil
        }
        for (place, argument) in argv.enumerated() {
            for (part, name) in placeholderUses(in: argument.text) {
                if place == 0 {
                    findings.report(.placeholderAsProgram, at: argument.spot(of: part))
                } else if !Mistake.placeholders.contains(name) {
                    findings.report(
                        .unknownPlaceholder(name, near: nearest(to: name, among: Mistake.placeholders)),
                        at: argument.spot(of: part))
                }
            }
        }
        return CommandMeans(
            argv: argv.map(\.text), timeLimit: timeLimit, isIdempotent: isIdempotent, input: input ?? .json)
    }

    /// A program and its arguments. A command line in one text is shown as the list it should be.
    func argv(_ table: TableReader, _ key: String) -> [Text]? {
        if let item = table.item(key), let line = item.value.string {
            let words = line.split(separator: " ").map(String.init)
            let isPlain = !words.isEmpty && !line.contains { "\"'\\$|&;<>()`*?#~\n\t".contains($0) }
            let say = isPlain ? "\(key) = [\(words.map { "\"\($0)\"" }.joined(separator: ", "))]" : nil
            table.wrong(key, .texts, item, say: say)
            return nil
        }
        return table.texts(key, isLong: true)
    }

    /// The `{words}` of a text, and where they stand in it.
    private func placeholderUses(in text: String) -> [(Range<Int>, String)] {
        var uses: [(Range<Int>, String)] = []
        var open: Int?
        let bytes = Array(text.utf8)
        for (offset, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "{"): open = offset
            case UInt8(ascii: "}"):
                if let start = open, offset > start + 1 {
                    let part = start..<offset + 1
                    uses.append((part, String(decoding: bytes[part], as: UTF8.self)))
                }
                open = nil
            case 97...122, 65...90, UInt8(ascii: "-"), UInt8(ascii: "_"): break
            default: open = nil
            }
        }
        return uses
    }

    /// Whole seconds, from one to a channel's deadline.
    func timeLimit(_ table: TableReader) -> Int64? {
        guard let (span, text) = table.span("timeout") else { return nil }
        let seconds = (span.microseconds + 999_999) / 1_000_000
        guard !span.isCivil, (1...900).contains(seconds) else {
            findings.report(.timeoutOutside(low: 1, high: 900), at: text.spot)
            return nil
        }
        return seconds
    }
}

extension Spot {
    func comesBefore(_ other: Spot) -> Bool { (file, range.start) < (other.file, other.range.start) }
}
