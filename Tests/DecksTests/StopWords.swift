import Planning

/// The small words of a language, without which prompts are compared.
enum StopWords {
    /// The words of a text that carry it, in small letters.
    static func left(of text: some StringProtocol, _ language: Language) -> Set<String> {
        let small = language == .german ? german : english
        return Set(text.lowercased().split { !$0.isLetter }.map(String.init)).subtracting(small)
    }

    private static let english = words(
        """
        a an the and of to in on at for with by from is are was were be been do does did has have had it its this that
        these those you your yours yourself i me my we us our they them their theirs what which who whom whose when
        where how why if or not no but as so than then there here would could can may shall will should more most some
        any each t s about into out up down over again still
        """)

    private static let german = words(
        """
        der die das den dem des ein eine einer einem einen eines und oder aber in im an am auf für mit von vom zu zum
        zur bei aus nach ist sind war waren sein wird wurde werden du dir dich dein deine deiner deinem deinen ich mir
        mich mein wir uns unser unsere ihr euch euer was welche welcher welches welchen welchem wer wen wem wessen wann
        wo wie warum woran womit worauf wofür es etwas nicht kein keine ja nein als wenn dass denn so hat hast haben
        hatte hätte hättest kannst könnte könntest würdest würde willst möchtest soll darf er sie man noch schon nur
        auch sich jemand jemanden jemandem
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
