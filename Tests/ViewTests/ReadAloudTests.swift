import CivilTime
import Foundation
import Mail
import Planning
import Systemd
import Testing
import Wording

@testable import Channels
@testable import Daemon

/// What everything that goes out is to somebody who hears it: every kind, in every language, ahead, at its moment, late,
/// gathered, discreet.
@Suite struct ReadAloudTests {
    /// Each kind with and without words of its own, ahead and at its moment, for somebody who speaks `language`.
    static func schedule(_ language: Language) -> String {
        var text = """
            timezone = "Europe/Berlin"
            language = "\(language.rawValue)"

            [people.sam]
            name = "Sam"
            email = "sam@example.org"
            calendar = true
            channels = [["mail", "quiet"]]

            [people.alex]
            name = "Alex"
            email = "alex@example.org"
            timezone = "America/Chicago"
            channels = ["mail"]

            [channels.mail]
            type = "email"
            from = "Troth <troth@example.org>"
            sendmail = ["/usr/sbin/sendmail", "-i"]

            [channels.quiet]
            type = "command"
            discreet = true
            command = ["push", "{title}"]

            """
        text += """
            [ritual.letter]
            letter = "unsent"
            people = ["sam"]
            every = "day at 12:00"
            homework = true
            ahead = ["1 day"]
            todo = ["eins", "zwei"]

            """
        // A repair is begun by hand.
        for (place, kind) in Kind.allCases.enumerated() where kind != .repair {
            for isWorded in [true, false] {
                text += "\n[\(kind.rawValue).\(kind.rawValue)-\(isWorded ? "a" : "b")]\n"
                if isWorded {
                    text += "title = \"Tee & <Kuchen>\"\nmessage = \"Für {person}\"\nprompts = [\"eins\", \"zwei\"]\n"
                }
                text += kind.needsPeopleNamed ? "people = [\"sam\"]\n" : ""
                text += "ahead = [\"1 day\", \"2 h\"]\n"
                text +=
                    kind == .milestone
                    ? "date = 2019-03-27\nevery = \"year\"\nat = \"09:0\(place)\"\n"
                    : "every = \"day at \(isWorded ? 10 : 17):0\(place)\"\ncatch-up = \"all\"\n"
            }
        }
        return text
    }

    /// One of everything that is undertaken by hand and comes back as a nudge.
    private static func undertakings(at now: Timestamp) throws -> [Undertaking] {
        let (sam, alex) = (PersonID("sam"), PersonID("alex"))
        let day = try #require(CivilDate(parsing: "2027-03-26"))
        let time = try #require(CivilDateTime(parsing: "2027-03-26T15:30:00"))
        let items = Notice.Change.allCases.map { Notice.Item(RitualID("check-in-a"), $0, now) }
        return [
            .repairBegun(
                RepairRun(number: 1, repair: RitualID("repair"), person: alex, began: CivilDateTime(day), at: now)),
            .told(Planning.Notice(number: 1, person: sam, items: items, at: now)),
            .sealed(SealedLetter(number: 1, writer: alex, reader: sam, opens: day, text: "Liebe Sam,\nja.", at: now)),
            .sealed(SealedLetter(number: 2, writer: sam, reader: sam, opens: day, text: "Später einmal.", at: now)),
            .promised(
                MadePromise(
                    id: RitualID("promise-1"), maker: sam, to: alex, text: "Anruf", time: time, lead: Lead(.hours(1)),
                    isShared: true, at: now)),
            .celebrated(
                SmallWin(
                    number: 1, person: sam, day: day.adding(days: -365), text: "Ein Spaziergang", isShared: false,
                    isYearly: true, at: now)),
        ]
    }

    /// Every parcel of five days, with a day in the middle on which nobody could send; lived once for all tests.
    static func parcels(_ language: Language) throws -> [Parcel] {
        switch language {
        case .english: try english.get()
        case .german: try german.get()
        }
    }

    private static let english = Result { try live(.english) }
    private static let german = Result { try live(.german) }

    private static func live(_ language: Language) throws -> [Parcel] {
        func utc(_ text: String) throws -> Timestamp { try #require(Timestamp(parsing: text)) }
        let run = try SimulatedService(schedule(language), at: utc("2027-03-25T00:00:00Z"))
        try run.undertake(undertakings(at: utc("2027-03-25T00:00:00Z")))
        var parcels: [Parcel] = []
        try run.run(until: utc("2027-03-27T12:00:00Z")) { parcels.append($1) }
        run.clock.now = try utc("2027-03-28T12:00:00Z")
        try run.run(until: utc("2027-03-30T00:00:00Z")) { parcels.append($1) }
        return parcels
    }

    @Test(arguments: Language.allCases)
    func everyKindIsAmongThem(_ language: Language) throws {
        let parcels = try Self.parcels(language)
        for kind in Kind.allCases {
            #expect(parcels.contains { $0.ritual?.hasPrefix("\(kind.rawValue).") == true }, "\(kind)")
        }
        #expect(parcels.contains { if case .digest = $0.key.subject { true } else { false } }, "gathered")
        let discreet = NudgeWording.discreet(language).title
        #expect(parcels.contains { $0.title == discreet && $0.body.isEmpty }, "discreet")
    }

    @Test(arguments: Language.allCases)
    func everyWordIsOne(_ language: Language) throws {
        for parcel in try Self.parcels(language) {
            #expect(parcel.language == language)
            #expect(Speakable.isSpoken(parcel.title), "\(parcel.key): it has a title that can be said")
            var texts = [parcel.title, parcel.when, parcel.seen] + parcel.buttons.map(\.label)
            texts += (parcel.body + "\n" + parcel.footer).split(separator: "\n").map(String.init)
            for text in texts { #expect(Speakable.unspoken(in: text) == [], "\(parcel.key): \(text)") }
            // A button is a word that no other one is.
            let labels = parcel.buttons.map(\.label) + [parcel.seen]
            #expect(labels.allSatisfy(Speakable.isSpoken) && Set(labels).count == labels.count)
            #expect(Speakable.unspoken(in: ParcelText(parcel).terminalLine) == [])
        }
    }

    /// The notice's buttons have names, and its text stands in its summary where there is no body.
    @Test(arguments: Language.allCases)
    func everyNoticeIsSaid(_ language: Language) throws {
        for parcel in try Self.parcels(language) {
            for capabilities: Set<String> in [
                [], ["actions"], ["actions", "body"], ["actions", "body", "body-markup"],
            ] {
                let notice = Notice(parcel, capabilities, replaces: nil)
                #expect(Speakable.isSpoken(notice.summary))
                if !capabilities.contains("body"), let first = parcel.body.split(separator: "\n").first {
                    #expect(notice.summary.contains(first))
                }
                let labels = stride(from: 1, to: notice.actions.count, by: 2).map { notice.actions[$0] }
                #expect(labels.allSatisfy(Speakable.isSpoken))
                #expect((capabilities.contains("actions") && !parcel.buttons.isEmpty) == !labels.isEmpty)
            }
        }
    }

    /// Mail names its language, has one heading of the first rank and no other, and says the same as its plain text.
    @Test(
        .enabled(if: Html5.isThere, "python3-html5lib and tidy"), arguments: Language.allCases)
    func everyMailIsRead(_ language: Language) throws {
        var mails: [[String: String]] = []
        for parcel in try Self.parcels(language) where parcel.key.channel.text == "mail" {
            let address = try #require(parcel.person.email)
            let message = MailMessage(
                parcel, from: Mailbox(address: address), to: Mailbox(name: parcel.person.name, address: address),
                date: MailDate(Timestamp(seconds: 0), offset: 0))
            mails.append(["mail": String(decoding: message.bytes(), as: UTF8.self), "lang": language.rawValue])
        }
        #expect(mails.count > 20)
        let found = try Html5.check(mails)
        #expect(found.code == 0, "\(found.said)")
    }
}

/// What a screen reader can say.
enum Speakable {
    /// Whether there is a word in it.
    static func isSpoken(_ text: String) -> Bool { text.contains(where: \.isLetter) }

    /// What stands in a text and is no letter, number, space or mark of punctuation with a word beside it: pictures,
    /// arrows, boxes, colour codes.
    static func unspoken(in text: String) -> [Unicode.Scalar] {
        let spoken = Set(" .,:;!?'\"()-–…·/&<>@`_=+“”„‘’".unicodeScalars)
        return text.unicodeScalars.filter { scalar in
            if spoken.contains(scalar) { return false }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber: return false
            default: return true
            }
        }
    }
}

/// Reads mail as a browser and a validator do.
enum Html5 {
    static let isThere: Bool = {
        let isThere =
            run(["-c", "import html5lib"], Data()).code == 0
            && FileManager.default.isExecutableFile(atPath: "/usr/bin/tidy")
        if !isThere { print("skipped: python3-html5lib or tidy is not installed") }
        return isThere || ProcessInfo.processInfo.environment["CI"] == "true"
    }()

    static func check(_ mails: [[String: String]]) throws -> (code: Int32, said: String) {
        run(["-c", script], try JSONEncoder().encode(mails))
    }

    private static let script = """
        import email, email.policy, html5lib, json, re, subprocess, sys
        sys.stderr = sys.stdout
        for one in json.load(sys.stdin):
            m = email.message_from_bytes(one['mail'].encode(), policy=email.policy.default)
            assert not m.defects, m.defects
            assert m['Content-Language'] == one['lang'], m['Content-Language']
            assert len(m.get_all('To')) == 1 and len(m['To'].addresses) == 1 and not m['Cc'] and not m['Bcc'], m.items()
            plain = m.get_body(('plain',)).get_content()
            html = m.get_body(('html',)).get_content()
            tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
            assert tree.get('lang') == one['lang'], tree.attrib
            names = [e.tag for e in tree.iter() if isinstance(e.tag, str)]
            heads = [n for n in names if re.fullmatch('h[1-6]', n)]
            assert heads == ['h1'], heads
            assert tree.find('.//title').text.strip() == tree.find('.//h1').text.strip() == m['Subject'], html
            for name in ['img', 'table', 'font', 'a', 'hr', 'b', 'i', 'script']:
                assert name not in names, name
            assert names.count('main') == 1 and names.count('footer') <= 1, names
            body = tree.find('body')
            order = [e.tag for e in body.iter() if e.tag in ('main', 'h1', 'footer')]
            assert order in (['main', 'h1', 'footer'], ['main', 'h1']), order
            for e in body.iter():
                if e.tag in ('p', 'h1', 'li'):
                    assert ''.join(e.itertext()).strip(), 'empty ' + e.tag
                if e.tag in ('ul',):
                    assert all(c.tag == 'li' for c in e) and len(e), 'a list of points'
                assert 'style' not in e.attrib, 'colour by hand'
            said = lambda t: re.findall(r'\\w+', t)
            spoken = said(' '.join(' '.join(e.itertext()) for e in body))
            assert spoken == said(plain), (spoken, said(plain))
            tidy = subprocess.run(['/usr/bin/tidy', '-errors', '-quiet', '-utf8'], input=html.encode(), capture_output=True)
            assert tidy.returncode == 0, tidy.stderr
        """

    private static func run(_ arguments: [String], _ input: Data) -> (code: Int32, said: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = arguments
        let (stdin, stdout) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (stdin, stdout, stdout)
        do { try process.run() } catch { return (127, "\(error)") }
        DispatchQueue.global().async {
            try? stdin.fileHandleForWriting.write(contentsOf: input)
            try? stdin.fileHandleForWriting.close()
        }
        let said = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}
