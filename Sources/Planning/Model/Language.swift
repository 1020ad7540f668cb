/// A language that nudges, mails and the command line can speak.
public enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"
}
