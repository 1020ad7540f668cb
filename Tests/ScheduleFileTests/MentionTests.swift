import CivilTime
import Planning
import ScheduleFile
import Testing
import ZoneFiles

/// Where a schedule names somebody who wants to be forgotten.
@Suite struct MentionTests {
    static let shared = """
        timezone = "Europe/Berlin"
        [people.sam]
        name = "Sam"
        channels = ["desk"]
        [people.alex]
        name = "Alex"
        channels = ["alex"]
        [channels.desk]
        type = "command"
        owner = "sam"
        command = ["alex"]
        [channels.alex]
        type = "command"
        owner = "alex"
        command = ["push"]
        [deck.reasons]
        prompts = ["alex"]
        from = "alex"
        [ritual.alex]
        title = "alex"
        people = ["sam",
          "alex"]
        every = "day at 16:00"
        [promise.walk]
        people = ["sam"]
        every = "day at 17:00"
        escalate = { to = "alex", after = "1 day" }
        [appreciation.jar]
        deck = "reasons"
        people = ["sam"]
        every = "day at 18:00"
        [ritual.cake]
        people = ["sam"]
        hidden-from = ["alex"]
        every = "day at 19:00"
        """
    static let local = """
        [people.alex]
        email = "alex@example.org"
        [host]
        serves = ["sam", "alex"]
        """

    private func mentions(of person: String, _ files: [String] = [shared, local]) -> [String] {
        let zones = SystemZones()
        let names = ["troth.toml", "troth.local.toml"]
        return ScheduleFile.parse(
            zip(names, files).map { SourceFile(name: $0, bytes: Array($1.utf8)) }, systemZone: .utc,
            mentioning: PersonID(person), zone: { name throws(ZoneLookupError) in try zones.zone(named: name) }
        ).mentions
    }

    /// Every place but those that would tell Alex of the cake; words that merely look like the name are none.
    @Test func everyPlaceIsFoundButWhatIsHidden() {
        #expect(
            mentions(of: "alex")
                == [5, 14, 18, 22, 27].map { "troth.toml:\($0)" } + [1, 4].map { "troth.local.toml:\($0)" })
    }

    @Test func whoeverIsNotNamedHasNone() {
        #expect(mentions(of: "kim") == [])
        #expect(mentions(of: "ale") == [])
    }

    /// A schedule with a mistake still tells what it names.
    @Test func mistakesHideNothing() {
        #expect(mentions(of: "sam", [Self.shared + "\n[ritual.cake]\nnonsense"]).first == "troth.toml:2")
    }
}
