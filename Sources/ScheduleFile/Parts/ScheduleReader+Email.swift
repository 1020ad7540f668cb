import Planning
import TOML
import Wording

extension ScheduleReader {
    /// Who sends over which server or mailer, or nil after reporting what is wrong with it.
    func emailMeans(_ table: TableReader) -> EmailMeans? {
        let timeLimit = timeLimit(table)
        let from = sender(table)
        let replyTo = replyTo(table)
        let transport = transport(table)
        guard let from, let transport else { return nil }
        var means = EmailMeans(from: from, replyTo: replyTo, transport: transport)
        if let timeLimit { means.timeLimit = timeLimit }
        return means
    }

    private func sender(_ table: TableReader) -> Mailbox? {
        if table.lacks("from") { findings.report(.missingKey("from", in: .channel("email")), at: table.section.spot) }
        return mailbox(table, "from")
    }

    /// No letters beyond ASCII before the `@`: whether the recipient's server takes them does not depend on this
    /// address, which is not the envelope's.
    private func replyTo(_ table: TableReader) -> Mailbox? {
        guard let mailbox = mailbox(table, "reply-to"), let text = table.text("reply-to") else { return nil }
        guard let letter = mailbox.address.localPart.unicodeScalars.first(where: { !$0.isASCII }) else { return mailbox }
        findings.report(.badAddress(.character(letter)), at: text.spot)
        return nil
    }

    private func mailbox(_ table: TableReader, _ key: String) -> Mailbox? {
        guard let text = table.text(key) else { return nil }
        do throws(MailAddressError) {
            return try Mailbox(parsing: text.text)
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
            for key in ["starttls", "auth", "username", "password", "token", "authorities"] where table.has(key) {
                findings.report(.keyNeeds(key, needs: "server"), at: table.spot(key))
            }
            return argv(table, "sendmail").map { .sendmail($0.map(\.text)) }
        }
        let (authentication, secret) = login(table)
        let username = table.text("username")
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
                host: address.host, port: address.port, security: security, authentication: authentication,
                username: username?.text, password: secret, authorities: authorities))
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

    /// How the username is vouched for: by a password, or by a token that some providers want in its place.
    private func login(_ table: TableReader) -> (SMTPServer.Authentication, SecretSource?) {
        let written = table.choice("auth", SMTPServer.Authentication.allCases.map(\.rawValue))
        let authentication = written.flatMap(SMTPServer.Authentication.init) ?? .password
        let (key, other) = authentication == .xoauth2 ? ("token", "password") : ("password", "token")
        if table.has("auth"), written == nil { return (authentication, nil) }
        if table.has(other) {
            findings.report(
                key == "token" ? .keysExclude(other, "auth = \"xoauth2\"") : .keyNeeds(other, needs: "auth = \"xoauth2\""),
                at: table.spot(other), first: key == "token" ? table.spot("auth") : nil)
        } else if let known = ["username", "auth"].first(where: table.has), table.lacks(key) {
            findings.report(.keyNeeds(known, needs: key), at: table.spot(known))
        }
        if table.has(key), table.lacks("username") {
            findings.report(.keyNeeds(key, needs: "username"), at: table.spot(key))
        }
        return (authentication, secret(table, key))
    }

    private func secret(_ table: TableReader, _ key: String) -> SecretSource? {
        guard let item = table.item(key) else { return nil }
        guard let inner = item.value.table else {
            if item.value.string != nil {
                findings.report(.passwordWritten(key: key), at: item.spot)
            } else {
                table.wrong(key, .secret, item)
            }
            return nil
        }
        let kind = TableKind.secret(key)
        let source = TableReader(Section(inner, file: item.file, name: table.spot(key)), kind, findings)
        let ways = kind.keys.filter(source.has)
        guard ways.count == 1 else {
            if ways.count > 1 || kind.keys.allSatisfy(source.lacks) {
                findings.report(.secretShape(key: key), at: item.spot)
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
