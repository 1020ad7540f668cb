import CivilTime
import Planning

/// The last good schedule, kept in the state folder so that a bad edit does not outlive a restart.
struct LastGood {
    let state: String

    /// Where its shared part lies.
    var path: String { "\(state)/schedule.toml" }
    private var shared: String { path }
    private var local: String { "\(state)/schedule.local.toml" }
    private var holidays: String { "\(state)/schedule.holidays" }
    private var said: String { "\(state)/schedule.said" }
    private var former: String { "\(state)/schedule.untold" }

    /// The last good schedule; nil when there never was one.
    func read() -> ScheduleTexts? {
        guard let text = try? Files.read(shared) else { return nil }
        let bundle = (try? Files.read(holidays, atMost: .max)).flatMap(FileBundle.init(bytes:))
        return ScheduleTexts(shared: text, local: try? Files.read(local), holidays: bundle ?? FileBundle())
    }

    /// Keeps these texts, unless they are kept already; the ones before them, too, until what has changed is told.
    func keep(_ texts: ScheduleTexts, at now: Timestamp) throws(FileFault) {
        let kept = read()
        guard kept != texts else { return }
        if let kept, readFormer() == nil {
            var bundle = kept.bundle
            bundle.files[Self.until] = Array("\(now.microseconds)".utf8)
            try Files.replace(former, with: bundle.bytes)
        }
        // What the shared part needs first: an old shared part beside newer others is still a schedule that was good.
        let both = (kept?.holidays ?? FileBundle()).merging(texts.holidays)
        if !both.files.isEmpty { try Files.replace(holidays, with: both.bytes) }
        if let own = texts.local { try Files.replace(local, with: own) } else { Files.remove(local) }
        try Files.replace(shared, with: texts.shared)
        if texts.holidays.files.isEmpty {
            Files.remove(holidays)
        } else if both != texts.holidays {
            try Files.replace(holidays, with: texts.holidays.bytes)
        }
        Files.remove(said)
    }

    private static let until = "until"

    /// What was in force before, and until when, where nobody has been told yet of what has changed.
    func readFormer() -> (texts: ScheduleTexts, until: Timestamp)? {
        guard let bundle = (try? Files.read(former, atMost: .max)).flatMap(FileBundle.init(bytes:)),
            let texts = ScheduleTexts(bundle), let until = bundle.files[Self.until],
            let microseconds = Int64(String(decoding: until, as: UTF8.self))
        else { return nil }
        return (texts, Timestamp(microseconds: microseconds))
    }

    func forgetFormer() { Files.remove(former) }

    func forgetWhatWasSaid() { Files.remove(said) }

    /// Whether nobody has been told of this yet; telling is noted.
    func isNews(_ fault: StartFault) -> Bool {
        let text = Array(fault.lines(in: .english).joined(separator: "\n").utf8)
        if let told = try? Files.read(said), told == text { return false }
        try? Files.replace(said, with: text)
        return true
    }
}
