public import Planning

extension Language {
    /// The language for whoever started a program, by `LC_ALL`, `LC_MESSAGES` and `LANG` in that order (locale(7)).
    ///
    /// One that is empty counts as not set, and a language that has no catalogue is English.
    public init(environment: [String: String]) {
        let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        // `de`, `de_AT.UTF-8`, `de.UTF-8`, `de@euro`
        let name = tag.prefix { !"_.@-".contains($0) }
        self = Language(rawValue: name.lowercased()) ?? .english
    }
}
