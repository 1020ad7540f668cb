import Foundation
import Testing

/// The main way through everything: the built service, a real mail server, a real mailer, a real command, real time.
@Suite(.enabled(if: Machine.hasMailServer && Machine.hasOpenSSL))
struct EndToEndTests {
    @Test func aNudgeReachesTheCommandAndTheMailbox() async throws {
        let home = try Home()
        let server = try await MailServer(in: home.path)
        let mailer = try home.write(
            "mailer",
            """
            #!/bin/sh
            { printf 'arguments: %s\\n' "$*"; cat; printf '\\n--end--\\n'; } >>'\(home.path)/mailed'

            """, mode: 0o755)
        let due = Moment.clock(in: Moment.soon)
        try home.schedule(
            """
            timezone = "UTC"

            [people.sam]
            name = "Sam"
            email = "sam@example.org"
            channels = ["desk"]

            [people.alex]
            name = "Älex"
            email = "alex@example.org"
            language = "de"
            channels = ["mail"]

            [people.kim]
            name = "Kim"
            email = "kim@example.org"
            channels = ["mailer"]

            [channels.desk]
            type = "command"
            command = ["\(home.receiver)", "{title}", "{body}"]

            \(try server.channel(in: home))

            [channels.mailer]
            type = "email"
            from = "Troth <troth@example.org>"
            sendmail = ["\(mailer)", "-i"]

            [check-in.weekly]
            title = "Weekly check-in"
            every = "day at \(due)"
            message = "How did this week feel?"
            urgent = true
            """)
        let service = try await home.start()
        try await eventually("all three are delivered") {
            home.history().count { $0["outcome"] as? String == "delivered" } == 5
        }

        let received = try #require(home.received.first)
        #expect(home.received.count == 1)
        #expect(received[1...2] == ["check-in.weekly", "sam"] || received[1...2] == ["weekly", "sam"])
        #expect(received[3].contains("Weekly check-in"))
        #expect(received[4].contains("How did this week feel?"))

        // Alex and Kim are new, and not the first of the household: each is introduced, before or with the nudge.
        #expect(server.taken.count == 2)
        #expect(server.taken.first?.header("Subject") == "Hallo von Troth")
        let mail = try #require(server.taken.last)
        #expect(mail.to == "alex@example.org")
        #expect(mail.login == MailServer.login)
        #expect(mail.isSecure)
        #expect(mail.header("Auto-Submitted") == "auto-generated")
        #expect(mail.header("List-Id") != nil)
        #expect(mail.header("Content-Type")?.hasPrefix("multipart/alternative") == true)
        let id = try #require(mail.header("Message-ID"))
        #expect(!id.contains("weekly") && !id.contains("alex"))

        let mailed = home.text("mailed")
        #expect(mailed.components(separatedBy: "--end--").count == 3)
        #expect(mailed.contains("Hello from Troth"))
        #expect(mailed.contains("kim@example.org"))
        #expect(mailed.contains("Weekly check-in"))

        for line in home.history() {
            #expect(["check-in.weekly", "introduction"].contains(line["ritual"] as? String))
            #expect(line["lead"] is String && line["occurrence"] is String && line["at"] is String)
        }
        let ended = try await home.stop(service)
        #expect(ended.code == 0)
        // What was delivered stays delivered: another start sends nothing again.
        let again = try await home.start()
        #expect(home.troth("next").code == 0)
        #expect(try await home.stop(again).code == 0)
        #expect(home.received.count == 1)
        #expect(server.taken.count == 2)
    }

    /// A channel that cannot deliver hands over to the next one in the list, at its deadline or at a refusal.
    @Test func aRefusalGoesToTheNextChannel() async throws {
        let home = try Home()
        try home.schedule(
            """
            timezone = "UTC"

            [people.sam]
            name = "Sam"
            channels = ["broken", "desk"]

            [channels.broken]
            type = "command"
            command = ["/bin/sh", "-c", "echo no display >&2; exit 1"]

            [channels.desk]
            type = "command"
            command = ["\(home.receiver)", "{title}", "{body}"]

            [ritual.tea]
            title = "Tea"
            every = "day at \(Moment.clock(in: Moment.soon))"
            urgent = true
            """)
        let service = try await home.start()
        try await eventually("the second channel delivers") { !home.received.isEmpty }
        try await eventually("it is on record") {
            home.history().contains { $0["outcome"] as? String == "delivered" && $0["channel"] as? String == "desk" }
        }
        #expect(try await home.stop(service).code == 0)
    }

    /// On SIGTERM a delivery under way is finished and recorded.
    @Test func stoppingFinishesWhatIsUnderWay() async throws {
        let home = try Home()
        let slow = try home.write(
            "slow",
            """
            #!/bin/sh
            : >'\(home.path)/begun'
            until [ -e '\(home.path)/go-on' ]; do sleep 0.05; done
            echo "$TROTH_KEY" >>'\(home.path)/finished'

            """, mode: 0o755)
        try home.schedule(
            """
            timezone = "UTC"

            [people.sam]
            name = "Sam"
            channels = ["slow"]

            [channels.slow]
            type = "command"
            command = ["\(slow)"]
            timeout = "2 min"

            [ritual.tea]
            every = "day at \(Moment.clock(in: Moment.soon))"
            urgent = true
            """)
        let service = try await home.start()
        try await eventually("the command begins") { FileManager.default.fileExists(atPath: "\(home.path)/begun") }
        kill(service.pid, SIGTERM)
        try home.write("go-on", "")
        #expect(try await service.end().code == 0)
        #expect(home.text("finished").split(separator: "\n").count == 1)
        #expect(home.history().first?["outcome"] as? String == "delivered")
    }
}
