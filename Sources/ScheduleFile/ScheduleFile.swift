public import CivilTime
public import Planning
public import Recurrence
public import Wording

/// Text in, a checked schedule out: or everything that is wrong with it.
public enum ScheduleFile {
    /// Reads a schedule. No file and no clock is touched.
    ///
    /// - Parameters:
    ///   - files: The shared file first; any others are this host's own (`troth.local.toml`)
    ///     and add to it.
    ///   - systemZone: The machine's zone, for `timezone = "system"` and for one person
    ///     without a `timezone`.
    ///   - host: Whose machine it is.
    ///   - account: For whose eyes the reading is: what the schedule keeps from the person with this account is in none
    ///     of its messages and sentences. Nil is whoever may see all.
    ///   - mentioned: Whose ``ScheduleReading/mentions`` are wanted.
    ///   - withSentences: Whether ``ScheduleReading/sentences`` and ``ScheduleReading/ruleSets`` are wanted; they take
    ///     more room than the schedule.
    ///   - holidays: What a holiday file holds, by its name as the schedule writes it: an absolute path, or one
    ///     relative to the schedule's own folder. It is asked once for each name, in the order of the schedule.
    ///   - zone: Looks up a zone by its name.
    public static func parse(
        _ files: [SourceFile], systemZone: Zone, host: HostFacts = HostFacts(), account: String? = nil,
        withSentences: Bool = true, mentioning mentioned: PersonID? = nil,
        holidays: (String) throws(FileLookupError) -> [UInt8] = { _ throws(FileLookupError) in throw .missing },
        zone: (String) throws(ZoneLookupError) -> Zone
    ) -> ScheduleReading {
        var reading = withoutActuallyEscaping(zone) { zone in
            withoutActuallyEscaping(holidays) { holidays in
                ScheduleReader(
                    files, systemZone: systemZone, host: host, account: account, withSentences: withSentences,
                    mentioning: mentioned, holidays: holidays, zone: zone
                ).read()
            }
        }
        // Only now have the reader and the files' tables gone.
        reading.schedule?.pack()
        return reading
    }
}

/// What a schedule has to know of the machine that it is read on.
public struct HostFacts: Sendable, Hashable {
    /// The account that the service runs under; nil where that plays no part.
    public var user: String?
    /// Whether it runs for the whole machine, and so on nobody's desktop.
    public var isSystemService: Bool

    public init(user: String? = nil, isSystemService: Bool = false) {
        self.user = user
        self.isSystemService = isSystemService
    }
}

/// What came of reading a schedule.
public struct ScheduleReading: Sendable {
    /// The schedule; nil where there is a mistake.
    public fileprivate(set) var schedule: Schedule?
    /// Mistakes and warnings, in the order of the files.
    public let diagnostics: [Diagnostic]
    /// Who gets what and when; empty where there is a mistake, or where they were not asked for.
    public let sentences: [ScheduleSentence]
    /// What each season changes; as ``sentences``.
    public let seasons: [SeasonSentence]
    /// What each ritual's recurrence was compiled from, before days are left out or moved; none for a cadence.
    public let ruleSets: [RitualID: RuleSet]
    /// People who are served here and have no means yet to answer here.
    public let withoutAnswer: [Person]
    /// A sentence for each person from whom something is held back; empty where there is a mistake.
    public var paces: [PaceSentence] { schedule?.people.compactMap { PaceSentence($0) } ?? [] }
    /// Whether the schedule's zone is the system's, so that it changes with it.
    public let followsSystemZone: Bool

    /// Whether there are more than ``diagnostics`` holds.
    public let areMore: Bool
    /// Whether there are some that are kept from the reader.
    public let areHidden: Bool
    /// Where the files name the person who was looked for, as `FILE:LINE`, but for what is kept from that person.
    public let mentions: [String]

    public var mistakes: [Diagnostic] { diagnostics.filter { !$0.isWarning } }
    public var warnings: [Diagnostic] { diagnostics.filter(\.isWarning) }

    /// All of it as `troth check` prints it: each mistake with its line, then how many.
    public func report(in language: Language, width: Int = 100) -> String {
        guard !diagnostics.isEmpty else { return "" }
        let summary = DiagnosticWords.summary(
            errors: mistakes.count, warnings: warnings.count, areMore: areMore, in: language)
        return (diagnostics.map { $0.text(in: language, width: width) } + [summary]).joined(separator: "\n\n")
    }
}
