import Planning
import Systemd
import Testing

@testable import Channels

/// A parcel as a notice, for servers that can do more or less.
struct NoticeTests {
    static func parcel(title: String = "Weekly check-in", body: String = "How did <this> week feel & why?\nA line.") -> Parcel {
        var parcel = Samples.parcel(title: title, body: body)
        parcel.buttons = [.init(.done, label: "Done"), .init(.snooze, label: "Snooze"), .init(.skip, label: "Skip")]
        parcel.seen = "Seen"
        return parcel
    }

    static let bodies: [(capabilities: Set<String>, summary: String, body: String)] = [
        (["body", "body-markup"], "Weekly check-in", "How did &lt;this&gt; week feel &amp; why?\nA line."),
        (["body"], "Weekly check-in", "How did <this> week feel & why?\nA line."),
        ([], "Weekly check-in – How did <this> week feel & why?", ""),
        (["body-markup"], "Weekly check-in – How did <this> week feel & why?", ""),
    ]

    @Test(arguments: bodies)
    func textIsAsTheServerTakesIt(capabilities: Set<String>, summary: String, body: String) {
        let notice = Notice(Self.parcel(), capabilities, replaces: nil)
        #expect(notice.summary == summary)
        #expect(notice.body == body)
    }

    @Test func buttonsAreOnlyForServersThatHaveThem() {
        let token = Self.parcel().token
        let buttons = Notice(Self.parcel(), ["actions"], replaces: nil).actions
        #expect(
            buttons == [
                "default", "Seen", "done:\(token)", "Done", "snooze:\(token)", "Snooze", "skip:\(token)", "Skip",
            ])
        #expect(Notice(Self.parcel(), ["body"], replaces: nil).actions == [])
        #expect(Notice(Samples.parcel(), ["actions"], replaces: nil).actions == [], "nothing waits for an answer")
    }

    @Test func whatWaitsForAnAnswerStays() {
        #expect(Notice(Self.parcel(), [], replaces: nil).arguments.last == .int32(0))
        #expect(Notice(Samples.parcel(), [], replaces: nil).arguments.last == .int32(-1))
        let resident = BusValue.Entry("resident", .boolean(true))
        for (capabilities, isResident) in [(["persistence"] as Set<String>, true), ([], false)] {
            guard case .variants(let hints) = Notice(Self.parcel(), capabilities, replaces: nil).arguments[6] else {
                Issue.record("no hints")
                return
            }
            #expect(hints.contains(resident) == isResident)
        }
    }

    @Test func hintsSayWhatItIs() {
        var parcel = Self.parcel()
        for (urgent, level) in [(false, UInt8(1)), (true, 2)] {
            parcel.urgent = urgent
            let arguments = Notice(parcel, [], replaces: 7).arguments
            #expect(arguments[0...2] == [.string("Troth"), .uint32(7), .string("appointment-soon")])
            #expect(
                arguments[6]
                    == .variants([
                        BusValue.Entry("urgency", .byte(level)), BusValue.Entry("category", .string("x-troth.nudge")),
                        BusValue.Entry("desktop-entry", .string("troth")),
                        BusValue.Entry("x-troth-key", .string(parcel.token)),
                    ]))
        }
    }

    @Test func controlsNeverReachTheServer() {
        let notice = Notice(Self.parcel(title: "a\u{0}b\u{1B}[2J", body: "x\u{0}y\r\nz\u{7}"), ["body"], replaces: nil)
        for text in [notice.summary, notice.body] {
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
        #expect(notice.body.contains("\n"))
    }
}

/// The numbers of notices, and what comes of a press.
struct NoticeBookTests {
    @Test func aPressNamesItsDelivery() {
        let book = NoticeBook()
        var heard: [ChannelResponse] = []
        book.listen { heard.append($0) }
        book.note("one", 7)
        book.pressed(7, "done:one")
        book.pressed(7, "default")
        book.pressed(8, "default")
        book.pressed(7, "open")
        book.pressed(7, "done")
        #expect(heard == [.answered(token: "one", .done), .seen(token: "one")])
    }

    /// After a restart the number is new, and the button still says which delivery it answers.
    @Test func aPressOfBeforeIsUnderstood() {
        let book = NoticeBook()
        var heard: [ChannelResponse] = []
        book.listen { heard.append($0) }
        book.pressed(12, "snooze:before")
        #expect(heard == [.answered(token: "before", .snooze)])
        #expect(book.number(of: "before") == 12)
    }

    @Test(arguments: [(1, false), (2, true), (3, false), (4, false)] as [(UInt32, Bool)])
    func onlyADismissalIsALook(reason: UInt32, isSeen: Bool) {
        let book = NoticeBook()
        var heard: [ChannelResponse] = []
        book.listen { heard.append($0) }
        book.note("one", 7)
        book.closed(7, reason: reason)
        book.closed(7, reason: 2)
        #expect(heard == (isSeen ? [.seen(token: "one")] : []))
        #expect(book.number(of: "one") == nil)
    }

    @Test func aNumberThatIsUsedAgainIsTheNewNotices() {
        let book = NoticeBook()
        book.note("one", 7)
        book.note("two", 7)
        #expect(book.number(of: "one") == nil && book.number(of: "two") == 7)
        book.note("two", 9)
        book.closed(7, reason: 2)
        #expect(book.number(of: "two") == 9)
        #expect(book.remove("two") == 9 && book.remove("two") == nil)
    }
}
