public import Planning

/// What a repair says: before it begins, at each step, and when it ends.
public struct RepairWording: Sendable {
    private let words: any RepairWords
    private let marks: DiagnosticWords
    private let language: Language

    public init(_ language: Language) {
        self.language = language
        marks = DiagnosticWords(language)
        words =
            switch language {
            case .english: EnglishRepairWords()
            case .german: GermanRepairWords()
            }
    }

    /// What it is not for, and whom to call; always said first.
    public func notFor(help: [String]) -> [String] {
        [words.notFor] + (help.isEmpty ? [words.anyHelp] : [words.ownHelp] + help.map { "  \($0)" })
    }

    public func begun(_ repair: Repair, others: Bool) -> String { words.begun(repair.title, others) }
    public var howToEnd: String { words.howToEnd }
    public var ended: String { words.ended }
    public var left: String { words.left }
    public var noneRuns: String { words.noneRuns }
    public var noRepair: String { words.none }

    /// One line of the list.
    public func line(_ repair: Repair, isRunning: Bool) -> String {
        let name = repair.title.map { "\(repair.id) (\($0))" } ?? repair.id.text
        return isRunning ? words.runs(name) : name
    }

    /// "after 20 minutes", "after 1 day, at 19:00".
    public func after(_ step: Repair.Step) -> String {
        words.after(DateWording.length(step.after, language), step.time.map { "\($0)" })
    }

    public func title(_ step: Repair.Step) -> String {
        step.title ?? step.builtIn.map(words.title) ?? words.anyStep
    }

    public func title(_ step: Repair.BuiltIn) -> String { words.title(step) }

    public func text(_ step: Repair.BuiltIn) -> String { words.text(step) }

    /// What the others are told with the first step.
    public var invitation: String { words.invitation }

    public func unknown(_ name: String?, known: [String]) -> [String] {
        let list = DateWording.words(language).list(known)
        guard let name else { return ["\(marks.error): " + (known.isEmpty ? words.none : words.which(list))] }
        return ["\(marks.error): \(words.unknown(name))"]
            + (known.isEmpty ? [] : ["\(marks.hint): \(words.which(list))"])
    }

    public func isRunning(_ name: String) -> [String] {
        ["\(marks.error): \(words.isRunning(name))", "\(marks.hint): \(words.endFirst)"]
    }
}

protocol RepairWords: Sendable {
    var notFor: String { get }
    var anyHelp: String { get }
    var ownHelp: String { get }
    func begun(_ title: String?, _ others: Bool) -> String
    var howToEnd: String { get }
    var ended: String { get }
    var left: String { get }
    var noneRuns: String { get }
    var anyStep: String { get }
    func title(_ step: Repair.BuiltIn) -> String
    func text(_ step: Repair.BuiltIn) -> String
    var invitation: String { get }
    var none: String { get }
    func runs(_ name: String) -> String
    func after(_ length: String, _ time: String?) -> String
    func which(_ list: String) -> String
    func unknown(_ name: String) -> String
    func isRunning(_ name: String) -> String
    var endFirst: String { get }
}

struct EnglishRepairWords: RepairWords {
    var notFor: String {
        "This is for two people who are safe with each other and want to find back. It is not for fear, threats, violence "
            + "or control: then get help first, and on your own."
    }
    var anyHelp: String {
        "In danger, call your emergency number. A counsellor or a helpline listens without taking sides."
    }
    var ownHelp: String { "People you wrote down for help:" }
    func begun(_ title: String?, _ others: Bool) -> String {
        let name = title.map { "“\($0)” begins" } ?? "it begins"
        return others ? "\(name). The other is invited and may leave it, without a word to you:" : "\(name):"
    }
    var howToEnd: String { "Light-hearted things rest meanwhile. `troth repair end` ends it at any time." }
    var ended: String { "ended. What you two did of it counts." }
    var left: String { "you are out of it; nobody is told" }
    var noneRuns: String { "no repair is under way" }
    var anyStep: String { "The next step" }
    func title(_ step: Repair.BuiltIn) -> String {
        switch step {
        case .coolDown: "First, some calm"
        case .care: "One caring thing"
        case .talk: "A talk, one after the other"
        case .apology: "If there is something to be sorry for"
        case .appreciation: "Say something good"
        case .lookBack: "A look back"
        }
    }
    func text(_ step: Repair.BuiltIn) -> String {
        switch step {
        case .coolDown:
            "Do something that lets your body settle: a walk, a bath, some pages of a book. Nothing has to be solved yet."
        case .care:
            "One small thing for {other}, without a word about the quarrel: tea, a warm meal, a blanket, a chore taken over."
        case .talk:
            "Ten minutes each. Begin with “I”: what happened for me, what I felt, what I would need. The one who listens only "
                + "says back what they heard, and asks: is that right? Then swap. You may stop and go on tomorrow."
        case .apology:
            "What was your part? Say it without a “but”, say what it did, and what you will do another way. Ask whether there "
                + "is something that would help. {other} need not accept it, now or ever, and that is to be respected."
        case .appreciation:
            "Tell {other} one thing of these days that you were glad about, however small."
        case .lookBack:
            "A week later: what has become easier? What is still sore? One thing you want to do another way next time. If it "
                + "keeps coming back, a counsellor can help you two better than any reminder."
        }
    }
    var invitation: String {
        "{other} would like to find back to each other after a hard moment, and invites you. You may take part, in your own "
            + "time, or leave it: `troth repair leave`. Nobody is told."
    }
    var none: String { "no repair is there for you" }
    func runs(_ name: String) -> String { "\(name): under way" }
    func after(_ length: String, _ time: String?) -> String { "\(length) later" + (time.map { ", at \($0)" } ?? "") }
    func which(_ list: String) -> String { "say which: \(list)" }
    func unknown(_ name: String) -> String { "no repair of yours has this name" }
    func isRunning(_ name: String) -> String { "`\(name)` is under way" }
    var endFirst: String { "`troth repair end` ends it" }
}

struct GermanRepairWords: RepairWords {
    var notFor: String {
        "Das hier ist für zwei Menschen, die beieinander sicher sind und wieder zueinander finden wollen. Es ist nicht für "
            + "Angst, Drohungen, Gewalt oder Kontrolle: Dann hol dir bitte zuerst Hilfe, und für dich allein."
    }
    var anyHelp: String {
        "Bei Gefahr ruf den Notruf. Eine Beratungsstelle oder ein Hilfetelefon hört zu, ohne Partei zu ergreifen."
    }
    var ownHelp: String { "Diese Menschen hast du dir für Hilfe notiert:" }
    func begun(_ title: String?, _ others: Bool) -> String {
        let name = title.map { "„\($0)“ beginnt" } ?? "es beginnt"
        return others
            ? "\(name). Die andere Seite ist eingeladen und darf es lassen, ohne dass du davon hörst:" : "\(name):"
    }
    var howToEnd: String { "Leichtes ruht so lange. `troth repair end` beendet es jederzeit." }
    var ended: String { "beendet. Was ihr davon getan habt, zählt." }
    var left: String { "du bist nicht mehr dabei; niemand erfährt davon" }
    var noneRuns: String { "gerade ist nichts begonnen" }
    var anyStep: String { "Der nächste Schritt" }
    func title(_ step: Repair.BuiltIn) -> String {
        switch step {
        case .coolDown: "Erst einmal Ruhe"
        case .care: "Etwas Fürsorgliches"
        case .talk: "Ein Gespräch, nacheinander"
        case .apology: "Falls dir etwas leidtut"
        case .appreciation: "Etwas Gutes sagen"
        case .lookBack: "Ein Blick zurück"
        }
    }
    func text(_ step: Repair.BuiltIn) -> String {
        switch step {
        case .coolDown:
            "Tu etwas, bei dem dein Körper zur Ruhe kommt: ein Spaziergang, ein Bad, ein paar Seiten lesen. Noch muss nichts "
                + "gelöst werden."
        case .care:
            "Eine kleine Sache für {other}, ohne ein Wort über den Streit: Tee, ein warmes Essen, eine Decke, eine Aufgabe, "
                + "die du übernimmst."
        case .talk:
            "Für jeden zehn Minuten. Fang mit „Ich“ an: was bei mir war, was ich gefühlt habe, was ich bräuchte. Wer zuhört, "
                + "sagt nur, was angekommen ist, und fragt: Stimmt das so? Dann wechselt ihr. Aufhören und morgen "
                + "weiterreden ist auch gut."
        case .apology:
            "Was war dein Anteil? Sag es ohne „aber“, sag, was es ausgelöst hat und was du anders machen wirst. Frag, ob "
                + "etwas gut täte. {other} muss es nicht annehmen, jetzt nicht und auch später nicht, und das ist zu achten."
        case .appreciation:
            "Sag {other} eine Sache aus diesen Tagen, über die du froh warst, wie klein sie auch ist."
        case .lookBack:
            "Eine Woche danach: Was ist leichter geworden? Was tut noch weh? Eine Sache, die du nächstes Mal anders machen "
                + "willst. Wenn es immer wieder kommt, hilft euch eine Beratung besser als jede Erinnerung."
        }
    }
    var invitation: String {
        "{other} möchte nach einem schweren Moment wieder zu dir finden und lädt dich ein. Du kannst mitmachen, wann es dir "
            + "passt, oder es lassen: `troth repair leave`. Niemand erfährt davon."
    }
    var none: String { "für dich gibt es hier nichts dergleichen" }
    func runs(_ name: String) -> String { "\(name): hat begonnen" }
    func after(_ length: String, _ time: String?) -> String { "\(length) später" + (time.map { ", um \($0)" } ?? "") }
    func which(_ list: String) -> String { "sag, welches: \(list)" }
    func unknown(_ name: String) -> String { "keines der deinen heißt so" }
    func isRunning(_ name: String) -> String { "`\(name)` hat schon begonnen" }
    var endFirst: String { "`troth repair end` beendet es" }
}
