public import CivilTime
public import Planning
public import Recurrence
import ScheduleFile
import Wording

/// What is asked about the schedule's files, of which nothing is kept.
extension ScheduleStore {
    /// Who gets what and when, a sentence each, with what deserves a second look.
    ///
    /// - Parameters:
    ///   - account: Who asks: what the schedule keeps from the person with this account is left out. Nil is whoever may
    ///     see all.
    ///   - now: For what is told of the next moments.
    /// - Throws: As ``load()``.
    public func check(
        for account: String? = nil, at now: Timestamp, in language: Language
    ) throws(StartFault) -> (sentences: [String], warnings: [String], schedule: Schedule?) {
        var texts = try readFiles()
        let reading = try reading(&texts, readHolidays, for: account, withSentences: true)
        let schedule = reading.schedule.map { Screen(for: $0.people(with: account), $0, at: now).schedule($0) }
        let sentences =
            reading.sentences.map { $0.text(in: language) } + reading.paces.map { $0.text(in: language) }
            + (schedule?.unannounced(at: now) ?? []).map { $0.text(at: now, in: language) }
            + reading.seasons.map { $0.text(in: language) }
            + reading.withoutAnswer.map { ScheduleSentence.withoutAnswer($0, in: language) }
            + (schedule?.keep.map { [ForgetWording(language).kept(for: $0)] } ?? [])
        return (sentences, reading.warnings.map { $0.text(in: language) }, schedule)
    }

    /// What comes to one person, as the last good schedule's words say it; empty where they cannot be read.
    func sentences(of person: PersonID, in schedule: Schedule) -> [ScheduleSentence] {
        // Which zones the schedule in force was read with stays known.
        let seen = zonesSeen
        defer { zonesSeen = seen }
        guard let kept = lastGood.read() else { return [] }
        var texts = kept
        guard let reading = try? reading(&texts, kept.holiday, withSentences: true) else { return [] }
        return reading.sentences.filter { $0.person.id == person && $0.ritual.isOn }
    }

    /// The schedule as its files are now, with the rules as they were written and the paths of the files that say when
    /// something comes.
    ///
    /// - Throws: As ``load()``.
    public func withRules() throws(StartFault) -> (schedule: Schedule, rules: [RitualID: RuleSet], files: [String]) {
        var texts = try readFiles()
        let reading = try reading(&texts, readHolidays, withSentences: true)
        guard let schedule = reading.schedule else { throw .schedule([]) }
        let files = [paths.schedule, paths.local] + texts.holidays.files.keys.sorted().map(holidayPath)
        return (schedule, reading.ruleSets, files)
    }

    /// Where the files as they are now name a person, as `FILE:LINE`, but for what is kept from that person.
    ///
    /// - Throws: ``StartFault/file(_:)`` where a file cannot be read. A file with mistakes still tells what it names.
    public func mentions(of person: PersonID) throws(StartFault) -> [String] {
        // Which zones the schedule in force was read with stays known.
        let seen = zonesSeen
        defer { zonesSeen = seen }
        var texts = try readFiles()
        return rawReading(&texts, readHolidays, mentioning: person, withSentences: false).mentions
    }
}
