public import Planning

/// What `troth init --template` says.
public struct TemplateWording: Sendable {
    private let language: Language
    private let marks: DiagnosticWords

    public init(_ language: Language) {
        self.language = language
        marks = DiagnosticWords(language)
    }

    public func unknown(_ name: String, known: [String]) -> [String] {
        let list = DateWording.words(language).list(known)
        let isEnglish = language == .english
        return [
            "\(marks.error): " + (isEnglish ? "no template is named `\(name)`" : "keine Vorlage heißt `\(name)`"),
            "\(marks.hint): " + (isEnglish ? "there is \(list)" : "es gibt \(list)"),
        ]
    }
}
