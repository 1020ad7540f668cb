import CivilTime
import Planning
import Testing

/// What a far end answers is kept without the words that were sent and without addresses.
@Suite struct SparingTests {
    static func parcel(cover: String? = nil) -> Parcel {
        let key = DeliveryKey(
            subject: .digest(DigestKey(person: Household.sam.id, gathered: Timestamp(seconds: 0))),
            channel: ChannelID("push"), round: 0)
        return Parcel(
            key: key, token: "00", person: Household.sam, ritual: "ritual.cake", title: "Bake the cake",
            body: "With cherries\nfor Alex", when: "today at 18:00", urgent: false, cover: cover)
    }

    static let texts: [(String, String)] = [
        ("no route to host", "no route to host"),
        ("curl: (3) bad URL: Bake the cake", "curl: (3) bad URL: …"),
        ("With cherries, for Alex; Bake the cake and Bake the cake", "…, …; … and …"),
        ("550 5.1.1 <alex@example.org>: no such user", "550 5.1.1 <…>: no such user"),
        ("sam.o'neil+x@mail.example.org, jürgen@bücher.example.", "…, …"),
        ("@ alone, a@, @b and user@", "@ alone, a@, @b and user@"),
        ("", ""),
    ]

    @Test(arguments: texts)
    func wordsAndAddressesGo(_ text: String, _ left: String) {
        let outcomes: [(AttemptOutcome, AttemptOutcome)] = [
            (.delivered(text), .delivered(left)), (.transient(text, retryAfter: 9), .transient(left, retryAfter: 9)),
            (.permanent(text), .permanent(left)), (.uncertain(text), .uncertain(left)),
            (.unreachable(text), .unreachable(left)),
        ]
        for (outcome, expected) in outcomes { #expect(outcome.sparing(Self.parcel()) == expected) }
    }

    /// Of what is private the id and the time go as well.
    @Test func ofWhatIsPrivateTheIDGoes() {
        let text = "usage: push ritual.cake (cake) today at 18:00 Something for you"
        #expect(AttemptOutcome.permanent(text).sparing(Self.parcel()) == .permanent(text))
        #expect(
            AttemptOutcome.permanent(text).sparing(Self.parcel(cover: "Something for you"))
                == .permanent("usage: push … (…) … Something for you"))
    }
}
