import CivilTime
public import Planning

/// What is said of letters: to be written, not to be sent, or sealed until a day.
public struct LetterWording: Sendable {
    private let language: Language
    private let marks: DiagnosticWords

    public init(_ language: Language) {
        self.language = language
        marks = DiagnosticWords(language)
    }

    private func pick(_ english: String, _ german: String) -> String { language == .english ? english : german }

    private func complaint(_ error: String, _ hint: String? = nil) -> [String] {
        ["\(marks.error): \(error)"] + (hint.map { ["\(marks.hint): \($0)"] } ?? [])
    }

    private func day(_ day: CivilDate) -> String { DateWording.date(day, year: true, language) }

    // MARK: - Letters to write

    /// The title of a ritual about a letter that was given none.
    func title(_ form: LetterForm) -> String {
        switch form {
        case .love: pick("A letter", "Ein Brief")
        case .unsent: pick("A letter that stays with you", "Ein Brief, der bei dir bleibt")
        case .sealed: pick("A letter for you", "Ein Brief für dich")
        }
    }

    /// What goes with every unsent letter.
    var staysWithYou: String {
        pick(
            "What you write stays with you: nothing of it is kept here. Whether anybody reads it one day is yours to decide.",
            "Was du schreibst, bleibt bei dir: Nichts davon wird hier aufbewahrt. Ob es einmal jemand liest, entscheidest du.")
    }

    // MARK: - Sealed letters

    /// "A letter from Sam", "A letter from yourself".
    public func title(_ letter: SealedLetter, writer: Person?, of reader: Person) -> String {
        if letter.writer == reader.id { return pick("A letter from yourself", "Ein Brief von dir selbst") }
        let name = writer?.name ?? letter.writer.text
        return pick("A letter from \(name)", "Ein Brief von \(name)")
    }

    /// The letter as it comes on its day.
    public func opened(_ letter: SealedLetter, writer: Person?, reader: Person) -> [String] {
        let written = day(reader.zone.local(at: letter.at).date)
        let isOwn = letter.writer == reader.id
        let name = writer?.name ?? letter.writer.text
        let head =
            isOwn
            ? pick("You wrote this to yourself on \(written):", "Das hast du dir am \(written) selbst geschrieben:")
            : pick("\(name) wrote this to you on \(written):", "\(name) hat dir das am \(written) geschrieben:")
        return [head, letter.text ?? "", again(letter.number)]
    }

    private func again(_ number: Int) -> String {
        pick("`troth letter read \(number)` shows it again.", "`troth letter read \(number)` zeigt ihn wieder.")
    }

    public func sealed(_ letter: SealedLetter, reader: Person, isOwn: Bool) -> String {
        let whom = isOwn ? pick("yourself", "dich") : reader.name
        return pick(
            "sealed as letter \(letter.number) for \(whom), until \(day(letter.opens)). "
                + "`troth letter drop \(letter.number)` takes it back.",
            "versiegelt als Brief \(letter.number) für \(whom), bis \(day(letter.opens)). "
                + "`troth letter drop \(letter.number)` nimmt ihn zurück.")
    }

    /// A line of the list: one that was written, or one that may be read.
    public func line(_ letter: SealedLetter, writer: Person?, reader: Person?, for person: Person, isOpen: Bool) -> String {
        let isMine = letter.writer == person.id
        if letter.reader == person.id, isOpen {
            return "\(letter.number): \(title(letter, writer: writer, of: person)), \(day(letter.opens))"
        }
        let name = reader?.name ?? letter.reader.text
        let whom = isMine && letter.reader == person.id ? pick("yourself", "dich") : name
        let state =
            isOpen ? pick("given on \(day(letter.opens))", "übergeben am \(day(letter.opens))")
            : pick("sealed until \(day(letter.opens))", "versiegelt bis \(day(letter.opens))")
        return pick("\(letter.number): for \(whom), \(state)", "\(letter.number): für \(whom), \(state)")
    }

    public var none: String { pick("no letters", "keine Briefe") }

    public func dropped(_ number: Int) -> String {
        pick("letter \(number) is gone", "Brief \(number) ist nicht mehr da")
    }

    // MARK: - What is wrong

    public func unknown(_ text: String) -> [String] {
        complaint(
            pick("there is no letter `\(PlainWords.line(text))` for you", "es gibt keinen Brief `\(PlainWords.line(text))` für dich"),
            pick("`troth letter list` shows them", "`troth letter list` zeigt sie"))
    }

    public func stillSealed(_ letter: SealedLetter) -> [String] {
        complaint(
            pick(
                "letter \(letter.number) is sealed until \(day(letter.opens))",
                "Brief \(letter.number) ist versiegelt bis \(day(letter.opens))"))
    }

    public func badDay(_ text: String) -> [String] {
        complaint(
            pick("`\(PlainWords.line(text))` is no day to come", "`\(PlainWords.line(text))` ist kein Tag, der noch kommt"),
            pick("write it as 2027-12-24", "schreib ihn wie 2027-12-24"))
    }

    /// Why a text was not taken as a letter.
    public func refused(_ fault: LetterFault) -> [String] {
        switch fault {
        case .empty:
            complaint(
                pick("there is nothing in this letter yet", "in diesem Brief steht noch nichts"),
                pick("hand it over on standard input, or name a file", "gib ihn über die Standardeingabe, oder nenn eine Datei"))
        case .tooLong(let bytes):
            complaint(
                pick(
                    "this letter has \(size(bytes)) bytes, and there is room for \(grouped(LetterText.limit))",
                    "dieser Brief hat \(size(bytes)) Bytes, und Platz ist für \(grouped(LetterText.limit))"),
                pick("seal it as two", "versiegle ihn als zwei"))
        case .notUTF8:
            complaint(
                pick("this letter is not written in UTF-8", "dieser Brief ist nicht in UTF-8 geschrieben"),
                pick("save it as plain text in UTF-8", "speichere ihn als einfachen Text in UTF-8"))
        case .character(let scalar, let line):
            complaint(
                pick(
                    "line \(line) holds U+\(hexadecimal(scalar)), a character that a letter cannot keep",
                    "in Zeile \(line) steht U+\(hexadecimal(scalar)), ein Zeichen, das ein Brief nicht bewahren kann"),
                pick("seal it without that character", "versiegle ihn ohne dieses Zeichen"))
        }
    }

    private func size(_ bytes: Int) -> String {
        let isWhole = bytes <= LetterText.readable
        return isWhole ? grouped(bytes) : pick("over ", "über ") + grouped(LetterText.readable)
    }

    /// `20,000` as the language writes it.
    private func grouped(_ number: Int) -> String {
        let digits = String(number)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text += pick(",", ".") }
            text.append(digit)
        }
        return text
    }
}
