import CivilTime
import Planning
import Testing

/// Who is taken out of others' rows, and that nothing else of them changes.
@Suite("Forgetting") struct ForgettingTests {
    static let words: [(said: String, id: String, left: String)] = [
        ("250 sam is at home", "sam", "250 (somebody) is at home"),
        ("samuel is at home, not sam-2", "sam", "samuel is at home, not sam-2"),
        ("sam, sam", "sam", "(somebody), (somebody)"),
        ("nobody is named", "", "nobody is named"),
        ("", "", ""),
    ]

    @Test(arguments: words) func anIdStandsAsAWordOfItsOwn(said: String, id: String, left: String) {
        #expect(AttemptOutcome.permanent(said).without(PersonID(id)) == .permanent(left))
    }
}
