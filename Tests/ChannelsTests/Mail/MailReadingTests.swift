import CivilTime
import Foundation
import ICalendar
import Planning
import Recurrence
import Testing

@testable import Mail

/// What mail is to those who read it by eye, by ear, at night, or by a calendar.
struct MailReadingTests {
    static let footer = "You get this because you are in a schedule.\nNobody reads replies to it."

    static func message(_ text: String = "How did this week feel?", calendar: CalendarEntry? = nil) throws -> MailMessage {
        var message = MailMessage(
            from: Samples.troth, to: Mailbox(name: "Sam", address: Samples.address("sam@example.org")),
            date: MailDate(Samples.sunday, offset: 3600), token: MessageToken(Samples.token), title: "Weekly <check-in>",
            when: "Sunday at 19:00", body: text, footer: footer, language: .german)
        message.calendar = calendar
        return message
    }

    @Test func theTextReadsWellAlone() throws {
        let letter = try Self.message("A few things:\n– Tea\n– Call Kim").letter
        #expect(
            letter.plainText == """
                Weekly <check-in>
                Sunday at 19:00

                A few things:
                – Tea
                – Call Kim

                --\u{20}
                \(Self.footer)
                """)
        #expect(
            HTMLBody(letter: letter, language: "de").text.contains(
                "<p dir=\"auto\">A few things:</p>\n<ul>\n<li dir=\"auto\">Tea</li>\n<li dir=\"auto\">Call Kim</li>\n</ul>"))
    }

    /// Tidy finds nothing to say, and html5lib, which reads as browsers do, no error to recover from.
    @Test(
        .enabled(if: Programs.has("tidy", Programs.tidy) && Programs.has("python3-html5lib", Programs.html5lib)),
        arguments: ["Plain", "A few things:\n– one\n– <two>\nand more\n\n– three", "\u{202E}مرحبا", "& < > \" '", ""])
    func theHTMLIsValid(_ text: String) throws {
        let html = HTMLBody(letter: try Self.message(text).letter, language: "de").text
        #expect(html.contains("<html lang=\"de\">"))
        let tidy = Programs.run("/usr/bin/env", ["tidy", "-errors", "-quiet", "-utf8"], input: Data(html.utf8))
        #expect(tidy.code == 0)
        let script = "import sys, html5lib; html5lib.HTMLParser(strict=True).parse(sys.stdin.buffer.read().decode())"
        #expect(Programs.run(Programs.debianPython, ["-c", script], input: Data(html.utf8)).code == 0)
        // Nothing is fetched, and nothing is a picture without words.
        for word in ["http:", "https:", "src=", "<img", "url("] { #expect(!html.contains(word)) }
    }

    /// WCAG 2.2 §1.4.3 asks for 4.5 to 1; the ground is the body's or the letter's, by day and by night.
    static let colours: [(String, String)] = [
        ("#2c2622", "#ffffff"), ("#8a4326", "#ffffff"), ("#6a5d53", "#ffffff"), ("#6a5d53", "#faf6f0"),
        ("#ece5dc", "#272320"), ("#f0b08f", "#272320"), ("#bfb2a5", "#272320"), ("#bfb2a5", "#1c1917"),
    ]

    @Test(arguments: colours)
    func everyWordStandsOut(_ text: String, _ ground: String) throws {
        let html = HTMLBody(letter: try Self.message().letter, language: "de").text
        #expect(html.contains(text) && html.contains(ground))
        func luminance(_ colour: String) -> Double {
            let parts = stride(from: 1, to: 7, by: 2).map { place in
                let start = colour.index(colour.startIndex, offsetBy: place)
                let value = Double(Int(colour[start..<colour.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (a, b) = (luminance(text), luminance(ground))
        #expect((max(a, b) + 0.05) / (min(a, b) + 0.05) >= 4.5)
    }

    /// Every colour of the style is in the table above.
    @Test func noOtherColourIsUsed() throws {
        let html = HTMLBody(letter: try Self.message().letter, language: "de").text
        let known = Set(Self.colours.flatMap { [$0.0, $0.1] })
        for part in html.split(separator: "#").dropFirst() where part.first?.isHexDigit == true {
            #expect(known.contains("#" + part.prefix(6)))
        }
    }

    @Test(.enabled(if: Programs.has("python3-icalendar", Programs.icalendar)))
    func aCalendarTakesTheAttachment() throws {
        let uid = CalendarUID(RitualID("weekly"), person: nil)
        let title = "Für uns zwei, am Sonntag; mit Tee und allem, was sonst noch dazugehört und in keine Zeile passt"
        let entry = CalendarEntry(
            uid: uid, stamp: Timestamp(seconds: 1_795_284_000), start: Samples.sunday, isOneOfMany: true,
            title: title, text: "Zeile eins\nZeile zwei, mit \\ und ;")
        let bytes = try Self.message(calendar: entry).bytes()
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) { #expect(line.count <= 78) }
        let script = """
            import sys, email, email.policy, icalendar
            sys.stderr = sys.stdout
            m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
            assert not [d for p in m.walk() for d in p.defects], [p.defects for p in m.walk()]
            assert m.get_content_type() == 'multipart/mixed'
            body, attached = m.iter_parts()
            assert [p.get_content_type() for p in body.iter_parts()] == ['text/plain', 'text/html']
            assert m.get_body(('plain',)).get_content().startswith('Weekly <check-in>')
            assert attached.get_content_type() == 'text/calendar' and attached.get_param('method') == 'PUBLISH'
            assert attached.get_filename() == 'troth.ics' and attached.is_attachment()
            text = attached.get_payload(decode=True)
            assert all(len(l) <= 76 and l.endswith(b'\\r') for l in text.split(b'\\n')[:-1]), text
            c = icalendar.Calendar.from_ical(text)
            assert c['METHOD'] == 'PUBLISH' and c['VERSION'] == '2.0'
            [e] = c.walk('VEVENT')
            assert not e.errors, e.errors
            assert str(e['UID']) == sys.argv[1]
            assert e['DTSTART'].dt.isoformat() == '2026-11-22T18:00:00+00:00', e['DTSTART'].dt
            assert e['RECURRENCE-ID'].dt == e['DTSTART'].dt
            assert str(e['SUMMARY']) == sys.argv[2], str(e['SUMMARY'])
            assert str(e['DESCRIPTION']) == 'Zeile eins\\nZeile zwei, mit \\\\ und ;', repr(str(e['DESCRIPTION']))
            assert str(e['ORGANIZER']) == 'mailto:troth@example.org' and 'ATTENDEE' not in e
            """
        let result = Programs.run(
            Programs.debianPython, ["-c", script, uid.description, title], input: Data(bytes))
        #expect(result.code == 0, "\(String(decoding: result.output, as: UTF8.self))")
    }

    /// Only who asked for it gets one, and only where there is one moment.
    @Test func theAttachmentIsAskedFor() throws {
        let name = try #require(OccurrenceName(ritual: RitualID("weekly"), keyText: "2026-11-22T19:00:00"))
        for (wants, hasMoment) in [(true, true), (true, false), (false, true)] {
            var person = Samples.person()
            person.wantsCalendar = wants
            var parcel = Samples.parcel(to: person)
            if hasMoment {
                parcel.moment = Parcel.Moment(occurrence: name, at: Samples.sunday, isTogether: true, text: "Tea")
            }
            let folder = try TemporaryFolder()
            let outcome = try ChannelRun.outcome(of: parcel) {
                SendmailTests.channel(["sh", "-c", "cat >\(folder.path)/mail", "mailer"], on: $0)
            }
            #expect(outcome?.word == "delivered")
            #expect(folder.text("mail")?.contains("text/calendar") == (wants && hasMoment))
        }
    }
}
