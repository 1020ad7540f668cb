import CivilTime
import Mail
import Planning
import TOML
import Wording

extension ScheduleReader {
    /// The channel of a table, or nil after reporting what is wrong with it.
    func channel(_ named: Named) -> ChannelDefinition? {
        let types = ["command", "email", "terminal"]
        let written = named.section.entries.first { $0.name == "type" }?.item.value.string
        let type = written.flatMap { types.contains($0) ? $0 : nil }
        let table = TableReader(named.section, .channel(type), findings)
        guard type != nil else {
            if written == "desktop" {
                findings.report(.desktopNotYet, at: table.item("type")?.spot ?? named.section.spot)
            } else if table.lacks("type") {
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
            default: .terminal
            }
        let rate = rate(table)
        return means.map { ChannelDefinition(id: ChannelID(named.id), means: $0, rate: rate) }
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
        return CommandMeans(argv: argv.map(\.text), timeLimit: timeLimit, isIdempotent: isIdempotent)
    }

    /// A program and its arguments. A command line in one text is shown as the list it should be.
    private func argv(_ table: TableReader, _ key: String) -> [Text]? {
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
    private func timeLimit(_ table: TableReader) -> Int64? {
        guard let (span, text) = table.span("timeout") else { return nil }
        let seconds = (span.microseconds + 999_999) / 1_000_000
        guard !span.isCivil, (1...900).contains(seconds) else {
            findings.report(.timeoutOutside(low: 1, high: 900), at: text.spot)
            return nil
        }
        return seconds
    }

    // MARK: - E-mail

    private func emailMeans(_ table: TableReader) -> EmailMeans? {
        let timeLimit = timeLimit(table)
        let from = sender(table)
        let transport = transport(table)
        guard let from, let transport else { return nil }
        return timeLimit.map { EmailMeans(from: from, transport: transport, timeLimit: $0) }
            ?? EmailMeans(from: from, transport: transport)
    }

    private func sender(_ table: TableReader) -> Mailbox? {
        guard let text = table.text("from") else {
            if table.lacks("from") {
                findings.report(.missingKey("from", in: .channel("email")), at: table.section.spot)
            }
            return nil
        }
        do throws(MailAddressError) {
            let sender = try NamedAddress(parsing: text.text)
            return Mailbox(name: sender.name.map { String(describing: $0) }, address: sender.address.description)
        } catch {
            report(error, in: text)
            return nil
        }
    }

    private func transport(_ table: TableReader) -> EmailMeans.Transport? {
        if let server = table.entry("server"), let sendmail = table.entry("sendmail") {
            let (first, second) = server.spot.comesBefore(sendmail.spot) ? (server, sendmail) : (sendmail, server)
            findings.report(.keysExclude(second.name, first.name), at: second.spot, first: first.spot)
            return nil
        }
        if table.has("sendmail") {
            for key in ["starttls", "username", "password", "authorities"] where table.has(key) {
                findings.report(.keyNeeds(key, needs: "server"), at: table.spot(key))
            }
            return argv(table, "sendmail").map { .sendmail($0.map(\.text)) }
        }
        let secret = secret(table)
        let username = table.text("username")
        if username != nil, table.lacks("password") {
            findings.report(.keyNeeds("username", needs: "password"), at: table.spot("username"))
        }
        if table.has("password"), table.lacks("username") {
            findings.report(.keyNeeds("password", needs: "username"), at: table.spot("password"))
        }
        let authorities = table.text("authorities").flatMap { absolutePath($0, "authorities") }
        guard let text = table.text("server") else {
            if table.lacks("server"), table.lacks("sendmail") {
                findings.report(.transportMissing, at: table.section.spot)
            }
            return nil
        }
        guard let address = ServerAddress(text, findings) else { return nil }
        let security = security(table, address)
        if username != nil, !address.isLoopback, security == .none || security == .startTLSWhereOffered {
            findings.report(.passwordInTheClear, at: table.spot("starttls"))
        }
        return .smtp(
            SMTPServer(
                host: address.host, port: address.port, security: security, username: username?.text,
                password: secret, authorities: authorities))
    }

    private func security(_ table: TableReader, _ address: ServerAddress) -> SMTPServer.Security {
        if address.isTLS {
            if table.has("starttls") { findings.report(.startTLSWithTLS, at: table.spot("starttls")) }
            return .tls
        }
        let usual: SMTPServer.Security = address.isLoopback ? .none : .startTLSRequired
        guard let item = table.item("starttls") else { return usual }
        if let flag = item.value.boolean {
            table.wrong("starttls", .text, item, say: "starttls = \"\(flag ? "required" : "none")\"")
            return usual
        }
        return table.choice("starttls", ["required", "offered", "none"]).flatMap(SMTPServer.Security.init) ?? usual
    }

    private func secret(_ table: TableReader) -> SecretSource? {
        guard let item = table.item("password") else { return nil }
        guard let inner = item.value.table else {
            if item.value.string != nil {
                findings.report(.passwordWritten, at: item.spot)
            } else {
                table.wrong("password", .secret, item)
            }
            return nil
        }
        let source = TableReader(
            Section(inner, file: item.file, name: table.spot("password")), .password, findings)
        let ways = ["credential", "file", "command"].filter(source.has)
        guard ways.count == 1 else {
            if ways.count > 1 || TableKind.password.keys.allSatisfy(source.lacks) {
                findings.report(.secretShape, at: item.spot)
            }
            return nil
        }
        switch ways[0] {
        case "credential": return source.text("credential").map { .credential($0.text) }
        case "file": return source.text("file").flatMap { absolutePath($0, "file") }.map { .file($0) }
        default: return argv(source, "command").map { .command($0.map(\.text)) }
        }
    }

    private func absolutePath(_ text: Text, _ key: String) -> String? {
        if text.text.hasPrefix("/") { return text.text }
        findings.report(.relativePath(key: key), at: text.spot)
        return nil
    }
}

extension Spot {
    func comesBefore(_ other: Spot) -> Bool { (file, range.start) < (other.file, other.range.start) }
}
