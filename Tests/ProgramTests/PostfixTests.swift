import Foundation
import Testing

/// Mail of the built programs through a real Postfix, read back out of the Maildir by Python's `email`.
@Suite(.enabled(if: Machine.hasPostfix && Machine.hasOpenSSL && Machine.hasPython)) struct PostfixTests {
    static let title = "Tee für zwei 🫖 – und <noch> ein sehr langer Titel, der in keine Zeile eines Briefkopfs passt, so wahr ich hier sitze"
    static let message = "Ein Wort: „Gemütlichkeit“ & <b>kein</b> HTML. " + String(repeating: "Zeit füreinander. ", count: 40) + "🌙"

    /// Two people: one who wants the calendar, and one whose address is beyond ASCII.
    static func schedule(_ channel: String, due: Double = Moment.soon) -> String {
        """
        timezone = "UTC"
        language = "de"

        [people.sam]
        name = "Säm \\"the\\" Brown, jr."
        email = "sam@\(Postfix.domain)"
        channels = ["mail"]
        calendar = true

        [people.juergen]
        name = "Jürgen"
        email = "jürgen@\(Postfix.domain)"
        channels = ["mail"]
        timezone = "Europe/Berlin"

        \(channel)

        [ritual.tea]
        title = "\(title)"
        message = "\(message)"
        every = "day at \(Moment.clock(in: due))"
        together = true
        urgent = true
        """
    }

    @Test func mailIsWhatAReaderExpects() async throws {
        let home = try Home()
        let postfix = try await Postfix(in: home.path, boxes: ["sam", "jürgen"])
        try home.schedule(Self.schedule(try MailServer.channel(in: home, folder: home.path, port: postfix.port)))
        home.service = try await home.start()
        // Whoever is new in a schedule of several gets an introduction as well.
        func teas(_ box: String) throws -> [Postfix.Mail] {
            try postfix.mails(box).filter { $0.headers["subject"]?.hasPrefix("Tee") == true }
        }
        try await eventually("both mails are in their boxes", within: 240) {
            try !teas("sam").isEmpty && !teas("jürgen").isEmpty
        }
        let (sam, juergen) = (try teas("sam"), try teas("jürgen"))
        try #require(sam.count == 1 && juergen.count == 1)
        for mail in sam + juergen {
            #expect(mail.defects == [])
            #expect(mail.longest <= 998)
            #expect(mail.headers["subject"] == Self.title)
            #expect(mail.headers["from"] == "Troth <troth@example.org>")
            #expect(mail.headers["auto-submitted"] == "auto-generated")
            #expect(mail.text("text/plain").replacingOccurrences(of: "\n", with: " ").contains("„Gemütlichkeit“ & <b>kein</b> HTML."))
            #expect(mail.text("text/plain").contains("🌙"))
            #expect(mail.text("text/html").contains("&lt;b&gt;kein&lt;/b&gt;"))
            #expect(mail.text("text/html").contains("lang=\"de\""))
            // Postfix says what it was given: TLS, a login, and how many recipients.
            let received = mail.headers["received"] ?? ""
            #expect(received.contains("SMTPSA"), "\(received)")
            #expect(mail.headers["message-id"]?.hasPrefix("<") == true)
            #expect(!(mail.headers["message-id"] ?? "").contains("tea"))
        }
        #expect(sam[0].addresses == [["Säm \"the\" Brown, jr.", "sam@lab.test"]])
        #expect(juergen[0].addresses == [["Jürgen", "jürgen@lab.test"]])
        #expect(sam[0].headers["received"]?.contains("UTF8") == false, "where ASCII will do, nothing more is asked for")
        #expect(juergen[0].headers["received"]?.contains("UTF8SMTPSA") == true)
        #expect(!sam[0].eighth && juergen[0].eighth)
        #expect(sam[0].headers["message-id"] != juergen[0].headers["message-id"])

        let entry = try #require(sam[0].parts.first { $0.type == "text/calendar" })
        #expect(entry.name == "troth.ics" && entry.method == "PUBLISH")
        #expect(entry.text.contains("METHOD:PUBLISH") && entry.text.contains("BEGIN:VEVENT"))
        #expect(!juergen[0].parts.contains { $0.type == "text/calendar" })
        #expect(Set(home.history().compactMap { $0["outcome"] as? String }) == ["delivered"])
    }

    @Test func msmtpIsASendmail() async throws {
        let home = try Home()
        let postfix = try await Postfix(in: home.path, boxes: ["sam"])
        let settings = try home.write(
            "msmtprc",
            """
            defaults
            auth on
            tls on
            tls_starttls on
            tls_trust_file \(home.path)/ca.pem
            account default
            host 127.0.0.1
            port \(postfix.port)
            from troth@example.org
            user \(MailServer.login)
            password "\(MailServer.password)"

            """)
        try home.schedule(
            Self.schedule(
                """
                [channels.mail]
                type = "email"
                from = "Troth <troth@example.org>"
                sendmail = ["/usr/bin/msmtp", "-i", "--file=\(settings)"]
                """, due: 7_200))
        home.service = try await home.start()
        let sent = home.troth("test-channel", "mail", "--to", "sam")
        #expect(sent.code == 0, "\(sent.err)")
        try await eventually("it is in its box") { try !postfix.mails("sam").isEmpty }
        let mail = try #require(try postfix.mails("sam").first)
        #expect(mail.defects == [] && mail.shape == "multipart/alternative")
        #expect(mail.headers["received"]?.contains("ESMTPSA") == true)
    }
}
