import Planning

extension BuiltInDeck {
    static let money = BuiltInDeck(
        "money", for: .couple, kinds: [.checkIn],
        english: DeckWords(
            title: "Money",
            about: "A monthly talk about money: openly, calmly, with a shared aim.",
            prompts: """
                What did we spend this month that was worth every cent?
                Which bill surprised us, and can we see the next one coming?
                What does money mean to you: safety, freedom, comfort, something else?
                What did you learn about money as a child without anyone saying it?
                How much may each of us spend without talking it over first?
                What are we saving for, and what picture do you have of it?
                Which subscription or contract would nobody miss?
                What would you like to know about our accounts that you do not know now?
                Is something about money weighing on you that I have not heard yet?
                If there were a little more next month, where should it go?
                With less to spend next month, what would we leave untouched?
                Which purchase of mine did you not understand? Ask, and I will tell you how it came about.
                What do we want to give away, and to whom?
                Who looks after which papers, and would the other find them?
                Which debt or instalment ends next, and what do we do that day?
                What did we treat ourselves to too rarely?
                How do we split what we share, and does it still feel right to both?
                Which expense is really about time, or about being tired?
                What would be a small cushion that lets you sleep?
                Where did we keep to the plan, and who noticed?
                """),
        german: DeckWords(
            title: "Geld",
            about: "Einmal im Monat über Geld reden: offen, in Ruhe, mit einem gemeinsamen Ziel.",
            prompts: """
                Welche Ausgabe dieses Monats war jeden Cent wert?
                Welche Rechnung kam überraschend, und sehen wir die nächste kommen?
                Was ist Geld für dich: Sicherheit, Freiheit, Bequemlichkeit, etwas anderes?
                Was hast du als Kind über Geld gelernt, ohne dass es jemand gesagt hätte?
                Bis zu welchem Betrag entscheidet jeder für sich allein?
                Worauf sparen wir, und welches Bild hast du davon im Kopf?
                Welches Abo, welchen Vertrag würde kein Mensch vermissen?
                Was möchtest du über unsere Konten wissen, das du bisher nicht weißt?
                Drückt dich beim Geld etwas, von dem ich noch nichts gehört habe?
                Wäre nächsten Monat etwas mehr da: wohin damit?
                Mit weniger im nächsten Monat: woran rühren wir nicht?
                Welcher meiner Käufe war dir ein Rätsel? Frag, ich erzähle gern, wie es dazu kam.
                Was wollen wir abgeben, und an wen?
                Wer kümmert sich um welche Unterlagen, und fände der andere sie auch?
                Welche Rate läuft als Nächste aus, und was machen wir an dem Tag?
                Was haben wir uns zu selten gegönnt?
                Wie teilen wir gemeinsame Kosten, und fühlt es sich für beide noch richtig an?
                Bei welcher Ausgabe geht es eigentlich um Zeit oder um Müdigkeit?
                Wie groß müsste ein Polster sein, damit du ruhig schläfst?
                Wo haben wir uns an den Plan gehalten, und wer hat es gemerkt?
                """))
}
