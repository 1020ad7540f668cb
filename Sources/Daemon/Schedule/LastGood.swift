/// The last good schedule, kept in the state folder so that a bad edit does not outlive a restart.
struct LastGood {
    let state: String

    private var shared: String { "\(state)/schedule.toml" }
    private var local: String { "\(state)/schedule.local.toml" }
    private var said: String { "\(state)/schedule.said" }

    /// The texts of the last good schedule; nil when there never was one.
    func read() -> (shared: [UInt8], local: [UInt8]?)? {
        guard let text = try? Files.read(shared) else { return nil }
        return (text, try? Files.read(local))
    }

    /// Keeps these texts, unless they are kept already.
    func keep(_ text: [UInt8], local own: [UInt8]?) throws(FileFault) {
        if let kept = read(), kept.shared == text, kept.local == own { return }
        // The host's own part first: an old shared part beside a new own one is still a schedule that was good.
        if let own { try Files.replace(local, with: own) } else { Files.remove(local) }
        try Files.replace(shared, with: text)
        Files.remove(said)
    }

    /// Whether nobody has been told of these mistakes yet; telling is noted.
    func isNews(_ mistakes: [String]) -> Bool {
        let text = Array(mistakes.joined(separator: "\n").utf8)
        if let told = try? Files.read(said), told == text { return false }
        try? Files.replace(said, with: text)
        return true
    }
}
